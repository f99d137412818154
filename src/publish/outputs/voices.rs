//! The voice message of an open item, beside its page in that language.

use crate::board::Item;
use crate::error::Error;
use crate::files::MAX_PICTURE_BYTES;
use crate::locale::Locale;
use crate::publish::{Indexing, ItemOutput, ItemPage, RenderContext, Sink};

pub(super) const OUTPUT: ItemOutput = ItemOutput { files, render };

fn files(_: &RenderContext, item: &Item, locale: &Locale, file: &mut dyn FnMut(&str, Indexing)) {
    if let Some(name) = item.published_voice(&locale.code).and_then(crate::board::Voice::published_name) {
        file(&name, Indexing::File);
    }
}

fn render(context: &RenderContext, page: &ItemPage<'_>, sink: &dyn Sink) -> Result<(), Error> {
    let Some(voice) = page.item.published_voice(&page.locale.code) else { return Ok(()) };
    let Some(name) = voice.published_name() else { return Ok(()) };
    let bytes = context.board.read_file(&context.board.root.join(&voice.path), MAX_PICTURE_BYTES)?;
    sink.put(&format!("{}{name}", page.path), bytes)
}
