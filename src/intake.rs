//! Turns a message as people send it into drafts of announcements: text to candidates to fields, each with the words that
//! it came from. A value is taken only if one reading is clearly the best; everything else is to ask.
//!
//! The message is cleaned without moving a byte ([`clean`]), cut into sentences with the labels before them ([`lines`]), and
//! read field by field; [`draft`] writes the file. What a form wrote is read by [`compact`] without loss. Nothing here reads
//! or writes files: a page in a browser does the same.

mod clean;
pub mod compact;
mod contacts;
mod cues;
mod days;
mod draft;
mod facts;
mod kind;
mod lines;
mod offer;
mod organisation;
mod parts;
mod people;
mod place;
mod schedule;
mod texts;
mod times;
mod ways;

use std::ops::Range;

use serde_json::json;

pub use draft::{Draft, Evidence};

use crate::board::Board;
use crate::diagnostic::LocalizedString;
use crate::localized;
use crate::model::Kind;
use clean::CleanText;
use contacts::find_contacts;
use days::{DayGroup, Role, find_days};
use draft::Source;
use facts::Facts;
use kind::find_kind;
use lines::{Unit, split_units};
use parts::Part;

/// Most contacts of a message that are compared with those of organisations.
const MAX_CONTACTS: usize = 60;

/// Longest message, in bytes.
pub const MAX_MESSAGE_BYTES: usize = 1_000_000;

/// What a caller knows besides the message.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Kind of the announcement; if absent, the words of the message decide.
    pub kind: Option<Kind>,
    /// Ending of the file of the picture that was sent with it; it gets the name of the draft.
    pub image: Option<String>,
}

/// Reads a message: one draft for each announcement in it, at least one.
///
/// # Errors
/// What is wrong with the message and what to do: it is empty, too long, not text, or nothing in it shows its kind.
pub fn read_message(board: &Board, message: &str, options: &Options) -> Result<Vec<Draft>, LocalizedString> {
    reject_unreadable(message)?;
    if let Some(form) = compact::read(message) {
        return Ok(vec![draft::from_form(&form?)]);
    }
    let clean = clean::clean(message);
    let parts = parts::split_announcements(message, &clean, board.today);
    let count = parts.len();
    parts.iter().map(|part| read_part(board, message, &clean, part, options, count)).collect()
}

