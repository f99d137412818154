//! Finds courses that start on a Sunday or a holiday.

use chrono::Datelike;

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings};
use crate::diagnostic::{LocalizedString, Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::{Dates, Kind, PartialDate, Weekday, spell_out_with_article};
use crate::path;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "starts-on-holiday",
        severity: Severity::Warning,
        group: RuleGroup::Clarity,
        summary: text(
            "un corso non comincia di domenica o in un giorno di festa",
            "a course does not start on a Sunday or a holiday",
        ),
        explanation: text(
            "Di domenica e nelle feste gli uffici e le scuole sono chiusi: di solito è una data copiata male. Se è giusta, aggiungi `giorni: [dom]`.",
            "On Sundays and holidays offices and schools are closed: usually the date was copied wrongly. If it is right, add `giorni: [dom]`.",
        ),
        wrong: "date: {inizio: 2027-01-10, fine: 2027-03-26}",
        right: "date: {inizio: 2027-01-11, fine: 2027-03-26}",
        origin: "l. 260/1949, artt. 1 e 2",
    },
    function: CheckFunction::Item(check),
};

fn check(board: &Board, item: &Item, findings: &mut Findings<'_>) {
    if item.kind() != Kind::Training || item.facts.is_archived() {
        return;
    }
    for (index, edition) in item.facts.editions().iter().enumerate() {
        let Some(Dates::Period(PartialDate::Day(start), _)) = edition.dates.value() else { continue };
        let is_sunday = start.weekday() == chrono::Weekday::Sun;
        let named = edition.weekdays.contains(&Weekday::Sunday)
            || edition.hours.value().is_some_and(|slots| slots.iter().any(|slot| slot.days.contains(&Weekday::Sunday)));
        if !(is_sunday && !named || board.config.territorio.is_holiday(*start)) {
            continue;
        }
        let LocalizedString { it: day_it, en: day_en } = spell_out_with_article(*start);
        let (why_it, why_en) = if is_sunday { ("domenica", "a Sunday") } else { ("un giorno di festa", "a holiday") };
        findings
            .report_at_field(
                item,
                path![edizioni[index].date],
                localized!("{day_it} è {why_it}", "{day_en} is {why_en}"),
                localized!(
                    "guarda la data; se è giusta, di domenica aggiungi `giorni: [dom]`, in una festa silenzia la regola con il motivo",
                    "look at the date; if it is right, on a Sunday add `giorni: [dom]`, on a holiday suppress the rule with the reason"
                ),
            )
            .ask(localized!("Il corso comincia {day_it}, che è {why_it}: è giusto?", "The course starts on {day_en}, {why_en}: is that right?"));
    }
}
