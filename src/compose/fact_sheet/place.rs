//! Places: names, streets, districts, online; map links.

use serde::Serialize;

use crate::board::Item;
use crate::locale::key;
use crate::model::{Attendance, Place};
use crate::text::percent::percent_encode;

use super::{FactRow, FactSheetBuilder, Line};

/// Links to a place on a map.
#[derive(Debug, Clone, Serialize)]
pub struct MapLinks {
    /// `geo:` URI (RFC 5870) with Android's `?q=` query: opens the telephone's map.
    pub geo: String,
    /// OpenStreetMap page, for everything else.
    pub web: String,
}

impl<'b> FactSheetBuilder<'b> {
    pub(super) fn where_row(&self, item: &'b Item) -> Option<FactRow<'b>> {
        let facts = &item.facts;
        let mut lines = Vec::new();
        let attendance = facts
            .attendance
            .value()
            .copied()
            .or_else(|| facts.editions().first().and_then(|edition| edition.attendance));
        if let Some(attendance) = attendance.filter(|attendance| *attendance != Attendance::InPerson) {
            lines.push(self.in_page_language(self.vocabulary_word("attendance", attendance.word())));
        }
        let places: Vec<&Place> = match (facts.place.value(), facts.editions()) {
            (Some(places), _) => places.iter().collect(),
            (None, editions) => editions.iter().filter_map(|edition| edition.place.as_ref()).collect(),
        };
        match places.as_slice() {
            [] => lines.extend(
                facts.place.placeholder().map(|word| self.in_page_language(self.vocabulary_word("fact", word))),
            ),
            [only] => lines.extend(self.place_lines(only)),
            several => {
                // One line each; the card of an edition has the rest.
                let mut addresses: Vec<String> = several.iter().map(|place| self.format_address(place)).collect();
                addresses.dedup();
                lines.extend(addresses.into_iter().map(|address| self.in_board_language(address)));
            }
        }
        lines.extend(facts.platform.iter().map(|platform| self.in_board_language(platform)));
        if let Some(stream) = &facts.stream {
            lines.push(Line {
                href: Some(stream.as_str().to_owned()),
                ..self.in_page_language(stream.without_scheme())
            });
        }
        self.row(key::row_where, "where", lines)
    }

    pub(super) fn place_lines(&self, place: &'b Place) -> Vec<Line<'b>> {
        let mut lines = Vec::new();
        lines.extend(place.name.as_deref().map(|name| self.in_board_language(name)));
        let street = place.postal_address();
        if !street.is_empty() {
            lines.push(self.in_board_language(street));
        }
        let area = self.area(place).filter(|_| !lines.is_empty() || place.zone.is_some());
        lines.extend(area.map(|area| self.in_board_language(area)));
        lines.extend(place.transport.iter().chain(&place.accessibility).map(|text| self.in_board_language(text)));
        lines
    }

    /// Map links of an item that is in one place.
    pub(super) fn item_map(&self, item: &Item) -> Option<MapLinks> {
        let facts = &item.facts;
        match (facts.place.value(), facts.editions()) {
            (Some(places), _) => match &**places {
                [only] => self.place_map(only),
                _ => None,
            },
            (None, [only]) => self.place_map(only.place.as_ref()?),
            _ => None,
        }
    }

    /// Map links by coordinates, else by street; `None` for a town alone.
    pub(in crate::compose) fn place_map(&self, place: &Place) -> Option<MapLinks> {
        if let Some(at) = place.coordinates {
            let (latitude, longitude) = (at.latitude, at.longitude);
            return Some(MapLinks {
                geo: format!("geo:{latitude},{longitude}?q={latitude},{longitude}"),
                web: format!(
                    "https://www.openstreetmap.org/?mlat={latitude}&mlon={longitude}#map=18/{latitude}/{longitude}"
                ),
            });
        }
        let address = place.address.as_deref().filter(|address| address.contains(|c: char| c.is_ascii_digit()))?;
        let street = place.postal_address();
        let town = self
            .board
            .config
            .territorio
            .citta
            .as_deref()
            .filter(|town| !street.contains(*town) && place.town.is_none());
        let query = town.map_or_else(|| street.clone(), |town| format!("{address}, {town}"));
        Some(self.street_map(&query))
    }

    /// Map links of a street.
    pub(super) fn street_map(&self, street: &str) -> MapLinks {
        let query = percent_encode(street);
        MapLinks {
            geo: format!("geo:0,0?q={query}"),
            web: format!("https://www.openstreetmap.org/search?query={query}"),
        }
    }

    /// Name, street and town in one line.
    fn format_address(&self, place: &'b Place) -> String {
        let parts =
            [place.name.clone(), Some(place.postal_address()).filter(|street| !street.is_empty()), self.area(place)];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }
}
