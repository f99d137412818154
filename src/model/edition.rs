//! Editions: times and places of the same opportunity.

use serde::{Serialize, Serializer, ser::SerializeMap};
use serde_json::{Value as Json, json};

use super::audience::Audience;
use super::contact::Contacts;
use super::date::PartialDate;
use super::dates::Dates;
use super::deadline::Deadline;
use super::fact::Fact;
use super::field_path::Step;
use super::pauses::Pauses;
use super::place::Place;
use super::problem::Expected;
use super::record::{Reader, Value};
use super::text::Hours;
use super::time::TimeSlot;
use super::vocabulary::{Attendance, Weekday};
use crate::source::{Node, Yaml};
use crate::{record, record_value};

record! {
    /// One edition (field `edizioni`); its values override those of the opportunity.
    pub struct Edition requires [Hours] {
        /// Title that distinguishes it from other editions.
        name: Option<String> = "nome", "Nome" / "Name", "Gruppo del mattino", at most 200 letters;
        /// Days or period of the edition.
        dates: Fact<Dates> = "date", "Data o periodo" / "Date or period", "{inizio: 2026-12-01, fine: 2027-02-26}";
        /// Weekdays.
        weekdays: Vec<Weekday> = "giorni", "Giorni della settimana" / "Days of the week", "[lun, mer]";
        /// Time slots.
        hours: Fact<Vec<TimeSlot>> = "orari", "Orari" / "Times", "\"10:00-12:30\"";
        /// Days without lessons, besides holidays.
        pauses: Option<Pauses> = "pause", "Pause (giorni senza lezione, oltre alle feste)" / "Breaks (days without lessons, besides public holidays)", "[2026-12-24/2027-01-02]";
        /// Total number of hours.
        total_hours: Option<Hours> = "ore_totali", "Ore in tutto" / "Total hours", "60";
        /// Place.
        place: Option<Place> = "luogo", "Luogo" / "Place", "via Casilina 711, Roma";
        /// In person, online or both.
        attendance: Option<Attendance> = "modalita", "In presenza o online" / "In person or online", "in presenza";
        /// Video conference platform.
        platform: Option<String> = "piattaforma", "Piattaforma" / "Video call platform", "Google Meet";
        /// Contacts.
        contacts: Option<Contacts> = "contatti", "Contatti" / "Contacts", "{telefono: \"06 5733 9332\"}";
        /// Audience.
        audience: Option<Audience> = "destinatari", "Destinatari" / "Who it is for", "{genere: solo donne}";
        /// Number of places.
        seats: Option<Seats> = "posti", "Posti" / "Number of places", "15";
        /// First day, or month, on which applications are accepted.
        opens: Option<PartialDate> = "aperto_dal", "Domande dal" / "Applications open from", "2026-11-01";
        /// Enrolment deadline.
        deadline: Option<Deadline> = "scadenza", "Scadenza" / "Deadline", "2026-11-30";
        /// Certificate awarded at the end.
        certificate: Option<String> = "attestato", "Attestato" / "Certificate", "attestato di frequenza";
        /// Note in free text.
        note: Option<String> = "nota", "Nota" / "Note", "porta un quaderno";
    }
}
record_value!(Edition);

impl Edition {
    /// Occasions on which it takes place: each time slot of each single day; a period counts as one day.
    pub(super) fn occasions(&self) -> usize {
        let days = self.dates.value().map_or(0, |dates| match dates {
            Dates::Days(days) => days.len(),
            Dates::Period(..) => 1,
        });
        days * self.hours.value().map_or(1, |slots| slots.len().max(1))
    }
}

/// Number of places.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seats {
    /// Minimum number of participants.
    pub minimum: Option<u32>,
    /// Maximum number of participants.
    pub maximum: u32,
}

impl Value for Seats {
    fn decode(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        if !matches!(node.yaml, Yaml::Map(_)) {
            return u32::decode(node, reader).map(|maximum| Self { minimum: None, maximum });
        }
        let minimum = node.get("min").and_then(|node| reader.locate(Step::key("min"), node, u32::decode));
        let maximum = node.get("max").and_then(|node| reader.locate(Step::key("max"), node, u32::decode));
        if maximum.is_none() {
            reader.report_wrong_type(node, Expected::Seats);
        }
        maximum.map(|maximum| Self { minimum, maximum })
    }

    fn schema() -> Json {
        json!({"anyOf": [
            {"type": "integer", "minimum": 1},
            {"type": "object", "properties": {"min": {"type": "integer"}, "max": {"type": "integer"}}, "required": ["max"], "additionalProperties": false},
        ]})
    }
}

impl Serialize for Seats {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.minimum {
            None => serializer.serialize_u32(self.maximum),
            Some(minimum) => {
                let mut map = serializer.serialize_map(Some(2))?;
                map.serialize_entry("min", &minimum)?;
                map.serialize_entry("max", &self.maximum)?;
                map.end()
            }
        }
    }
}
