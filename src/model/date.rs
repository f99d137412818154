//! Dates as announcements give them: whole days, months, years; periods and lists.

use std::fmt;

use chrono::{Datelike, NaiveDate};
use serde::{Serialize, Serializer, ser::SerializeMap};
use serde_json::{Value as Json, json};

use super::record::{Reader, Value, shown};
use super::rules::{INVALID_DATE, INVERTED_PERIOD};
use crate::source::{Node, Yaml};
use crate::words;

impl Value for NaiveDate {
    fn decode(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        match PartialDate::decode(node, reader)? {
            PartialDate::Day(date) => Some(date),
            _ => {
                let value = shown(node);
                reader.report(
                    &INVALID_DATE,
                    node.span.clone(),
                    words!("{value} non dice il giorno", "{value} does not name the day"),
                    words!(
                        "scrivi anno-mese-giorno, per esempio `2026-11-30`",
                        "write year-month-day, for example `2026-11-30`"
                    ),
                );
                None
            }
        }
    }

    fn schema() -> Json {
        json!({"type": "string", "format": "date", "pattern": "^\\d{4}-\\d{2}-\\d{2}$"})
    }
}

/// A date as precise as its source: a day, a month, a year.
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
    /// The first day it may mean.
    #[must_use]
    pub fn first_day(self) -> NaiveDate {
        match self {
            Self::Year(year) => NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or_default(),
            Self::Month(year, month) => NaiveDate::from_ymd_opt(year, month, 1).unwrap_or_default(),
            Self::Day(date) => date,
        }
    }

    /// The last day it may mean.
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

    /// Its year.
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

/// Why a text is no date.
enum DateProblem {
    /// It names a day that no calendar has.
    NoSuchDay,
    /// It is a date in another form; the right one, if it is clear.
    OtherForm(Option<NaiveDate>),
}

/// Reads `2026-11-30`, `2026-11` or `2026`.
fn parse_date(text: &str) -> Result<PartialDate, DateProblem> {
    let digits = |part: &str, length: usize| {
        (part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit()))
            .then(|| part.parse::<u32>().ok())
            .flatten()
    };
    let parts: Vec<&str> = text.split('-').collect();
    let year = |part: &str| {
        digits(part, 4).and_then(|year| i32::try_from(year).ok()).filter(|year| (1900..=2200).contains(year))
    };
    match parts.as_slice() {
        [y] => year(y).map(PartialDate::Year).ok_or(DateProblem::OtherForm(italian_date(text))),
        [y, m] => match (year(y), digits(m, 2)) {
            (Some(year), Some(month)) if (1..=12).contains(&month) => Ok(PartialDate::Month(year, month)),
            (Some(_), Some(_)) => Err(DateProblem::NoSuchDay),
            _ => Err(DateProblem::OtherForm(italian_date(text))),
        },
        [y, m, d] => match (year(y), digits(m, 2), digits(d, 2)) {
            (Some(year), Some(month), Some(day)) => {
                NaiveDate::from_ymd_opt(year, month, day).map(PartialDate::Day).ok_or(DateProblem::NoSuchDay)
            }
            _ => Err(DateProblem::OtherForm(italian_date(text))),
        },
        _ => Err(DateProblem::OtherForm(italian_date(text))),
    }
}

/// `30/11/2026`, `30.11.2026`, `2026-1-5`: dates whose meaning is clear in Italy.
fn italian_date(text: &str) -> Option<NaiveDate> {
    let parts: Vec<u32> = text.split(['/', '.', '-', ' ']).map(str::parse).collect::<Result<_, _>>().ok()?;
    match parts.as_slice() {
        [day, month, year] if *year >= 1900 => NaiveDate::from_ymd_opt(i32::try_from(*year).ok()?, *month, *day),
        [year, month, day] if *year >= 1900 => NaiveDate::from_ymd_opt(i32::try_from(*year).ok()?, *month, *day),
        _ => None,
    }
}

const MONTHS: [&str; 12] = [
    "gennaio",
    "febbraio",
    "marzo",
    "aprile",
    "maggio",
    "giugno",
    "luglio",
    "agosto",
    "settembre",
    "ottobre",
    "novembre",
    "dicembre",
];

