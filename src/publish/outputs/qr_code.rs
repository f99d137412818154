//! The code of an item's address, as vectors: it is printed on walls, where pixels show.

use crate::compose::qr;
use crate::error::Error;
use crate::publish::{ItemPage, Sink, Site};

pub(super) fn publish(site: &Site<'_>, page: &ItemPage<'_>, sink: &dyn Sink) -> Result<(), Error> {
    if !page.item.status.is_open() {
        return Ok(());
    }
    let svg = qr::render_svg(&site.board.url(&page.path), qr::ErrorCorrection::Medium)?;
    sink.put(&format!("{}qr.svg", page.path), svg.into_bytes())
}
