//! Finds durations of projects and contracts that differ from their start and end dates.

use chrono::Datelike;

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::{Contract, FieldPath, PartialDate, number_in_words};
use crate::path;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "duration-disagrees",
        severity: Severity::Error,
        group: RuleGroup::Clarity,
        summary: text("la durata è quella fra inizio e fine", "the duration is that from start to end"),
        explanation: text(
            "`durata_mesi`, `inizio` e `fine` dicono cose diverse. Basta scriverne due: il terzo si calcola. Per un contratto di lavoro, che può cominciare in ritardo, è solo un avviso.",
            "`durata_mesi`, `inizio` and `fine` say different things. Two of them are enough: the third follows from them. For an employment contract, which may start late, this is only a warning.",
        ),
        wrong: "tipo: progetto\ninizio: 2026-12-01\nfine: 2027-11-30\ndurata_mesi: 24",
        right: "tipo: progetto\ninizio: 2026-12-01\nfine: 2027-11-30\ndurata_mesi: 12",
        origin: "linee guida del canale, paragrafo 5, elenco 4, «Durata e fasi principali»",
    },
    function: CheckFunction::Item(check),
};

fn check(_: &Board, item: &Item, findings: &mut Findings<'_>) {
    let facts = &item.facts;
    for (index, contract) in facts.contracts().iter().enumerate() {
        check_contract(item, path![contratto[index].durata], contract, findings);
    }
    let (Some(start), Some(end), Some(months)) = (facts.start.value(), facts.end.value(), facts.months) else { return };
    let Some(counted) = months_between(*start, *end).filter(|counted| differs(*counted, months)) else { return };
    findings
        .report_at_field(
            item,
            path![durata_mesi],
            localized!(
                "{months} mesi, ma da {start} a {end} sono {counted}",
                "{months} months, but from {start} to {end} it is {counted}"
            ),
            localized!("correggi uno dei tre campi", "correct one of the three fields"),
        )
        .ask(localized!(
            "Il progetto dura {months} mesi o finisce il {end} (sarebbero {counted})?",
            "Does the project last {months} months, or end on {end} (which would be {counted})?"
        ));
}

/// Reports a contract's duration («6 mesi») that differs from its dates (January to December).
fn check_contract(item: &Item, path: FieldPath, contract: &Contract, findings: &mut Findings<'_>) {
    let (Some(start), Some(end), Some(duration)) = (contract.start, contract.end, &contract.duration) else { return };
    let Some(("mesi", months)) = duration.trim().split_once(' ').map(|(number, unit)| (unit, number)) else { return };
    let Some(months) = months.parse().ok().or_else(|| number_in_words(months)) else { return };
    let Some(counted) = months_between(start, end).filter(|counted| differs(*counted, months)) else { return };
    findings
        .report_at_field(
            item,
            path,
            localized!(
                "{months} mesi, ma da {start} a {end} sono {counted}",
                "{months} months, but from {start} to {end} it is {counted}"
            ),
            localized!("correggi la durata o le date", "correct the duration or the dates"),
        )
        .ask(localized!(
            "Il contratto dura {months} mesi o finisce il {end} (sarebbero {counted})?",
            "Does the contract last {months} months, or end on {end} (which would be {counted})?"
        ))
        .severity = Severity::Warning;
}

/// Whether a duration differs by more than a month, the difference between inclusive and exclusive counts.
fn differs(counted: i64, months: u32) -> bool {
    (counted - i64::from(months)).abs() > 1
}

fn months_between(start: PartialDate, end: PartialDate) -> Option<i64> {
    let (first, after) = (start.first_day(), end.last_day().succ_opt()?);
    Some(i64::from(after.year() - first.year()) * 12 + i64::from(after.month()) - i64::from(first.month()))
}
