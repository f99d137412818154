//! Runs the rules that read parts of each text of a board: its web addresses, and what one parse of its Markdown found.

use std::ops::Range;
use std::sync::LazyLock;

use super::addresses::for_each_address;
use super::{Check, CheckFunction, CheckScope, Findings, parallel, rules};
use crate::diagnostic::Diagnostic;
use crate::markdown::{MarkupFinding, inspect_markup};
use crate::source::Document;

type AddressFunction = fn(&Document, &str, Range<usize>, &mut Findings<'_>);
type MarkupFunction = fn(&Document, &MarkupFinding, Range<usize>, &mut Findings<'_>);
type AddressCheck = (&'static Check, AddressFunction);
type MarkupCheck = (&'static Check, MarkupFunction);

/// Those of the rules that read addresses, and those that read markup.
static CHECKS: LazyLock<(Vec<AddressCheck>, Vec<MarkupCheck>)> = LazyLock::new(|| {
    let (mut of_addresses, mut of_markup) = (Vec::new(), Vec::new());
    for check in rules::checks() {
        match check.function {
            CheckFunction::Address(function) => of_addresses.push((check, function)),
            CheckFunction::Markup(function) => of_markup.push((check, function)),
            _ => {}
        }
    }
    (of_addresses, of_markup)
});

/// Runs these rules on some texts.
pub(super) fn check_documents(documents: &[&Document], diagnostics: &mut Vec<Diagnostic>) {
    diagnostics.extend(parallel::flat_map(documents, |document| {
        let mut diagnostics = Vec::new();
        check_document(document, &mut diagnostics);
        diagnostics
    }));
}

/// Runs these rules on one text.
pub(super) fn check_document(document: &Document, diagnostics: &mut Vec<Diagnostic>) {
    let (of_addresses, of_markup) = &*CHECKS;
    let scope = CheckScope::Board;
    for_each_address(document, |address, range| {
        for (check, function) in of_addresses {
            let mut findings = Findings { rule: &check.rule, diagnostics, scope, open_picture: None };
            function(document, address, range.clone(), &mut findings);
        }
    });
    let start = document.body.start;
    for (span, finding) in inspect_markup(document.body()) {
        for (check, function) in of_markup {
            let mut findings = Findings { rule: &check.rule, diagnostics, scope, open_picture: None };
            function(document, &finding, start + span.start..start + span.end, &mut findings);
        }
    }
}
