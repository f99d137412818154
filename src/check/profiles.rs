//! The rules against swindlers, on the pages of organisations and contact points: readers trust these most.

use std::collections::BTreeMap;

use super::phrases;
use super::prose::Prose;
use super::{Findings, parallel};
use crate::board::{Board, Item, Status};
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::{Kind, Opportunity, Slug, Spans};
use crate::source::Document;

/// Rules whose phrases nobody who helps would write.
const RULES: [&str; 4] = ["document-withheld", "money-data-by-message", "permit-copy-by-email", "too-good-to-be-true"];
/// A rule about what candidates pay: an office may name a fee of the State, so here it asks only.
const PAYMENT_RULE: &str = "payment-asked-of-candidate";

/// Findings of these rules in the files of organisations and contact points.
pub(super) fn check_profiles(board: &Board) -> Vec<Diagnostic> {
    let organisations = board.organisations.values().map(|file| (&file.document, &file.spans));
    let contact_points = board.contact_points.values().map(|file| (&file.document, &file.spans));
    let profiles: Vec<(&Document, &Spans)> = organisations.chain(contact_points).collect();
    parallel::flat_map(&profiles, |(document, spans)| check_profile(board, document, spans))
}

/// The rules read announcements: the profile is read as one of a job, about which they are strictest.
fn check_profile(board: &Board, document: &Document, spans: &Spans) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    let Some(slug) = Slug::new("profilo") else { return diagnostics };
    let facts = Opportunity { kind: Some(Kind::Job), ..Opportunity::default() };
    let item = Item {
        document: document.clone(),
        slug,
        status: Status::on_day(&facts, board.today),
        facts: Box::new(facts),
        spans: spans.clone(),
        translations: BTreeMap::new(),
    };
    let prose = Prose::from_item(&item);
    phrases::for_each_phrase(&prose, |check, function, phrase| {
        let is_payment = check.rule.name == PAYMENT_RULE;
        if is_payment || RULES.contains(&check.rule.name) {
            let mut found = Vec::new();
            let mut findings =
                Findings { rule: &check.rule, diagnostics: &mut found, single: None, open_picture: None };
            function(board, &item, &prose, phrase, &mut findings);
            if is_payment {
                for diagnostic in &mut found {
                    diagnostic.severity = Severity::Warning;
                }
            }
            diagnostics.extend(found);
        }
    });
    diagnostics
}
