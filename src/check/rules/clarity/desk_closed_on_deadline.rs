//! Finds deadlines on a day when the desk or telephone for enrolment is closed.

use chrono::{Datelike, Days, NaiveDate};

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings, weekdays};
use crate::config::Territory;
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::{Enrolment, EnrolmentWay, Kind, PartialDate, Weekday};
use crate::path;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "desk-closed-on-deadline",
        severity: Severity::Warning,
        group: RuleGroup::Clarity,
        summary: text("l'ultimo giorno lo sportello è aperto", "the desk is open on the last day"),
        explanation: text(
            "Se ci si iscrive solo di persona o per telefono, l'ultimo giorno utile è l'ultimo in cui qualcuno risponde. Una scadenza di domenica va bene se c'è un modulo online o una e-mail. In un giorno di lavoro basta che ci sia un'altra via per scrivere, fra i contatti.",
            "If one enrols in person or by telephone only, the last day is the last on which somebody is there. A deadline on a Sunday is fine where there is a form or an e-mail. On a working day it is enough that one can write to one of the contacts.",
        ),
        wrong: "scadenza: 2026-12-05\niscrizione: {canale: a mano, indirizzo: \"via Roma 1\", giorni: [mar]}",
        right: "scadenza: 2026-12-01\niscrizione: {canale: a mano, indirizzo: \"via Roma 1\", giorni: [mar]}",
        origin: "linee guida del canale, paragrafo 5, «Modalità di iscrizione» e «Scadenza»",
    },
    function: CheckFunction::Item(check),
};

fn check(board: &Board, item: &Item, findings: &mut Findings<'_>) {
    let territory = &board.config.territorio;
    let deadline = item.facts.deadline.value().and_then(|deadline| deadline.partial_date());
    let Some(PartialDate::Day(deadline)) = deadline else { return };
    let ways = item.facts.enrolment_ways();
    let in_person = |way: &Enrolment| matches!(way.channel, Some(EnrolmentWay::ByHand | EnrolmentWay::Telephone));
    if ways.is_empty() || !ways.iter().all(in_person) || ways.iter().any(|way| is_open_on(way, deadline, territory)) {
        return;
    }
    // On a working day an e-mail is read in time; on others an office is empty.
    let is_working_day = deadline.weekday().num_days_from_monday() < 5 && !territory.is_holiday(deadline);
    if is_working_day && board.contacts_of(item).is_some_and(|contacts| !contacts.email.is_empty()) {
        return;
    }
    let last = (1..=14)
        .filter_map(|days| deadline.checked_sub_days(Days::new(days)))
        .find(|day| ways.iter().any(|way| is_open_on(way, *day, territory)));
    let shown = crate::text::calendar_names::weekday_name(deadline.weekday());
    let (why_it, why_en) = if territory.is_holiday(deadline) {
        ("ed è festa", "and a holiday")
    } else {
        ("e lo sportello è chiuso", "and the desk is closed")
    };
    let (to_it, to_en) =
        if item.kind() == Kind::Job { ("candidarsi", "apply to") } else { ("iscriversi", "enrol with") };
    let hint = match last {
        Some(day) => localized!("l'ultimo giorno utile è {day}", "the last day of use is {day}"),
        None => localized!("controlla i giorni dello sportello", "check the days of the desk"),
    };
    findings
        .report_at_field(
            item,
            path![scadenza],
            localized!(
                "{deadline} è {shown} {why_it}: quel giorno non c'è nessuno a cui {to_it}",
                "{deadline} is {shown} {why_en}: nobody is there to {to_en}"
            ),
            hint,
        )
        .ask(localized!(
            "La scadenza ({deadline}) cade quando lo sportello è chiuso: qual è l'ultimo giorno utile?",
            "The deadline ({deadline}) falls on a day when the desk is closed: which is the last day of use?"
        ));
}

fn is_open_on(way: &Enrolment, day: NaiveDate, territory: &Territory) -> bool {
    let weekday = Weekday::weekday_of(day);
    let slot_days: Vec<Weekday> = way.hours.iter().flat_map(|slot| slot.days.iter().copied()).collect();
    let note_days = if way.days.is_empty() && slot_days.is_empty() {
        way.note.as_deref().map(weekdays::parse_weekdays).unwrap_or_default()
    } else {
        Vec::new()
    };
    match (way.days.is_empty(), slot_days.is_empty(), note_days.is_empty()) {
        (true, true, true) => weekday != Weekday::Sunday && !territory.is_holiday(day),
        (true, true, false) => note_days.contains(&weekday.word()) && !territory.is_holiday(day),
        _ => (way.days.contains(&weekday) || slot_days.contains(&weekday)) && !territory.is_holiday(day),
    }
}
