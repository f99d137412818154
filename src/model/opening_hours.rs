//! Opening hours of a contact point: regular hours of the week, closures and extra openings.

use chrono::NaiveDate;
use serde_json::{Value as Json, json};

use super::answering_hours::parse_answering_hours;
use super::pauses::Pause;
use super::problem::{Expected, InvertedPeriod, Problem};
use super::record::{Reader, Record, Value, decode_record, record_schema};
use super::time::{HoursFault, TimeSlot, hours_schema, parse_hours, parse_time_slot};
use super::vocabulary::Weekday;
use crate::record;
use crate::source::{Node, Yaml};

/// What is written in place of hours by a desk that only receives by appointment.
const BY_APPOINTMENT: &str = "su appuntamento";

/// Opening hours, by weekday or in free text.
#[derive(Debug, Clone, PartialEq)]
pub enum OpeningHours {
    /// Time slots by weekday; text that is understood to the last word is read as slots too.
    Slots(Vec<WeeklySlot>),
    /// In words that are not understood: the hours are unknown.
    Text(String),
}

record! {
    /// Hours on some days of the week.
    pub struct WeeklySlot {
        /// Weekdays; empty means every day.
        days: Vec<Weekday> = "giorni", "Giorni della settimana" / "Weekdays", "[lun, mer]";
        /// Hours; empty only if it receives by appointment at hours that it agrees upon.
        hours: Vec<HoursOfDay> = "ore", "Ore" / "Hours", "\"9:00-13:00\"", at most 4 entries;
        /// Whether one must have made an appointment.
        by_appointment: bool = "su_appuntamento", "Solo su appuntamento?" / "Only by appointment?", "sì";
        /// For whom, if not for everybody.
        audience: Option<String> = "per", "Per chi" / "For whom", "donne", at most 100 letters;
    }
}

record! {
    /// Days on which a contact point is closed.
    pub struct Closure {
        /// A day, a month, or from one to another, both included.
        dates: Option<Pause> = "date", "Giorni" / "Days", "2026-08-10/2026-08-21";
        /// Why.
        reason: Option<String> = "motivo", "Motivo" / "Reason", "ferie", at most 100 letters;
    }
}

record! {
    /// Days on which a contact point is open besides its regular hours.
    pub struct ExtraOpening {
        /// Days.
        dates: Vec<NaiveDate> = "date", "Giorni" / "Days", "2026-12-13", at most 31 entries;
        /// Hours; empty only if by appointment at hours that it agrees upon.
        hours: Vec<HoursOfDay> = "ore", "Ore" / "Hours", "\"9:00-13:00\"", at most 4 entries;
        /// Whether one must have made an appointment.
        by_appointment: bool = "su_appuntamento", "Solo su appuntamento?" / "Only by appointment?", "sì";
        /// For whom, if not for everybody.
        audience: Option<String> = "per", "Per chi" / "For whom", "donne", at most 100 letters;
        /// Why.
        reason: Option<String> = "motivo", "Motivo" / "Reason", "giornata della salute", at most 100 letters;
    }
}

/// Hours of one day, as text: `9:00-13:00`, `22:00-6:00`, `9:00`, `mattina`.
#[derive(Debug, Clone, PartialEq)]
pub struct HoursOfDay(pub TimeSlot);

impl Value for HoursOfDay {
    fn decode(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        parse_time_slot(node, reader).map(Self)
    }

    fn schema() -> Json {
        hours_schema()
    }
}

impl serde::Serialize for HoursOfDay {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl Value for OpeningHours {
    fn decode(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let Some(text) = node.text() else { return Vec::decode(node, reader).map(Self::Slots) };
        match parse_hours(text) {
            Ok(slot) => Some(Self::Slots(vec![WeeklySlot::from_time_slot(slot)])),
            Err(HoursFault::Inverted) => {
                let problem = Problem::InvertedPeriod(InvertedPeriod::Hours(text.trim().to_owned()));
                reader.report(node.span.clone(), problem);
                None
            }
            Err(HoursFault::NotHours) => {
                Some(parse_hours_of_week(text).map_or_else(|| Self::Text(text.to_owned()), Self::Slots))
            }
        }
    }

