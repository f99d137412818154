//! Remembers what was found in single items, between builds or between edits of a preview: rules that read a single item
//! or a single text need not run again while their inputs are the same.

use std::sync::Arc;

use super::{BaseBoard, CheckOutcome, Known, check_known};
use crate::board::{Board, BoardFingerprints, Fingerprint, LoadedBoard, fingerprint};
use crate::diagnostic::Diagnostic;
use crate::files::program_version;

/// Findings in one item by the rules that read a single item or a single text, before the board's configuration is applied
/// to them; `None` if there are none.
pub type ItemFindings = Option<Arc<[Diagnostic]>>;

/// Findings in the items of a board, with the fingerprints of what they depend on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KnownFindings {
    /// Fingerprint of what all items share.
    pub(super) shared: Fingerprint,
    /// Items, sorted by slug.
    pub(super) items: Vec<KnownItem>,
}

/// Findings in one item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct KnownItem {
    pub(super) slug: String,
    /// Fingerprint of the item's own inputs.
    pub(super) inputs: Fingerprint,
    pub(super) findings: ItemFindings,
}

impl KnownFindings {
    /// Runs all rules like [`check`](super::check), but takes over what is known of items whose inputs are unchanged. Returns
    /// the outcome, and what is known now.
    #[must_use]
    pub fn check(
        &self,
        loaded: &LoadedBoard,
        base: Option<&BaseBoard>,
        fingerprints: &BoardFingerprints,
    ) -> (CheckOutcome, Self) {
        let board = &loaded.board;
        let shared = fingerprint_shared(board, fingerprints);
        let inputs: Vec<Fingerprint> =
            (0..board.items.len()).map(|at| fingerprint_item(board, at, fingerprints)).collect();
        let known = |index: usize| {
            let (item, inputs) = (board.items.get(index)?, inputs.get(index)?);
            let before = self.find(item.slug.as_str()).filter(|_| self.shared == shared)?;
            (before.inputs == *inputs).then(|| before.findings.clone())
        };
        let known = |index: usize| known(index).map_or(Known::Unknown, Known::Findings);
        let outcome = check_known(board, loaded.problems.clone(), base, known);
        let items = board.items.iter().zip(inputs).zip(&outcome.by_item).map(|((item, inputs), findings)| KnownItem {
            slug: item.slug.as_str().to_owned(),
            inputs,
            findings: findings.clone(),
        });
        let items = items.collect();
        (outcome, Self { shared, items })
    }

    fn find(&self, slug: &str) -> Option<&KnownItem> {
        let index = self.items.binary_search_by(|item| item.slug.as_str().cmp(slug)).ok()?;
        self.items.get(index)
    }
}

/// Fingerprint of what the findings in all items depend on: program, day, configuration, everything but the items.
fn fingerprint_shared(board: &Board, fingerprints: &BoardFingerprints) -> Fingerprint {
    let (program, day) = (program_version(), board.today.to_string());
    let toml = board.config.source.as_ref().map_or("", |source| source.text.as_str());
    let how = [u8::from(board.shows_drafts), u8::from(board.knows_pictures)];
    fingerprint([program.as_bytes(), day.as_bytes(), toml.as_bytes(), &how, &fingerprints.content])
}

/// Fingerprint of what the findings in one item depend on besides: its own files, and those of the edition before, with
/// which its text is compared.
fn fingerprint_item(board: &Board, index: usize, fingerprints: &BoardFingerprints) -> Fingerprint {
    let own = fingerprints.items.get(index).copied().unwrap_or_default();
    let before = board.items.get(index).and_then(|item| board.position(item.facts.edition_of.as_ref()?.as_str()));
    match before.and_then(|before| fingerprints.items.get(before)) {
        Some(before) => fingerprint([own.as_slice(), before]),
        None => own,
    }
}
