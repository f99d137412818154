//! Dates at the precision announcements give: day, month or year.

use std::fmt;
use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate};
use serde::{Serialize, Serializer};
use serde_json::{Value as Json, json};

use super::date_among_words::{find_single_date, is_its_weekday, parse_month_and_year};
use super::problem::{Expected, InvalidDate, Problem, Written};
use super::record::{Reader, Value};
use super::written_date::WrittenDate;
use crate::source::Node;
use crate::text::calendar_names::month_name;

impl Value for NaiveDate {
    fn decode(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let is_month = node.text().is_some_and(|text| parse_month_and_year(text).is_some());
        let date = if is_month { None } else { Some(PartialDate::decode(node, reader)?) };
        match date {
            Some(PartialDate::Day(date)) => Some(date),
            _ => {
                let problem = InvalidDate::NoDay(Written::from_node(node));
                reader.report(node.span.clone(), Problem::InvalidDate(problem));
                None
            }
        }
    }

    fn schema() -> Json {
        json!({"type": "string", "format": "date", "pattern": "^\\d{4}-\\d{2}-\\d{2}$"})
    }
}

/// A date at the precision of its source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PartialDate {
    /// `2022`
    Year(i32),
    /// `2022-02`: year, month from 1.
    Month(i32, u32),
    /// `2022-02-14`
    Day(NaiveDate),
}

impl PartialDate {
    /// First day of the period it denotes.
    #[must_use]
    pub fn first_day(self) -> NaiveDate {
        match self {
            Self::Year(year) => NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or_default(),
            Self::Month(year, month) => NaiveDate::from_ymd_opt(year, month, 1).unwrap_or_default(),
            Self::Day(date) => date,
        }
    }

    /// Last day of the period it denotes.
    ///
    /// ```
    /// use bacheca::model::PartialDate;
    ///
    /// assert_eq!(PartialDate::Month(2026, 2).last_day().to_string(), "2026-02-28");
    /// ```
    #[must_use]
    pub fn last_day(self) -> NaiveDate {
        let next = match self {
            Self::Year(year) => NaiveDate::from_ymd_opt(year + 1, 1, 1),
            Self::Month(year, 12) => NaiveDate::from_ymd_opt(year + 1, 1, 1),
            Self::Month(year, month) => NaiveDate::from_ymd_opt(year, month + 1, 1),
            Self::Day(date) => return date,
        };
        next.and_then(|day| day.pred_opt()).unwrap_or_default()
    }

    /// Calendar year, four digits, e.g. 2026.
    #[must_use]
    pub fn year(self) -> i32 {
        match self {
            Self::Year(year) | Self::Month(year, _) => year,
            Self::Day(date) => date.year(),
        }
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(formatter, "{year:04}"),
            Self::Month(year, month) => write!(formatter, "{year:04}-{month:02}"),
            Self::Day(date) => write!(formatter, "{date}"),
        }
    }
}

impl Serialize for PartialDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Why a text is not a valid date.
pub(super) enum DateProblem {
    /// The day does not exist: year, month, day.
    NoSuchDay(i32, u32, u32),
    /// A date in another notation, and nothing else.
    OtherForm(PartialDate),
    /// A date that is not all that the text says: the other words, or the weekday of another day.
    MoreThanDate(NaiveDate, String),
    /// The year is missing; whether the text says more than the date.
    NoYear(WrittenDate, bool),
    /// No date, or several.
    NotADate,
    /// The year is outside [`PLAUSIBLE_YEARS`].
    FarYear(u32),
}

/// Years accepted in content; others are typing errors.
const PLAUSIBLE_YEARS: RangeInclusive<u32> = 1900..=2200;

/// Parses `2026-11-30`, `2026-11` or `2026`.
pub(super) fn parse_date(text: &str) -> Result<PartialDate, DateProblem> {
    let digits = |part: &str, length: usize| {
        (part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit()))
            .then(|| part.parse::<u32>().ok())
            .flatten()
    };
    let parts: Vec<&str> = text.split('-').collect();
    let year = |part: &str| {
        digits(part, 4).filter(|year| PLAUSIBLE_YEARS.contains(year)).and_then(|year| i32::try_from(year).ok())
    };
    match parts.as_slice() {
        [y] => year(y).map(PartialDate::Year).ok_or_else(|| parse_other_form(text)),
        [y, m] => match (year(y), digits(m, 2)) {
            (Some(year), Some(month)) if (1..=12).contains(&month) => Ok(PartialDate::Month(year, month)),
            (Some(year), Some(month)) => Err(DateProblem::NoSuchDay(year, month, 0)),
            _ => Err(parse_other_form(text)),
        },
        [y, m, d] => match (year(y), digits(m, 2), digits(d, 2)) {
            (Some(year), Some(month), Some(day)) => NaiveDate::from_ymd_opt(year, month, day)
                .map(PartialDate::Day)
                .ok_or(DateProblem::NoSuchDay(year, month, day)),
            _ => Err(parse_other_form(text)),
        },
        _ => Err(parse_other_form(text)),
    }
}

