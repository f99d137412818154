//! Reports invalid e-mail addresses.

use crate::board::Problem;
use crate::check::problem_words::quote;
use crate::check::{Check, CheckFunction, problem_words::finding};
use crate::diagnostic::{Diagnostic, Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::{EmailFault, Written};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "invalid-email",
        severity: Severity::Error,
        group: RuleGroup::Clarity,
        summary: text("le e-mail sono indirizzi veri", "e-mail addresses are real addresses"),
        explanation: text(
            "A un indirizzo con uno spazio o una virgola non arriva niente. Quando si copia da un sito, al posto dell'indirizzo può restare la frase «protetto dagli spambots»: aprilo nel browser e copia l'indirizzo vero.",
            "Nothing arrives at an address with a space or a comma in it. Text copied from a site may contain the sentence «protetto dagli spambots» in place of the address: open the page in a browser and copy the real one.",
        ),
        wrong: "contatti: {email: \"info @example.org\"}",
        right: "contatti: {email: info@example.org}",
        origin: "RFC 5321",
    },
    function: CheckFunction::LoadingProblem,
};

pub(in crate::check) fn describe(at: &Problem, written: &Written, cause: &EmailFault) -> Diagnostic {
    let written = quote(written);
    let hint = match cause {
        EmailFault::SpelledOut(meant) => {
            localized!("scrivi l'indirizzo: `{meant}`", "write the address: `{meant}`")
        }
        EmailFault::Hidden => localized!(
            "il sito nasconde l'indirizzo: apri la pagina nel browser, copia l'e-mail vera e scrivila qui",
            "the site hides the address: open the page in a browser, copy the real e-mail and write it here"
        ),
        EmailFault::Other => localized!(
            "scrivi l'indirizzo intero, per esempio `corsi@example.org`, senza spazi né virgole; più indirizzi fanno un elenco",
            "write the whole address, for example `corsi@example.org`, without spaces or commas; several make a list"
        ),
    };
    let message = localized!("{written} non è un indirizzo e-mail", "{written} is not an e-mail address");
    finding(&const { CHECK.rule.brief() }, at, message)
        .hint(hint)
        .question(localized!("Qual è l'indirizzo e-mail a cui scrivere?", "What is the right e-mail address?"))
}
