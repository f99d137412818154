//! A programme goes forward.

use crate::board::{Board, Item};
use crate::check::{Check, Findings, Look};
use crate::diagnostic::{Group, Rule, Severity, text};
use crate::source::Step;
use crate::words;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "programme-out-of-order",
        severity: Severity::Error,
        group: Group::Clarity,
        summary: text("il programma va avanti nel tempo", "a programme goes forward in time"),
        explanation: text(
            "Un punto del programma comincia prima di quello che lo precede: una delle due ore è sbagliata, o le righe sono scambiate.",
            "A point of the programme starts before the one above it: one of the hours is wrong, or the lines are exchanged.",
        ),
        wrong: "tipo: evento\nprogramma:\n  - {ora: \"15:00\", titolo: Saluti}\n  - {ora: \"14:00\", titolo: Chiusura}",
        right: "tipo: evento\nprogramma:\n  - {ora: \"14:00\", titolo: Saluti}\n  - {ora: \"15:00\", titolo: Chiusura}",
        origin: "linee guida del canale, paragrafo 5, elenco 5, «Programma dettagliato»",
    },
    look: Look::Item(look),
};

fn look(_: &Board, item: &Item, findings: &mut Findings<'_>) {
    let Some(programme) = item.facts.programme.value() else { return };
    // A programme of several days starts anew each morning.
    let one_day = item.facts.editions().len() <= 1
        && item.facts.editions().iter().all(|edition| {
            edition.dates.value().is_none_or(|dates| dates.start().first_day() == dates.end().last_day())
        });
    if !one_day {
        return;
    }
    let mut last: Option<crate::model::TimeOfDay> = None;
    for (index, entry) in programme.iter().enumerate() {
        let Some(time) = entry.time else { continue };
        // Past midnight it is small again.
        let after_midnight = last.is_some_and(|last| last.minutes() > time.minutes() + 12 * 60);
        if let Some(before) = last.filter(|last| *last > time && !after_midnight) {
            findings
                .at(
                    &item.document,
                    &[Step::Key("programma"), Step::Item(index), Step::Key("ora")],
                    words!("le {time} vengono dopo le {before}", "{time} comes after {before}"),
                    words!("controlla le ore, o scambia le righe", "check the hours, or exchange the lines"),
                )
                .ask(words!("Qual è l'ordine giusto del programma?", "Which is the right order of the programme?"));
        }
        last = Some(time);
    }
}