/// Interprets other notations: `30/11/2026`, `2026-1-5`, `30 novembre 2026`, `il 15 marzo`.
fn parse_other_form(text: &str) -> DateProblem {
    let parts: Option<Vec<u32>> = text.split(['/', '.', '-', ' ']).map(|part| part.parse().ok()).collect();
    let numbers = match parts.as_deref() {
        Some([day, month, year]) if *year >= 1000 => Some((*year, *month, *day)),
        Some([year, month, day]) if *year >= 1000 => Some((*year, *month, *day)),
        _ => None,
    };
    if let Some((year, month, day)) = numbers {
        if (1..=12).contains(&month) && !PLAUSIBLE_YEARS.contains(&year) {
            return DateProblem::FarYear(year);
        }
        let date = i32::try_from(year).ok().and_then(|year| NaiveDate::from_ymd_opt(year, month, day));
        return match date {
            Some(date) => DateProblem::OtherForm(PartialDate::Day(date)),
            None if (1..=12).contains(&month) => {
                DateProblem::NoSuchDay(i32::try_from(year).unwrap_or_default(), month, day)
            }
            None => DateProblem::NotADate,
        };
    }
    if let Some((year, month)) = parse_month_and_year(text) {
        return DateProblem::OtherForm(PartialDate::Month(year, month));
    }
    let Some(found) = find_single_date(text) else { return DateProblem::NotADate };
    let (date, more) = (found.date, found.rest.join(" "));
    if date.year.is_none() {
        return DateProblem::NoYear(date, !more.is_empty());
    }
    match date.resolve(NaiveDate::default()) {
        Some(day) if more.is_empty() && is_its_weekday(&date, day) => DateProblem::OtherForm(PartialDate::Day(day)),
        Some(day) => DateProblem::MoreThanDate(day, more),
        None => DateProblem::NoSuchDay(date.year.unwrap_or_default(), date.month, date.day),
    }
}

/// Reads a date, or reports what is wrong with it: `text`, which may be a part of the node's.
pub(super) fn report_date(text: &str, node: &Node<'_>, reader: &mut Reader<'_>) -> Option<PartialDate> {
    let problem = match parse_date(text) {
        Ok(date) => return Some(date),
        Err(problem) => problem,
    };
    let corrected = |date: PartialDate| node.text().unwrap_or_default().trim().replace(text, &date.to_string());
    let written = text.to_owned();
    let problem = match problem {
        DateProblem::NoSuchDay(_, month, _) if month_name(month).is_empty() => InvalidDate::NoSuchMonth(month),
        DateProblem::NoSuchDay(year, month, day) => InvalidDate::NoSuchDay { day, month, year },
        DateProblem::OtherForm(date) => InvalidDate::OtherForm { text: written, date, corrected: corrected(date) },
        DateProblem::MoreThanDate(date, more) => InvalidDate::MoreThanDate { text: written, date, more },
        DateProblem::NoYear(date, says_more) => {
            let next = reader.reference().filter(|_| !says_more).and_then(|reference| date.resolve(reference));
            let next = next.filter(|day| is_its_weekday(&date, *day));
            InvalidDate::NoYear { text: written, next: next.map(|date| (date, corrected(PartialDate::Day(date)))) }
        }
        DateProblem::FarYear(year) => InvalidDate::FarYear { text: written, year },
        DateProblem::NotADate => InvalidDate::NotADate(written),
    };
    reader.report(node.span.clone(), Problem::InvalidDate(problem));
    None
}

impl Value for PartialDate {
    fn decode(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        match node.text() {
            Some(text) => report_date(text.trim(), node, reader),
            None => {
                reader.report_wrong_type(node, Expected::Date);
                None
            }
        }
    }

    fn schema() -> Json {
        json!({"type": ["string", "integer"], "pattern": "^\\d{4}(-\\d{2}(-\\d{2})?)?$"})
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn partial_dates_know_their_days() {
        let month = PartialDate::Month(2024, 2);
        assert_eq!(month.last_day().to_string(), "2024-02-29");
        assert_eq!(PartialDate::Year(2013).first_day().to_string(), "2013-01-01");
        assert_eq!(PartialDate::Month(2024, 12).last_day().to_string(), "2024-12-31");
    }

    #[test]
    fn other_forms_are_understood_the_italian_way() {
        let meant = |text| match parse_other_form(text) {
            DateProblem::OtherForm(date) => date.to_string(),
            DateProblem::MoreThanDate(date, more) => format!("{date} and «{more}»"),
            DateProblem::NoSuchDay(..) => "no such day".to_owned(),
            DateProblem::NoYear(date, _) => format!("{} {}", date.day, date.month),
            DateProblem::FarYear(year) => format!("not in {year}"),
            DateProblem::NotADate => "nothing".to_owned(),
        };
        for (text, date) in [
            ("11/12/2026", "2026-12-11"),
            ("2026-1-5", "2026-01-05"),
            ("31/02/2026", "no such day"),
            ("30 novembre 2026", "2026-11-30"),
            ("martedì 31 novembre 2026", "no such day"),
            ("15 marzo", "15 3"),
            ("30/11", "30 11"),
            ("2926-11-30", "not in 2926"),
            ("30/11/1026", "not in 1026"),
            ("entro Natale", "nothing"),
            ("dicembre 2026", "2026-12"),
            ("domenica 20 dicembre 2026", "2026-12-20"),
            ("lunedì 20 dicembre 2026", "2026-12-20 and «»"),
            ("20 dicembre 2026 (salvo pioggia)", "2026-12-20 and «salvo pioggia»"),
            ("20 o 21 dicembre 2026", "nothing"),
        ] {
            assert_eq!(meant(text), date, "{text}");
        }
    }
}
