//! Finds suppressions (`silenzia`) of rules that find nothing, do not exist or cannot be suppressed.

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings, rules};
use crate::diagnostic::{Rule, RuleGroup, Severity, nearest, text};
use crate::localized;
use crate::path;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "silence-unused",
        severity: Severity::Warning,
        group: RuleGroup::Syntax,
        summary: text("si silenzia solo una regola che parla", "only rules that find something are suppressed"),
        explanation: text(
            "`silenzia` dice perché una regola non vale per questo annuncio. Se la regola non trova più niente, se non esiste o se è di quelle che non si possono silenziare (un valore che non si legge), la riga va tolta.",
            "`silenzia` says why a rule does not hold for this item. If the rule finds nothing any more, does not exist, or is one that cannot be suppressed (a value that cannot be read), delete the line.",
        ),
        wrong: "silenzia: {shouting: è il nome della festa}",
        right: "titolo: FESTA DEI POPOLI\nsilenzia: {shouting: è il nome della festa}",
        origin: "formato dei contenuti",
    },
    function: CheckFunction::UnusedSuppression(check),
};

fn check(_: &Board, item: &Item, rule: &str, findings: &mut Findings<'_>) {
    let is_known = rules::names().any(|known| known == rule);
    let (message, hint) = match is_known {
        true if rules::can_be_suppressed(rule) => (
            localized!("«{rule}» qui non trova niente", "`{rule}` finds nothing here"),
            localized!("togli la riga", "delete the line"),
        ),
        true => (
            localized!("«{rule}» non si può silenziare", "`{rule}` cannot be suppressed"),
            localized!("correggi il valore, e togli la riga", "correct the value, and delete the line"),
        ),
        false => {
            let meant = nearest(rule, rules::names()).unwrap_or("bacheca explain").to_owned();
            (
                localized!("la regola «{rule}» non esiste", "there is no rule `{rule}`"),
                localized!("volevi dire `{meant}`?", "did you mean `{meant}`?"),
            )
        }
    };
    findings.report_at_field(item, path![silenzia].field(rule), message, hint);
}
