//! The official image of an item beside its page, in two sizes.

use crate::board::Item;
use crate::error::Error;
use crate::locale::Locale;
use crate::publish::shared::photos::{PUBLISHED_AS, SIDE, SMALL, SMALL_SIDE, decoded, jpeg};
use crate::publish::{Indexing, ItemOutput, ItemPage, RenderContext, Sink};

pub(super) const OUTPUT: ItemOutput = ItemOutput { files, render };

/// Pages of other languages show the picture beside the page in the board's own.
fn files(context: &RenderContext, item: &Item, locale: &Locale, file: &mut dyn FnMut(&str, Indexing)) {
    if locale.position == 0 && item.image_path(&context.board.root).is_some() {
        file(PUBLISHED_AS, Indexing::File);
        file(SMALL, Indexing::File);
    }
}

fn render(context: &RenderContext, page: &ItemPage<'_>, sink: &dyn Sink) -> Result<(), Error> {
    let Some(path) = page.item.image_path(&context.board.root) else { return Ok(()) };
    let picture = decoded(&context.board, &path)?;
    sink.put(&format!("{}{PUBLISHED_AS}", page.path), jpeg(&picture, SIDE)?)?;
    sink.put(&format!("{}{SMALL}", page.path), jpeg(&picture, SMALL_SIDE)?)
}
