//! Reports web addresses that a browser cannot open.

use crate::board::Problem;
use crate::check::problem_words::quote;
use crate::check::{Check, CheckFunction, problem_words::finding};
use crate::diagnostic::{Diagnostic, Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::{UrlFault, Written};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "invalid-url",
        severity: Severity::Error,
        group: RuleGroup::Clarity,
        summary: text(
            "i link sono indirizzi interi che cominciano con https://",
            "links are whole addresses that start with https://",
        ),
        explanation: text(
            "Un link è un indirizzo intero, senza spazi, che comincia con https://. Un indirizzo con una @ prima del nome del sito (`https://comune.example@altro.example`) porta da un'altra parte: è un trucco, e non si pubblica.",
            "A link is a whole address without spaces that starts with https://. An address with an @ before the site's name (`https://comune.example@altro.example`) leads elsewhere: that is a trick, and is not published.",
        ),
        wrong: "iscrizione: \"https://example.org/corso 2026\"",
        right: "iscrizione: https://example.org/corso-2026",
        origin: "RFC 3986",
    },
    function: CheckFunction::LoadingProblem,
};

pub(in crate::check) fn describe(at: &Problem, written: &Written, cause: &UrlFault) -> Diagnostic {
    let written = quote(written);
    let not_an_address = || {
        finding(
            &const { CHECK.rule.brief() },
            at,
            localized!("{written} non è un indirizzo web", "{written} is not a web address"),
        )
    };
    match cause {
        UrlFault::LeadsElsewhere(host) => finding(
            &const { CHECK.rule.brief() },
            at,
            localized!("attenzione: {written} porta a {host}", "beware: {written} leads to {host}"),
        )
        .hint(localized!(
            "quello che sta prima di @ inganna: scrivi l'indirizzo vero del sito",
            "the part before the @ is misleading: write the site's real address"
        )),
        UrlFault::StartsProgram => finding(
            &const { CHECK.rule.brief() },
            at,
            localized!(
                "{written} non apre una pagina: fa partire un programma",
                "{written} opens no page: it starts a program"
            ),
        )
        .hint(localized!(
            "scrivi un indirizzo che comincia con https://",
            "write an address that starts with https://"
        )),
        UrlFault::NoScheme(meant) => not_an_address()
            .hint(localized!("scrivi l'indirizzo intero: `{meant}`", "write the whole address: `{meant}`")),
        UrlFault::Other => not_an_address().hint(localized!(
            "scrivi l'indirizzo intero e senza spazi, per esempio `https://www.comune.roma.it/`",
            "write the whole address without spaces, for example `https://www.comune.roma.it/`"
        )),
    }
}
