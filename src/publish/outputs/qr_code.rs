//! The QR code of an open item's address, as SVG, so that it can be printed at any size.

use crate::board::Item;
use crate::compose::qr::{self, ErrorCorrection};
use crate::error::Error;
use crate::locale::Locale;
use crate::publish::{Indexing, ItemOutput, ItemPage, RenderContext, Sink};

pub(super) const OUTPUT: ItemOutput = ItemOutput { files, render };

const QR_FILE: &str = "qr.svg";

fn files(_: &RenderContext, item: &Item, _: &Locale, file: &mut dyn FnMut(&str, Indexing)) {
    if item.status.is_open() {
        file(QR_FILE, Indexing::File);
    }
}

fn render(context: &RenderContext, page: &ItemPage<'_>, sink: &dyn Sink) -> Result<(), Error> {
    let svg = qr::render_svg(&context.board.url(&page.path), ErrorCorrection::Medium)?;
    sink.put(&format!("{}{QR_FILE}", page.path), svg.into_bytes())
}
