//! Finds deadlines after the last day of the activity.

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::{Kind, PartialDate};
use crate::path;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "deadline-after-end",
        severity: Severity::Error,
        group: RuleGroup::Clarity,
        summary: text("ci si iscrive prima che sia finito", "enrolment ends before the activity does"),
        explanation: text(
            "La scadenza delle iscrizioni viene dopo l'ultimo giorno dell'attività. Di solito una delle due date ha il mese o l'anno sbagliato, o in `scadenza` c'è la fine del progetto.",
            "The deadline comes after the last day. Usually one of the two dates has the wrong month or year, or `scadenza` holds the end of the project.",
        ),
        wrong: "date: 2026-12-10\nscadenza: 2026-12-18",
        right: "date: 2026-12-10\nscadenza: 2026-12-09",
        origin: "linee guida del canale, paragrafo 5, «Scadenza per l'iscrizione»",
    },
    function: CheckFunction::Item(check),
};

fn check(_: &Board, item: &Item, findings: &mut Findings<'_>) {
    if !matches!(item.kind(), Kind::Training | Kind::Event) {
        return;
    }
    let Some(deadline) = item.facts.deadline.value().and_then(|deadline| deadline.partial_date()) else {
        return;
    };
    let mut last = None;
    for edition in item.facts.editions() {
        use crate::model::Dates;
        let end = match edition.dates.value() {
            Some(Dates::Days(days)) => days.last().copied(),
            Some(Dates::Period(_, Some(PartialDate::Day(end)))) => Some(*end),
            // Without the end of each edition the last day is unknown.
            _ => return,
        };
        last = last.max(end);
    }
    let Some(last) = last.filter(|last| deadline.first_day() > *last) else { return };
    findings
        .report_at_field(
            item,
            path![scadenza],
            localized!(
                "la scadenza ({deadline}) viene dopo l'ultimo giorno ({last})",
                "the deadline ({deadline}) comes after the last day ({last})"
            ),
            localized!("controlla le due date", "check the two dates"),
        )
        .ask(localized!(
            "La scadenza è {deadline}, ma l'ultimo giorno è {last}: quali sono le date giuste?",
            "The deadline is {deadline}, but the last day is {last}: which are the right dates?"
        ));
}
