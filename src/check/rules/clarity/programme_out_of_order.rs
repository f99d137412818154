//! Finds programme entries that start before the previous one or after the end of the event.

use chrono::NaiveDate;

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::{Dates, TimeOfDay, TimeSlot, Weekday};
use crate::path;

/// Minutes before the beginning at which a programme may begin: doors open a little earlier.
const EARLY_MINUTES: u16 = 60;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "programme-out-of-order",
        severity: Severity::Error,
        group: RuleGroup::Clarity,
        summary: text("il programma va avanti nel tempo", "a programme goes forward in time"),
        explanation: text(
            "Un punto del programma comincia prima di quello che lo precede: una delle due ore è sbagliata, o le righe sono scambiate. Se un punto comincia quando l'evento è già finito è un avviso: forse `orari` finisce troppo presto.",
            "A point of the programme starts before the one above it: one of the hours is wrong, or the lines are exchanged. Where a point starts when the event is over that is a warning: `orari` may end too early.",
        ),
        wrong: "tipo: evento\nprogramma:\n  - {ora: \"15:00\", titolo: Saluti}\n  - {ora: \"14:00\", titolo: Chiusura}",
        right: "tipo: evento\nprogramma:\n  - {ora: \"14:00\", titolo: Saluti}\n  - {ora: \"15:00\", titolo: Chiusura}",
        origin: "linee guida del canale, paragrafo 5, elenco 5, «Programma dettagliato»",
    },
    function: CheckFunction::Item(check),
};

fn check(_: &Board, item: &Item, findings: &mut Findings<'_>) {
    let Some(programme) = item.facts.programme.value() else { return };
    let editions = item.facts.editions();
    let days: Vec<&Dates> = editions.iter().filter_map(|edition| edition.dates.value()).collect();
    // A programme of several days restarts each morning.
    let is_one_day =
        editions.len() <= 1 && days.iter().all(|dates| dates.start().first_day() == dates.end().last_day());
    let mut day = days.first().filter(|_| is_one_day).map(|dates| dates.start().first_day());
    let mut last: Option<(Option<NaiveDate>, TimeOfDay)> = None;
    for (index, entry) in programme.iter().enumerate() {
        if let Some(own) = entry.day {
            check_day(item, index, own, &days, last.and_then(|(day, _)| day), findings);
            day = Some(own);
        }
        let Some(time) = entry.start().filter(|_| is_one_day || day.is_some()) else { continue };
        let before = last.filter(|(other, _)| *other == day).map(|(_, time)| time);
        check_hours(item, index, day, before.is_none(), findings);
        // Times restart after midnight.
        let after_midnight = before.is_some_and(|before| before.minutes() > time.minutes() + 12 * 60);
        if let Some(before) = before.filter(|before| *before > time && !after_midnight) {
            findings
                .report_at_field(
                    item,
                    path![programma[index].ora],
                    localized!("le {time} vengono dopo le {before}", "{time} comes after {before}"),
                    localized!("controlla le ore, o scambia le righe", "check the hours, or exchange the lines"),
                )
                .ask(localized!("Qual è l'ordine giusto del programma?", "Which is the right order of the programme?"));
        }
        last = Some((day, time));
    }
}

/// Reports a day of the programme that is none of the event, or earlier than that of the entry before.
fn check_day(
    item: &Item,
    index: usize,
    day: NaiveDate,
    days: &[&Dates],
    before: Option<NaiveDate>,
    findings: &mut Findings<'_>,
) {
    let is_day_of = |dates: &&Dates| match dates {
        Dates::Days(days) => days.contains(&day),
        Dates::Period(start, end) => start.first_day() <= day && end.is_none_or(|end| day <= end.last_day()),
    };
    let (message, question) = if !days.is_empty() && !days.iter().any(is_day_of) {
        (
            localized!("{day} non è un giorno dell'evento", "{day} is no day of the event"),
            localized!(
                "Il programma ha il giorno {day}: è un giorno dell'evento?",
                "The programme has {day}: is that a day of the event?"
            ),
        )
    } else if let Some(before) = before.filter(|before| *before > day) {
        (
            localized!("{day} viene dopo {before}", "{day} comes after {before}"),
            localized!("Qual è l'ordine giusto del programma?", "Which is the right order of the programme?"),
        )
    } else {
        return;
    };
    let hint = localized!("correggi il giorno, o le date dell'evento", "correct the day, or the dates of the event");
    findings.report_at_field(item, path![programma[index].giorno], message, hint).ask(question);
}

/// Reports the first entry of a day long before the beginning of the event, and any after its end.
fn check_hours(item: &Item, index: usize, day: Option<NaiveDate>, is_first: bool, findings: &mut Findings<'_>) {
    let ([edition], Some(entry)) = (item.facts.editions(), item.facts.programme.list().get(index)) else { return };
    let weekday = day.map(Weekday::weekday_of);
    let of_day = |slot: &&TimeSlot| slot.days.is_empty() || weekday.is_none_or(|weekday| slot.days.contains(&weekday));
    let slots: Vec<&TimeSlot> = edition.hours.list().iter().filter(of_day).collect();
    let ends: Option<Vec<TimeOfDay>> = slots.iter().map(|slot| slot.end).collect();
    let (Some(end), Some(time)) = (ends.and_then(|ends| ends.into_iter().max()), entry.start()) else { return };
    let start = slots.iter().filter_map(|slot| slot.start).min();
    if let Some(start) = start.filter(|start| is_first && time.minutes() + EARLY_MINUTES < start.minutes()) {
        findings
            .report_at_field(
                item,
                path![programma[index].ora],
                localized!(
                    "alle {time} l'evento non è cominciato: comincia alle {start}",
                    "at {time} the event has not begun: it begins at {start}"
                ),
                localized!("correggi l'ora, o l'inizio in `orari`", "correct the hour, or the beginning in `orari`"),
            )
            .ask(localized!("A che ora comincia l'evento?", "At which hour does the event begin?"))
            .severity = Severity::Warning;
    }
    let last = entry.time.as_ref().and_then(|time| time.end).unwrap_or(time);
    if last > end {
        findings
            .report_at_field(
                item,
                path![programma[index].ora],
                localized!(
                    "alle {last} l'evento è finito: finisce alle {end}",
                    "at {last} the event is over: it ends at {end}"
                ),
                localized!("correggi l'ora, o la fine in `orari`", "correct the hour, or the end in `orari`"),
            )
            .ask(localized!("A che ora finisce l'evento?", "At which hour does the event end?"))
            .severity = Severity::Warning;
    }
}
