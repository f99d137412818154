//! Remembers items without findings between builds, or between edits of a preview, to skip them in the next check.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{CheckOutcome, check_except};
use crate::board::{BoardFingerprints, Fingerprint, LoadedBoard};

/// Items without findings, with the fingerprints of their sources.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CleanItems {
    /// Fingerprint of the data shared by all items.
    shared: Fingerprint,
    /// Fingerprints by slug.
    items: BTreeMap<String, Fingerprint>,
}

impl CleanItems {
    /// Runs all rules, skipping items that were clean and whose fingerprint is unchanged. Returns the findings and the items
    /// that are clean now.
    #[must_use]
    pub fn check_skipping_clean(&self, loaded: &LoadedBoard, made_from: &BoardFingerprints) -> (CheckOutcome, Self) {
        let items = &loaded.board.items;
        let is_clean = |index: usize| {
            let (item, now) = (items.get(index)?, made_from.items.get(index)?);
            Some(self.shared == made_from.shared && self.items.get(item.slug.as_str()) == Some(now))
        };
        let outcome = check_except(&loaded.board, loaded.problems.clone(), None, |index| is_clean(index) == Some(true));
        let clean = items.iter().zip(&made_from.items).zip(&outcome.clean).filter(|(_, clean)| **clean);
        let items = clean.map(|((item, made_from), _)| (item.slug.as_str().to_owned(), *made_from)).collect();
        (outcome, Self { shared: made_from.shared, items })
    }
}
