//! Days and periods of an item's fields, and the day meant by a date in its text.

use chrono::{Datelike, NaiveDate};

use crate::board::Item;
use crate::model::{Dates, PartialDate, Pauses, WrittenDate};

/// Day of publication, from which dates without a year are resolved.
pub(super) fn publication_day(item: &Item) -> Option<NaiveDate> {
    item.facts.published.value().map(|date| date.first_day())
}

/// Deadlines, including the one before an extension.
pub(super) fn deadline_days(item: &Item) -> Vec<NaiveDate> {
    item.facts.deadlines().map(|(date, _)| date).chain(item.facts.extended_from).map(PartialDate::last_day).collect()
}

/// First and last day of each period of the fields, without deadlines.
pub(super) fn field_periods(item: &Item) -> Vec<(NaiveDate, NaiveDate)> {
    let facts = &item.facts;
    let mut periods = Vec::new();
    for edition in facts.editions() {
        match edition.dates.value() {
            Some(Dates::Days(days)) => periods.extend(days.iter().map(|day| (*day, *day))),
            Some(Dates::Period(start, end)) => {
                periods.push((start.first_day(), end.map_or(start.last_day(), PartialDate::last_day)));
            }
            None => {}
        }
        periods.extend(edition.opens.map(|from| (from.first_day(), from.last_day())));
        let pauses = edition.pauses.as_ref().or(facts.pauses.as_ref()).map_or(&[][..], Pauses::periods);
        periods.extend(pauses.iter().map(|pause| (pause.start.first_day(), pause.end.last_day())));
    }
    let whole = (facts.start.value().copied(), facts.end.value().copied());
    let contracts = facts.contracts().iter().map(|contract| (contract.start, contract.end));
    let phases = facts.phases.iter().map(|phase| (phase.start, phase.end));
    for (start, end) in std::iter::once(whole).chain(contracts).chain(phases) {
        let (first, last) = (start.or(end), end.or(start));
        periods.extend(first.zip(last).map(|(first, last)| (first.first_day(), last.last_day())));
    }
    let action_opens = facts.requested_action.value().and_then(|action| action.opens);
    let updated = facts.updated.map(PartialDate::Day);
    let published = facts.published.value().copied();
    let dates =
        [facts.opens, facts.in_force_from, facts.in_force_until, facts.valid_until, updated, action_opens, published];
    periods.extend(dates.into_iter().flatten().map(|date| (date.first_day(), date.last_day())));
    periods
}

/// Resolves a written date to a day: in the year that it states, else in the year of a field with the same day and
/// month, else the first such day after publication. `None` if the day does not exist, or if no field and no day of
/// publication gives its year.
pub(super) fn resolve_day(item: &Item, written: &WrittenDate) -> Option<NaiveDate> {
    let ends = field_periods(item).into_iter().flat_map(|(first, last)| [first, last]);
    resolve_day_among(item, deadline_days(item).into_iter().chain(ends), written)
}

/// Like [`resolve_day`], but compares with `days` instead of the days of the fields.
pub(super) fn resolve_day_among(
    item: &Item,
    days: impl IntoIterator<Item = NaiveDate>,
    written: &WrittenDate,
) -> Option<NaiveDate> {
    if written.year.is_some() {
        return written.resolve(NaiveDate::default());
    }
    let same_day_and_month = |day: &NaiveDate| day.month() == written.month && day.day() == written.day;
    days.into_iter().find(same_day_and_month).or_else(|| written.resolve(publication_day(item)?))
}

/// Formats a date in Italian: «30 novembre 2026».
pub(super) fn format_italian_date(day: NaiveDate) -> String {
    format!("{} {} {}", day.day(), crate::text::calendar_names::month_name(day.month()), day.year())
}
