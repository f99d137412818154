//! Places.

use serde::{Serialize, Serializer};
use serde_json::{Value as Json, json};

use super::problem::Expected;
use super::record::{Reader, Value};
use crate::source::Node;
use crate::{record, record_value};

record! {
    /// A place (field `luogo`).
    pub struct Place {
        /// Name of the place.
        name: Option<String> = "nome", "Nome del luogo", "Biblioteca Pigneto";
        /// Street and number, town.
        address: Option<String> = "indirizzo", "Via e numero", "via Casilina 711";
        /// Postal code.
        postcode: Option<String> = "cap", "CAP", "\"00177\"";
        /// Town; if absent, the board's.
        town: Option<String> = "citta", "Città", "Roma";
        /// District of the board's territory (`site.toml`, `[territorio] zone`).
        zone: Option<String> = "zona", "Zona", "V";
        /// Public transport and directions.
        transport: Option<String> = "mezzi", "Come arrivare", "tram 5, fermata Centocelle";
        /// Accessibility: steps, lifts, toilets.
        accessibility: Option<String> = "accessibilita", "Accessibilità", "ascensore";
        /// Latitude and longitude.
        coordinates: Option<Coordinates> = "coordinate", "Latitudine e longitudine", "[41.8782, 12.5561]";
    }
}
record_value!(Place, text: |text, _, _| Some(Place { address: Some(text.to_owned()), ..Place::default() }));

impl Place {
    /// Street and number, postal code and town in one line; empty if none is known.
    #[must_use]
    pub fn street(&self) -> String {
        let town = match (&self.postcode, &self.town) {
            (Some(postcode), Some(town)) => Some(format!("{postcode} {town}")),
            (Some(postcode), None) => Some(postcode.clone()),
            (None, town) => town.clone(),
        };
        // The street may already name the town: «via Casilina 711, Roma».
        let address = self.address.as_deref().unwrap_or_default();
        match town {
            Some(town) if !address.contains(&town) && !address.is_empty() => format!("{address}, {town}"),
            Some(town) if address.is_empty() => town,
            _ => address.to_owned(),
        }
    }
}

/// Latitude and longitude in degrees (WGS 84).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Coordinates {
    /// -90 to 90.
    pub latitude: f64,
    /// -180 to 180.
    pub longitude: f64,
}

impl Value for Coordinates {
    fn decode(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let numbers = Vec::<f64>::decode(node, reader)?;
        match numbers.as_slice() {
            [latitude, longitude] if latitude.abs() <= 90.0 && longitude.abs() <= 180.0 => {
                Some(Self { latitude: *latitude, longitude: *longitude })
            }
            _ => {
                reader.report_wrong_type(node, Expected::Coordinates);
                None
            }
        }
    }

    fn schema() -> Json {
        json!({"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2})
    }
}

impl Serialize for Coordinates {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        [self.latitude, self.longitude].serialize(serializer)
    }
}
