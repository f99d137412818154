//! Reports unknown keys, with a suggestion.

use crate::board::Problem;
use crate::check::{Check, CheckFunction, problem_words::finding};
use crate::diagnostic::{Diagnostic, Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::MeantField;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "unknown-field",
        severity: Severity::Error,
        group: RuleGroup::Syntax,
        summary: text("ogni campo ha un nome conosciuto", "every field has a known name"),
        explanation: text(
            "Un campo con il nome sbagliato non arriverebbe a nessuno, perciò non si pubblica finché il nome non è giusto. Il messaggio propone il campo che forse volevi scrivere.",
            "A field with a wrong name would not be shown, so nothing is published until the name is right. The message offers the field that was probably meant.",
        ),
        wrong: "scadensa: 2026-12-04",
        right: "scadenza: 2026-12-04",
        origin: "formato dei contenuti",
    },
    function: CheckFunction::LoadingProblem,
};

pub(in crate::check) fn describe(at: &Problem, key: &str, meant: &MeantField) -> Diagnostic {
    let hint = match meant {
        MeantField::EndOfPeriod => localized!(
            "le date di un periodo stanno insieme: `date: {{inizio: 2026-12-01, fine: 2027-02-26}}`",
            "write the dates of a period together: `date: {{inizio: 2026-12-01, fine: 2027-02-26}}`"
        ),
        MeantField::EndOfEnrolment => localized!(
            "da quando e fino a quando ci si iscrive sono due campi dell'annuncio: `aperto_dal: 2026-12-01` e `scadenza: 2026-12-18`",
            "from when and until when one can enrol are two fields of the announcement: `aperto_dal: 2026-12-01` and `scadenza: 2026-12-18`"
        ),
        MeantField::Field(meant) | MeantField::Alias(meant) => {
            localized!("volevi dire `{meant}`?", "did you mean `{meant}`?")
        }
        MeantField::OneOf(fields) => {
            let all = fields.join(", ");
            localized!("i campi possibili qui sono: {all}", "the fields allowed here are: {all}")
        }
    };
    let found = finding(
        &const { CHECK.rule.brief() },
        at,
        localized!("«{key}» non è un campo conosciuto", "`{key}` is not a known field"),
    )
    .hint(hint);
    match meant {
        MeantField::Alias(meant) => found.correction(at.span.clone(), (*meant).to_owned(), false),
        _ => found,
    }
}
