//! A project lasts as long as its dates say.

use chrono::Datelike;

use crate::board::{Board, Item};
use crate::check::{Check, Findings, Look};
use crate::diagnostic::{Group, Rule, Severity, text};
use crate::source::Step;
use crate::words;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "duration-disagrees",
        severity: Severity::Error,
        group: Group::Clarity,
        summary: text("la durata è quella fra inizio e fine", "the duration is that from start to end"),
        explanation: text(
            "`durata_mesi`, `inizio` e `fine` dicono cose diverse. Basta scriverne due: il terzo si calcola.",
            "`durata_mesi`, `inizio` and `fine` say different things. Two of them are enough: the third is counted.",
        ),
        wrong: "tipo: progetto\ninizio: 2026-12-01\nfine: 2027-11-30\ndurata_mesi: 24",
        right: "tipo: progetto\ninizio: 2026-12-01\nfine: 2027-11-30\ndurata_mesi: 12",
        origin: "linee guida del canale, paragrafo 5, elenco 4, «Durata e fasi principali»",
    },
    look: Look::Item(look),
};

fn look(_: &Board, item: &Item, findings: &mut Findings<'_>) {
    let facts = &item.facts;
    let (Some(start), Some(end), Some(months)) = (facts.start.value(), facts.end.value(), facts.months) else { return };
    let (first, last) = (start.first_day(), end.last_day());
    let Some(after) = last.succ_opt() else { return };
    let counted = i64::from(after.year() - first.year()) * 12 + i64::from(after.month()) - i64::from(first.month());
    // A month more or less is how people count.
    if (counted - i64::from(months)).abs() <= 1 {
        return;
    }
    findings
        .at(
            &item.document,
            &[Step::Key("durata_mesi")],
            words!(
                "{months} mesi, ma da {start} a {end} sono {counted}",
                "{months} months, but from {start} to {end} it is {counted}"
            ),
            words!("correggi uno dei tre campi", "correct one of the three fields"),
        )
        .ask(words!(
            "Il progetto dura {months} mesi o finisce il {end} (sarebbero {counted})?",
            "Does the project last {months} months, or end on {end} (which would be {counted})?"
        ));
}
