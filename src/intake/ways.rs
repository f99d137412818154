//! How to enrol or apply, and whom to ask.

use std::ops::Range;

use serde_json::{Value as Json, json};

use super::contacts::{self, FoundContact, Medium, find_contacts, find_subject};
use super::facts::Facts;
use super::lines::Unit;
use super::people::DOCUMENTS;
use super::place::{collapse, find_places, has_address};
use crate::board::Board;
use crate::check::find_first_name;
use crate::model::Kind;

/// Reads ways to apply and contacts. Private ones are not taken: their bytes are returned.
pub(super) fn read_ways(board: &Board, units: &[Unit<'_>], kind: Kind, facts: &mut Facts) -> Vec<Range<usize>> {
    let key = if kind == Kind::Job { "candidatura" } else { "iscrizione" };
    let is_regular = kind.has_field(key);
    let mut private = Vec::new();
    let mut applies_before = false;
    // Each is asked about by many others.
    let numbers_alone: Vec<bool> = units.iter().map(is_number_alone).collect();
    for (index, unit) in units.iter().enumerate() {
        let mut found = find_contacts(unit);
        // The sentence behind a number may name whom to ask for.
        let names_person =
            units.get(index + 1).is_some_and(|next| next.line == unit.line && contacts::asks_for_a_person(next.text));
        if let Some(last) = found.last_mut().filter(|last| names_person && last.is_mobile()) {
            last.is_private = true;
        }
        if is_beside_a_person(units, &numbers_alone, index) {
            found.iter_mut().filter(|contact| contact.is_mobile()).for_each(|mobile| mobile.is_private = true);
        }
        let labelled = unit.is_about("iscrizione") || unit.is_about("candidatura");
        let asks = unit.is_about("contatti");
        let says = contacts::APPLYING.is_in_words(unit.text);
        // A contact alone in its line goes on from the line before.
        let alone = found.len() == 1 && unit.tokens.len() <= 8;
        let applies = is_regular && (labelled || (says || applies_before && alone) && !asks);
        let both = asks && labelled
            || (labelled || says)
                && contacts::ASKING.is_in_words(unit.text)
                && unit.text.to_lowercase().contains("info");
        for contact in &found {
            if contact.is_private {
                private.push(contact.range.clone());
                continue;
            }
            let mailed =
                matches!(contact.medium, Medium::Email | Medium::CertifiedEmail | Medium::Form | Medium::Platform);
            let is_way = applies && (mailed || labelled || says)
                || is_regular && matches!(contact.medium, Medium::Form | Medium::Platform);
            if is_way && (labelled || !asks) {
                add_way(key, unit, contact, facts);
            }
            if !is_way || both {
                add_contact(unit, contact, facts);
            }
        }
        if applies && is_regular {
            read_by_hand(board, key, unit, facts);
        }
        applies_before = labelled || says && found.is_empty() && unit.text.trim_end().ends_with(':');
        if is_regular && kind != Kind::Job {
            read_no_enrolment(key, kind, unit, facts);
        }
        if let Some(hours) = desk_hours(unit, &found) {
            facts.set_part("contatti", "orari", hours.0, hours.1);
        }
    }
    // The field takes one value where there is one.
    private
}

/// Most words around a number that stands alone in its line: «cell.», «anche WhatsApp».
const MAX_WORDS_BESIDE_NUMBER: usize = 3;
/// Most words of a line that says whose number is in the next one.
const MAX_WORDS_OF_NAME_LINE: usize = 8;
/// Most lines between a name and its numbers.
const MAX_LINES_TO_NAME: usize = 4;

/// Whether the numbers of a sentence stand alone, and beside a line that names somebody: «Anna Bianchi» above, a mailbox of
/// hers below.
fn is_beside_a_person(units: &[Unit<'_>], numbers_alone: &[bool], index: usize) -> bool {
    let is_alone = |index: usize| numbers_alone.get(index).copied().unwrap_or_default();
    let Some(unit) = units.get(index).filter(|_| is_alone(index)) else { return false };
    let is_near = |other: &&Unit<'_>| unit.line.abs_diff(other.line) <= MAX_LINES_TO_NAME;
    let names = |other: &Unit<'_>| {
        other.text.split_whitespace().count() <= MAX_WORDS_OF_NAME_LINE
            && !other.text.contains(|letter: char| letter.is_ascii_digit())
            && !has_address(other)
            && find_first_name(other.text).is_some()
    };
    let near_above =
        units.get(..index).unwrap_or_default().iter().enumerate().rev().take_while(|(_, other)| is_near(other));
    let above = near_above.filter(|(other, _)| !is_alone(*other)).map(|(_, other)| other).next();
    let below = units.get(index + 1).filter(is_near);
    let is_personal = |other: &Unit<'_>| find_contacts(other).iter().any(|contact| contact.is_private);
    above.is_some_and(names) || below.is_some_and(|other| names(other) || is_personal(other))
}

/// Whether a sentence is hardly more than a number.
fn is_number_alone(unit: &Unit<'_>) -> bool {
    unit.text.contains(|letter: char| letter.is_ascii_digit())
        && unit.text.split_whitespace().filter(|word| word.starts_with(char::is_alphabetic)).count()
            <= MAX_WORDS_BESIDE_NUMBER
}

fn add_way(key: &'static str, unit: &Unit<'_>, contact: &FoundContact, facts: &mut Facts) {
    let value = contact.value.as_str();
    let mut way = match contact.medium {
        Medium::Telephone => json!({"canale": "telefono", "telefono": value}),
        Medium::Whatsapp | Medium::Both => json!({"canale": "whatsapp", "telefono": value}),
        Medium::Email => json!({"canale": "email", "email": value}),
        Medium::CertifiedEmail => json!({"canale": "pec", "indirizzo": value}),
        Medium::Form | Medium::Page => json!({"canale": "modulo online", "url": value}),
        Medium::Platform => json!({"canale": "piattaforma", "url": value}),
    };
    if let (Medium::Email | Medium::CertifiedEmail, Json::Object(map)) = (contact.medium, &mut way) {
        if let Some((subject, _)) = find_subject(unit) {
            map.insert("oggetto".to_owned(), subject.into());
        }
        let lower = unit.text.to_lowercase();
        let attaches = ["alleg", "invia", "manda", "con il", "send", "cv ", "inoltra", "spedi"]
            .iter()
            .any(|word| lower.contains(word));
        let files: Vec<Json> =
            DOCUMENTS.find_words(unit.text).iter().map(|(_, entry)| entry.column(0).into()).collect();
        if attaches && !files.is_empty() {
            map.insert("allegati".to_owned(), files.into());
        }
    }
    facts.push(key, None, way, contact.range.clone());
    if contact.medium == Medium::Both {
        facts.push(key, None, json!({"canale": "telefono", "telefono": value}), contact.range.clone());
    }
}

fn add_contact(unit: &Unit<'_>, contact: &FoundContact, facts: &mut Facts) {
    let (value, range) = (contact.value.as_str(), contact.range.clone());
    match contact.medium {
        Medium::Telephone => facts.push("contatti", Some("telefono"), value, range),
        Medium::Whatsapp => facts.push("contatti", Some("whatsapp"), value, range),
        Medium::Both => {
            facts.push("contatti", Some("telefono"), value, range.clone());
            facts.push("contatti", Some("whatsapp"), value, range);
        }
        Medium::Email => facts.push("contatti", Some("email"), value, range),
        Medium::CertifiedEmail => facts.push("contatti", Some("pec"), value, range),
        Medium::Page | Medium::Form | Medium::Platform if unit.is_about("fonte") => {
            facts.push("fonte", None, value, range);
        }
        Medium::Page | Medium::Form | Medium::Platform => facts.set_part("contatti", "sito", value, range),
    }
}

/// Applying in person: with the address if the sentence has one.
fn read_by_hand(board: &Board, key: &'static str, unit: &Unit<'_>, facts: &mut Facts) {
    if let Some((range, _)) = contacts::FIRST_LESSON.find_words(unit.text).first() {
        facts.push(key, None, json!({"canale": "prima lezione"}), unit.at(range));
    }
    let Some((range, _)) = contacts::BY_HAND.find_words(unit.text).into_iter().next() else { return };
    let places = find_places(board, unit);
    let range = unit.at(&range);
    if places.is_empty() {
        facts.push(key, None, json!({"canale": "a mano"}), range);
    }
    for place in places {
        let address = place.address.clone().unwrap_or_default();
        let written = match &place.town {
            Some(town) => format!("{address}, {town}"),
            None => address,
        };
        if unit.text.to_lowercase().contains("raccomandata") {
            facts.push(key, None, json!({"canale": "raccomandata", "indirizzo": written}), place.range.clone());
        }
        facts.push(key, None, json!({"canale": "a mano", "indirizzo": written}), place.range);
    }
}

/// What says that nobody need enrol; for an event, that the entry is free.
fn read_no_enrolment(key: &'static str, kind: Kind, unit: &Unit<'_>, facts: &mut Facts) {
    let Some((range, _)) = contacts::NO_ENROLMENT.find_words(unit.text).into_iter().next() else { return };
    let said = unit.text.get(range.clone()).unwrap_or_default().to_lowercase();
    let range = unit.at(&range);
    let is_entry = said.starts_with("ingresso") || said.starts_with("entrata") || said.starts_with("accesso");
    if is_entry && kind == Kind::Event {
        facts.set("ingresso", "libero", range);
    } else if kind == Kind::Project {
        facts.set_part("accesso", "tipo", "libero", range);
    } else if !is_entry && !facts.has(key) {
        facts.push(key, None, json!({"canale": "nessuna"}), range);
    }
}

/// Hours at which somebody answers, in the words of the message.
fn desk_hours(unit: &Unit<'_>, found: &[FoundContact]) -> Option<(String, Range<usize>)> {
    let lower = unit.text.to_lowercase();
    let slots = super::times::find_slots(unit, &[]);
    let (first, last) = (slots.first()?, slots.last()?);
    let before = lower.get(..first.range.start - unit.range.start).unwrap_or_default();
    let is_desk = ["informazioni", "segreteria", "rispond", "ore d'ufficio", "chiamare", "telefonare"]
        .iter()
        .any(|word| before.contains(word))
        || unit.is_about("contatti");
    if !is_desk || slots.iter().any(|slot| slot.end.is_none()) {
        return None;
    }
    let days = super::times::find_weekdays(unit, &[]);
    let start = days
        .first()
        .and_then(|(_, at)| unit.tokens.get(*at))
        .map_or(first.range.start, |token| token.start.min(first.range.start));
    let day_before = unit.before(start);
    let start = ["dal ", "il ", "ogni ", "nei giorni "]
        .iter()
        .find_map(|lead| day_before.to_lowercase().ends_with(lead).then(|| start - lead.len()))
        .unwrap_or(start);
    let clear = !found.iter().any(|contact| contact.range.start < last.range.end && start < contact.range.end);
    let text = unit.text.get(start - unit.range.start..last.range.end - unit.range.start)?;
    clear.then(|| (collapse(text), start..last.range.end))
}
