//! Where: street first, then name, zone and transport; zones where there are several places.

use std::collections::HashSet;

use crate::board::Item;
use crate::locale::key;
use crate::model::{Attendance, Edition, Place};

use super::super::{FactSheetBuilder, Line};
use super::{Answer, AnswerLines};

/// More places than this are counted rather than named.
const MAX_NAMED_PLACES: usize = 3;

impl<'b> FactSheetBuilder<'b> {
    pub(super) fn where_answer(&self, item: &'b Item) -> Option<Answer<'b>> {
        let facts = &item.facts;
        let attendance = facts.attendance.value().copied();
        let attendance = attendance.or_else(|| facts.editions().first().and_then(|edition| edition.attendance));
        let word = attendance
            .filter(|attendance| *attendance != Attendance::InPerson)
            .map(|attendance| self.in_page_language(self.vocabulary_word("attendance", attendance.word())));
        let own = facts.places();
        let of_edition = |edition: &'b Edition| edition.place.as_ref().map_or(own, std::slice::from_ref);
        let places: Vec<&Place> = facts.editions().iter().flat_map(of_edition).collect();
        let mut places = if places.is_empty() { own.iter().collect() } else { places };
        places.dedup();
        let place = match places.as_slice() {
            [] => AnswerLines::default(),
            [only] => self.short_place_lines(only),
            several => self.several_places_lines(several).into(),
        };
        let platform = facts.platform.iter().map(|platform| self.name_line(platform));
        let online = matches!(attendance, Some(Attendance::Online | Attendance::Remote));
        let territories = facts.territories.iter().map(|text| self.name_line(text));
        let AnswerLines { essential, detail } = place;
        let essential: Vec<Line<'b>> = if online || essential.is_empty() {
            let placeholder =
                facts.place.placeholder().map(|word| self.in_page_language(self.vocabulary_word("fact", word)));
            word.into_iter().chain(platform).chain(territories).chain(placeholder).chain(essential).collect()
        } else {
            let mut place = essential.into_iter();
            place.next().into_iter().chain(word).chain(place).chain(platform).collect()
        };
        let lines = AnswerLines { essential, detail };
        self.answer("where", "where", key::row_where, lines)
    }

    /// «Via Casilina 565», zone with the town, and transport; then name and accessibility.
    pub(super) fn short_place_lines(&self, place: &'b Place) -> AnswerLines<'b> {
        let street = self.short_street(place);
        let name = place.name.clone().filter(|name| street.as_ref() != Some(name));
        // A park or a square without an address is known by its name and its town.
        let is_known_by_name = place.address.is_none();
        let (first, town, name) = if is_known_by_name { (name, street, None) } else { (street, None, name) };
        let line = |text: String| self.name_line(text);
        let is_somewhere = first.is_some() || place.zone.is_some();
        let area = self.area(place).filter(|_| is_somewhere).map(|area| Line { is_area: true, ..self.name_line(area) });
        AnswerLines::new(
            first.into_iter().chain(town).map(line).chain(area).chain(place.transport.clone().map(line)),
            name.into_iter().chain(place.accessibility.clone()).map(line),
        )
    }

    fn several_places_lines(&self, places: &[&'b Place]) -> Vec<Line<'b>> {
        let zone = |place: &Place| place.zone.as_deref().map(|zone| self.board.config.territorio.zone_label(zone));
        let mut names: Vec<String> = places
            .iter()
            .filter_map(|place| zone(place).or_else(|| place.town.clone()).or_else(|| self.short_street(place)))
            .collect();
        remove_repeated(&mut names);
        let short = if names.len() > MAX_NAMED_PLACES || names.is_empty() {
            self.format(key::places_count, &[("count", places.len().into())])
        } else {
            self.name_line(self.locale.join_commas(&names))
        };
        let addresses = places.iter().filter_map(|place| {
            let street = self.short_street(place);
            let area = self.area(place).filter(|_| street.is_some() || place.zone.is_some());
            let parts: Vec<String> = street.into_iter().chain(area).collect();
            (!parts.is_empty()).then(|| parts.join(" · "))
        });
        let mut addresses: Vec<String> = addresses.collect();
        remove_repeated(&mut addresses);
        let addresses = addresses.into_iter().map(|address| self.name_line(address));
        std::iter::once(short).chain(addresses).collect()
    }

    /// Street and number, with the town if it is another than the board's.
    fn short_street(&self, place: &Place) -> Option<String> {
        let address = place.address.as_deref().filter(|address| !address.is_empty());
        let own_town = self.board.config.territorio.citta.as_deref();
        let town = place.town.as_deref().filter(|town| own_town != Some(*town));
        match (address, town) {
            (Some(address), Some(town)) if !address.contains(town) => Some(format!("{address}, {town}")),
            (Some(address), _) => {
                let without_town = own_town.and_then(|town| address.strip_suffix(town)?.trim_end().strip_suffix(','));
                Some(without_town.unwrap_or(address).to_owned())
            }
            (None, town) => town.map(str::to_owned),
        }
    }
}

fn remove_repeated(names: &mut Vec<String>) {
    let mut seen = HashSet::new();
    names.retain(|name| seen.insert(name.clone()));
}
