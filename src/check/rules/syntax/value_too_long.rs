//! Reports texts and lists that are longer than their field takes.

use crate::board::Problem;
use crate::check::{Check, CheckFunction, problem_words::finding};
use crate::diagnostic::{Diagnostic, Rule, RuleGroup, Severity, text};
use crate::localized;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "value-too-long",
        severity: Severity::Error,
        group: RuleGroup::Syntax,
        summary: text(
            "testi ed elenchi dei fatti hanno una lunghezza massima",
            "texts and lists of the facts have a maximum length",
        ),
        explanation: text(
            "I fatti stanno in una scheda, in un messaggio, su una locandina: un titolo ha al massimo 200 lettere, gli altri valori di una riga 600, un elenco 100 voci; telefoni, indirizzi, edizioni e `alias` di meno. Quello che ha bisogno di più spazio si racconta nel testo, sotto i fatti.",
            "Facts are shown in a table, in a message, on a poster: a title has at most 200 letters, other values of one line 600, a list 100 entries; telephone numbers, addresses, editions and `alias` fewer. Write longer information in the text below the facts.",
        ),
        wrong: "alias: [a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, a20, a21]",
        right: "alias: [a1, a2, a3]",
        origin: "formato dei contenuti",
    },
    function: CheckFunction::LoadingProblem,
};

pub(in crate::check) fn describe_text(at: &Problem, written: usize, limit: usize) -> Diagnostic {
    let message = localized!(
        "il valore ha {written} lettere, al massimo sono {limit}",
        "the value has {written} letters, at most {limit} are allowed"
    );
    finding(&const { CHECK.rule.brief() }, at, message).hint(localized!(
        "scrivi qui l'essenziale, e il resto nel testo sotto i fatti",
        "write here what matters most, and the rest in the text below the facts"
    ))
}

pub(in crate::check) fn describe_list(at: &Problem, written: usize, limit: usize) -> Diagnostic {
    let message = localized!(
        "l'elenco ha {written} voci, al massimo sono {limit}",
        "the list has {written} entries, at most {limit} are allowed"
    );
    finding(&const { CHECK.rule.brief() }, at, message).hint(localized!(
        "tieni le voci che servono a chi legge; le altre vanno nel testo sotto i fatti, o in un secondo annuncio",
        "keep the entries that readers need; the others go into the text below the facts, or into a second announcement"
    ))
}

pub(in crate::check) fn describe_occasions(at: &Problem, written: usize, limit: usize) -> Diagnostic {
    let message = localized!(
        "giorni e orari fanno {written} appuntamenti, al massimo sono {limit}",
        "days and hours make {written} occasions, at most {limit} are allowed"
    );
    finding(&const { CHECK.rule.brief() }, at, message).hint(localized!(
        "al posto dei singoli giorni scrivi il periodo e i giorni della settimana: `date: {{inizio: 2026-12-01, fine: 2027-02-26}}` e `giorni: [lun, mer]`",
        "in place of single days write the period and the days of the week: `date: {{inizio: 2026-12-01, fine: 2027-02-26}}` and `giorni: [lun, mer]`"
    ))
}
