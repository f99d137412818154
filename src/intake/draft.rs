//! The file of a draft: fields in the order of the guidelines, above each the words that it came from, below them the
//! whole message as comments, which nobody publishes.

mod quotes;

use std::fmt::Write;
use std::ops::Range;

use serde_json::{Map, Value as Json, json};

use super::compact::Form;
use super::facts::Facts;
use super::place::collapse;
use crate::board::Board;
use crate::diagnostic::LocalizedString;
use crate::localized;
use crate::model::{Kind, Opportunity, Problem, Reader, Record, TO_ASK, decode_opportunity};
use crate::source::write::serialize_plainly;
use crate::source::{KEPT_MESSAGE, parse, split_text};
use crate::text::slug::slugify_within;

/// A draft of one announcement.
#[derive(Debug, Clone)]
pub struct Draft {
    /// Kind.
    pub kind: Kind,
    /// Name for its file: of its title, without dates.
    pub slug: String,
    /// The whole file.
    pub text: String,
    /// What the editor should know: how many announcements the message had, what was not taken.
    pub notes: Vec<LocalizedString>,
    /// The message without headers and private contacts, as a text that the rules can read.
    pub message: String,
    /// For each filled field the bytes of the message that it came from.
    pub evidence: Vec<Evidence>,
}

/// Bytes of a message that the value of a field came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// Key of the field.
    pub field: &'static str,
    /// Bytes in the message.
    pub ranges: Vec<Range<usize>>,
}

/// The message of a draft.
pub(super) struct Source<'m> {
    pub(super) message: &'m str,
    /// Bytes of the announcement in it.
    pub(super) part: Range<usize>,
    /// Headers of chats and mails, which name who sent it.
    pub(super) headers: &'m [Range<usize>],
    /// Contacts of private persons, which are nowhere copied to.
    pub(super) private: Vec<Range<usize>>,
}

/// Longest quotation in a comment, in characters.
const MAX_QUOTED_CHARS: usize = 140;
/// Most of the message that is kept, in bytes: with the fields it stays a file that is read.
const MAX_KEPT_BYTES: usize = 32_000;
/// Longest name of a file, in bytes.
const MAX_SLUG_BYTES: usize = 60;

/// Writes a draft of what was found.
pub(super) fn compose(
    board: &Board,
    kind: Kind,
    facts: &Facts,
    source: &Source<'_>,
    mut notes: Vec<LocalizedString>,
) -> Draft {
    let masked = quotes::mask_private(source);
    let mut evidence = Vec::new();
    let mut lines = String::new();
    for key in keys_in_order(kind, facts, has_known_contacts(board, facts)) {
        let field = facts.field(key);
        let value = field.and_then(|field| field.value.as_ref()).map(|value| complete(key, value));
        let fitting = value.filter(|value| fits(kind, key, value, facts));
        let ranges = field.map_or(&[][..], |field| &field.from);
        match (&fitting, field) {
            (Some(value), Some(field)) => {
                let quoted = quotes::quote_all(source, &masked, &field.from);
                if !quoted.is_empty() {
                    let _ = writeln!(lines, "# dal testo: {quoted}");
                }
                let _ = writeln!(lines, "{key}: {}", serialize_plainly(value));
                evidence.push(Evidence { field: key, ranges: ranges.to_vec() });
            }
            (None, field) => {
                let read = field.map(|field| [field.doubts.as_slice(), ranges].concat()).unwrap_or_default();
                let quoted = quotes::quote_all(source, &masked, &read);
                if !is_required(kind, key) && quoted.is_empty() {
                    continue;
                }
                if !quoted.is_empty() {
                    let _ = writeln!(lines, "# da chiarire, il testo dice: {quoted}");
                }
                // Optional fields have nothing to ask: the comment is enough.
                if is_required(kind, key) {
                    let _ = writeln!(lines, "{key}: {TO_ASK}");
                } else {
                    let _ = writeln!(lines, "# {key}:");
                }
            }
            (Some(_), None) => {}
        }
        if key == "tipo" {
            lines.push_str("stato: bozza\n");
        }
    }
    if !masked.is_empty() {
        let count = source.private.len();
        notes.push(localized!(
            "recapiti che sembrano di una persona privata, non copiati nella bozza: {count}; chiedi quello dell'organizzazione",
            "contacts that seem to be a private person's, not copied to the draft: {count}; ask for the organisation's"
        ));
    }
    let mut text = format!(
        "---\n# Bozza presa da un messaggio. Sopra ogni riga ci sono le parole da cui viene: controlla, completa, poi togli «stato: bozza».\n{lines}"
    );
    if !masked.is_empty() {
        text.push_str(
            "# Nel messaggio c'è il recapito di una persona: qui non è copiato. Chiedi quello dell'organizzazione.\n",
        );
    }
    push_message(&mut text, source, &masked);
    text.push_str("---\n");
    let message = quotes::shown_lines(source, &masked).join("\n\n");
    Draft { kind, slug: slug_of(kind, facts), text, notes, message, evidence }
}

