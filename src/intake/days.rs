//! Dates of a message with the year that is certain, and what each is the date of.

mod written;

use std::ops::Range;

use chrono::{Datelike, Days, NaiveDate};

use super::lines::Unit;
use crate::check::{Token, word_lists};
use crate::model::{TimeOfDay, WrittenDate};
use crate::text::calendar_names::MONTHS;

word_lists! { "intake_dates.txt":
    /// Words before the last day of an application.
    DEADLINE = "deadline";
    /// Words before a last day.
    UNTIL = "until";
    /// Words of a sentence about applying.
    pub(super) APPLYING = "applying";
    /// Words before the first day of an application.
    OPENING = "opening";
    /// Words about the date of something else.
    OTHER = "other";
    /// Words for a beginning without an end.
    pub(super) BEGINNING = "beginning";
    /// Phrases that say that applications never close.
    pub(super) ALWAYS_OPEN = "always open";
    /// Phrases that say that applications close when all places are taken.
    pub(super) WHILE_PLACES_LAST = "while places last";
    /// Words of a deadline that replaces another.
    pub(super) EXTENDED = "extended";
}

/// How the days of a group belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    Single,
    Several,
    Period,
}

/// What a group is the date of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Deadline,
    /// First day for applying, and the deadline if it is a period.
    Opening,
    /// When it takes place.
    Held,
    /// Last day of something other than the application.
    Until,
    Other,
}

/// Days that are named together: «dal 9 dicembre al 26 febbraio».
#[derive(Debug, Clone)]
pub(super) struct DayGroup {
    pub(super) shape: Shape,
    pub(super) role: Role,
    /// As written.
    written: Vec<WrittenDate>,
    /// With their years; empty if a year is not certain, or a weekday is that of another day.
    pub(super) days: Vec<NaiveDate>,
    /// Bytes in the message.
    pub(super) range: Range<usize>,
    /// Index of its sentence.
    pub(super) unit: usize,
    /// Hour of a deadline.
    pub(super) time: Option<TimeOfDay>,
    /// Whether nothing but a beginning is named: «dal 9 dicembre», «si parte il 9 dicembre».
    pub(super) starts: bool,
}

