//! The rules against swindlers, on the pages of organisations and contact points: readers trust these most.

use std::collections::BTreeMap;

use super::prose::Prose;
use super::{CheckScope, Findings, Phrase, parallel, payments, phrases};
use crate::board::{Board, Item, Status};
use crate::diagnostic::{Diagnostic, Severity};
use crate::localized;
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
        publications_file: None,
        voices: BTreeMap::new(),
    };
    let prose = Prose::from_item(&item);
    phrases::for_each_phrase(&prose, |check, function, phrase| {
        let mut findings =
            Findings { rule: &check.rule, diagnostics: &mut diagnostics, scope: CheckScope::Board, open_picture: None };
        if RULES.contains(&check.rule.name) {
            function(board, &item, &prose, phrase, &mut findings);
        } else if check.rule.name == PAYMENT_RULE && payments::asks_for_money(phrase) {
            report_payment(&item, phrase, &mut findings);
        }
    });
    diagnostics
}

/// Who candidates for a job pay is refused; what an office takes is asked about.
fn report_payment(item: &Item, phrase: &Phrase<'_>, findings: &mut Findings<'_>) {
    let (range, written) = payments::extend_to_amount(phrase);
    let found = findings.report_in_passage(
        &item.document,
        &phrase.passage,
        range,
        localized!("qui si chiede denaro: «{written}»", "money is asked here: «{written}»"),
        localized!(
            "chi aiuta non si fa pagare; se è una tassa dello Stato o una tessera, scrivi che cos'è",
            "who helps takes no money; if it is a state fee or a membership, say what it is"
        ),
    );
    found.severity = Severity::Warning;
}
