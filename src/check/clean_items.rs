//! Which items need no second check: a build remembers them from one run to the next, a preview from one edit to the next.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{CheckOutcome, check_changed};
use crate::board::{BoardFingerprints, Fingerprint, LoadedBoard};

/// Items in which no rule found anything, and from what they were made.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CleanItems {
    /// What all items shared.
    shared: Fingerprint,
    /// By slug.
    items: BTreeMap<String, Fingerprint>,
}

impl CleanItems {
    /// Runs every rule, but those that look at one item pass over items known to be clean that are made from the same.
    /// Returns what was found, and which items are clean now.
    #[must_use]
    pub fn check(&self, loaded: &LoadedBoard, made_from: &BoardFingerprints) -> (CheckOutcome, Self) {
        let items = &loaded.board.items;
        let is_clean = |index: usize| {
            let (item, now) = (items.get(index)?, made_from.items.get(index)?);
            Some(self.shared == made_from.shared && self.items.get(item.slug.as_str()) == Some(now))
        };
        let outcome =
            check_changed(&loaded.board, loaded.problems.clone(), None, |index| is_clean(index) == Some(true));
        let clean = items.iter().zip(&made_from.items).zip(&outcome.clean).filter(|(_, clean)| **clean);
        let items = clean.map(|((item, made_from), _)| (item.slug.as_str().to_owned(), *made_from)).collect();
        (outcome, Self { shared: made_from.shared, items })
    }
}
