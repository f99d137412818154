//! The opportunities of a board, sorted by slug. Clones share unchanged items.

use std::sync::Arc;

use rayon::iter::{IndexedParallelIterator, IntoParallelRefIterator, ParallelIterator};

use super::Item;

/// Iterator over the opportunities of a board.
pub type ItemIter<'i> = std::iter::Map<std::slice::Iter<'i, Arc<Item>>, fn(&Arc<Item>) -> &Item>;

/// Opportunities sorted by slug, shared between clones of a board.
#[derive(Debug, Clone, Default)]
pub struct Items(Vec<Arc<Item>>);

impl Items {
    /// Number of items.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is no item.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Item at an index.
    #[must_use]
    pub fn get(&self, index: usize) -> Option<&Item> {
        self.0.get(index).map(Arc::as_ref)
    }

    /// Iterates over the items in order.
    pub fn iter(&self) -> ItemIter<'_> {
        self.0.iter().map(Arc::as_ref)
    }

    /// Iterates over the items in parallel.
    pub fn par_iter(&self) -> impl IndexedParallelIterator<Item = &Item> {
        self.0.par_iter().map(Arc::as_ref)
    }

    /// Item at an index, cloned first if other boards share it.
    pub(super) fn get_mut(&mut self, index: usize) -> Option<&mut Item> {
        self.0.get_mut(index).map(Arc::make_mut)
    }

    pub(super) fn push(&mut self, item: Item) {
        self.0.push(Arc::new(item));
    }

    /// Inserts an item in the order of slugs. `Ok` is the item that had its slug, `Err` the index at which it is new.
    pub(super) fn insert(&mut self, item: Arc<Item>) -> Result<Arc<Item>, usize> {
        match self.0.binary_search_by(|other| other.slug.cmp(&item.slug)) {
            Ok(index) => self.0.get_mut(index).map(|place| std::mem::replace(place, item)).ok_or(index),
            Err(index) => {
                self.0.insert(index, item);
                Err(index)
            }
        }
    }

    /// Removes the item at an index, if there is one.
    pub(super) fn remove(&mut self, index: usize) {
        if index < self.0.len() {
            self.0.remove(index);
        }
    }

    pub(super) fn sort(&mut self) {
        self.0.sort_by(|left, right| left.slug.cmp(&right.slug));
    }
}

impl<'i> IntoIterator for &'i Items {
    type Item = &'i Item;
    type IntoIter = ItemIter<'i>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
