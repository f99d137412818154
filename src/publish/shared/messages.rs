//! Texts of an item for messengers, in each language, and bilingual.

use crate::compose::message::{self, BilingualText, MessageContext};
use crate::compose::messenger::Messenger;
use crate::error::Error;
use crate::publish::{ItemPage, RenderContext};

/// Renders the text of an item page for a messenger.
///
/// # Errors
/// A template that fails, with its name and line; a text that is too long for the messenger.
pub(crate) fn render_text(context: &RenderContext, page: &ItemPage<'_>, channel: &Messenger) -> Result<String, Error> {
    message::render_text(&context_for(context, page, &context.board.url(&page.path)), channel)
}

/// Renders the same text; `None` if it is too long for the messenger.
///
/// # Errors
/// A template that fails, with its name and line.
pub(crate) fn render_text_that_fits(
    context: &RenderContext,
    page: &ItemPage<'_>,
    channel: &Messenger,
) -> Result<Option<String>, Error> {
    message::render_text_that_fits(&context_for(context, page, &context.board.url(&page.path)), channel)
}

/// Renders the follow-up notice of an item: what changed since it was posted, that it closes within days, is open again.
/// `None` if none of these applies.
///
/// # Errors
/// A template that fails, with its name and line.
pub(crate) fn render_notice(
    context: &RenderContext,
    page: &ItemPage<'_>,
    channel: &Messenger,
) -> Result<Option<String>, Error> {
    let url = context.board.url(&page.path);
    let notice = crate::compose::notice::render_notice(&context_for(context, page, &url), channel)?;
    Ok(notice.map(|notice| notice.text))
}

/// Renders the text of an item in the language of `reader`, followed by that of `own`.
///
/// # Errors
/// As [`text`].
pub(crate) fn render_bilingual(
    context: &RenderContext,
    reader: &ItemPage<'_>,
    own: &ItemPage<'_>,
    channel: &Messenger,
) -> Result<BilingualText, Error> {
    let urls = [reader, own].map(|page| context.board.url(&page.path));
    let [reader_url, own_url] = &urls;
    message::render_bilingual(&context_for(context, reader, reader_url), &context_for(context, own, own_url), channel)
}

fn context_for<'s>(context: &'s RenderContext, page: &'s ItemPage<'_>, url: &'s str) -> MessageContext<'s> {
    MessageContext {
        templates: &context.templates,
        board: &context.board,
        locale: page.locale,
        item: page.item,
        sheet: &page.sheet,
        url,
    }
}
