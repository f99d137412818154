//! What one posts of an item: its texts for the channels, in each language, and in two at once.

use super::{Failure, ItemPage, Sink, Site};
use crate::compose::message::{self, MessageContext};
use crate::compose::messenger::{Messenger, find_messenger};

pub(super) fn publish(site: &Site<'_>, page: &ItemPage<'_>, sink: &dyn Sink) -> Result<(), Failure> {
    if !page.item.status.is_open() {
        return Ok(());
    }
    let channel = |name: &str| find_messenger(name).ok_or_else(|| format!("non c'è nessun canale «{name}»"));
    let (whatsapp, caption) = (channel("whatsapp")?, channel("caption")?);
    sink.put(&format!("{}whatsapp.txt", page.path), text(site, page, whatsapp)?.into_bytes())?;
    sink.put(&format!("{}caption.txt", page.path), text(site, page, caption)?.into_bytes())?;
    let own = site.locales.own();
    if page.locale.code != own.code {
        return Ok(());
    }
    for locale in site.locales.iter().skip(1) {
        let other = site.item_page(page.item, locale);
        let both = bilingual(site, &other, page, whatsapp)?;
        sink.put(&format!("{}whatsapp.{}-{}.txt", page.path, own.code, locale.code), both.into_bytes())?;
    }
    Ok(())
}

/// The text of a page for a channel.
///
/// # Errors
/// What the template says; a text that is too long for the channel.
pub fn text(site: &Site<'_>, page: &ItemPage<'_>, channel: &Messenger) -> Result<String, Failure> {
    message::render_text(&subject(site, page, &site.board.url(&page.path)), channel)
}

/// What is to be said again of a page's item, if anything.
///
/// # Errors
/// What the template says.
pub fn notice(site: &Site<'_>, page: &ItemPage<'_>, channel: &Messenger) -> Result<Option<String>, Failure> {
    crate::compose::notice::render_notice(&subject(site, page, &site.board.url(&page.path)), channel)
}

/// The same as HTML.
///
/// # Errors
/// As [`text`].
pub fn html(site: &Site<'_>, page: &ItemPage<'_>, channel: &Messenger) -> Result<String, Failure> {
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
) -> Result<String, Failure> {
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
