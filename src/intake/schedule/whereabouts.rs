//! Where it takes place, and whether in person, online or both.

use std::ops::Range;

use serde_json::{Map, Value as Json, json};

use crate::board::Board;
use crate::intake::facts::Facts;
use crate::intake::lines::Unit;
use crate::intake::place::{self, FoundPlace, find_places};
use crate::model::Kind;

/// Reads where it takes place: the only place that is not one for applying; and whether in person, online or both.
pub(in crate::intake) fn read_place(board: &Board, units: &[Unit<'_>], kind: Kind, facts: &mut Facts) {
    let mut places: Vec<(FoundPlace, bool)> = Vec::new();
    for unit in units {
        let labelled = unit.is_about("luogo");
        if unit.is_about("contatti") || unit.is_about("iscrizione") || unit.is_about("candidatura") {
            continue;
        }
        let here = find_places(board, unit)
            .into_iter()
            .filter(|place| labelled || !is_elsewhere(unit, place.range.start, kind));
        places.extend(here.map(|place| (place, labelled)));
    }
    if places.iter().any(|(_, labelled)| *labelled) {
        places.retain(|(_, labelled)| *labelled);
    }
    if places.iter().any(|(place, _)| place.address.is_some()) {
        places.retain(|(place, _)| place.address.is_some());
    }
    let has_number = |place: &FoundPlace| {
        place.address.as_ref().is_some_and(|address| address.bytes().any(|byte| byte.is_ascii_digit()))
    };
    if places.iter().any(|(place, _)| has_number(place)) {
        places.retain(|(place, _)| has_number(place));
    }
    let mut distinct: Vec<FoundPlace> = Vec::new();
    for (place, _) in places.into_iter().take(MAX_PLACES) {
        match distinct.iter_mut().find(|other| {
            other.address.is_some()
                && other.address.as_ref().map(|address| address.to_lowercase())
                    == place.address.as_ref().map(|address| address.to_lowercase())
                || other.address.is_none() && other.name == place.name
        }) {
            Some(known)
                if known.to_json().as_object().map_or(0, Map::len)
                    < place.to_json().as_object().map_or(0, Map::len) =>
            {
                *known = place;
            }
            Some(_) => {}
            None => distinct.push(place),
        }
    }
    let said = |list: &crate::check::WordList| {
        units.iter().find_map(|unit| {
            let hits = list.find_words(unit.text);
            hits.into_iter().find(|(range, _)| !applies_there(unit, range)).map(|(range, _)| unit.at(&range))
        })
    };
    let platform = units.iter().find_map(|unit| {
        place::PLATFORMS
            .find_words(unit.text)
            .into_iter()
            .next()
            .map(|(range, entry)| (entry.column(0), unit.at(&range)))
    });
    let has_place = matches!(kind, Kind::Training | Kind::Event | Kind::Project) && !distinct.is_empty();
    if let Some(range) = said(&place::HYBRID) {
        facts.set("modalita", "ibrida", range);
    } else if let (Some(range), None) = (said(&place::ONLINE), said(&place::IN_PERSON)) {
        if has_place {
            facts.doubt("modalita", [range]);
        } else {
            facts.set("modalita", if kind == Kind::Job { "da remoto" } else { "online" }, range);
        }
    } else if let Some(range) = said(&place::IN_PERSON) {
        facts.set("modalita", "in presenza", range);
    } else if let Some(first) = distinct
        .first()
        .filter(|place| (has_place || kind == Kind::Job) && (has_number(place) || place.address.is_none()))
    {
        facts.set("modalita", "in presenza", first.range.clone());
    }
    if let Some((name, range)) =
        platform.filter(|_| matches!(facts.value("modalita").and_then(Json::as_str), Some("online" | "ibrida")))
    {
        facts.set("piattaforma", name, range);
    }
    match distinct.as_slice() {
        [] => {}
        [place] => facts.set("luogo", place.to_json(), place.range.clone()),
        several
            if kind == Kind::Training
                && several.len() <= 4
                && !facts.has("date")
                && !facts.has("orari")
                && several.iter().all(|place| place.address.is_some()) =>
        {
            let editions: Json = several.iter().map(|place| json!({"luogo": place.to_json()})).collect();
            let range =
                several.first().map_or(0, |place| place.range.start)..several.last().map_or(0, |place| place.range.end);
            facts.set("edizioni", editions, range);
        }
        several => facts.doubt("luogo", several.iter().map(|place| place.range.clone())),
    }
}

/// Most places of a message that are compared.
const MAX_PLACES: usize = 30;

/// Whether the words before a place say that one does something else there: ask, apply, hand in.
fn is_elsewhere(unit: &Unit<'_>, at: usize, kind: Kind) -> bool {
    let before = unit.before(at);
    let clause = before.rsplit(['.', ';', '!']).next().unwrap_or(before);
    let near: Vec<&str> = clause.split_whitespace().rev().take(8).collect();
    let near = near.into_iter().rev().collect::<Vec<_>>().join(" ");
    let hits = place::OTHER_PLACES.find_words(&near);
    // One works, and is helped, at a desk.
    hits.iter().any(|(_, entry)| {
        !entry.forms.iter().any(|form| *form == "sportello" || *form == "uffici")
            || kind == Kind::Training
            || kind == Kind::Event
    })
}

/// Whether «online» is said of applying: «la domanda si fa online», «modulo online».
fn applies_there(unit: &Unit<'_>, range: &Range<usize>) -> bool {
    let before: String =
        unit.text.get(..range.start).unwrap_or_default().split_whitespace().rev().take(5).collect::<Vec<_>>().join(" ");
    let after: String =
        unit.text.get(range.end..).unwrap_or_default().split_whitespace().take(2).collect::<Vec<_>>().join(" ");
    unit.is_about("iscrizione")
        || unit.is_about("candidatura")
        || place::ONLINE_FOR_APPLYING.is_in_words(&before)
        || place::ONLINE_FOR_APPLYING.is_in_words(&after)
}
