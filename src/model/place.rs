//! Places of activities: address, district, directions, coordinates.

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
        name: Option<String> = "nome", "Nome del luogo" / "Name of the place", "Biblioteca Pigneto";
        /// Street and number, town.
        address: Option<String> = "indirizzo", "Via e numero" / "Street and number", "via Casilina 711";
        /// Postal code.
        postcode: Option<String> = "cap", "CAP" / "Postcode", "\"00177\"";
        /// Town; if absent, the board's.
        town: Option<String> = "citta", "Città" / "Town", "Roma";
        /// District of the board's territory (`site.toml`, `[territorio] zone`).
        zone: Option<String> = "zona", "Zona" / "District", "V";
        /// Public transport and directions.
        transport: Option<String> = "mezzi", "Come arrivare" / "How to get there", "tram 5, fermata Centocelle";
        /// Accessibility: steps, lifts, toilets.
        accessibility: Option<String> = "accessibilita", "Accessibilità" / "Accessibility", "ascensore";
        /// Latitude and longitude.
        coordinates: Option<Coordinates> = "coordinate", "Latitudine e longitudine" / "Latitude and longitude", "[41.8782, 12.5561]";
    }
}
record_value!(Place, text: |text, _, _| Some(Place { address: Some(text.to_owned()), ..Place::default() }));

impl Place {
    /// Street and number, postal code and town in one line; empty if none is known.
    #[must_use]
    pub fn postal_address(&self) -> String {
        // The street may already name what follows it: «via Casilina 711, Roma».
        let address = self.address.as_deref().filter(|address| !address.is_empty());
        let is_new = |part: &&str| !address.is_some_and(|address| contains_word(address, part));
        let town: Vec<&str> = [&self.postcode, &self.town].into_iter().filter_map(|part| part.as_deref()).collect();
        let town = town.into_iter().filter(is_new).collect::<Vec<_>>().join(" ");
        let parts = address.into_iter().chain(Some(town.as_str()).filter(|town| !town.is_empty()));
        parts.collect::<Vec<_>>().join(", ")
    }
}

/// Whether an address contains a word or several, not as part of another: «Roma» is not in «via Romagna 3».
fn contains_word(address: &str, words: &str) -> bool {
    let is_edge = |side: Option<char>| !side.is_some_and(char::is_alphanumeric);
    address.match_indices(words).any(|(at, found)| {
        let before = address.get(..at).and_then(|before| before.chars().next_back());
        let after = address.get(at + found.len()..).and_then(|after| after.chars().next());
        is_edge(before) && is_edge(after)
    })
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
        let degrees = |most: i32| json!({"type": "number", "minimum": -most, "maximum": most});
        json!({"type": "array", "prefixItems": [degrees(90), degrees(180)], "items": false, "minItems": 2, "maxItems": 2})
    }
}

impl Serialize for Coordinates {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        [self.latitude, self.longitude].serialize(serializer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn postal_address_names_each_part_once() {
        let place = |address: &str, postcode: &str, town: &str| {
            let part = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
            Place { address: part(address), postcode: part(postcode), town: part(town), ..Place::default() }
        };
        for (address, postcode, town, expected) in [
            ("via Casilina 711", "00177", "Roma", "via Casilina 711, 00177 Roma"),
            ("via Casilina 711, Roma", "00177", "Roma", "via Casilina 711, Roma, 00177"),
            ("via Casilina 711, 00177 Roma", "00177", "Roma", "via Casilina 711, 00177 Roma"),
            ("via Romagna 3", "", "Roma", "via Romagna 3, Roma"),
            ("via Casilina 711", "", "", "via Casilina 711"),
            ("", "00177", "Roma", "00177 Roma"),
            ("", "", "", ""),
        ] {
            assert_eq!(place(address, postcode, town).postal_address(), expected);
        }
    }
}
