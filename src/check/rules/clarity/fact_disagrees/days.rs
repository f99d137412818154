//! Compares the first and last day of a course and the date of a legal act.

use chrono::{Datelike, NaiveDate};

use super::{Clash, LEGAL_ACTS, OTHER_DAYS};
use crate::board::Item;
use crate::check::{Passage, Prose, Token, near_before, periods, tokenize};
use crate::model::{Dates, Edition, Kind, PartialDate, Weekday, WrittenDate};

pub(super) fn check<'p>(item: &Item, prose: &'p Prose<'_>) -> Vec<(Passage<'p>, Clash)> {
    let found = prose.dates().filter_map(|(passage, written)| {
        let (field, day) = match item.kind() {
            Kind::Regulation => check_act_date(item, &passage, written)?,
            Kind::Training | Kind::Event => check_first_or_last_day(item, &passage, written)?,
            _ => return None,
        };
        Some((passage, Clash { start: written.range.start, end: written.range.end, field, value: day.to_string() }))
    });
    found.collect()
}

/// Tokens of a whole text.
fn all_tokens(text: &str) -> Vec<Token<'_>> {
    tokenize(text, &(0..text.len()))
}

/// Compares «Circolare del 10 novembre» with `atto.data`.
fn check_act_date(item: &Item, passage: &Passage<'_>, written: &WrittenDate) -> Option<(&'static str, NaiveDate)> {
    // Of several acts the text may mean any.
    let [act] = &*item.facts.acts else { return None };
    let (Some(PartialDate::Day(date)), kind) = (act.date, act.kind?) else { return None };
    let year_fits = written.year.is_none_or(|year| year == date.year());
    if (written.month, written.day) == (date.month(), date.day()) && year_fits {
        return None;
    }
    // «Circolare n. 1234 del 10 novembre» is one sentence in spite of its full stop.
    let words = all_tokens(near_before(passage.text, written.range.start));
    let near = words.get(words.len().saturating_sub(8)..)?;
    let starts = |token: &Token<'_>| token.sign == Some('.') && token.text.starts_with(char::is_uppercase);
    let near = near.get(near.iter().rposition(starts).unwrap_or_default()..)?;
    let named = near.iter().rposition(|token| token.is_in(&LEGAL_ACTS))?;
    let is_own_kind = near.get(named).is_some_and(|token| kind.word().split('-').any(|word| token.is(&[word])));
    let between = near.get(named + 1..)?;
    let digits = |text: &str| text.trim_start_matches('0').to_owned();
    let number = between.iter().find(|token| token.is_digits()).map(|token| digits(token.text));
    let other =
        number.is_some_and(|number| act.number.as_deref().is_none_or(|act_number| digits(act_number) != number));
    // «La circolare dice che fino al 10 novembre» is about another day.
    let is_date_of_act = between.last().is_some_and(|token| token.is(&["del", "dell", "di", "datata", "data", "il"]));
    (is_own_kind && is_date_of_act && !other).then_some(("atto.data", date))
}

/// Compares «Si comincia il 19 gennaio» or «il corso finisce il 10 marzo» with the dates of the only edition.
fn check_first_or_last_day(
    item: &Item,
    passage: &Passage<'_>,
    written: &WrittenDate,
) -> Option<(&'static str, NaiveDate)> {
    let [edition] = item.facts.editions() else { return None };
    let Dates::Period(PartialDate::Day(start), Some(PartialDate::Day(end))) = edition.dates.value()? else {
        return None;
    };
    let day = periods::resolve_day_among(item, [*start, *end], written)?;
    if day < *start || day > *end {
        return None;
    }
    let (sentence, after) = passage.sentence(&written.range);
    let words = all_tokens(sentence);
    let near = words.get(words.len().saturating_sub(6)..)?;
    let other = words.iter().any(|token| token.is_in(&OTHER_DAYS))
        || all_tokens(after).iter().any(|token| token.is_in(&OTHER_DAYS));
    let first = near
        .iter()
        .rposition(|token| token.starts_with_any(&["cominci", "inizi"]) || token.is(&["parte", "partono", "partire"]));
    let first = first.or_else(|| {
        near.windows(2).rposition(
            |two| matches!(two, [first, what] if first.starts_with_any(&["prim"]) && what.starts_with_any(&["lezion", "incontr"])),
        )
    });
    let last = near.iter().rposition(|token| token.starts_with_any(&["finisc", "conclud", "termina"]));
    match (first, last) {
        _ if other => None,
        (Some(first), last) if last.is_none_or(|last| last < first) => {
            let meant = [Some(*start), first_lesson(edition, *start)];
            (!meant.contains(&Some(day))
                && meant.last().is_some_and(|lesson| lesson.is_some_and(|lesson| day > lesson)))
            .then_some(("inizio", *start))
        }
        (_, Some(_)) => {
            let week = end.checked_sub_days(chrono::Days::new(6))?;
            (day < week).then_some(("fine", *end))
        }
        _ => None,
    }
}

/// Day of the first lesson; six days after the start if the days of the week are unknown.
fn first_lesson(edition: &Edition, start: NaiveDate) -> Option<NaiveDate> {
    let slot_days = edition.hours.value().into_iter().flatten().flat_map(|slot| slot.days.iter());
    let days: Vec<Weekday> = edition.weekdays.iter().chain(slot_days).copied().collect();
    if days.is_empty() {
        return start.checked_add_days(chrono::Days::new(6));
    }
    start.iter_days().take(7).find(|day| days.contains(&Weekday::weekday_of(*day)))
}