/// Refuses what is no message: nothing, too much, or the bytes of another kind of file.
fn reject_unreadable(message: &str) -> Result<(), LocalizedString> {
    if message.len() > MAX_MESSAGE_BYTES {
        return Err(localized!(
            "il messaggio è più lungo di un milione di byte: tieni solo l'annuncio",
            "the message is longer than a million bytes: keep only the announcement"
        ));
    }
    if !message.chars().any(char::is_alphanumeric) {
        return Err(localized!(
            "il messaggio è vuoto: incolla il testo dell'annuncio",
            "the message is empty: paste the text of the announcement"
        ));
    }
    let strange =
        message.chars().filter(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t') || *c == '\u{fffd}').count();
    if message.contains('\0') || strange * 20 > message.chars().count() {
        return Err(localized!(
            "non è un testo: copia le parole dell'annuncio e incollale qui",
            "this is no text: copy the words of the announcement and paste them here"
        ));
    }
    Ok(())
}

fn read_part(
    board: &Board,
    message: &str,
    clean: &CleanText,
    Part { own: part, shared }: &Part,
    options: &Options,
    count: usize,
) -> Result<Draft, LocalizedString> {
    let mut units = split_units(clean, part);
    if let Some(shared) = shared {
        units.extend(split_units(clean, shared));
    }
    let title = texts::find_title(clean, part, &units);
    let days = find_days(&units, board.today, clean.sent);
    let found = find_kind(&units, title.as_ref(), &days);
    let Some(kind) = options.kind.or(found.as_ref().map(|found| found.kind)) else {
        let kinds = Kind::ALL.map(Kind::key).join(", ");
        return Err(localized!(
            "dal testo non si capisce che cosa si annuncia: ripeti con --kind e uno di questi tipi: {kinds}",
            "the text does not show what is announced: repeat with --kind and one of these: {kinds}"
        ));
    };
    let mut facts = Facts::default();
    let mut notes = Vec::new();
    if count > 1 {
        notes.push(localized!(
            "il messaggio ha {count} annunci: ciascuno è una bozza",
            "the message has {count} announcements: each is a draft"
        ));
    }
    match found.filter(|found| options.kind.is_none_or(|kind| kind == found.kind)) {
        Some(found) => {
            facts.set("tipo", kind.key(), found.from);
            if !found.is_clear && options.kind.is_none() {
                let key = kind.key();
                notes.push(localized!(
                    "sembra di tipo «{key}», ma non è sicuro: se non va, ripeti con --kind",
                    "it seems to be of kind `{key}`, which is not certain: if it is not, repeat with --kind"
                ));
            }
        }
        None => facts.set("tipo", kind.key(), part.start..part.start),
    }
    texts::read_texts(board, message, title, &units, &mut facts);
    read_organisation(board, clean, part, &units, &mut facts);
    schedule::deadline::read_deadline(&units, &days, kind, &mut facts);
    schedule::read_schedule(board, &units, &days, kind, &mut facts);
    offer::cost::read_cost(&units, kind, &mut facts);
    offer::read_numbers(&units, kind, &mut facts);
    people::read_audience(&units, kind, &mut facts);
    people::read_documents(&units, &mut facts);
    texts::read_lists(&units, kind, &mut facts);
    let private = ways::read_ways(board, &units, kind, &mut facts);
    read_kind(board, &units, &days, kind, &mut facts);
    if let Some(image) = &options.image {
        let file = format!("{}.{image}", Draft::NAME);
        facts.set("immagine", json!({"file": file, "testo_alternativo": crate::model::TO_ASK}), part.start..part.start);
    }
    let source = Source { message, part: part.clone(), headers: &clean.headers, private };
    Ok(draft::compose(board, kind, &facts, &source, notes))
}

/// The organisation of the board that is named or reached; none if two are named alike.
fn read_organisation(board: &Board, clean: &CleanText, part: &Range<usize>, units: &[Unit<'_>], facts: &mut Facts) {
    // In a message with several announcements the organisation may be named once.
    let own = 0..clean.text.len();
    let found = [part, &own]
        .into_iter()
        .map(|part| find_in(board, clean, part, units))
        .find(|found| !found.is_empty())
        .unwrap_or_default();
    match found.as_slice() {
        [] => {}
        [(id, _, range)] => facts.set("ente", id.clone(), range.clone()),
        [(id, score, range), (_, second, _), ..] if score > second => facts.set("ente", id.clone(), range.clone()),
        several => {
            // Of those named alike, the only one in the first line is meant.
            let first_line = units.first().map_or(0, |unit| unit.range.end);
            let named: Vec<&(String, u32, Range<usize>)> =
                several.iter().filter(|(.., range)| range.start < first_line).collect();
            if let [(id, _, range)] = named.as_slice() {
                facts.set("ente", id.clone(), range.clone());
            } else {
                facts.doubt("ente", several.iter().map(|(.., range)| range.clone()));
            }
        }
    }
}

/// Organisations that a part of a message names or whose contacts it has, with their bytes in the message.
fn find_in(
    board: &Board,
    clean: &CleanText,
    part: &Range<usize>,
    units: &[Unit<'_>],
) -> Vec<(String, u32, Range<usize>)> {
    let text = clean.text.get(part.clone()).unwrap_or_default();
    let mut contacts: Vec<_> = units.iter().flat_map(find_contacts).collect();
    contacts.sort_by(|one, other| one.value.cmp(&other.value));
    contacts.dedup_by(|one, other| one.value == other.value);
    contacts.truncate(MAX_CONTACTS);
    let found = organisation::find_organisations(board, text, &contacts);
    // What is only reached has its bytes from the contact.
    let shift = |(id, score, range): (String, u32, Range<usize>)| {
        let range = if score == 3 { range } else { part.start + range.start..part.start + range.end };
        (id, score, range)
    };
    found.into_iter().map(shift).collect()
}

/// Reads the fields that only some kinds have.
fn read_kind(board: &Board, units: &[Unit<'_>], days: &[DayGroup], kind: Kind, facts: &mut Facts) {
    match kind {
        Kind::Training => {
            people::read_course(units, facts);
            people::read_levels(units, facts);
        }
        Kind::Job => offer::job::read_job(units, days, facts),
        Kind::Housing => offer::help::read_housing(units, facts),
        Kind::Regulation => {
            offer::help::read_regulation(units, facts);
            read_validity(units, days, facts);
        }
        Kind::News => {
            read_validity(units, days, facts);
            read_move(board, units, facts);
        }
        Kind::Project | Kind::Event => {}
    }
}

/// From when and until when a change is valid.
fn read_validity(units: &[Unit<'_>], days: &[DayGroup], facts: &mut Facts) {
    for group in days {
        match (group.role, group.days.as_slice()) {
            (Role::Until, [day]) => facts.set("vigore_al", day.to_string(), group.range.clone()),
            (Role::Held, [day]) if group.starts => facts.set("vigore_dal", day.to_string(), group.range.clone()),
            _ => {}
        }
    }
    let _ = units;
}

/// News of a move: where it was, and where it is now.
fn read_move(board: &Board, units: &[Unit<'_>], facts: &mut Facts) {
    let mut old: Option<String> = None;
    let mut new: Vec<place::FoundPlace> = Vec::new();
    for unit in units {
        for place in place::find_places(board, unit) {
            let before = unit.before(place.range.start).to_lowercase();
            let near = before.rsplit([',', ';', ':', '.']).next().unwrap_or(&before).trim().to_owned();
            let was = ["non è più", "non siamo più", "prima ", "era ", "vecchia sede", "lascia"]
                .iter()
                .any(|word| near.contains(word));
            match place.address.clone().filter(|_| was) {
                Some(address) => {
                    facts.set("prima", address.clone(), place.range.clone());
                    old = Some(address);
                }
                None => new.push(place),
            }
        }
    }
    if let ([place], Some(_)) = (new.as_slice(), old)
        && let Some(address) = &place.address
    {
        facts.set("dopo", address.clone(), place.range.clone());
        facts.set("luogo", place.to_json(), place.range.clone());
    }
}
