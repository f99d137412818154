//! One of several times and places of the same opportunity.

use serde::{Serialize, Serializer, ser::SerializeMap};
use serde_json::{Value as Json, json};

use super::audience::Audience;
use super::contact::Contacts;
use super::dates::Dates;
use super::deadline::Deadline;
use super::fact::Fact;
use super::place::Place;
use super::record::{Reader, Value};
use super::time::TimeSlot;
use super::vocabulary::{Attendance, Weekday};
use crate::source::{Node, Yaml};
use crate::{localized, record, record_value};

record! {
    /// When and where; what it says wins over what the whole opportunity says.
    pub struct Edition {
        /// What tells it from the others.
        name: Option<String> = "nome", "Nome", "Gruppo del mattino";
        /// Days or period.
        dates: Fact<Dates> = "date", "Data o periodo", "{inizio: 2026-12-01, fine: 2027-02-26}";
        /// Days of the week.
        weekdays: Vec<Weekday> = "giorni", "Giorni della settimana", "[lun, mer]";
        /// Hours.
        hours: Fact<Vec<TimeSlot>> = "orari", "Orari", "\"10:00-12:30\"";
        /// Hours in all.
        total_hours: Option<u32> = "ore_totali", "Ore in tutto", "60";
        /// Where.
        place: Option<Place> = "luogo", "Luogo", "via Casilina 711, Roma";
        /// Whether one goes there.
        attendance: Option<Attendance> = "modalita", "In presenza o online", "in presenza";
        /// The program used online.
        platform: Option<String> = "piattaforma", "Piattaforma", "Google Meet";
        /// Whom to ask.
        contacts: Option<Contacts> = "contatti", "Contatti", "{telefono: \"06 5733 9332\"}";
        /// For whom.
        audience: Option<Audience> = "destinatari", "Destinatari", "{genere: solo donne}";
        /// How many places.
        seats: Option<Seats> = "posti", "Posti", "15";
        /// Until when one enrols.
        deadline: Option<Deadline> = "scadenza", "Scadenza", "2026-11-30";
        /// What one gets at the end.
        certificate: Option<String> = "attestato", "Attestato", "attestato di frequenza";
        /// Anything else.
        note: Option<String> = "nota", "Nota", "porta un quaderno";
    }
}
record_value!(Edition);

/// A number of places, or a least and a most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seats {
    /// At least so many people are needed.
    pub minimum: Option<u32>,
    /// At most so many fit.
    pub maximum: u32,
}

impl Value for Seats {
    fn decode(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        if !matches!(node.yaml, Yaml::Map(_)) {
            return u32::decode(node, reader).map(|maximum| Self { minimum: None, maximum });
        }
        let minimum = node.get("min").and_then(|node| reader.locate("min", node, u32::decode));
        let maximum = node.get("max").and_then(|node| reader.locate("max", node, u32::decode));
        if maximum.is_none() {
            reader.wrong_type(
                node,
                localized!(
                    "scrivi `posti: 15` o `posti: {{min: 50, max: 100}}`",
                    "write `posti: 15` or `posti: {{min: 50, max: 100}}`"
                ),
            );
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
