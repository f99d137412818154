//! Reports keys without a value.

use crate::board::Problem;
use crate::check::{Check, CheckFunction, problem_words::finding};
use crate::diagnostic::{Diagnostic, Rule, RuleGroup, Severity, text};
use crate::localized;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "field-empty",
        severity: Severity::Error,
        group: RuleGroup::Syntax,
        summary: text("nessun campo è vuoto", "no field is empty"),
        explanation: text(
            "Un campo vuoto non dice se la cosa non c'è o se nessuno l'ha ancora chiesta. Scrivi `non previsto` nel primo caso, `da chiedere` (in una bozza) nel secondo, oppure togli la riga se il campo è facoltativo.",
            "An empty field does not say whether it does not apply or nobody has asked. Write `non previsto` in the first case, `da chiedere` (in a draft) in the second, or delete the line if the field is optional.",
        ),
        wrong: "costo:",
        right: "costo: gratuito",
        origin: "formato dei contenuti",
    },
    function: CheckFunction::LoadingProblem,
};

pub(in crate::check) fn describe(at: &Problem, key: &str) -> Diagnostic {
    finding(&const { CHECK.rule.brief() }, at, localized!("il campo «{key}» è vuoto", "the field `{key}` is empty")).hint(localized!(
        "scrivi il valore; se non c'è: `non previsto`; se non lo sai: `da chiedere` in una bozza; altrimenti togli la riga",
        "write its value; if it does not apply: `non previsto`; if you do not know it: `da chiedere` in a draft; or delete the line"
    ))
}
