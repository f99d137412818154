//! From what the pages of an item are made: whatever is in its key may change them, and nothing else may.

use rayon::prelude::*;

use super::{Site, listing};
use crate::board::{Item, Sum, hex, sum};

/// For each item of the board the sum of what its pages show: what all pages share, its own files, and the items to
/// which they point.
pub(super) fn keys(site: &Site<'_>, shared: &Sum, items: &[Sum]) -> Vec<String> {
    let own = |item: &Item| site.board.position(&item.slug).and_then(|index| items.get(index));
    let key = |(item, sum_of_item): (&Item, &Sum)| {
        let others: Vec<&Sum> = listing::others(site, item).into_iter().filter_map(own).collect();
        let parts = [shared, sum_of_item].into_iter().chain(others).map(<[u8; 32]>::as_slice);
        hex(&sum(parts))
    };
    site.board.items.par_iter().zip(items).map(key).collect()
}
