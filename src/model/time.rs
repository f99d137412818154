//! Times of day and time slots.

use std::fmt;
use std::ops::Range;

use serde::{Serialize, Serializer, ser::SerializeMap};
use serde_json::{Value as Json, json};

use super::field_path::Step;
use super::problem::{Expected, InvalidTime, InvertedPeriod, Problem, Written};
use super::record::{Reader, Value};
use super::vocabulary::{PartOfDay, Weekday};
use crate::source::{Node, Yaml};

/// A time of day, in minutes from midnight; 24:00 is the end of the day. The end of a slot that goes on after midnight is
/// counted on: 6:00 of the next day is 1800 minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct TimeOfDay(u16);

impl TimeOfDay {
    /// Parses `9:00`, `09:00`, `9.00` or `9`, up to 24:00.
    ///
    /// ```
    /// use bacheca::model::TimeOfDay;
    ///
    /// let time = TimeOfDay::parse("9.30").unwrap();
    /// assert_eq!(time.minutes(), 570);
    /// assert_eq!(time.to_string(), "9:30");
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (hour, minute) = text.split_once([':', '.']).unwrap_or((text, "00"));
        let number = |part: &str, longest: usize| {
            (!part.is_empty() && part.len() <= longest && part.bytes().all(|byte| byte.is_ascii_digit()))
                .then(|| part.parse::<u16>().ok())
                .flatten()
        };
        let (hour, minute) = (number(hour, 2)?, number(minute, 2).filter(|_| minute.len() == 2)?);
        let fits = (hour < 24 && minute < 60) || (hour == 24 && minute == 0);
        fits.then_some(Self(hour * 60 + minute))
    }

    /// Minutes from midnight, 0 to 1440; up to 2160 for the end of a slot on the next day.
    #[must_use]
    pub fn minutes(self) -> u16 {
        self.0
    }

    /// Minutes shown by a clock, 0 to 1439.
    #[must_use]
    pub fn clock_minutes(self) -> u16 {
        self.0 % DAY
    }

    /// This end of a slot on the day after its start, if the slot is one of a night: from the evening to the morning.
    fn on_next_day(self, start: Self) -> Option<Self> {
        let night = start.0 >= 17 * 60 && self.0 <= 12 * 60 && (1..=14 * 60).contains(&(self.0 + DAY - start.0));
        night.then_some(Self(self.0 + DAY))
    }
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let minutes = if self.0 > DAY { self.clock_minutes() } else { self.0 };
        write!(formatter, "{}:{:02}", minutes / 60, minutes % 60)
    }
}

/// Minutes of a day.
pub(super) const DAY: u16 = 24 * 60;

/// Start and end time on some weekdays.
#[derive(Debug, Clone, PartialEq)]
pub struct TimeSlot {
    /// Weekdays; empty means every day of the edition.
    pub days: Vec<Weekday>,
    /// Start, if known.
    pub start: Option<TimeOfDay>,
    /// End, if known.
    pub end: Option<TimeOfDay>,
    /// Part of the day, in place of hours.
    pub part: Option<PartOfDay>,
}

impl TimeSlot {
    /// Minutes from the midnight at which its day begins, if start and end are known.
    #[must_use]
    pub fn minutes(&self) -> Option<Range<u16>> {
        Some(self.start?.minutes()..self.end?.minutes())
    }
}

impl Value for TimeSlot {
    fn decode(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let Yaml::Map(entries) = &node.yaml else {
            return parse_time_slot(node, reader);
        };
        let (mut days, mut hours) = (Vec::new(), None);
        for (key, value) in entries {
            match key.text.as_ref() {
                "giorni" => {
                    days = reader.locate(Step::key("giorni"), value, Vec::<Weekday>::decode).unwrap_or_default();
                }
                "ore" => hours = reader.locate(Step::key("ore"), value, parse_time_slot),
                _ => super::record::report_unknown_field(key, ["giorni", "ore"].into_iter(), reader),
            }
        }
        if hours.is_none() && node.get("ore").is_none() {
            reader.report_wrong_type(node, Expected::HoursOfDays);
        }
        hours.map(|slot| Self { days, ..slot })
    }

    fn schema() -> Json {
        let hours = hours_schema();
        json!({"anyOf": [hours, {"type": "object", "properties": {
            "giorni": Vec::<Weekday>::schema(), "ore": hours,
        }, "required": ["ore"], "additionalProperties": false}]})
    }
}

/// Why a text is no hours of a day.
pub(super) enum HoursFault {
    /// It ends before it starts, and is no night.
    Inverted,
    /// It is not written as hours.
    NotHours,
}

/// Parses `9:00-13:00`, `22:00-6:00`, `9:00` or a part of the day.
pub(super) fn parse_hours(text: &str) -> Result<TimeSlot, HoursFault> {
    let none = TimeSlot { days: Vec::new(), start: None, end: None, part: None };
    let text = text.trim();
    if let Some(part) = PartOfDay::ALL.iter().find(|part| part.word() == text) {
        return Ok(TimeSlot { part: Some(*part), ..none });
    }
    let (start, end) = text.split_once(['-', '–']).unwrap_or((text, ""));
    let start = TimeOfDay::parse(start).ok_or(HoursFault::NotHours)?;
    if end.trim().is_empty() {
        return Ok(TimeSlot { start: Some(start), ..none });
    }
    let end = TimeOfDay::parse(end).ok_or(HoursFault::NotHours)?;
    let end = if end > start { end } else { end.on_next_day(start).ok_or(HoursFault::Inverted)? };
    Ok(TimeSlot { start: Some(start), end: Some(end), ..none })
}

