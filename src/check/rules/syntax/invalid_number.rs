//! Reports values that are not a valid number or sum of money.

use crate::board::Problem;
use crate::check::problem_words::quote;
use crate::check::{Check, CheckFunction, problem_words::finding};
use crate::diagnostic::{Diagnostic, Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::{ExpectedNumber, Written};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "invalid-number",
        severity: Severity::Error,
        group: RuleGroup::Syntax,
        summary: text("numeri e somme sono cifre", "numbers and amounts are written in digits"),
        explanation: text(
            "I numeri si scrivono in cifre, senza parole attorno. Le somme sono in euro: `1.400`, `16,50`.",
            "Numbers are written in digits, without words around them. Amounts are in euro: `1.400`, `16,50`.",
        ),
        wrong: "posti: una quindicina",
        right: "posti: 15",
        origin: "formato dei contenuti",
    },
    function: CheckFunction::LoadingProblem,
};

pub(in crate::check) fn describe(at: &Problem, written: &Written, expected: &ExpectedNumber) -> Diagnostic {
    let written = quote(written);
    let (message, hint) = match expected {
        ExpectedNumber::Whole(whole) => (
            localized!("{written} non è un numero intero", "{written} is not a whole number"),
            match whole {
                Some(whole) => localized!("scrivi `{whole}`, senza virgola", "write `{whole}`, without a comma"),
                None => localized!("scrivi solo cifre, per esempio `15`", "write digits only, for example `15`"),
            },
        ),
        ExpectedNumber::Decimal => (
            localized!("{written} non è un numero", "{written} is not a number"),
            localized!("scrivi solo cifre, per esempio `41.8896`", "write digits only, for example `41.8896`"),
        ),
        ExpectedNumber::Money => (
            localized!("{written} non è una somma di denaro", "{written} is not an amount of money"),
            localized!(
                "scrivi solo la cifra in euro, per esempio `25` o `16,50`",
                "write only the amount in euro, for example `25` or `16.50`"
            ),
        ),
    };
    finding(&const { CHECK.rule.brief() }, at, message).hint(hint)
}
