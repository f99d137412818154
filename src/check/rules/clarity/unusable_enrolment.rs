//! Reports values that are not a way to enrol («clicca qui»).

use crate::board::Problem;
use crate::check::problem_words::quote;
use crate::check::{Check, CheckFunction, problem_words::finding};
use crate::diagnostic::{Diagnostic, Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::{Requirement, UnusableEnrolment};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "unusable-enrolment",
        severity: Severity::Error,
        group: RuleGroup::Clarity,
        summary: text("si capisce come iscriversi", "it is clear how to enrol"),
        explanation: text(
            "«Clicca qui» su un foglio appeso al muro non porta da nessuna parte. Serve un indirizzo intero, una e-mail, un telefono, o il posto dove andare.",
            "«Clicca qui» on a sheet of paper leads nowhere. It takes a whole address, an e-mail, a telephone number, or the place to go to.",
        ),
        wrong: "iscrizione: clicca qui",
        right: "iscrizione: https://example.org/iscrizione",
        origin: "linee guida del canale, paragrafo 5",
    },
    function: CheckFunction::LoadingProblem,
};

pub(in crate::check) fn describe(at: &Problem, problem: &UnusableEnrolment) -> Diagnostic {
    match problem {
        UnusableEnrolment::FormWithoutAddress => finding(
            &const { CHECK.rule.brief() },
            at,
            localized!("del modulo manca l'indirizzo", "the form has no address"),
        )
        .hint(localized!("aggiungi `url: https://…`, intero", "add `url: https://…`, whole"))
        .question(localized!("Qual è l'indirizzo del modulo?", "What is the address of the form?")),
        UnusableEnrolment::NoNumber(written) => {
            let written = quote(written);
            let message = localized!("{written} non dice a che numero", "{written} does not give a number");
            finding(&const { CHECK.rule.brief() }, at, message)
                .hint(localized!(
                    "scrivi il numero: `{{canale: telefono, telefono: \"06 5733 9332\", nota: …}}`",
                    "write the number: `{{canale: telefono, telefono: \"06 5733 9332\", nota: …}}`"
                ))
                .question(localized!("A quale numero si chiama?", "Which number should people call?"))
        }
        UnusableEnrolment::Unclear(written) => {
            let written = quote(written);
            finding(&const { CHECK.rule.brief() }, at, localized!("{written} non dice come fare", "{written} does not say how"))
                .hint(localized!(
                    "scrivi l'indirizzo intero del modulo, una e-mail, un telefono, oppure `canale: a mano` con indirizzo e orari; se non serve: `non previsto`",
                    "write the whole address of the form, an e-mail, a telephone number, or `canale: a mano` with address and hours; if it is not needed: `non previsto`"
                ))
                .question(Requirement::Enrolment.question().into())
        }
    }
}
