//! Application deadline; not the end of the project.

use std::fmt;

use chrono::NaiveDate;
use serde::{Serialize, Serializer};
use serde_json::{Value as Json, json};

use super::date::{PartialDate, parse_date, report_date};
use super::date_among_words::{ClosingTime, find_single_date, is_its_weekday};
use super::placeholder::{TO_ASK, placeholder};
use super::problem::{Expected, InvalidDate, InvalidTime, Problem, Written};
use super::record::{Reader, Value};
use super::time::TimeOfDay;
use crate::source::Node;

const ALWAYS_OPEN: &str = "sempre aperte";
const WHILE_PLACES_LAST: &str = "fino a esaurimento posti";
const NONE: &str = "nessuna";

/// Application deadline (field `scadenza`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deadline {
    /// Last day, inclusive, with an optional closing time; or the month whose last day it is, if no more is known.
    On(PartialDate, Option<TimeOfDay>),
    /// Applications are always open.
    AlwaysOpen,
    /// Open until places run out.
    WhilePlacesLast,
    /// A permanent service without deadline.
    None,
}

impl Deadline {
    /// The date as the source gives it, a day or a month, if there is one.
    #[must_use]
    pub fn partial_date(self) -> Option<PartialDate> {
        match self {
            Self::On(date, _) => Some(date),
            _ => None,
        }
    }

    /// Last day, if there is one: of a month its last.
    #[must_use]
    pub fn date(self) -> Option<NaiveDate> {
        self.partial_date().map(PartialDate::last_day)
    }

    /// Vocabulary word in place of a date; its texts in the theme are `deadline-<word with hyphens>`.
    #[must_use]
    pub fn word(self) -> Option<&'static str> {
        match self {
            Self::On(..) => None,
            Self::AlwaysOpen => Some(ALWAYS_OPEN),
            Self::WhilePlacesLast => Some(WHILE_PLACES_LAST),
            Self::None => Some(NONE),
        }
    }

    /// Vocabulary words in place of a date.
    pub const WORDS: [&'static str; 3] = [ALWAYS_OPEN, WHILE_PLACES_LAST, NONE];
}

impl fmt::Display for Deadline {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::On(date, None) => write!(formatter, "{date}"),
            // ISO 8601 readers may not know 24:00.
            Self::On(date, Some(time)) if time.minutes() == 24 * 60 => write!(formatter, "{date}T23:59:59"),
            Self::On(date, Some(time)) => {
                let minutes = time.minutes();
                write!(formatter, "{date}T{:02}:{:02}", minutes / 60, minutes % 60)
            }
            other => formatter.write_str(other.word().unwrap_or_default()),
        }
    }
}

impl Serialize for Deadline {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Writes a date with an hour as the field has them; `None` if the text is a date alone, or says anything else.
fn correct_deadline(text: &str) -> Option<String> {
    let found = find_single_date(text)?;
    let date = found.date.year.and_then(|_| found.date.resolve(NaiveDate::default()))?;
    match found.closing_time() {
        _ if found.rest.is_empty() || !is_its_weekday(&found.date, date) => None,
        ClosingTime::Unsaid => Some(date.to_string()),
        ClosingTime::At(time) => Some(format!("{date} ore {time}")),
        ClosingTime::More => None,
    }
}

impl Value for Deadline {
    fn decode(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let Some(text) = node.text().map(str::trim) else {
            reader.report_wrong_type(node, Expected::Date);
            return None;
        };
        match text.to_lowercase().as_str() {
            ALWAYS_OPEN => return Some(Self::AlwaysOpen),
            WHILE_PLACES_LAST => return Some(Self::WhilePlacesLast),
            NONE => return Some(Self::None),
            _ => {}
        }
        // `2026-11-30 ore 12:00`: the date precedes «ore».
        let (date, time) = match text.split_once(" ore ").or_else(|| text.split_once('T')) {
            Some((date, time)) => (date.trim_end_matches(',').trim(), Some(time.trim())),
            None => (text, None),
        };
        if !date.bytes().any(|byte| byte.is_ascii_digit()) {
            let problem = InvalidDate::NotADeadline(text.to_owned());
            reader.report(node.span.clone(), Problem::InvalidDate(problem));
            return None;
        }
        // End of day as written in the public data.
        let time = time.filter(|time| placeholder(time) != Some(TO_ASK));
        let hour = time.map(|time| TimeOfDay::parse(if time == "23:59:59" { "24:00" } else { time }));
        let is_well_formed = hour != Some(None) && parse_date(date).is_ok();
        if let Some(corrected) = correct_deadline(text).filter(|_| !is_well_formed) {
            let problem = InvalidDate::DeadlineInWords(text.to_owned(), corrected);
            reader.report(node.span.clone(), Problem::InvalidDate(problem));
            return None;
        }
        let date = report_date(date, node, reader)?;
        let is_complete = match date {
            PartialDate::Day(_) => true,
            PartialDate::Month(..) => time.is_none(),
            PartialDate::Year(_) => false,
        };
        if !is_complete {
            let problem = InvalidDate::NoDay(Written::from_node(node));
            reader.report(node.span.clone(), Problem::InvalidDate(problem));
            return None;
        }
        match (hour, time) {
            (Some(None), Some(time)) => {
                let date = date.last_day();
                let problem = InvalidTime::NotATimeOfDeadline { time: time.to_owned(), date };
                reader.report(node.span.clone(), Problem::InvalidTime(problem));
                None
            }
            (hour, _) => Some(Self::On(date, hour.flatten())),
        }
    }

    fn schema() -> Json {
        json!({"anyOf": [
            {"type": "string", "pattern": "^\\d{4}-\\d{2}(-\\d{2})?$"},
            {"type": "string", "pattern": "^\\d{4}-\\d{2}-\\d{2} ore \\d{1,2}[:.]\\d{2}$"},
            {"enum": Self::WORDS},
        ]})
    }
}
