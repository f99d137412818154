//! Reports periods that end before they start.

use crate::board::Problem;
use crate::check::{Check, CheckFunction, problem_words::finding};
use crate::diagnostic::{Diagnostic, Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::InvertedPeriod;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "inverted-period",
        severity: Severity::Error,
        group: RuleGroup::Clarity,
        summary: text("un periodo finisce dopo l'inizio", "a period ends after it starts"),
        explanation: text(
            "Di solito le due date sono scambiate, o l'anno della fine è quello vecchio.",
            "Usually the two dates are swapped, or the end still has the old year.",
        ),
        wrong: "date: {inizio: 2027-02-26, fine: 2026-12-01}",
        right: "date: {inizio: 2026-12-01, fine: 2027-02-26}",
        origin: "formato dei contenuti",
    },
    function: CheckFunction::LoadingProblem,
};

pub(in crate::check) fn describe(at: &Problem, problem: &InvertedPeriod) -> Diagnostic {
    match problem {
        InvertedPeriod::Dates { start, end } => finding(
            &const { CHECK.rule.brief() },
            at,
            localized!(
                "la fine ({end}) viene prima dell'inizio ({start})",
                "the end ({end}) comes before the start ({start})"
            ),
        )
        .hint(localized!("controlla le due date", "check the two dates"))
        .question(localized!(
            "L'inizio sarebbe il {start} e la fine il {end}: quali sono le date giuste?",
            "It would start on {start} and end on {end}: which are the right dates?"
        )),
        InvertedPeriod::Hours(text) => finding(
            &const { CHECK.rule.brief() },
            at,
            localized!("«{text}» finisce prima di cominciare", "`{text}` ends before it starts"),
        )
        .hint(localized!(
            "controlla le due ore; una notte comincia dopo le 17 e finisce al mattino: `22:00-6:00`",
            "check the two hours; a night starts after 17:00 and ends in the morning: `22:00-6:00`"
        )),
    }
}
