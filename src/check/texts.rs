//! Runs the rules that read parts of each text of a board: its web addresses, and what one parse of its Markdown found.

use std::ops::Range;

use super::addresses::for_each_address;
use super::{Check, CheckFunction, CheckScope, Findings, parallel, rules};
use crate::board::Board;
use crate::diagnostic::Diagnostic;
use crate::markdown::{MarkupFinding, inspect_markup};
use crate::source::Document;

type AddressFunction = fn(&Document, &str, Range<usize>, &mut Findings<'_>);
type MarkupFunction = fn(&Document, &MarkupFinding, Range<usize>, &mut Findings<'_>);

/// Runs these rules on each text of which findings are wanted, but not those of items for whose index `skip_item` is true.
pub(super) fn check_texts(
    board: &Board,
    scope: CheckScope,
    skip_item: impl Fn(usize) -> bool,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let documents: Vec<&Document> = match scope {
        CheckScope::Board => board.texts_but_of(skip_item).collect(),
        CheckScope::Item(index) => board.items.get(index).map(|item| &item.document).into_iter().collect(),
        // Whoever asks for that of an organisation knows its path.
        CheckScope::Organisation => Vec::new(),
    };
    check_documents(&documents, diagnostics);
}

/// Runs these rules on these texts.
pub(super) fn check_documents(documents: &[&Document], diagnostics: &mut Vec<Diagnostic>) {
    let mut address_checks: Vec<(&Check, AddressFunction)> = Vec::new();
    let mut markup_checks: Vec<(&Check, MarkupFunction)> = Vec::new();
    for check in rules::checks() {
        match check.function {
            CheckFunction::Address(function) => address_checks.push((check, function)),
            CheckFunction::Markup(function) => markup_checks.push((check, function)),
            _ => {}
        }
    }
    diagnostics.extend(parallel::flat_map(documents, |document| {
        let mut diagnostics = Vec::new();
        for_each_address(document, |address, range| {
            for (check, function) in &address_checks {
                let mut findings = Findings {
                    rule: &check.rule,
                    diagnostics: &mut diagnostics,
                    scope: CheckScope::Board,
                    open_picture: None,
                };
                function(document, address, range.clone(), &mut findings);
            }
        });
        let start = document.body.start;
        for (span, finding) in inspect_markup(document.body()) {
            for (check, function) in &markup_checks {
                let mut findings = Findings {
                    rule: &check.rule,
                    diagnostics: &mut diagnostics,
                    scope: CheckScope::Board,
                    open_picture: None,
                };
                function(document, &finding, start + span.start..start + span.end, &mut findings);
            }
        }
        diagnostics
    }));
}
