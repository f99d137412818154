//! Reports unquoted decimal commas inside braces, where YAML starts another field.

use crate::board::Problem;
use crate::check::{Check, CheckFunction, problem_words::finding};
use crate::diagnostic::{Diagnostic, Rule, RuleGroup, Severity, text};
use crate::localized;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "comma-splits-value",
        severity: Severity::Error,
        group: RuleGroup::Syntax,
        summary: text("i centesimi fra graffe stanno fra virgolette", "cents within braces stand in quotes"),
        explanation: text(
            "Fra parentesi graffe la virgola comincia un altro campo: `{importo: 16,50}` si legge come «importo: 16» e un campo «50» senza valore. Metti la somma fra virgolette.",
            "Within braces a comma starts another field: `{importo: 16,50}` reads as `importo: 16` and a field `50` without value. Put the sum in quotes.",
        ),
        wrong: "costo: {tipo: contributo, importo: 16,50}",
        right: "costo: {tipo: contributo, importo: \"16,50\"}",
        origin: "YAML 1.2.2, 7.4",
    },
    function: CheckFunction::LoadingProblem,
};

/// Finding for the key that the comma produced; `key` holds the digits after the comma.
pub(in crate::check) fn describe(at: &Problem, key: &str) -> Diagnostic {
    finding(
        &const { CHECK.rule.brief() },
        at,
        localized!(
            "fra graffe la virgola prima di «{key}» comincia un altro campo",
            "within braces the comma before `{key}` starts another field"
        ),
    )
    .hint(localized!("metti la somma fra virgolette: `\"16,50\"`", "put the sum in quotes: `\"16,50\"`"))
}
