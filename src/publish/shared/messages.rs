//! The texts of an item for messengers, in each language, and in two at once.

use crate::compose::message::{self, MessageContext};
use crate::compose::messenger::Messenger;
use crate::error::Error;
use crate::publish::{ItemPage, Site};

/// The text of a page for a channel.
///
/// # Errors
/// What the template says; a text that is too long for the channel.
pub fn text(site: &Site<'_>, page: &ItemPage<'_>, channel: &Messenger) -> Result<String, Error> {
    message::render_text(&subject(site, page, &site.board.url(&page.path)), channel)
}

/// What is to be said again of a page's item, if anything.
///
/// # Errors
/// What the template says.
pub fn notice(site: &Site<'_>, page: &ItemPage<'_>, channel: &Messenger) -> Result<Option<String>, Error> {
    crate::compose::notice::render_notice(&subject(site, page, &site.board.url(&page.path)), channel)
}

/// The same as HTML.
///
/// # Errors
/// As [`text`].
pub fn html(site: &Site<'_>, page: &ItemPage<'_>, channel: &Messenger) -> Result<String, Error> {
    message::render_html(&subject(site, page, &site.board.url(&page.path)), channel)
}

/// The text of an item in the language of one page, and below in that of another.
///
/// # Errors
/// As [`text`].
pub fn bilingual(
    site: &Site<'_>,
    reader: &ItemPage<'_>,
    own: &ItemPage<'_>,
    channel: &Messenger,
) -> Result<String, Error> {
    let urls = [reader, own].map(|page| site.board.url(&page.path));
    let [reader_url, own_url] = &urls;
    message::render_bilingual(&subject(site, reader, reader_url), &subject(site, own, own_url), channel)
}

fn subject<'s>(site: &'s Site<'_>, page: &'s ItemPage<'_>, url: &'s str) -> MessageContext<'s> {
    MessageContext {
        templates: site.templates,
        board: site.board,
        locale: page.locale,
        item: page.item,
        sheet: &page.sheet,
        url,
    }
}
