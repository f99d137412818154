//! Remembers items without findings between builds, or between edits of a preview, to skip them in the next check.

use std::collections::BTreeMap;

use super::{CheckOutcome, check_except};
use crate::board::{BoardFingerprints, Fingerprint, LoadedBoard};

/// Items without findings, with the fingerprints of their sources.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CleanItems {
    /// Fingerprint of the data shared by all items.
    pub shared: Fingerprint,
    /// Fingerprints by slug.
    pub items: BTreeMap<String, Fingerprint>,
}

impl CleanItems {
    /// Runs all rules, skipping items that were clean and whose fingerprint is unchanged. Returns the findings and the items
    /// that are clean now.
    #[must_use]
    pub fn check_skipping_clean(&self, loaded: &LoadedBoard, fingerprints: &BoardFingerprints) -> (CheckOutcome, Self) {
        let items = &loaded.board.items;
        let is_unchanged = |index: usize| {
            let before = items.get(index).and_then(|item| self.items.get(item.slug.as_str()));
            self.shared == fingerprints.shared && before.is_some() && before == fingerprints.items.get(index)
        };
        let outcome = check_except(&loaded.board, loaded.problems.clone(), None, is_unchanged);
        let clean = items.iter().zip(&fingerprints.items).zip(&outcome.clean).filter(|(_, is_clean)| **is_clean);
        let items = clean.map(|((item, fingerprint), _)| (item.slug.as_str().to_owned(), *fingerprint)).collect();
        (outcome, Self { shared: fingerprints.shared, items })
    }
}
