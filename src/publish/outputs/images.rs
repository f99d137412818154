//! The official image of an item beside its page, in two sizes.

use crate::board::Item;
use crate::error::Error;
use crate::locale::Locale;
use crate::publish::shared::photos::{IMAGE_FILE, MAX_SIDE_PX, SMALL_FILE, SMALL_SIDE_PX, decode_image, encode_jpeg};
use crate::publish::{Indexing, ItemOutput, ItemPage, RenderContext, Sink};

pub(super) const OUTPUT: ItemOutput = ItemOutput { files, render };

/// Pages in other languages refer to the image beside the page in the board's own language.
fn files(context: &RenderContext, item: &Item, locale: &Locale, file: &mut dyn FnMut(&str, Indexing)) {
    if locale.position == 0 && item.image_path(&context.board.root).is_some() {
        file(IMAGE_FILE, Indexing::File);
        file(SMALL_FILE, Indexing::File);
    }
}

fn render(context: &RenderContext, page: &ItemPage<'_>, sink: &dyn Sink) -> Result<(), Error> {
    let Some(path) = page.item.image_path(&context.board.root) else { return Ok(()) };
    let picture = decode_image(&context.board, &path)?;
    sink.put(&format!("{}{IMAGE_FILE}", page.path), encode_jpeg(&picture, MAX_SIDE_PX)?)?;
    sink.put(&format!("{}{SMALL_FILE}", page.path), encode_jpeg(&picture, SMALL_SIDE_PX)?)
}
