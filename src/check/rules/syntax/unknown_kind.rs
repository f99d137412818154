//! Reports items whose `tipo` is missing or not one of the seven kinds.

use crate::board::Problem;
use crate::check::problem_words::quote;
use crate::check::{Check, CheckFunction, problem_words::finding};
use crate::diagnostic::{Diagnostic, Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::{Kind, Written};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "unknown-kind",
        severity: Severity::Error,
        group: RuleGroup::Syntax,
        summary: text("il tipo è uno dei sette", "the kind is one of the seven"),
        explanation: text(
            "Il tipo decide quali informazioni servono. I tipi sono: formazione, lavoro, abitare, normativa, notizia, progetto, evento.",
            "The kind decides which facts are needed. The kinds are: formazione, lavoro, abitare, normativa, notizia, progetto, evento.",
        ),
        wrong: "tipo: corso",
        right: "tipo: formazione",
        origin: "linee guida del canale, paragrafo 5",
    },
    function: CheckFunction::LoadingProblem,
};

/// Finding for the kind; `written` is `None` if `tipo` is missing, `meant` the most similar kind.
pub(in crate::check) fn describe(at: &Problem, written: Option<&Written>, meant: Option<&str>) -> Diagnostic {
    let kinds = Kind::ALL.map(Kind::key).join(", ");
    let Some(written) = written.map(quote) else {
        let message = localized!("manca il tipo dell'annuncio", "the kind of the item is missing");
        return finding(&const { CHECK.rule.brief() }, at, message).hint(localized!(
            "aggiungi `tipo:` con una di queste parole: {kinds}",
            "add `tipo:` with one of these words: {kinds}"
        ));
    };
    let hint = match meant {
        Some(meant) => {
            localized!("volevi dire `{meant}`? I tipi sono: {kinds}", "did you mean `{meant}`? The kinds are: {kinds}")
        }
        None => localized!("i tipi sono: {kinds}", "the kinds are: {kinds}"),
    };
    let message = localized!("{written} non è un tipo di annuncio", "{written} is not a kind of item");
    finding(&const { CHECK.rule.brief() }, at, message).hint(hint)
}
