//! Several editions, each in a line of its own.

use std::ops::Range;

use serde_json::{Map, Value as Json, json};

use super::{dates_in, dates_json, days_json, hours_json, months_json};
use crate::board::Board;
use crate::intake::contacts::{Medium, find_contacts};
use crate::intake::days::{DayGroup, Role, days_of_unit, find_months};
use crate::intake::facts::Facts;
use crate::intake::lines::Unit;
use crate::intake::place::{FoundPlace, find_places};
use crate::intake::times::{Slot, find_slots, find_weekdays};
use crate::model::Weekday;

/// What a line says of one edition.
pub(super) struct LineOfEdition {
    name: Option<String>,
    place: Option<FoundPlace>,
    dates: Option<Json>,
    weekdays: Vec<Weekday>,
    slots: Vec<Slot>,
    phones: Vec<String>,
    range: Range<usize>,
}

/// Most sentences of a message in which lines of editions are looked for.
const MAX_UNITS: usize = 400;

/// Lines each of which has a place and its own days or hours.
pub(super) fn lines_of_editions(board: &Board, units: &[Unit<'_>], days: &[DayGroup]) -> Vec<LineOfEdition> {
    let mut lines: Vec<LineOfEdition> = Vec::new();
    if units.len() > MAX_UNITS {
        return lines;
    }
    let mut index = 0;
    for line in units.chunk_by(|one, other| one.line == other.line) {
        let from = index;
        index += line.len();
        let Some((first, last)) = line.first().zip(line.last()) else { continue };
        if first.is_about("contatti") || first.is_about("iscrizione") {
            continue;
        }
        let place = line.iter().flat_map(|unit| find_places(board, unit)).find(|place| place.address.is_some());
        let slots: Vec<Slot> =
            line.iter().zip(from..).flat_map(|(unit, index)| find_slots(unit, &dates_in(days, index))).collect();
        let group = (from..index).flat_map(|index| days_of_unit(days, index)).find(|group| group.role == Role::Held);
        let dates = group.and_then(dates_json);
        let is_row = dates.is_some()
            && !slots.is_empty()
            && first.topic.is_empty()
            && first.text.starts_with(char::is_uppercase);
        if place.is_none() && !is_row || slots.is_empty() && dates.is_none() || slots.len() > 2 {
            continue;
        }
        let mut weekdays: Vec<Weekday> = line
            .iter()
            .zip(from..)
            .flat_map(|(unit, index)| find_weekdays(unit, &dates_in(days, index)))
            .map(|(day, _)| day)
            .collect();
        weekdays.sort_unstable();
        weekdays.dedup();
        let phones = line
            .iter()
            .flat_map(find_contacts)
            .filter(|contact| matches!(contact.medium, Medium::Telephone) && !contact.is_private)
            .map(|contact| contact.value);
        // A row of a table begins with its name, parted by spaces.
        let row_name = first.text.split_once("  ").map(|(name, _)| name.trim().to_owned()).filter(|_| place.is_none());
        if place.is_none() && (row_name.is_none() || weekdays.is_empty()) {
            continue;
        }
        let name = first.text.split_once(':').map(|(name, _)| {
            name.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ')' | '.' | '-' | ' '))
                .trim()
                .to_owned()
        });
        let name = row_name.or(name).filter(|name| {
            (3..=40).contains(&name.chars().count())
                && name.starts_with(char::is_uppercase)
                && !name.bytes().any(|byte| byte.is_ascii_digit())
        });
        lines.push(LineOfEdition {
            name,
            place,
            dates,
            weekdays,
            slots,
            phones: phones.collect(),
            range: first.range.start..last.range.end,
        });
    }
    if lines.iter().all(|line| line.place.is_none()) {
        let named = lines.iter().all(|line| line.name.is_some());
        return if named { lines } else { Vec::new() };
    }
    lines.retain(|line| line.place.is_some());
    let is_same = |one: &LineOfEdition, other: &LineOfEdition| {
        one.place.as_ref().map(FoundPlace::to_json) == other.place.as_ref().map(FoundPlace::to_json)
    };
    if lines.windows(2).all(|pair| matches!(pair, [one, other] if is_same(one, other))) { Vec::new() } else { lines }
}

/// Several editions, each in its line; days that only the rest of the message names are those of all.
pub(super) fn read_editions(units: &[Unit<'_>], held: &[&DayGroup], lines: Vec<LineOfEdition>, facts: &mut Facts) {
    let of_lines: Vec<Range<usize>> = lines.iter().map(|line| line.range.clone()).collect();
    let outside =
        |range: &Range<usize>| !of_lines.iter().any(|line| line.start <= range.start && range.end <= line.end);
    let shared = held.iter().find(|group| outside(&group.range)).and_then(|group| dates_json(group));
    let shared = shared.or_else(|| {
        units.iter().find_map(|unit| find_months(unit).filter(|(.., range)| outside(range)).map(months_json))
    });
    let mut editions = Vec::new();
    for line in &lines {
        let mut edition = Map::new();
        let mut put = |key: &str, value: Option<Json>| {
            if let Some(value) = value {
                edition.insert(key.to_owned(), value);
            }
        };
        put("nome", line.name.clone().map(Json::from));
        put("date", line.dates.clone().or_else(|| shared.clone()));
        put("giorni", days_json(&line.weekdays));
        let hours: Vec<String> = line.slots.iter().map(Slot::hours).collect();
        put("orari", hours_json(&hours));
        put("luogo", line.place.as_ref().map(FoundPlace::to_json));
        put("contatti", line.phones.first().map(|phone| json!({"telefono": phone})));
        editions.push(Json::Object(edition));
    }
    let range = of_lines.first().map_or(0, |range| range.start)..of_lines.last().map_or(0, |range| range.end);
    facts.set("edizioni", editions, range.clone());
    if lines.iter().all(|line| line.place.is_some()) {
        facts.set("modalita", "in presenza", range);
    }
}
