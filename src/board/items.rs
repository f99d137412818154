//! The opportunities of a board, ordered by slug. Copies share those that are the same.

use std::sync::Arc;

use rayon::iter::{IndexedParallelIterator, IntoParallelRefIterator, ParallelIterator};

use super::Item;

/// Iterator over the opportunities of a board.
pub type ItemIter<'i> = std::iter::Map<std::slice::Iter<'i, Arc<Item>>, fn(&Arc<Item>) -> &Item>;

/// Opportunities, each of which several boards may share.
#[derive(Debug, Clone, Default)]
pub struct Items(Vec<Arc<Item>>);

impl Items {
    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The opportunity at a position.
    #[must_use]
    pub fn get(&self, index: usize) -> Option<&Item> {
        self.0.get(index).map(Arc::as_ref)
    }

    /// Each opportunity, in order.
    pub fn iter(&self) -> ItemIter<'_> {
        self.0.iter().map(Arc::as_ref)
    }

    /// Each opportunity, on several threads.
    pub fn par_iter(&self) -> impl IndexedParallelIterator<Item = &Item> {
        self.0.par_iter().map(Arc::as_ref)
    }

    /// The opportunity at a position, to be changed in this board alone.
    pub(super) fn get_mut(&mut self, index: usize) -> Option<&mut Item> {
        self.0.get_mut(index).map(Arc::make_mut)
    }

    pub(super) fn push(&mut self, item: Item) {
        self.0.push(Arc::new(item));
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
