//! Reports keys written twice.

use crate::board::Problem;
use crate::check::{Check, CheckFunction, problem_words::finding};
use crate::diagnostic::{Diagnostic, Rule, RuleGroup, Severity, text};
use crate::localized;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "duplicate-key",
        severity: Severity::Error,
        group: RuleGroup::Syntax,
        summary: text("ogni campo compare una volta sola", "each field appears once"),
        explanation: text(
            "Se un campo è scritto due volte non si sa quale vale. Tieni la riga giusta e togli l'altra; più valori dello stesso campo fanno un elenco: `[uno, due]`.",
            "If a field is written twice nobody knows which one holds. Keep the right line and delete the other; several values of one field make a list: `[one, two]`.",
        ),
        wrong: "titolo: Corso di italiano\ntitolo: Corso di italiano A2",
        right: "titolo: Corso di italiano A2",
        origin: "YAML 1.2.2",
    },
    function: CheckFunction::LoadingProblem,
};

pub(in crate::check) fn describe(at: &Problem, key: &str) -> Diagnostic {
    finding(
        &const { CHECK.rule.brief() },
        at,
        localized!("il campo «{key}» c'è già più sopra", "the field `{key}` stands further up already"),
    )
    .hint(localized!("tieni una sola delle due righe", "keep only one of the two lines"))
}