/// Finds the dates of all sentences. Years that are not written come from a weekday, from another date of the same message,
/// or from the day on which the message was `sent`.
pub(super) fn find_days(units: &[Unit<'_>], today: NaiveDate, sent: Option<NaiveDate>) -> Vec<DayGroup> {
    let mut groups: Vec<DayGroup> = Vec::new();
    let reference = sent.filter(|sent| *sent <= today).unwrap_or(today);
    for (index, unit) in units.iter().enumerate() {
        group_dates(unit, index, reference, &mut groups);
    }
    for group in &mut groups {
        group.days = resolve(&group.written, reference);
    }
    let known =
        |role: Role| groups.iter().filter(move |group| group.role == role).flat_map(|group| &group.days).copied();
    let (first_held, last_deadline) = (known(Role::Held).min(), known(Role::Deadline).max());
    for group in groups.iter_mut().filter(|group| group.days.is_empty()) {
        let days = resolve_by_context(group, first_held, last_deadline).or_else(|| {
            let nearest = |written: &WrittenDate| sent.and_then(|sent| written.resolve(sent));
            group.written.iter().map(|written| nearest(written).filter(|day| fits_weekday(written, *day))).collect()
        });
        group.days = days.unwrap_or_default();
    }
    groups
}

/// Groups of a sentence.
pub(super) fn days_of_unit(days: &[DayGroup], unit: usize) -> &[DayGroup] {
    let (from, to) =
        (days.partition_point(|group| group.unit < unit), days.partition_point(|group| group.unit <= unit));
    days.get(from..to).unwrap_or_default()
}

/// Groups the dates of a sentence.
fn group_dates(unit: &Unit<'_>, index: usize, reference: NaiveDate, groups: &mut Vec<DayGroup>) {
    let mut end_before = 0;
    let mut dates = written::dates_of(unit, reference).into_iter().peekable();
    while let Some(date) = dates.next() {
        let mut range = date.range.clone();
        let lead = unit.text.get(end_before..range.start).unwrap_or_default().trim_end();
        let leads_to_period = last_word(lead).is_some_and(|word| {
            ["dal", "dall", "da", "from", "tra", "du", "del"].iter().any(|from| word.eq_ignore_ascii_case(from))
        });
        let (mut written, mut shape, mut unclear) = (vec![date], Shape::Single, false);
        while let Some(next) = dates.peek() {
            let joint = unit.text.get(range.end..next.range.start).unwrap_or_default().trim().to_lowercase();
            shape = match (joint.as_str(), shape) {
                // Columns of a table.
                ("", Shape::Single) if written.iter().chain([next]).all(|date| date.year.is_some()) => Shape::Period,
                (
                    "al" | "all'" | "au" | "a" | "-" | "–" | "—" | "fino al" | "sino al" | "to" | "until" | "al giorno",
                    Shape::Single,
                ) => Shape::Period,
                ("and", Shape::Single) if leads_to_period => Shape::Period,
                (
                    "e" | "," | "ed" | "/" | "e il" | "e poi" | ", il" | "and" | ", e" | "e l'" | "&" | "+",
                    Shape::Single | Shape::Several,
                ) => Shape::Several,
                ("o" | "oppure" | "or", _) => {
                    unclear = true;
                    Shape::Several
                }
                _ => break,
            };
            range.end = next.range.end;
            written.extend(dates.next());
        }
        let starts = shape == Shape::Single && leads_to_period;
        let mut group = DayGroup {
            shape,
            role: Role::Other,
            written,
            days: Vec::new(),
            range: unit.at(&range),
            unit: index,
            time: None,
            starts,
        };
        group.role = if unclear { Role::Other } else { role_of(unit, end_before, &range, shape) };
        group.starts |= shape == Shape::Single && (unit.is_about("inizio") || begins(unit, end_before, &range));
        if matches!(group.role, Role::Deadline | Role::Opening) {
            group.time = closing_time(unit, end_before, &range);
        }
        end_before = range.end;
        groups.push(group);
    }
}

/// Whether the words before a date, or right behind it, say that something begins then.
fn begins(unit: &Unit<'_>, end_before: usize, range: &Range<usize>) -> bool {
    let before = unit.text.get(end_before..range.start).unwrap_or_default();
    let after = unit.text.get(range.end..).unwrap_or_default();
    let near: String = before.split_whitespace().rev().take(4).collect::<Vec<_>>().join(" ");
    let behind: String = after.split_whitespace().take(5).collect::<Vec<_>>().join(" ");
    BEGINNING.is_in_words(&near)
        || BEGINNING.find_words(&behind).iter().any(|(found, _)| {
            behind
                .get(found.clone())
                .is_some_and(|word| !matches!(word.to_lowercase().as_str(), "da" | "dal" | "dalle" | "dall" | "from"))
        })
}

fn last_word(text: &str) -> Option<&str> {
    text.split(|c: char| !c.is_alphanumeric()).rfind(|word| !word.is_empty())
}

/// What a date is the date of, by its label and the words around it.
fn role_of(unit: &Unit<'_>, end_before: usize, range: &Range<usize>, shape: Shape) -> Role {
    let before = unit.text.get(end_before..range.start).unwrap_or_default();
    let after = unit.text.get(range.end..).unwrap_or_default();
    let near: Vec<&str> = before.split_whitespace().rev().take(8).collect();
    let near = near.into_iter().rev().collect::<Vec<_>>().join(" ");
    let applies = APPLYING.is_in_words(unit.text) || unit.is_about("iscrizione") || unit.is_about("candidatura");
    let closes = DEADLINE.is_in_words(&near) || after.trim_start().to_lowercase().starts_with("(scadenza");
    let until = UNTIL.is_in_words(&near);
    if !unit.is_about("scadenza")
        && OTHER.is_in_words(&after.split_whitespace().take(3).collect::<Vec<_>>().join(" "))
        && !closes
    {
        return Role::Other;
    }
    if unit.is_about("scadenza") || closes && !OTHER.is_in_words(&near) || until && applies && shape == Shape::Single {
        return if shape == Shape::Period { Role::Opening } else { Role::Deadline };
    }
    if closes {
        return Role::Other;
    }
    if until {
        return Role::Until;
    }
    let clause = before.rsplit([',', ';', ':', '(']).next().unwrap_or(before);
    let is_opening = |words: &str| {
        APPLYING.is_in_words(words)
            && !["partecip", "tempo", "present"].iter().any(|word| words.to_lowercase().contains(word))
    };
    if is_opening(clause) && OPENING.is_in_words(&near) {
        return Role::Opening;
    }
    let held = ["date", "inizio", "fine"].iter().any(|key| unit.is_about(key));
    if OTHER.is_in_words(clause) && !held {
        return Role::Other;
    }
    Role::Held
}

/// Hour of a deadline, right before or behind its day: «entro le ore 12 del 30 novembre», «alle 12.00».
fn closing_time(unit: &Unit<'_>, end_before: usize, range: &Range<usize>) -> Option<TimeOfDay> {
    let text = unit.text;
    let part = |from: usize, to: usize| crate::check::tokenize(text, &(from..to.min(text.len())));
    let before = part(end_before, range.start);
    let leads = |tokens: &[Token<'_>], at: usize| {
        at.checked_sub(1)
            .and_then(|at| tokens.get(at))
            .is_some_and(|lead| lead.is(&["ore", "le", "alle", "h", "delle", "at"]))
    };
    let time_at = |tokens: &[Token<'_>], at: usize| {
        let token = tokens.get(at)?;
        if token.is(&["mezzogiorno"]) {
            return TimeOfDay::parse("12");
        }
        token.time().filter(|_| leads(tokens, at))
    };
    let count = before.len();
    let earlier = (count.saturating_sub(4)..count).rev().find_map(|at| time_at(&before, at));
    if earlier.is_some() {
        return earlier;
    }
    let stop = text.get(range.end..).and_then(|rest| {
        rest.find(['.', ';', '(']).filter(|at| {
            rest.get(*at..)
                .is_some_and(|rest| rest.len() < 2 || !rest.as_bytes().get(1).is_some_and(u8::is_ascii_digit))
        })
    });
    let after = part(range.end, stop.map_or(text.len(), |stop| range.end + stop));
    // «il 30 novembre, dalle 9 alle 12» are the hours of a desk.
    if after.iter().take(3).any(|token| token.is(&["dalle", "dall"])) {
        return None;
    }
    (0..after.len().min(5)).find_map(|at| time_at(&after, at))
}

fn fits_weekday(written: &WrittenDate, day: NaiveDate) -> bool {
    written.weekday.is_none_or(|weekday| weekday == day.weekday())
}

/// Days of a group whose years are certain by what the group itself says; empty otherwise.
fn resolve(written: &[WrittenDate], reference: NaiveDate) -> Vec<NaiveDate> {
    let alone = |date: &WrittenDate| match (date.year, date.weekday) {
        (Some(_), _) => date.resolve(reference),
        (None, Some(_)) => date.resolve(reference).filter(|day| fits_weekday(date, *day)),
        (None, None) => None,
    };
    let mut days: Vec<Option<NaiveDate>> = written.iter().map(alone).collect();
    // Earlier days follow from later ones, then later ones from earlier.
    for index in (0..days.len().saturating_sub(1)).rev() {
        let (Some(None), Some(Some(next)), Some(date)) = (days.get(index), days.get(index + 1), written.get(index))
        else {
            continue;
        };
        let day = last_before(date, *next);
        if let Some(slot) = days.get_mut(index) {
            *slot = day;
        }
    }
    for index in 1..days.len() {
        let (Some(None), Some(Some(earlier)), Some(date)) = (days.get(index), days.get(index - 1), written.get(index))
        else {
            continue;
        };
        let day = date.resolve(*earlier);
        if let Some(slot) = days.get_mut(index) {
            *slot = day;
        }
    }
    let days: Option<Vec<NaiveDate>> = days.into_iter().collect();
    let days = days.unwrap_or_default();
    let agree = days.iter().zip(written).all(|(day, date)| fits_weekday(date, *day));
    let ordered = days.windows(2).all(|pair| matches!(pair, [one, other] if one <= other));
    if agree && ordered { days } else { Vec::new() }
}

/// The last such day on or before another.
fn last_before(date: &WrittenDate, day: NaiveDate) -> Option<NaiveDate> {
    let in_year = |year| NaiveDate::from_ymd_opt(year, date.month, date.day).filter(|other| *other <= day);
    in_year(day.year()).or_else(|| in_year(day.year() - 1))
}

/// Longest time between a deadline and what it is the deadline of, in days, for which the year follows.
const MAX_DAYS_APART: u64 = 150;

/// Days of a group without a year by the first day on which it takes place and the last deadline of the message: a
/// deadline is before what takes place.
fn resolve_by_context(
    group: &DayGroup,
    first_held: Option<NaiveDate>,
    last_deadline: Option<NaiveDate>,
) -> Option<Vec<NaiveDate>> {
    if group.written.iter().any(|date| date.weekday.is_some()) {
        return None;
    }
    let span = Days::new(MAX_DAYS_APART);
    match group.role {
        Role::Deadline | Role::Opening => {
            let first = first_held?;
            let days: Option<Vec<NaiveDate>> =
                group.written.iter().map(|date| last_before(date, first).filter(|day| *day + span >= first)).collect();
            days
        }
        Role::Held => {
            let last = last_deadline?;
            let mut from = last;
            let mut days = Vec::new();
            for date in &group.written {
                let day = date.resolve(from).filter(|day| *day <= last + span)?;
                days.push(day);
                from = day;
            }
            Some(days)
        }
        Role::Until | Role::Other => None,
    }
}

/// Months with their year in a sentence: «da febbraio 2027 a luglio 2027», «da gennaio a giugno 2027»; the first and, if
/// named, the last, as `2027-02`.
pub(super) fn find_months(unit: &Unit<'_>) -> Option<(String, Option<String>, Range<usize>)> {
    let token = |at: usize| unit.tokens.get(at);
    let month_at = |at: usize| {
        let found = token(at)?;
        let alone = at.checked_sub(1).and_then(token).is_none_or(|before| !before.is_digits() || before.text.len() > 2);
        MONTHS.iter().position(|name| found.is(&[name])).filter(|_| alone).map(|index| index + 1)
    };
    let year_at = |at: usize| {
        let found = token(at)?;
        let year = if found.is(&["del"]) { token(at + 1)? } else { found };
        year.text.parse::<u32>().ok().filter(|year| (2000..=2200).contains(year))
    };
    let first = (0..unit.tokens.len()).find(|at| month_at(*at).is_some())?;
    let month = month_at(first)?;
    let own_year = year_at(first + 1);
    let behind = first + 1 + usize::from(own_year.is_some());
    let through = token(behind).is_some_and(|joint| joint.is(&["a", "ad", "al", "fino", "sino"]))
        || token(behind).is_some_and(|next| matches!(next.sign, Some('-' | '–')));
    let next = (behind..behind + 3).find(|at| through && month_at(*at).is_some());
    let last = next.and_then(|at| Some((month_at(at)?, year_at(at + 1)?, at + 1)));
    let (year, end) = match (own_year, &last) {
        (Some(year), _) => (year, first + 1),
        (None, Some((last_month, year, at))) => (if month <= *last_month { *year } else { year - 1 }, *at),
        (None, None) => return None,
    };
    if through && last.is_none() {
        return None;
    }
    let end = last.as_ref().map_or(end, |(.., at)| *at);
    let range = token(first)?.start..token(end)?.end();
    Some((format!("{year}-{month:02}"), last.map(|(month, year, _)| format!("{year}-{month:02}")), range))
}