pub(super) fn parse_time_slot(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<TimeSlot> {
    let text = node.text().unwrap_or_default().trim();
    let problem = match parse_hours(text) {
        Ok(slot) => return Some(slot),
        Err(HoursFault::Inverted) => Problem::InvertedPeriod(InvertedPeriod::Hours(text.to_owned())),
        Err(HoursFault::NotHours) => Problem::InvalidTime(InvalidTime::NotASlot {
            written: Written::from_node(node),
            meant: parse_hours_in_words(text),
        }),
    };
    reader.report(node.span.clone(), problem);
    None
}

/// JSON Schema of hours written as a text.
pub(super) fn hours_schema() -> Json {
    json!({"type": "string", "pattern": "^(\\d{1,2}[:.]\\d{2}(-(\\d{1,2}[:.]\\d{2})?)?|mattina|pomeriggio|sera)$"})
}

/// Parses «dalle 9 alle 12.30», «15,00-20,00» and «dalle 10.30» into start and end; `None` if the text says anything else,
/// which would be lost.
fn parse_hours_in_words(text: &str) -> Option<(TimeOfDay, Option<TimeOfDay>)> {
    const LEADING: [&str; 10] = ["dalle", "dall", "alle", "all", "ore", "ora", "le", "da", "a", "h"];
    let words = text.split(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | '\'' | '’'));
    let words = words.map(|word| word.trim_matches(['.', ':', ','])).filter(|word| !word.is_empty());
    let said = words.filter(|word| !LEADING.iter().any(|lead| lead.eq_ignore_ascii_case(word)));
    let hours: Vec<TimeOfDay> = said.map(|hour| TimeOfDay::parse(&hour.replace(',', "."))).collect::<Option<_>>()?;
    match hours.as_slice() {
        [start] => Some((*start, None)),
        [start, end] if start < end => Some((*start, Some(*end))),
        _ => None,
    }
}

impl fmt::Display for TimeSlot {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.start, self.end, self.part) {
            (Some(start), Some(end), _) => write!(formatter, "{start}-{end}"),
            (Some(start), None, _) => write!(formatter, "{start}"),
            (None, _, Some(part)) => formatter.write_str(part.word()),
            (None, ..) => Ok(()),
        }
    }
}

impl Serialize for TimeSlot {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.days.is_empty() {
            return serializer.collect_str(self);
        }
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("giorni", &self.days)?;
        map.serialize_entry("ore", &self.to_string())?;
        map.end()
    }
}

impl Value for TimeOfDay {
    fn decode(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let time = node.text().and_then(Self::parse);
        if time.is_none() {
            reader.report(node.span.clone(), Problem::InvalidTime(InvalidTime::NotATime(Written::from_node(node))));
        }
        time
    }

    fn schema() -> Json {
        json!({"type": "string", "pattern": "^\\d{1,2}[:.]\\d{2}$"})
    }
}

impl Serialize for TimeOfDay {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_in_words_are_understood() {
        let shown = |text| {
            let (start, end) = parse_hours_in_words(text)?;
            Some(end.map_or(start.to_string(), |end| format!("{start}-{end}")))
        };
        assert_eq!(shown("dalle 9 alle 12.30").as_deref(), Some("9:00-12:30"));
        assert_eq!(shown("dalle ore 15:00 alle ore 17:00.").as_deref(), Some("15:00-17:00"));
        assert_eq!(shown("lunedì e giovedì"), None);
        assert_eq!(shown("15,00-20,00").as_deref(), Some("15:00-20:00"));
        assert_eq!(shown("dalle 10.30").as_deref(), Some("10:30"));
        for more in ["9-13 e 15-17", "9-13 il lunedì", "dalle 9 alle 13 (salvo festivi)", "9-13, sala 2"] {
            assert_eq!(shown(more), None, "{more}");
        }
    }

    #[test]
    fn nights_end_on_the_next_day() {
        let end = |start: &str, end: &str| {
            let time = |text| TimeOfDay::parse(text).unwrap();
            time(end).on_next_day(time(start)).map(|end| (end.minutes(), end.to_string()))
        };
        assert_eq!(end("22:00", "6:00"), Some((1_800, "6:00".to_owned())));
        assert_eq!(end("19:00", "8:00"), Some((1_920, "8:00".to_owned())));
        assert_eq!(end("20:00", "00:00"), Some((1_440, "24:00".to_owned())));
        // A slip of the keyboard, not a night.
        for (start, wrong) in
            [("15:00", "14:00"), ("17:30", "9:30"), ("20:00", "19:00"), ("9:00", "8:00"), ("24:00", "00:00")]
        {
            assert_eq!(end(start, wrong), None, "{start}-{wrong}");
        }
    }

    #[test]
    fn hours_as_people_write_them() {
        for (text, shown) in [("9:00", "9:00"), ("09.30", "9:30"), ("24:00", "24:00"), ("9", "9:00")] {
            assert_eq!(TimeOfDay::parse(text).unwrap().to_string(), shown);
        }
        for text in ["24:01", "25:00", "9:60", "", "9:5", "12:30:00", "-1"] {
            assert!(TimeOfDay::parse(text).is_none(), "{text}");
        }
    }
}
