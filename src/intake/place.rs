//! Addresses in a sentence, and whether something takes place there or online.

use std::ops::Range;

use serde_json::{Map, Value as Json};

use super::lines::Unit;
use crate::board::Board;
use crate::check::{Token, word_lists};
use crate::model::number_in_words;

word_lists! { "intake_places.txt":
    /// Kinds of streets.
    STREETS = "streets";
    /// Words that a street's name may have in lower case.
    PARTICLES = "particles";
    /// Words for a place with a name.
    NAMED_PLACES = "named places";
    /// Words of a sentence about another place.
    pub(super) OTHER_PLACES = "other places";
    /// Phrases for what takes place online.
    pub(super) ONLINE = "online";
    /// Phrases for what takes place in person.
    pub(super) IN_PERSON = "in person";
    /// Phrases for both.
    pub(super) HYBRID = "hybrid";
    /// Platforms of video conferences.
    pub(super) PLATFORMS = "platforms";
    /// Towns that are named behind an address.
    TOWNS = "towns";
    /// Words of what is done online though it does not take place there.
    pub(super) ONLINE_FOR_APPLYING = "online for applying";
}

/// A place in a sentence.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct FoundPlace {
    pub(super) name: Option<String>,
    /// Street and number.
    pub(super) address: Option<String>,
    pub(super) postcode: Option<String>,
    pub(super) town: Option<String>,
    pub(super) zone: Option<String>,
    /// Bytes in the message.
    pub(super) range: Range<usize>,
}

impl FoundPlace {
    /// The value of the field `luogo`.
    pub(super) fn to_json(&self) -> Json {
        let parts = [
            ("nome", &self.name),
            ("indirizzo", &self.address),
            ("cap", &self.postcode),
            ("citta", &self.town),
            ("zona", &self.zone),
        ];
        let known = parts.into_iter().filter_map(|(key, part)| Some((key.to_owned(), Json::from(part.clone()?))));
        Json::Object(known.collect::<Map<String, Json>>())
    }
}

/// Places in a sentence: each address with the name before it and what follows it, or what a label names.
pub(super) fn find_places(board: &Board, unit: &Unit<'_>) -> Vec<FoundPlace> {
    let mut found: Vec<FoundPlace> = Vec::new();
    let mut index = 0;
    let mut after = 0;
    while index < unit.tokens.len() {
        let Some((mut place, next)) = parse_address(unit, index) else {
            index += 1;
            continue;
        };
        let start = place.range.start - unit.range.start;
        if let Some((name, from)) = name_before(unit.text.get(after..start).unwrap_or_default(), unit.is_about("luogo"))
        {
            place.name = Some(name);
            place.range.start = unit.range.start + after + from;
        }
        after = place.range.end - unit.range.start;
        index = next;
        found.push(place);
    }
    if found.is_empty() {
        found.extend(named_place(board, unit));
    }
    if let [place] = found.as_mut_slice() {
        place.zone = find_zone(board, unit).or(place.zone.take());
    }
    found
}

