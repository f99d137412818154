//! The file of a form from its facts, and back: the board's own canonical notation.

use std::fmt::Write;

use serde_json::{Map, Value as Json};

use super::labels::NOTATION_KEYS;
use super::subject::FormSubject;
use crate::board::{Problem, ProblemKind};
use crate::check::to_diagnostic;
use crate::diagnostic::LocalizedString;
use crate::intake::compact::{FileFacts, facts_of_file};
use crate::localized;
use crate::model::{Field, ItemState, Kind, OrganisationKind, SINGLE_EDITION, TO_ASK, fields_within, placeholder};
use crate::source::comments_in_facts;
use crate::source::write::{serialize_key, serialize_plainly};

/// Longest line of a list or map, in characters; longer ones get a line for each entry.
const MAX_FLOW_CHARS: usize = 110;

/// Facts of the file of a form by key, as its front matter holds them (texts, lists and maps of texts), and its text.
#[derive(Debug, Clone, PartialEq)]
pub struct FormFile {
    /// What it is the file of.
    pub subject: FormSubject,
    /// Facts but the kind of an announcement.
    pub facts: Map<String, Json>,
    /// Text below the front matter, Markdown.
    pub body: String,
    /// Comments of the file, which facts do not keep.
    pub comments: Vec<String>,
    /// What could not be read as it is written.
    pub unread: Vec<LocalizedString>,
}

/// Writes the file of a form: keys in the order of their declarations, those of maps too, then unknown ones; empty
/// values are left out. As long as anything is to ask
/// in an announcement it is a draft.
///
/// ```
/// use bacheca::{form::write_file, model::Kind};
///
/// let facts = serde_json::json!({"scadenza": "da chiedere", "titolo": "Corso: italiano", "note_fonti": []});
/// let file = write_file(Kind::Training, facts.as_object().unwrap(), "Sessanta ore.");
/// assert_eq!(
///     file,
///     "---\ntipo: formazione\ntitolo: \"Corso: italiano\"\nstato: bozza\nscadenza: da chiedere\n---\n\nSessanta ore.\n"
/// );
/// ```
#[must_use]
pub fn write_file(subject: impl Into<FormSubject>, facts: &Map<String, Json>, body: &str) -> String {
    let subject = subject.into();
    let mut facts = facts.clone();
    if let FormSubject::Announcement(kind) = subject {
        facts.insert("tipo".to_owned(), kind.key().into());
        if facts.values().any(is_to_ask) {
            facts.insert("stato".to_owned(), ItemState::Draft.word().into());
        }
    }
    let mut text = "---\n".to_owned();
    for (key, value) in tidy_facts(subject, facts) {
        write_value(&mut text, &serialize_key(&key), &value, 0);
    }
    text.push_str("---\n");
    let body = body.trim();
    if !body.is_empty() {
        text.push('\n');
        text.push_str(body);
        text.push('\n');
    }
    text
}

/// Reads a file back to facts; whether it is an announcement or an organisation its `tipo` says. Dates and hours of a single edition, which a file may have at the top, are one of `edizioni`.
///
/// # Errors
/// Front matter that cannot be read, or without a known kind.
pub fn read_file(text: &str) -> Result<FormFile, LocalizedString> {
    let FileFacts { mut facts, body, problems } = facts_of_file(text).ok_or_else(|| {
        localized!(
            "il file non si riesce a leggere: comincia con tre trattini, poi una riga per ogni informazione, poi altri tre trattini?",
            "the file cannot be read: does it begin with three dashes, then a line for each fact, then three more dashes?"
        )
    })?;
    let word = facts.get("tipo").and_then(Json::as_str).unwrap_or_default().trim();
    let subject = match Kind::from_key(word) {
        Some(kind) => FormSubject::Announcement(kind),
        None if OrganisationKind::from_word(word).is_some() => FormSubject::Organisation,
        None => {
            let kinds = Kind::ALL.map(Kind::key).join(", ");
            return Err(localized!(
                "il file non dice il tipo: uno di {kinds}",
                "the file does not say its kind: one of {kinds}"
            ));
        }
    };
    if let FormSubject::Announcement(kind) = subject {
        facts.shift_remove("tipo");
        gather_single_edition(kind, &mut facts);
    }
    let unread = problems.into_iter().map(|found| {
        let problem = Problem { file: String::new(), span: found.span, kind: ProblemKind::Source(found.problem) };
        to_diagnostic(&problem).message
    });
    Ok(FormFile { subject, facts, body, comments: comments_in_facts(text), unread: unread.collect() })
}

