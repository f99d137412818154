//! What a board decides about findings: another severity for a rule (`[regole]`), and findings suppressed by a file.

use std::collections::BTreeMap;

use super::{CheckFunction, CheckOutcome, CheckScope, Findings, compare_diagnostics, rules};
use crate::board::{Board, Item};
use crate::config::RuleSeverity;
use crate::diagnostic::{Diagnostic, Severity};

/// Applies the severity configured for the rule; `false` if the rule is switched off.
pub(super) fn apply_configured_severity(board: &Board, diagnostic: &mut Diagnostic) -> bool {
    let configured = board.config.regole.get(diagnostic.rule).map(|rule| rule.gravita);
    match configured.filter(|_| rules::can_be_lowered(diagnostic.rule)) {
        Some(RuleSeverity::Spenta) => return false,
        Some(RuleSeverity::Errore) => diagnostic.severity = Severity::Error,
        Some(RuleSeverity::Avviso) => diagnostic.severity = Severity::Warning,
        None => {}
    }
    true
}

/// Separates the findings suppressed by their files (`silenzia: {rule: reason}`), and reports unused suppressions.
pub(super) fn apply_suppressions(board: &Board, diagnostics: Vec<Diagnostic>) -> CheckOutcome {
    struct Suppression<'i> {
        item: &'i Item,
        rule: &'i str,
        reason: &'i str,
        is_used: bool,
    }
    let mut by_file: BTreeMap<&str, Vec<Suppression<'_>>> = BTreeMap::new();
    for item in board.items.iter().filter(|item| !item.facts.silence.0.is_empty()) {
        let rules = item.facts.silence.0.iter();
        let suppressions = rules.map(|(rule, reason)| Suppression { item, rule, reason, is_used: false });
        by_file.insert(&item.document.source.path, suppressions.collect());
    }
    let mut outcome = CheckOutcome::default();
    if by_file.is_empty() {
        outcome.diagnostics = diagnostics;
        return outcome;
    }
    for diagnostic in diagnostics {
        let suppression = by_file
            .get_mut(diagnostic.file.as_str())
            .and_then(|suppressions| suppressions.iter_mut().find(|suppression| suppression.rule == diagnostic.rule))
            .filter(|_| rules::can_be_suppressed(diagnostic.rule));
        match suppression {
            Some(suppression) => {
                suppression.is_used = true;
                outcome.suppressed.push((diagnostic, suppression.reason.to_owned()));
            }
            None => outcome.diagnostics.push(diagnostic),
        }
    }
    for check in rules::checks() {
        let CheckFunction::UnusedSuppression(function) = check.function else { continue };
        let mut unused = Vec::new();
        for suppression in by_file.values().flatten().filter(|suppression| !suppression.is_used) {
            let mut findings =
                Findings { rule: &check.rule, diagnostics: &mut unused, scope: CheckScope::Board, open_picture: None };
            function(board, suppression.item, suppression.rule, &mut findings);
        }
        unused.retain_mut(|diagnostic| apply_configured_severity(board, diagnostic));
        outcome.diagnostics.extend(unused);
    }
    outcome.diagnostics.sort_by(compare_diagnostics);
    outcome
}