impl Draft {
    /// Name of its picture, ending apart, until the draft has its name.
    pub(super) const NAME: &str = "nome-della-bozza";

    /// Gives the draft the name that its file gets.
    pub fn set_name(&mut self, name: &str) {
        self.text = self.text.replace(&format!("{{file: {}.", Self::NAME), &format!("{{file: {name}."));
    }

    /// The draft with the message as its text: what the rules find there makes the message suspect, though it is not
    /// published.
    #[must_use]
    pub fn text_with_message(&self) -> String {
        format!("{}\n{}\n", self.text, self.message)
    }
}

/// Keys of the draft: the kind, what it requires in the order of the guidelines, then what else was found.
fn keys_in_order(kind: Kind, facts: &Facts, is_reachable: bool) -> Vec<&'static str> {
    let mut keys = vec!["tipo"];
    let online = matches!(facts.value("modalita").and_then(Json::as_str), Some("online" | "da remoto"));
    let known = |key: &'static str| Opportunity::FIELDS.iter().map(|field| field.key).find(|other| *other == key);
    for required in kind.spec().required {
        let replaced = kind.instead_of(required).iter().any(|other| facts.has(other));
        let in_editions = facts.has("edizioni") && matches!(*required, "luogo" | "modalita") && !facts.has(required);
        match *required {
            "edizioni" if !facts.has("edizioni") => keys.extend(["date", "giorni", "orari"]),
            "luogo" if online => {}
            "contatti" if is_reachable && !facts.has("contatti") => {}
            _ if replaced && !facts.has(required) || in_editions => {}
            key => keys.extend(known(key)),
        }
    }
    for field in Opportunity::FIELDS {
        if kind.has_field(field.key)
            && facts.field(field.key).is_some()
            && !keys.contains(&field.key)
            && field.key != "edizioni"
            || field.key == "edizioni"
                && facts.has("edizioni")
                && kind.has_field("edizioni")
                && !keys.contains(&"edizioni")
        {
            keys.push(field.key);
        }
    }
    if facts.has("edizioni") {
        keys.retain(|key| !matches!(*key, "date" | "giorni" | "orari"));
    }
    keys
}

/// Whether the board knows how to reach the organisation, so that the announcement needs no contacts of its own.
fn has_known_contacts(board: &Board, facts: &Facts) -> bool {
    let organisation = facts.value("ente").and_then(Json::as_str).and_then(|id| board.organisations.get(id));
    organisation.and_then(|file| file.facts.contacts.as_ref()).is_some_and(|contacts| !contacts.is_empty())
}

/// Whether a draft of this kind says that the field is to ask.
fn is_required(kind: Kind, key: &str) -> bool {
    kind.spec().required.contains(&key) || matches!(key, "date" | "orari") && kind.spec().required.contains(&"edizioni")
}

/// A value as the field takes it: a list of one as that one, an edition with what is to ask.
fn complete(key: &str, value: &Json) -> Json {
    match (key, value) {
        ("edizioni", Json::Array(editions)) => editions
            .iter()
            .map(|edition| {
                let Json::Object(map) = edition else { return edition.clone() };
                let mut whole = Map::new();
                for open in ["nome", "date", "giorni", "orari"] {
                    let value =
                        map.get(open).cloned().or_else(|| matches!(open, "date" | "orari").then(|| TO_ASK.into()));
                    whole.extend(value.map(|value| (open.to_owned(), value)));
                }
                for (key, value) in map {
                    whole.entry(key.clone()).or_insert_with(|| value.clone());
                }
                Json::Object(whole)
            })
            .collect(),
        ("contatti", Json::Object(map)) => {
            let single = |value: &Json| match value {
                Json::Array(list) if list.len() == 1 => list.first().cloned().unwrap_or_default(),
                other => other.clone(),
            };
            Json::Object(map.iter().map(|(key, value)| (key.clone(), single(value))).collect())
        }
        ("iscrizione" | "candidatura" | "fonte", Json::Array(list)) if list.len() == 1 => {
            list.first().cloned().unwrap_or_default()
        }
        _ => value.clone(),
    }
}

/// Whether the field takes a value: what is wrong in its form never gets into a draft. What the guidelines refuse does, so
/// that the rules say it.
fn fits(kind: Kind, key: &str, value: &Json, facts: &Facts) -> bool {
    let genre = facts
        .value("genere")
        .filter(|_| key != "genere")
        .map_or_else(String::new, |genre| format!("genere: {}\n", serialize_plainly(genre)));
    is_well_formed(kind, &format!("{genre}{key}: {}\n", serialize_plainly(value)), key)
}

