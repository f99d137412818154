//! Finds pauses that are not within the dates of their course, or in which one of the dates falls.

use crate::board::{Board, Item, LessonBreaks};
use crate::check::{Check, CheckFunction, Findings};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::{Dates, FieldPath, Pause};
use crate::path;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "pause-disagrees",
        severity: Severity::Warning,
        group: RuleGroup::Clarity,
        summary: text("le pause sono fra l'inizio e la fine", "pauses are between the start and the end"),
        explanation: text(
            "`pause` dice in quali giorni non c'è lezione: stanno fra l'inizio e la fine, e nessuna data ci cade dentro. Di solito è sbagliato l'anno, o la pausa è di un altro corso. Le feste di tutta l'Italia non si scrivono: quei giorni non c'è lezione, se non scrivi `pause: nessuna`.",
            "`pause` says on which days there are no lessons: they are between the start and the end, and no date is one of them. Usually the year is wrong, or the pause is that of another course. The holidays of all of Italy are not written: there are no lessons then, unless you write `pause: nessuna`.",
        ),
        wrong: "date: {inizio: 2026-12-01, fine: 2027-02-26}\npause: [2025-12-23/2026-01-06]",
        right: "date: {inizio: 2026-12-01, fine: 2027-02-26}\npause: [2026-12-23/2027-01-06]",
        origin: "formato dei contenuti",
    },
    function: CheckFunction::Item(check),
};

fn check(board: &Board, item: &Item, findings: &mut Findings<'_>) {
    for (index, edition) in item.facts.editions().iter().enumerate() {
        let Some(dates) = edition.dates.value() else { continue };
        let path = if edition.pauses.is_some() { path![edizioni[index].pause] } else { path![pause] };
        let breaks = LessonBreaks::new(&board.config.territorio, &item.facts, edition);
        for pause in breaks.pauses() {
            if let Dates::Days(days) = dates
                && let Some(day) = days.iter().find(|day| pause.contains(**day))
            {
                findings
                    .report_at_field(
                        item,
                        path,
                        localized!("{day} è fra le date ed è in una pausa", "{day} is a date and within a pause"),
                        localized!("togli la data o correggi la pausa", "remove the date or correct the pause"),
                    )
                    .ask(localized!("Il {day} c'è lezione o c'è pausa?", "Is there a lesson on {day}, or a pause?"));
            }
            // Pauses of the whole are those of all editions, of which some are shorter.
            if edition.pauses.is_some() && !is_within(*pause, dates) {
                report_outside(item, path, *pause, dates, findings);
            }
        }
    }
}

/// Whether the whole pause is between the first and the last date; without an end, after the start. Of a month it is
/// enough that it is partly between them.
fn is_within(pause: Pause, dates: &Dates) -> bool {
    let has_end = !matches!(dates, Dates::Period(_, None));
    pause.start.last_day() >= dates.start().first_day() && (!has_end || pause.end.first_day() <= dates.end().last_day())
}

fn report_outside(item: &Item, path: FieldPath, pause: Pause, dates: &Dates, findings: &mut Findings<'_>) {
    let (start, end) = (dates.start(), dates.end());
    findings
        .report_at_field(
            item,
            path,
            localized!(
                "la pausa {pause} non è fra l'inizio ({start}) e la fine ({end})",
                "the pause {pause} is not between the start ({start}) and the end ({end})"
            ),
            localized!("controlla l'anno, e di quale corso è la pausa", "check the year, and of which course it is"),
        )
        .ask(localized!(
            "La pausa {pause} non è fra l'inizio ({start}) e la fine ({end}): in quali giorni non c'è lezione?",
            "The pause {pause} is not between the start ({start}) and the end ({end}): on which days are there no lessons?"
        ));
}
