//! Reports ` #` inside an unquoted value, where YAML drops the rest of the line.

use crate::board::Problem;
use crate::check::{
    Check, CheckFunction,
    problem_words::{finding, unreadable_line},
};
use crate::diagnostic::{Diagnostic, Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::source::Replacement;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "comment-swallows-text",
        severity: Severity::Error,
        group: RuleGroup::Syntax,
        summary: text(
            "un « #» dentro un valore va fra virgolette, o il resto si perde",
            "a ` #` inside a value is quoted, or the rest of the line is lost",
        ),
        explanation: text(
            "Per YAML uno spazio seguito da # comincia un commento: quello che segue sparisce senza avviso. Metti il valore fra virgolette doppie.",
            "To YAML a space and a # start a remark: what follows disappears silently. Put the value in double quotes.",
        ),
        wrong: "titolo: Corso #Integrazione",
        right: "titolo: \"Corso #Integrazione\"",
        origin: "YAML 1.2.2",
    },
    function: CheckFunction::LoadingProblem,
};

/// Finding for the cut value; `quoted` is the replacement in quotes, if the value can be quoted safely.
pub(in crate::check) fn describe(at: &Problem, quoted: Option<&Replacement>) -> Diagnostic {
    let Some(quoted) = quoted else { return unreadable_line(&const { CHECK.rule.brief() }, at, "") };
    let message = localized!("da « #» in poi il testo va perso", "everything from ` #` on is lost");
    finding(&const { CHECK.rule.brief() }, at, message)
        .hint(localized!("metti il valore fra virgolette doppie", "put the value in double quotes"))
        .correction(quoted.span.clone(), quoted.text.clone(), false)
}