/// An address that begins at a token: street, number, postal code and town; and the index behind it.
fn parse_address(unit: &Unit<'_>, index: usize) -> Option<(FoundPlace, usize)> {
    let tokens = &unit.tokens;
    let kind = tokens.get(index)?;
    let abbreviated = kind.is(&["v", "p"])
        && tokens.get(index + 1).is_some_and(|next| next.is(&["le", "zza", "za"]) && next.start == kind.end() + 1);
    if !abbreviated && !STREETS.matches(kind.text) {
        return None;
    }
    let capitals = !unit.text.contains(char::is_lowercase);
    let is_name = |token: &Token<'_>| token.text.starts_with(char::is_uppercase) || PARTICLES.matches(token.text);
    let mut at = index + 1 + usize::from(abbreviated);
    let first = at;
    let mut capital = false;
    while let Some(token) = tokens.get(at) {
        // «Piazza G. L. Bernini»: a full stop behind an initial.
        let initial = at > first
            && tokens
                .get(at - 1)
                .is_some_and(|before| before.text.len() == 1 && before.text.starts_with(char::is_uppercase));
        let parted = matches!(token.sign, Some(',' | ';' | ':' | '(' | '-' | '–' | '"' | '«' | '/' | '!' | '?'))
            && at > first
            || token.sign == Some('.') && at > first && !initial;
        if parted || !is_name(token) || token.is_digits() || at > first + 7 {
            break;
        }
        capital |= token.text.starts_with(char::is_uppercase);
        at += 1;
    }
    // The particles at the end are those of the next words.
    while at > first
        && tokens
            .get(at - 1)
            .is_some_and(|token| PARTICLES.matches(token.text) && !token.text.starts_with(char::is_uppercase))
    {
        at -= 1;
    }
    // «Via libera», «corso di italiano» and «Corso Excel» are no streets.
    let lower_kind = kind.text.to_lowercase();
    if !capital || at == first {
        return None;
    }
    let mut end = tokens.get(at - 1)?.end();
    let mut number = false;
    let mut numbered = at;
    if tokens.get(numbered).is_some_and(|token| token.is(&["n", "nr", "num", "civico"])) {
        numbered += 1;
    }
    let in_words = tokens
        .get(numbered)
        .filter(|token| token.sign.is_none() && number_in_words(token.text).is_some_and(|number| number > 12));
    let spelled = in_words.and_then(|token| number_in_words(token.text));
    if let (Some(token), true) = (in_words, capital) {
        (number, at, end) = (true, numbered + 1, token.end());
    } else if let Some(token) = tokens.get(numbered).filter(|token| {
        let plain = token.text.bytes().take_while(u8::is_ascii_digit).count();
        let joined = matches!(token.sign, None | Some(',' | '.' | '°'));
        joined && (1..=4).contains(&plain) && !token.text.contains([':', ',']) && !token.text.contains('.')
    }) {
        (number, at, end) = (true, numbered + 1, token.end());
        // «19/A», «73/75», «12 bis», «15b».
        while let Some(more) = tokens.get(at) {
            let slash = more.sign == Some('/') && more.start <= end + 2 && more.text.len() <= 3;
            let dash = more.sign == Some('-')
                && more.start == end + 1
                && (more.text.len() == 1 || more.is_digits() && more.text.len() <= 3);
            let letter = more.start == end && more.text.len() == 1;
            let bis = more.is(&["bis", "ter"])
                || more.sign.is_none()
                    && more.text.len() == 1
                    && more.text.chars().all(|c| matches!(c, 'a'..='d' | 'A'..='D'))
                    && tokens.get(at + 1).is_none_or(|next| next.sign.is_some());
            if !(slash || dash || letter || bis) {
                break;
            }
            end = more.end();
            at += 1;
        }
    }
    if !number
        && (capitals || matches!(lower_kind.as_str(), "corso" | "borgo" | "largo" | "strada" | "galleria" | "salita"))
    {
        return None;
    }
    let start = kind.start;
    let text = |end: usize| unit.text.get(start - unit.range.start..end - unit.range.start).map(collapse);
    let address = text(end)?.replace(", ", " ").replace(" n. ", " ").replace(" n.", " ").replace(" n ", " ");
    let address = match (spelled, address.rsplit_once(' ')) {
        (Some(number), Some((street, _))) => format!("{street} {number}"),
        _ => address,
    };
    let mut place =
        FoundPlace { name: None, address: Some(address), postcode: None, town: None, zone: None, range: start..end };
    if let Some(code) =
        tokens.get(at).filter(|token| token.text.len() == 5 && token.text.bytes().all(|byte| byte.is_ascii_digit()))
    {
        place.postcode = Some(code.text.to_owned());
        (end, at) = (code.end(), at + 1);
    }
    let joint = tokens.get(at).is_some_and(|token| token.is(&["a", "à"]));
    let town_at = at + usize::from(joint);
    if let Some(town) = tokens.get(town_at) {
        let parted = matches!(town.sign, None | Some(',' | '-' | '–' | '('));
        let single = tokens.get(town_at + 1).is_none_or(|next| {
            next.sign.is_some() || next.text.starts_with(char::is_lowercase) || next.text.len() == 2
        });
        let named =
            town.text.starts_with(char::is_uppercase) && !town.is_digits() && town.text.chars().count() > 3 && single;
        let known = TOWNS.matches(town.text) || place.postcode.is_some() && named;
        let is_other = super::times::is_calendar_word(town)
            || town.is(&["Municipio", "Metro", "Zona", "Orario", "Ore", "Info", "Roma"]) && !town.is(&["Roma"])
            || super::lines::is_label(town.text);
        if known && parted && !is_other && town.sign != Some('.') {
            place.town = Some(if town.is(&["Rome"]) { "Roma".to_owned() } else { town.text.to_owned() });
            (end, at) = (town.end(), town_at + 1);
        }
    }
    place.range.end = end;
    Some((place, at))
}

