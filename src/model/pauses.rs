//! Days on which the lessons of an edition do not take place.

use std::fmt;

use chrono::NaiveDate;
use serde::{Serialize, Serializer};
use serde_json::{Value as Json, json};

use super::date::{PartialDate, parse_date};
use super::dates::Dates;
use super::limit::Limit;
use super::problem::{InvertedPeriod, Problem};
use super::record::{Reader, Value};
use crate::source::{Node, Yaml};

const NONE: &str = "nessuna";

/// Pauses of an edition (field `pause`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pauses {
    /// `nessuna`: lessons take place on holidays too.
    None,
    /// Pauses besides the holidays, sorted, at least one.
    Periods(Vec<Pause>),
}

/// One pause: a day, a month, or from one to another, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pause {
    /// First day or month.
    pub start: PartialDate,
    /// Last day or month.
    pub end: PartialDate,
}

impl Pauses {
    /// The declared pauses, sorted.
    #[must_use]
    pub fn periods(&self) -> &[Pause] {
        match self {
            Self::None => &[],
            Self::Periods(periods) => periods,
        }
    }
}

impl Pause {
    /// Whether a day is within the pause.
    #[must_use]
    pub fn contains(self, day: NaiveDate) -> bool {
        (self.start.first_day()..=self.end.last_day()).contains(&day)
    }
}

/// As in the field: `2026-12-23/2027-01-06`, `2027-02`.
impl fmt::Display for Pause {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { start, end } = self;
        if start == end { write!(formatter, "{start}") } else { write!(formatter, "{start}/{end}") }
    }
}

impl Value for Pauses {
    const LIMIT: Limit = Limit::LINE.entries(20);

    fn decode(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        if node.text().is_some_and(|text| text.trim().eq_ignore_ascii_case(NONE)) {
            return Some(Self::None);
        }
        let mut periods = Vec::<Pause>::decode(node, reader)?;
        periods.sort_unstable_by_key(|pause| pause.start.first_day());
        (!periods.is_empty()).then_some(Self::Periods(periods))
    }

    fn schema() -> Json {
        json!({"anyOf": [{"enum": [NONE]}, Vec::<Pause>::schema()]})
    }
}

impl Value for Pause {
    /// Accepts `2026-12-23/2027-01-06` (ISO 8601), a day, a month, or `{inizio: …, fine: …}`.
    fn decode(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let interval = node.text().and_then(|text| text.trim().split_once('/'));
        if let Some((Ok(start), Ok(end))) =
            interval.map(|(start, end)| (parse_date(start.trim()), parse_date(end.trim())))
        {
            if end.last_day() < start.first_day() {
                reader.report(node.span.clone(), Problem::InvertedPeriod(InvertedPeriod::Dates { start, end }));
                return None;
            }
            return Some(Self { start, end });
        }
        if matches!(node.yaml, Yaml::List(_)) {
            PartialDate::decode(node, reader);
            return None;
        }
        let dates = Dates::decode(node, reader)?;
        Some(Self { start: dates.start(), end: dates.end() })
    }

    fn schema() -> Json {
        let date = "\\d{4}-\\d{2}(-\\d{2})?";
        json!({"anyOf": [
            {"type": "string", "pattern": format!("^{date}$")},
            {"type": "string", "pattern": format!("^{date}/{date}$")},
            {"type": "object", "properties": {"inizio": PartialDate::schema(), "fine": PartialDate::schema()},
                "required": ["inizio", "fine"], "additionalProperties": false},
        ]})
    }
}

impl Serialize for Pauses {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::None => serializer.serialize_str(NONE),
            Self::Periods(periods) => periods.serialize(serializer),
        }
    }
}

impl Serialize for Pause {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