/// Moves dates and hours from the top into the only edition.
fn gather_single_edition(kind: Kind, facts: &mut Map<String, Json>) {
    let is_single = ["date", "orari", "giorni"].iter().any(|key| facts.contains_key(*key));
    if !is_single || facts.contains_key("edizioni") || !kind.has_field("edizioni") {
        return;
    }
    let keys: Vec<&str> = SINGLE_EDITION.iter().copied().filter(|key| facts.contains_key(*key)).collect();
    let edition = keys.into_iter().filter_map(|key| facts.shift_remove_entry(key)).collect();
    facts.insert("edizioni".to_owned(), Json::Array(vec![Json::Object(edition)]));
}

/// Whether a value is to ask, or something in it.
pub(super) fn is_to_ask(value: &Json) -> bool {
    match value {
        Json::String(text) => placeholder(text) == Some(TO_ASK),
        Json::Array(items) => items.iter().any(is_to_ask),
        Json::Object(map) => map.values().any(is_to_ask),
        Json::Null | Json::Bool(_) | Json::Number(_) => false,
    }
}

/// Facts as a file has them: in the order of the fields, without empty values.
pub(super) fn tidy_facts(subject: FormSubject, facts: Map<String, Json>) -> Map<String, Json> {
    tidy_map(facts, subject.fields())
}

/// A map without empty values, its declared keys first, in their order.
fn tidy_map(map: Map<String, Json>, fields: &[Field]) -> Map<String, Json> {
    let entries = map.into_iter().filter_map(|(key, value)| Some((tidy(&key, value)?, key)));
    let mut entries: Vec<(Json, String)> = entries.collect();
    let rank = |key: &str| {
        let declared = fields.iter().position(|field| field.key == key);
        let in_notation = || NOTATION_KEYS.iter().position(|(known, _)| *known == key).filter(|_| fields.is_empty());
        declared.or_else(in_notation).unwrap_or(usize::MAX)
    };
    entries.sort_by_key(|(_, key)| rank(key));
    entries.into_iter().map(|(value, key)| (key, value)).collect()
}

/// A value without what is empty in it; `None` if nothing is left.
fn tidy(key: &str, value: Json) -> Option<Json> {
    match value {
        Json::Null => None,
        Json::String(text) if text.trim().is_empty() => None,
        // Quotes would make a text of what reads as yes or no.
        Json::String(text) if matches!(text.as_str(), "sì" | "no") => Some(Json::Bool(text == "sì")),
        Json::Array(items) => {
            let items: Vec<Json> = items.into_iter().filter_map(|item| tidy(key, item)).collect();
            (!items.is_empty()).then_some(Json::Array(items))
        }
        Json::Object(map) => {
            let map = tidy_map(map, fields_within(key));
            (!map.is_empty()).then_some(Json::Object(map))
        }
        other => Some(other),
    }
}

/// Writes `key: value` with an indentation: a list or map on one line if it fits, else with a line for each entry.
fn write_value(text: &mut String, key: &str, value: &Json, indentation: usize) {
    let line = format!("{:indentation$}{key}: {}", "", serialize_plainly(value));
    let is_long = line.chars().count() > MAX_FLOW_CHARS;
    // Writing to a string cannot fail.
    let _ = match value {
        Json::Array(items) if is_long => {
            let entries = items.iter().map(|item| format!("{:indentation$}  - {}\n", "", serialize_plainly(item)));
            write!(text, "{:indentation$}{key}:\n{}", "", entries.collect::<String>())
        }
        Json::Object(map) if is_long => {
            let _ = writeln!(text, "{:indentation$}{key}:", "");
            for (key, value) in map {
                write_value(text, &serialize_key(key), value, indentation + 2);
            }
            Ok(())
        }
        _ => writeln!(text, "{line}"),
    };
}
