//! The text of an item, ready to paste into the channel.

use super::{Failure, PageOf, Sink, Site};
use crate::compose::message;

pub(super) fn publish(site: &Site<'_>, page: &PageOf<'_>, sink: &dyn Sink) -> Result<(), Failure> {
    if !page.item.status.is_open() {
        return Ok(());
    }
    let text = message::whatsapp(
        site.templates,
        page.locale,
        site.board,
        page.item,
        &page.sheet,
        &site.board.url(&page.path),
    )?;
    sink.put(&format!("{}whatsapp.txt", page.path), text.into_bytes())
}