/// A text on one line, with single spaces.
pub(super) fn collapse(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Name of a place before its address: «Biblioteca Pigneto, », «al Circolo Acli, »; and where it begins.
fn name_before(before: &str, is_labelled: bool) -> Option<(String, usize)> {
    let trimmed = before
        .trim_end()
        .trim_end_matches([',', '-', '–', '(', ':'])
        .trim_end()
        .trim_end_matches(" in")
        .trim_end()
        .trim_end_matches(',')
        .trim_end();
    let clause = trimmed.rsplit([',', '.', ';', ':', '\n', '(', '!']).next().unwrap_or(trimmed);
    let start = if is_labelled && !clause.trim().is_empty() {
        clause.len() - clause.trim_start().len()
    } else {
        let hits = NAMED_PLACES.find_words(clause);
        hits.first().map(|(range, _)| range.start)?
    };
    let name = clause.get(start..)?.trim().trim_start_matches(|c: char| !c.is_alphanumeric() && c != '«' && c != '"');
    let name =
        ["presso ", "c/o ", "nella ", "nel ", "in ", "alla ", "al ", "la ", "il "].iter().fold(name, |name, lead| {
            name.get(..lead.len())
                .filter(|start| start.eq_ignore_ascii_case(lead))
                .and_then(|_| name.get(lead.len()..))
                .unwrap_or(name)
        });
    let ends_open = [" di", " del", " della", " in", " a", " al", " alla"].iter().any(|end| name.ends_with(end));
    let fits = !ends_open && (3..=80).contains(&name.chars().count()) && name.split_whitespace().count() <= 9;
    let from = trimmed.len() - name.len();
    (fits && trimmed.ends_with(name)).then(|| (collapse(name), from))
}

/// A place without an address: what a label names.
fn named_place(board: &Board, unit: &Unit<'_>) -> Option<FoundPlace> {
    let text = unit.text.trim().trim_end_matches(['.', '!']);
    let online = ONLINE.is_in_words(text) || PLATFORMS.is_in_words(text) || text.contains("://");
    if !unit.is_about("luogo")
        || online
        || text.chars().count() > 80
        || OTHER_PLACES.find_words(text).iter().any(|(_, entry)| {
            entry.forms.iter().any(|form| form.starts_with("pres") || form.starts_with("prob") || *form == "forse")
        })
    {
        return None;
    }
    let mut place = FoundPlace {
        name: None,
        address: None,
        postcode: None,
        town: None,
        zone: find_zone(board, unit),
        range: unit.range.clone(),
    };
    let town = board.config.territorio.citta.as_deref().unwrap_or_default();
    if text.eq_ignore_ascii_case(town) {
        place.town = Some(text.to_owned());
    } else {
        let name = NAMED_PLACES.find_words(text).first()?.0.start;
        if name > 12 {
            return None;
        }
        place.name = text.get(name..).map(collapse);
    }
    Some(place)
}

/// The board's district that a sentence names: «Municipio V», «V Municipio», «Municipio 5».
pub(super) fn find_zone(board: &Board, unit: &Unit<'_>) -> Option<String> {
    let territory = &board.config.territorio;
    let word = territory.nome_zona.as_deref().unwrap_or("Municipio");
    let at = unit.tokens.iter().position(|token| token.is(&[word]))?;
    let zone_of = |token: &Token<'_>| {
        let number = token.text.parse::<usize>().ok().and_then(|number| territory.zone.get(number.checked_sub(1)?));
        territory.zone.iter().find(|zone| zone.as_str() == token.text).or(number).cloned()
    };
    unit.tokens.get(at + 1).and_then(zone_of).or_else(|| unit.tokens.get(at.checked_sub(1)?).and_then(zone_of))
}

/// Whether a sentence has an address with a number.
pub(super) fn has_address(unit: &Unit<'_>) -> bool {
    (0..unit.tokens.len()).any(|index| {
        parse_address(unit, index).is_some_and(|(place, _)| {
            place.address.is_some_and(|address| address.bytes().any(|byte| byte.is_ascii_digit()))
        })
    })
}