/// Whether facts in YAML are read without a problem of form.
fn is_well_formed(kind: Kind, facts: &str, key: &str) -> bool {
    let kind_line = if key == "tipo" { String::new() } else { format!("tipo: {}\n", kind.key()) };
    let Ok(document) = split_text("x.md", format!("---\n{kind_line}{facts}---\n")) else { return false };
    let (mut in_source, mut in_values) = (Vec::new(), Vec::new());
    let Some(root) = parse(&document, &mut in_source) else { return false };
    decode_opportunity(&root, &mut Reader::new(&mut in_values));
    let is_fault = |problem: &Problem| {
        !matches!(problem, Problem::MissingField { .. } | Problem::MissingInEdition { .. } | Problem::CostWithoutAid(_))
    };
    in_source.is_empty() && !in_values.iter().any(|found| is_fault(&found.problem))
}

/// Appends the message as comments, without the headers that name who sent it.
fn push_message(text: &mut String, source: &Source<'_>, masked: &[Range<usize>]) {
    text.push_str("# Il messaggio, per la redazione (qui non si pubblica):\n");
    let (mut kept, length) = (0, source.part.len());
    for line in quotes::shown_lines(source, masked) {
        kept += line.len() + 1;
        let _ = writeln!(text, "{}", format!("{KEPT_MESSAGE} {line}").trim_end());
    }
    if length > MAX_KEPT_BYTES {
        let left_out = length.saturating_sub(kept);
        let _ = writeln!(text, "# (altri {left_out} byte del messaggio non stanno qui)");
    }
}

/// Name of the file: words of the title without numbers, else the kind.
fn slug_of(kind: Kind, facts: &Facts) -> String {
    let title = facts.value("titolo").and_then(Json::as_str).unwrap_or_default();
    let words: Vec<&str> = title.split_whitespace().filter(|word| !is_date_word(word)).collect();
    let slug = slugify_within(&words.join(" "), MAX_SLUG_BYTES);
    let fits = slug.len() >= 4 && crate::model::Slug::new(&slug).is_some_and(|slug| !slug.is_device_name());
    if fits { slug } else { format!("bozza-{}", kind.key()) }
}

/// Whether a word is a part of a date, which is no part of a name that stays.
fn is_date_word(word: &str) -> bool {
    let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
    let months = crate::text::calendar_names::MONTHS.iter().any(|month| month.eq_ignore_ascii_case(bare));
    let number = bare.bytes().any(|byte| byte.is_ascii_digit())
        && !matches!(bare.len(), 2 if bare.starts_with(|c: char| c.is_ascii_alphabetic()));
    months || number
}

/// The draft of what a form wrote.
pub(super) fn from_form(form: &Form) -> Draft {
    let mut lines = String::new();
    let mut notes = Vec::new();
    let mut evidence = Vec::new();
    let kind = form.kind;
    for (field, value, range) in &form.fields {
        let line = format!("{}: {value}\n", field.key);
        if is_well_formed(kind, &line, field.key) {
            lines.push_str(&line);
            evidence.push(Evidence { field: field.key, ranges: vec![range.clone()] });
        } else {
            let key = field.key;
            let quoted: String = collapse(&quotes::visible(value)).chars().take(MAX_QUOTED_CHARS).collect();
            let _ = writeln!(lines, "# da chiarire, il testo dice: «{quoted}»");
            if is_required(kind, key) {
                let _ = writeln!(lines, "{key}: {TO_ASK}");
            }
            notes.push(localized!("`{key}`: il valore non si riesce a leggere", "`{key}`: the value cannot be read"));
        }
    }
    for line in &form.unknown {
        let quoted: String = collapse(&quotes::visible(line)).chars().take(MAX_QUOTED_CHARS).collect();
        let _ = writeln!(lines, "# riga non capita: «{quoted}»");
        notes.push(localized!("riga non capita: «{quoted}»", "line not understood: `{quoted}`"));
    }
    let written = |key: &str| form.fields.iter().any(|(field, ..)| field.key == key);
    for key in kind.spec().required {
        let replaced = kind.instead_of(key).iter().any(|other| written(other))
            || *key == "edizioni" && (written("date") || written("orari"))
            || *key == "contatti"
            || *key == "luogo";
        if !written(key) && !replaced {
            let open: &[&str] = if *key == "edizioni" { &["date", "orari"] } else { std::slice::from_ref(key) };
            for key in open {
                let _ = writeln!(lines, "{key}: {TO_ASK}");
            }
        }
    }
    let mut facts = Facts::default();
    if let Some((_, title, range)) = form.fields.iter().find(|(field, ..)| field.key == "titolo") {
        facts.set("titolo", json!(title.trim_matches('"')), range.clone());
    }
    let body = form.body.trim();
    let body = if body.is_empty() { String::new() } else { format!("\n{body}\n") };
    let text = format!("---\ntipo: {}\nstato: bozza\n{lines}---\n{body}", kind.key());
    Draft { kind, slug: slug_of(kind, &facts), text, notes, message: String::new(), evidence }
}
