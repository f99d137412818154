//! Finds editions whose dates do not fall on their days of the week.

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::{Dates, PartialDate, Weekday};
use crate::path;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "edition-weekday-disagrees",
        severity: Severity::Error,
        group: RuleGroup::Clarity,
        summary: text("i giorni della settimana sono quelli delle date", "the days of the week are those of the dates"),
        explanation: text(
            "`giorni` dice in quali giorni della settimana si va, `date` quando: una delle date cade in un altro giorno.",
            "`giorni` says on which days of the week one goes, `date` when: one of the dates is another day.",
        ),
        wrong: "date: [2026-12-03, 2026-12-09]\ngiorni: [gio]\norari: \"10:00-12:00\"",
        right: "date: [2026-12-03, 2026-12-10]\ngiorni: [gio]\norari: \"10:00-12:00\"",
        origin: "calendario gregoriano",
    },
    function: CheckFunction::Item(check),
};

fn check(_: &Board, item: &Item, findings: &mut Findings<'_>) {
    for (index, edition) in item.facts.editions().iter().enumerate() {
        if edition.weekdays.is_empty() {
            continue;
        }
        let days: Vec<chrono::NaiveDate> = match edition.dates.value() {
            Some(Dates::Days(days)) => days.clone(),
            Some(Dates::Period(PartialDate::Day(start), Some(PartialDate::Day(end)))) => {
                // A period must contain the day at least once; `giorni` selects the days within it.
                let mut within = start.iter_days().take_while(|day| day <= end).take(7);
                if within.any(|day| edition.weekdays.contains(&Weekday::weekday_of(day))) {
                    continue;
                }
                vec![*start]
            }
            _ => continue,
        };
        let Some(wrong) = days.iter().find(|day| !edition.weekdays.contains(&Weekday::weekday_of(**day))) else {
            continue;
        };
        let (is, said) = (
            Weekday::weekday_of(*wrong).word(),
            edition.weekdays.iter().map(|day| day.word()).collect::<Vec<_>>().join(", "),
        );
        findings
            .report_at_field(
                item,
                path![edizioni[index].giorni],
                localized!("{wrong} è {is}, non {said}", "{wrong} is {is}, not {said}"),
                localized!("correggi la data o i giorni", "correct the date or the days"),
            )
            .ask(localized!(
                "La data {wrong} è {is}, ma i giorni sono {said}: quali sono giusti?",
                "The date {wrong} is {is}, but the days are {said}: which are right?"
            ));
    }
}
