//! Reports fields that belong to other kinds of items.

use crate::board::Problem;
use crate::check::{Check, CheckFunction, problem_words::finding};
use crate::diagnostic::{Diagnostic, Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::Kind;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "field-of-other-kind",
        severity: Severity::Error,
        group: RuleGroup::Syntax,
        summary: text("ogni campo appartiene al tipo dell'annuncio", "every field belongs to the item's kind"),
        explanation: text(
            "I sette tipi di annuncio hanno campi diversi: un corso ha un'iscrizione, un lavoro una candidatura. Togli la riga, o cambia `tipo` se l'annuncio è di un altro tipo.",
            "The seven kinds have different fields: one enrols in a course, one applies for a job. Delete the line, or change `tipo` if the announcement is of another kind.",
        ),
        wrong: "mansioni: [cucinare]",
        right: "materia: professionale",
        origin: "linee guida del canale, paragrafo 5",
    },
    function: CheckFunction::LoadingProblem,
};

/// Finding for a field of another kind; `others` are the kinds that have it.
pub(in crate::check) fn describe(at: &Problem, key: &str, kind: Kind, others: &[Kind]) -> Diagnostic {
    let kind = kind.key();
    let others = others.iter().map(|other| other.key()).collect::<Vec<_>>().join(", ");
    finding(
        &const { CHECK.rule.brief() },
        at,
        localized!("«{key}» non è un campo di «{kind}»", "`{key}` is not a field of `{kind}`"),
    )
    .hint(localized!(
        "è un campo di: {others}; togli la riga o cambia `tipo`",
        "it is a field of: {others}; delete the line or change `tipo`"
    ))
}
