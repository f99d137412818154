//! Reports telephone numbers that cannot be dialled.

use crate::board::Problem;
use crate::check::problem_words::quote;
use crate::check::{Check, CheckFunction, problem_words::finding};
use crate::diagnostic::{Diagnostic, Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::{PhoneFault, Written};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "invalid-phone",
        severity: Severity::Error,
        group: RuleGroup::Clarity,
        summary: text("i telefoni sono numeri che si possono chiamare", "phone numbers can be called"),
        explanation: text(
            "Un numero solo per voce, in cifre. Più numeri fanno un elenco: `[\"06 5733 9332\", \"351 592 7691\"]`. Un cellulare che comincia per 393 va bene così: non è il prefisso +39.",
            "One number for each entry, in digits. Several make a list: `[\"06 5733 9332\", \"351 592 7691\"]`. A mobile that starts with 393 is right as it is: that is not the prefix +39.",
        ),
        wrong: "contatti: {telefono: \"06 55O1 23l4\"}",
        right: "contatti: {telefono: \"06 5501 2314\"}",
        origin: "ITU-T E.164",
    },
    function: CheckFunction::LoadingProblem,
};

pub(in crate::check) fn describe(at: &Problem, written: &Written, cause: PhoneFault) -> Diagnostic {
    let written = quote(written);
    let hint = match cause {
        PhoneFault::WhatsappLink => localized!(
            "qui va il numero, non il link: `\"+39 333 123 4567\"`",
            "the number goes here, not the link: `\"+39 333 123 4567\"`"
        ),
        PhoneFault::LetterForDigit => localized!(
            "c'è una lettera al posto di una cifra (O per 0, l per 1)",
            "a letter stands in place of a digit (O for 0, l for 1)"
        ),
        PhoneFault::SeveralNumbers => localized!(
            "sono più numeri o interni: scrivi il numero principale e metti gli interni in `nota`; più numeri fanno un elenco",
            "these are several numbers or extensions: write the main number, the extensions in `nota`; several numbers make a list"
        ),
        PhoneFault::Other => localized!(
            "scrivi un solo numero, per esempio `\"06 5733 9332\"`; più numeri fanno un elenco",
            "write one number, for example `\"06 5733 9332\"`; several numbers make a list"
        ),
    };
    let message = localized!("{written} non è un numero di telefono", "{written} is not a telephone number");
    finding(&const { CHECK.rule.brief() }, at, message).hint(hint).question(localized!(
        "Qual è il numero di telefono giusto, al posto di {written}?",
        "Which is the right telephone number in place of {written}?"
    ))
}
