//! The QR code of an open item's address, as vectors: it is printed on walls, where pixels show.

use crate::board::Item;
use crate::compose::qr::{self, ErrorCorrection};
use crate::error::Error;
use crate::locale::Locale;
use crate::publish::{Indexing, ItemOutput, ItemPage, RenderContext, Sink};

pub(super) const OUTPUT: ItemOutput = ItemOutput { files, render };

const CODE: &str = "qr.svg";

fn files(_: &RenderContext, item: &Item, _: &Locale, file: &mut dyn FnMut(&str, Indexing)) {
    if item.status.is_open() {
        file(CODE, Indexing::File);
    }
}

fn render(context: &RenderContext, page: &ItemPage<'_>, sink: &dyn Sink) -> Result<(), Error> {
    let svg = qr::render_svg(&context.board.url(&page.path), ErrorCorrection::Medium)?;
    sink.put(&format!("{}{CODE}", page.path), svg.into_bytes())
}
