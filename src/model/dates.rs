//! Dates of an edition: single days or a period.

use chrono::NaiveDate;
use serde::{Serialize, Serializer, ser::SerializeMap};
use serde_json::{Value as Json, json};

use super::date::{PartialDate, parse_date};
use super::date_among_words::{SeveralDays, parse_several_days};
use super::field_path::Step;
use super::problem::{Expected, InvalidDate, InvertedPeriod, MeantField, Problem};
use super::record::{Reader, Value};
use crate::source::{Node, Yaml};

/// Dates of an edition (field `date`).
#[derive(Debug, Clone, PartialEq)]
pub enum Dates {
    /// Single days, at least one, sorted.
    Days(Vec<NaiveDate>),
    /// First day, and last day if known.
    Period(PartialDate, Option<PartialDate>),
}

impl Dates {
    /// First date.
    #[must_use]
    pub fn start(&self) -> PartialDate {
        match self {
            Self::Days(days) => PartialDate::Day(days.first().copied().unwrap_or_default()),
            Self::Period(start, _) => *start,
        }
    }

    /// Last known date.
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
            if let Some(days) = node.text().and_then(|text| parse_several_days(text, reader.reference())) {
                let problem = match days {
                    SeveralDays::Period(start, end) => InvalidDate::PeriodInWords(start, end),
                    SeveralDays::Days(days) => InvalidDate::DaysInWords(days),
                };
                reader.report(node.span.clone(), Problem::InvalidDate(problem));
                return None;
            }
            let mut days = Vec::<NaiveDate>::decode(node, reader)?;
            days.sort_unstable();
            return (!days.is_empty()).then_some(Self::Days(days));
        };
        let (mut start, mut end) = (None, None);
        for (key, value) in entries {
            let name = match key.text.as_ref() {
                "dal" | "da" | "inizia" | "start" if node.get("inizio").is_none() => "inizio",
                "al" | "a" | "fino_al" | "end" if node.get("fine").is_none() => "fine",
                name => name,
            };
            if let Some(meant) = ["inizio", "fine"].into_iter().find(|field| *field == name && *field != key.text) {
                let problem = Problem::UnknownField { key: key.text.to_string(), meant: MeantField::Alias(meant) };
                reader.report(key.span.clone(), problem);
            }
            match name {
                "inizio" => start = reader.locate(Step::key("inizio"), value, Option::<PartialDate>::decode).flatten(),
                "fine" => end = reader.locate(Step::key("fine"), value, Option::<PartialDate>::decode).flatten(),
                _ => super::record::report_unknown_field(key, ["inizio", "fine"].into_iter(), reader),
            }
        }
        let Some(start) = start else {
            if ["inizio", "dal", "da", "inizia", "start"].iter().all(|key| node.get(key).is_none()) {
                reader.report_wrong_type(node, Expected::PeriodStart);
            }
            return None;
        };
        if let Some(end) = end.filter(|end| end.last_day() < start.first_day()) {
            let at = node.get("fine").map_or(node.span.clone(), |node| node.span.clone());
            reader.report(at, Problem::InvertedPeriod(InvertedPeriod::Dates { start, end }));
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