    fn schema() -> Json {
        json!({"anyOf": [{"type": "string"}, Vec::<WeeklySlot>::schema()]})
    }
}

/// Reads a whole week in words; `None` unless every word is understood.
fn parse_hours_of_week(text: &str) -> Option<Vec<WeeklySlot>> {
    if text.trim().eq_ignore_ascii_case(BY_APPOINTMENT) {
        return Some(vec![WeeklySlot { by_appointment: true, ..WeeklySlot::default() }]);
    }
    Some(parse_answering_hours(text)?.into_iter().map(WeeklySlot::from_time_slot).collect())
}

impl serde::Serialize for OpeningHours {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Slots(slots) => slots.serialize(serializer),
            Self::Text(text) => text.serialize(serializer),
        }
    }
}

impl WeeklySlot {
    /// A slot for everybody, without appointment.
    fn from_time_slot(slot: TimeSlot) -> Self {
        let days = slot.days.clone();
        Self { days, hours: vec![HoursOfDay(TimeSlot { days: Vec::new(), ..slot })], ..Self::default() }
    }
}

impl Value for WeeklySlot {
    fn decode(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let Yaml::Map(entries) = &node.yaml else { return parse_time_slot(node, reader).map(Self::from_time_slot) };
        let slot: Self = decode_record(entries, reader);
        has_hours(&slot.hours, slot.by_appointment, Expected::HoursOfDays, node, reader).then_some(slot)
    }

    fn schema() -> Json {
        json!({"anyOf": [hours_schema(), record_schema::<Self>()]})
    }
}

impl Value for ExtraOpening {
    fn decode(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let opening: Self = decode_map(node, Expected::HoursOfDates, reader)?;
        let has_dates = has_field(!opening.dates.is_empty(), "date", Expected::HoursOfDates, node, reader);
        (has_dates && has_hours(&opening.hours, opening.by_appointment, Expected::HoursOfDates, node, reader))
            .then_some(opening)
    }

    fn schema() -> Json {
        record_schema::<Self>()
    }
}

impl Value for Closure {
    fn decode(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        if node.text().is_some() {
            return Pause::decode(node, reader).map(|dates| Self { dates: Some(dates), reason: None });
        }
        let closure: Self = decode_map(node, Expected::ClosedDates, reader)?;
        has_field(closure.dates.is_some(), "date", Expected::ClosedDates, node, reader).then_some(closure)
    }

    fn schema() -> Json {
        json!({"anyOf": [Pause::schema(), record_schema::<Self>()]})
    }
}

/// Decodes a record that has no short form; reports anything else.
fn decode_map<R: Record>(node: &Node<'_>, expected: Expected, reader: &mut Reader<'_>) -> Option<R> {
    let Yaml::Map(entries) = &node.yaml else {
        reader.report_wrong_type(node, expected);
        return None;
    };
    Some(decode_record(entries, reader))
}

/// Whether hours are known, or left to an appointment; reports their absence.
fn has_hours(
    hours: &[HoursOfDay],
    by_appointment: bool,
    expected: Expected,
    node: &Node<'_>,
    reader: &mut Reader<'_>,
) -> bool {
    let needs_none = by_appointment && node.get("ore").is_none();
    has_field(!hours.is_empty() || needs_none, "ore", expected, node, reader)
}

/// Whether a field has a value; reports its absence, unless its value was reported already, or the ends of a period as
/// fields of their own.
fn has_field(is_there: bool, key: &str, expected: Expected, node: &Node<'_>, reader: &mut Reader<'_>) -> bool {
    if !is_there && !["inizio", "fine", "dal", "al", key].iter().any(|key| node.get(key).is_some()) {
        reader.report_wrong_type(node, expected);
    }
    is_there
}
