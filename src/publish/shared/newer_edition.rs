//! The newest edition of an item, to which its page and the posters with its code lead on.

use std::cmp::Reverse;
use std::collections::HashMap;

use crate::board::{Board, Item, Status};

/// Newest editions of the items of a board, by position.
pub struct NewestEditions(HashMap<usize, usize>);

impl NewestEditions {
    /// Follows `edizione_di` back from each published edition that takes place; of several editions of one item the latest
    /// counts.
    pub(crate) fn new(board: &Board) -> Self {
        let mut next: HashMap<usize, usize> = HashMap::new();
        let takes_place =
            |item: &Item| board.is_published(item) && !matches!(item.status, Status::Withdrawn | Status::Cancelled(_));
        let order = |index: usize| board.items.get(index).map(|item| (item.published_on(), Reverse(&item.slug)));
        for (index, item) in board.items.iter().enumerate().filter(|(_, item)| takes_place(item)) {
            let Some(old) = item.facts.edition_of.as_ref().and_then(|slug| board.position(slug.as_str())) else {
                continue;
            };
            let newest = next.entry(old).or_insert(index);
            if order(*newest) < order(index) {
                *newest = index;
            }
        }
        let resolve = |start: usize| {
            let (mut newest, mut steps) = (start, 0);
            // Two items may each claim to be an edition of the other.
            while let Some(later) = next.get(&newest).copied().filter(|_| steps < next.len()) {
                (newest, steps) = (later, steps + 1);
            }
            (newest != start).then_some((start, newest))
        };
        Self(next.keys().copied().filter_map(resolve).collect())
    }

    /// Position of the newest edition of the item at a position, if there is one.
    pub(crate) fn of(&self, index: usize) -> Option<usize> {
        self.0.get(&index).copied()
    }
}
