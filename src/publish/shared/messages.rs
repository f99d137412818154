//! The texts of an item for messengers, in each language, and in two at once.

use crate::compose::message::{self, MessageContext};
use crate::compose::messenger::Messenger;
use crate::error::Error;
use crate::publish::{ItemPage, RenderContext};

/// The text of a page for a channel.
///
/// # Errors
/// What the template says; a text that is too long for the channel.
pub(crate) fn text(context: &RenderContext, page: &ItemPage<'_>, channel: &Messenger) -> Result<String, Error> {
    message::render_text(&subject(context, page, &context.board.url(&page.path)), channel)
}

/// What is to be said again of a page's item, if anything.
///
/// # Errors
/// What the template says.
pub(crate) fn notice(
    context: &RenderContext,
    page: &ItemPage<'_>,
    channel: &Messenger,
) -> Result<Option<String>, Error> {
    crate::compose::notice::render_notice(&subject(context, page, &context.board.url(&page.path)), channel)
}

/// The text of an item in the language of one page, and below in that of another.
///
/// # Errors
/// As [`text`].
pub(crate) fn bilingual(
    context: &RenderContext,
    reader: &ItemPage<'_>,
    own: &ItemPage<'_>,
    channel: &Messenger,
) -> Result<String, Error> {
    let urls = [reader, own].map(|page| context.board.url(&page.path));
    let [reader_url, own_url] = &urls;
    message::render_bilingual(&subject(context, reader, reader_url), &subject(context, own, own_url), channel)
}

fn subject<'s>(context: &'s RenderContext, page: &'s ItemPage<'_>, url: &'s str) -> MessageContext<'s> {
    MessageContext {
        templates: &context.templates,
        board: &context.board,
        locale: page.locale,
        item: page.item,
        sheet: &page.sheet,
        url,
    }
}
