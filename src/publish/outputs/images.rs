//! The official image of an item beside its page, in two sizes.

use crate::error::Error;
use crate::publish::shared::photos::{PUBLISHED_AS, SIDE, SMALL, SMALL_SIDE, decoded, jpeg};
use crate::publish::{ItemPage, Sink, Site};

pub(super) fn publish(site: &Site<'_>, page: &ItemPage<'_>, sink: &dyn Sink) -> Result<(), Error> {
    let Some(path) = page.item.image_path(&site.board.root) else { return Ok(()) };
    // Pages of other languages show the picture beside the page in the board's own.
    if page.locale.code != site.board.config.bacheca.lingua {
        return Ok(());
    }
    let picture = decoded(&path)?;
    sink.put(&format!("{}{PUBLISHED_AS}", page.path), jpeg(&picture, SIDE)?)?;
    sink.put(&format!("{}{SMALL}", page.path), jpeg(&picture, SMALL_SIDE)?)
}
