//! Reports invalid times of day.

use crate::board::Problem;
use crate::check::problem_words::quote;
use crate::check::{Check, CheckFunction, problem_words::finding};
use crate::diagnostic::{Diagnostic, Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::InvalidTime;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "invalid-time",
        severity: Severity::Error,
        group: RuleGroup::Syntax,
        summary: text("le ore si scrivono così: 09:30", "hours are written 09:30"),
        explanation: text(
            "Le ore vanno da 0:00 a 24:00 e si scrivono con i due punti o il punto. Se un'attività non ha un'ora precisa si può scrivere mattina, pomeriggio o sera.",
            "Hours go from 0:00 to 24:00 and are written with a colon or a point. Without an exact hour, mattina, pomeriggio or sera may be written.",
        ),
        wrong: "orari: dalle dieci",
        right: "orari: \"10:00-12:30\"",
        origin: "ISO 8601",
    },
    function: CheckFunction::LoadingProblem,
};

pub(in crate::check) fn describe(at: &Problem, problem: &InvalidTime) -> Diagnostic {
    match problem {
        InvalidTime::NotATime(written) => {
            let written = quote(written);
            finding(&const { CHECK.rule.brief() }, at, localized!("{written} non è un'ora", "{written} is not an hour"))
                .hint(localized!("scrivi per esempio `\"15:00\"`", "write for example `\"15:00\"`"))
        }
        InvalidTime::NotASlot { written, meant } => {
            let written = quote(written);
            let found = finding(&const { CHECK.rule.brief() }, at, localized!("{written} non è un orario", "{written} is not a time"))
                .hint(localized!(
                    "scrivi `\"10:00-12:30\"`, `\"17:30\"` se non si sa la fine, oppure mattina, pomeriggio, sera",
                    "write `\"10:00-12:30\"`, `\"17:30\"` if the end is unknown, or mattina, pomeriggio, sera"
                ));
            match meant {
                Some((start, Some(end))) => found.correction(at.span.clone(), format!("\"{start}-{end}\""), false),
                Some((start, None)) => found.correction(at.span.clone(), format!("\"{start}\""), false),
                None => found,
            }
        }
        InvalidTime::NotATimeOfDeadline { time, date } => {
            finding(&const { CHECK.rule.brief() }, at, localized!("«{time}» non è un'ora", "`{time}` is not an hour"))
                .hint(localized!(
                    "dopo «ore» scrivi l'ora in cifre, oppure solo la data: `{date}`; non la sai? `stato: bozza` e `scadenza: da chiedere`",
                    "write the hour in digits after `ore`, or the date alone: `{date}`; if you do not know: `stato: bozza` and `scadenza: da chiedere`"
                ))
        }
    }
}