/// Says in words what is wrong with a date.
pub(super) fn report_date(text: &str, node: &Node<'_>, reader: &mut Reader<'_>) -> Option<PartialDate> {
    let problem = match parse_date(text) {
        Ok(date) => return Some(date),
        Err(problem) => problem,
    };
    let (message, hint) = match problem {
        DateProblem::NoSuchDay => {
            let mut parts = text.split('-');
            let year = parts.next().unwrap_or_default();
            let month = parts.next().and_then(|month| month.parse::<usize>().ok()).unwrap_or_default();
            let day = parts.next().unwrap_or_default().trim_start_matches('0');
            match month.checked_sub(1).and_then(|index| MONTHS.get(index)) {
                Some(name) => (
                    words!("il {day} {name} {year} non esiste", "{text} does not exist"),
                    words!("controlla il giorno sul calendario", "look the day up in a calendar"),
                ),
                None => (
                    words!("il mese {month} non esiste", "there is no month {month}"),
                    words!(
                        "scrivi anno-mese-giorno, per esempio `2026-11-30`",
                        "write year-month-day, for example `2026-11-30`"
                    ),
                ),
            }
        }
        DateProblem::OtherForm(Some(date)) => (
            words!("la data «{text}» è scritta in un altro modo", "the date `{text}` is written in another form"),
            words!("scrivi `{date}` (anno-mese-giorno)", "write `{date}` (year-month-day)"),
        ),
        DateProblem::OtherForm(None) => (
            words!("«{text}» non è una data", "`{text}` is not a date"),
            words!(
                "scrivi anno-mese-giorno, per esempio `2026-11-30`",
                "write year-month-day, for example `2026-11-30`"
            ),
        ),
    };
    reader.report(&INVALID_DATE, node.span.clone(), message, hint);
    None
}

impl Value for PartialDate {
    fn decode(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        match node.text() {
            Some(text) => report_date(text.trim(), node, reader),
            None => {
                reader.wrong_type(
                    node,
                    words!("scrivi una data, per esempio `2026-11-30`", "write a date, for example `2026-11-30`"),
                );
                None
            }
        }
    }

    fn schema() -> Json {
        json!({"type": ["string", "integer"], "pattern": "^\\d{4}(-\\d{2}(-\\d{2})?)?$"})
    }
}

/// When something happens: days, or a period.
#[derive(Debug, Clone, PartialEq)]
pub enum Dates {
    /// Days, at least one, in order.
    Days(Vec<NaiveDate>),
    /// From, and until where it is known.
    Period(PartialDate, Option<PartialDate>),
}

impl Dates {
    /// The first day.
    #[must_use]
    pub fn start(&self) -> PartialDate {
        match self {
            Self::Days(days) => PartialDate::Day(days.first().copied().unwrap_or_default()),
            Self::Period(start, _) => *start,
        }
    }

    /// The last day that is known.
    #[must_use]
    pub fn end(&self) -> PartialDate {
        match self {
            Self::Days(days) => PartialDate::Day(days.last().copied().unwrap_or_default()),
            Self::Period(start, end) => end.unwrap_or(*start),
        }
    }
}

impl Value for Dates {
    fn decode(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let Yaml::Map(entries) = &node.yaml else {
            if let Some(date) =
                node.text().filter(|text| text.trim().len() < 10).and_then(|text| parse_date(text.trim()).ok())
            {
                return Some(Self::Period(date, None));
            }
            let mut days = Vec::<NaiveDate>::decode(node, reader)?;
            days.sort_unstable();
            return (!days.is_empty()).then_some(Self::Days(days));
        };
        let (mut start, mut end) = (None, None);
        for (key, value) in entries {
            match key.text.as_ref() {
                "inizio" => start = PartialDate::decode(value, reader),
                "fine" => end = PartialDate::decode(value, reader),
                _ => super::record::unknown_field(key, ["inizio", "fine"].into_iter(), reader),
            }
        }
        let Some(start) = start else {
            if node.get("inizio").is_none() {
                reader.wrong_type(
                    node,
                    words!("scrivi almeno `inizio: 2026-12-01`", "write at least `inizio: 2026-12-01`"),
                );
            }
            return None;
        };
        if let Some(end) = end.filter(|end| end.last_day() < start.first_day()) {
            let at = node.get("fine").map_or(node.span.clone(), |node| node.span.clone());
            reader.report(
                &INVERTED_PERIOD,
                at,
                words!(
                    "la fine ({end}) viene prima dell'inizio ({start})",
                    "the end ({end}) comes before the start ({start})"
                ),
                words!("controlla le due date", "check the two dates"),
            );
        }
        Some(Self::Period(start, end))
    }

    fn schema() -> Json {
        let date = NaiveDate::schema();
        let partial = PartialDate::schema();
        json!({"anyOf": [
            partial,
            {"type": "array", "items": date, "minItems": 1},
            {"type": "object", "properties": {"inizio": partial, "fine": partial}, "required": ["inizio"], "additionalProperties": false},
        ]})
    }
}

impl Serialize for Dates {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Days(days) => days.iter().map(ToString::to_string).collect::<Vec<_>>().serialize(serializer),
            Self::Period(start, end) => {
                let mut map = serializer.serialize_map(None)?;
                map.serialize_entry("inizio", start)?;
                if let Some(end) = end {
                    map.serialize_entry("fine", end)?;
                }
                map.end()
            }
        }
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
        assert_eq!(italian_date("11/12/2026").unwrap().to_string(), "2026-12-11");
        assert_eq!(italian_date("2026-1-5").unwrap().to_string(), "2026-01-05");
        assert!(italian_date("31/02/2026").is_none());
    }
}
