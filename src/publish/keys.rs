//! From what the pages of an item are made: whatever is in its key may change them, and nothing else may.

use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;

use super::{Failure, Sink, Site, listing};
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

/// Makes a group of files, unless the sink has them already from what the key says.
pub(super) fn unless_unchanged(
    group: &str,
    key: &str,
    sink: &dyn Sink,
    make: impl Fn(&dyn Sink) -> Result<(), Failure>,
) -> Result<(), Failure> {
    if sink.unchanged(group, key)? {
        return Ok(());
    }
    let noted = Noted { sink, paths: Mutex::default() };
    make(&noted)?;
    sink.remember(group, key, noted.paths.into_inner().unwrap_or_else(PoisonError::into_inner));
    Ok(())
}

/// A sink that notes what is put into another.
struct Noted<'s> {
    sink: &'s dyn Sink,
    paths: Mutex<Vec<String>>,
}

impl Sink for Noted<'_> {
    fn put(&self, path: &str, bytes: Vec<u8>) -> Result<(), Failure> {
        self.paths.lock().unwrap_or_else(PoisonError::into_inner).push(path.to_owned());
        self.sink.put(path, bytes)
    }
}
