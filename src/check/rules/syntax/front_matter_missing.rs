//! Reports files without a `---` block at the top.

use crate::board::Problem;
use crate::check::{Check, CheckFunction, problem_words::finding};
use crate::diagnostic::{Diagnostic, Rule, RuleGroup, Severity, text};
use crate::localized;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "front-matter-missing",
        severity: Severity::Error,
        group: RuleGroup::Syntax,
        summary: text(
            "il file comincia con le informazioni fra due righe «---»",
            "the file starts with its facts between two `---` lines",
        ),
        explanation: text(
            "Le informazioni (titolo, scadenza, costo…) stanno in cima al file, fra due righe fatte solo di tre trattini. Il testo libero viene dopo la seconda.",
            "The facts (title, deadline, cost…) are at the top of the file, between two lines of exactly three dashes. Free text comes after the second.",
        ),
        wrong: "-- content/opportunita/2026/prova.md --\ntitolo: Corso di italiano\n",
        right: "titolo: Corso di italiano",
        origin: "formato dei contenuti",
    },
    function: CheckFunction::LoadingProblem,
};

pub(in crate::check) fn describe(at: &Problem) -> Diagnostic {
    let message = localized!(
        "il file deve cominciare con le informazioni fra due righe fatte di tre trattini",
        "the file must start with its facts between two lines of three dashes"
    );
    finding(&const { CHECK.rule.brief() }, at, message).hint(localized!(
        "scrivi `---` da solo sulla prima riga e di nuovo dopo l'ultimo campo",
        "write `---` alone on the first line and again after the last field"
    ))
}

/// Finding for a line of other dashes, or of another number of them.
pub(in crate::check) fn describe_wrong_fence(at: &Problem) -> Diagnostic {
    let message = localized!(
        "questa riga deve avere tre trattini corti: spesso il telefono o Word li cambia in uno lungo",
        "this line must be three short dashes: telephones and Word often turn them into a long one"
    );
    finding(&const { CHECK.rule.brief() }, at, message).correction(at.span.clone(), "---".to_owned(), true)
}

/// Finding for facts that no line closes; `at` is the first line that is not one of them.
pub(in crate::check) fn describe_unclosed(at: &Problem) -> Diagnostic {
    let message = localized!(
        "prima di questa riga manca `---`, che chiude le informazioni",
        "`---`, which closes the facts, is missing before this line"
    );
    finding(&const { CHECK.rule.brief() }, at, message).hint(localized!(
        "scrivi `---` da solo su una riga, dopo l'ultimo campo e prima del testo",
        "write `---` alone on a line, after the last field and before the text"
    ))
}
