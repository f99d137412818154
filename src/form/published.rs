//! An announcement from its entry in the public data, to be corrected or announced again.

use serde_json::{Map, Value as Json};

use super::file::FormFile;
use crate::diagnostic::LocalizedString;
use crate::localized;
use crate::model::{EDITORS_FIELDS, Kind, Opportunity, Record};

/// Facts that a new edition has anew, wherever they are.
const DATED_FIELDS: [&str; 13] = [
    "pubblicato",
    "date",
    "pause",
    "scadenza",
    "aperto_dal",
    "prorogata_dal",
    "validita_fino",
    "vigore_dal",
    "vigore_al",
    "inizio",
    "fine",
    "giorno",
    "edizione_di",
];

/// Reads an entry of `dati/opportunita.json`; returns its slug too.
///
/// # Errors
/// What is no entry of that file, and what its organisation has withdrawn.
pub fn read_published(entry: &Json) -> Result<(FormFile, String), LocalizedString> {
    let text = |key: &str| entry.get(key).and_then(Json::as_str);
    let kind = text("tipo").and_then(Kind::from_key);
    let (Some(kind), Some(slug), Some(body), Json::Object(map)) = (kind, text("slug"), text("testo"), entry) else {
        return Err(localized!(
            "questo annuncio non si può correggere da qui: è stato ritirato, o i dati non sono di una bacheca",
            "this announcement cannot be corrected here: it was withdrawn, or the data are not a board's"
        ));
    };
    let fields = Opportunity::FIELDS.iter().map(|field| field.key).filter(|key| *key != "tipo");
    let facts = fields.filter_map(|key| Some((key.to_owned(), as_written(key, map.get(key)?)))).collect();
    let subject = kind.into();
    Ok((FormFile { subject, facts, body: body.to_owned(), comments: Vec::new(), unread: Vec::new() }, slug.to_owned()))
}

/// Empties what a new edition has anew, and what the editors decided about the old one.
pub fn renew(announcement: &mut FormFile, slug: &str) {
    announcement.facts.retain(|key, _| !EDITORS_FIELDS.contains(&key.as_str()));
    remove_dates(&mut announcement.facts);
    announcement.facts.insert("edizione_di".to_owned(), slug.into());
}

fn remove_dates(map: &mut Map<String, Json>) {
    map.retain(|key, _| !DATED_FIELDS.contains(&key.as_str()));
    map.values_mut().for_each(remove_dates_within);
}

fn remove_dates_within(value: &mut Json) {
    match value {
        Json::Object(map) => remove_dates(map),
        Json::Array(items) => items.iter_mut().for_each(remove_dates_within),
        _ => {}
    }
}

/// A value of the public data as files have it: numbers and truth values as texts, a closing time in words.
fn as_written(key: &str, value: &Json) -> Json {
    match value {
        Json::Bool(yes) => (if *yes { "sì" } else { "no" }).into(),
        Json::Number(number) => number.to_string().into(),
        Json::Array(items) => items.iter().map(|item| as_written(key, item)).collect(),
        Json::Object(map) => map.iter().map(|(key, value)| (key.clone(), as_written(key, value))).collect(),
        Json::String(text) if key == "scadenza" => text.replace("T23:59:59", " ore 24:00").replace('T', " ore ").into(),
        Json::Null | Json::String(_) => value.clone(),
    }
}
