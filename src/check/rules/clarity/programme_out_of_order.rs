//! Finds programme entries that start before the previous one or after the end of the event.

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::{ProgrammeEntry, TimeOfDay};
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
    // A programme of several days restarts each morning.
    let one_day = item.facts.editions().len() <= 1
        && item.facts.editions().iter().all(|edition| {
            edition.dates.value().is_none_or(|dates| dates.start().first_day() == dates.end().last_day())
        });
    if !one_day {
        return;
    }
    check_hours(item, programme, findings);
    let mut last: Option<TimeOfDay> = None;
    for (index, entry) in programme.iter().enumerate() {
        let Some(time) = entry.time else { continue };
        // Times restart after midnight.
        let after_midnight = last.is_some_and(|last| last.minutes() > time.minutes() + 12 * 60);
        if let Some(before) = last.filter(|last| *last > time && !after_midnight) {
            findings
                .report_at_field(
                    item,
                    path![programma[index].ora],
                    localized!("le {time} vengono dopo le {before}", "{time} comes after {before}"),
                    localized!("controlla le ore, o scambia le righe", "check the hours, or exchange the lines"),
                )
                .ask(localized!("Qual è l'ordine giusto del programma?", "Which is the right order of the programme?"));
        }
        last = Some(time);
    }
}

/// Reports programme entries long before the beginning and after the end of the event.
fn check_hours(item: &Item, programme: &[ProgrammeEntry], findings: &mut Findings<'_>) {
    let [edition] = item.facts.editions() else { return };
    let slots = edition.hours.value().map_or(&[][..], Vec::as_slice);
    let ends: Option<Vec<TimeOfDay>> = slots.iter().map(|slot| slot.end).collect();
    let Some(end) = ends.and_then(|ends| ends.into_iter().max()) else { return };
    let start = slots.iter().filter_map(|slot| slot.start).min();
    let first = programme.iter().enumerate().find_map(|(index, entry)| Some((index, entry.time?)));
    if let Some(((index, time), start)) = first.zip(start)
        && time.minutes() + EARLY_MINUTES < start.minutes()
    {
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
    for (index, entry) in programme.iter().enumerate() {
        let Some(time) = entry.time.filter(|time| *time > end) else { continue };
        findings
            .report_at_field(
                item,
                path![programma[index].ora],
                localized!(
                    "alle {time} l'evento è finito: finisce alle {end}",
                    "at {time} the event is over: it ends at {end}"
                ),
                localized!("correggi l'ora, o la fine in `orari`", "correct the hour, or the end in `orari`"),
            )
            .ask(localized!("A che ora finisce l'evento?", "At which hour does the event end?"))
            .severity = Severity::Warning;
    }
}
