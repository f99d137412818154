//! The compact text of an announcement, which a form sends by WhatsApp or mail and which is read back without loss:
//!
//! ```text
//! BACHECA 1 formazione
//! titolo: Corso gratuito di italiano A2
//! luogo: {indirizzo: via delle Zoccolette 19, citta: Roma}
//! costo: gratuito
//! testo:
//! Che cosa si fa, in parole semplici.
//! ```
//!
//! A field is a line: its key in the front matter, and its value, without quotes unless it begins like a list, a map or a
//! quoted text. A line that begins with no key goes on from the line before, because mail programs wrap. What only editors
//! decide ([`EDITORS_FIELDS`]) is neither written nor read.

use std::fmt::Write;
use std::ops::Range;

use serde_json::{Map, Value as Json};

use crate::diagnostic::LocalizedString;
use crate::localized;
use crate::model::{EDITORS_FIELDS, Field, Kind, ORGANISATION_EDITORS_FIELDS, Opportunity, Record};
use crate::source::write::serialize_plainly;
use crate::source::{Node, Problem, Spanned, Yaml, parse, split_text};
use crate::text::invisible::Invisible;

/// First words of the text, before the kind.
const MARK: &str = "BACHECA 1 ";
/// Key before the text below the front matter, which is the last.
const BODY_KEY: &str = "testo";
/// Most lines before the mark: headers of a mail.
const MAX_LINES_BEFORE: usize = 30;

/// An announcement as a form wrote it.
pub(super) struct Form {
    pub(super) kind: Kind,
    /// Fields with their values as YAML on one line, and their bytes in the message.
    pub(super) fields: Vec<(&'static Field, String, Range<usize>)>,
    /// Lines whose key is no field of the kind.
    pub(super) unknown: Vec<String>,
    /// Text below the front matter.
    pub(super) body: String,
}

/// Writes facts, under the keys of the front matter, and the text below them.
#[must_use]
pub fn write(kind: Kind, facts: &Map<String, Json>, body: &str) -> String {
    let mut text = format!("{MARK}{}\n", kind.key());
    for field in carried_fields(kind) {
        let Some(value) = facts.get(field.key) else { continue };
        let value = match value {
            Json::String(words) if is_bare(words) => words.clone(),
            Json::String(words) => Json::from(words.as_str()).to_string(),
            other => serialize_plainly(other),
        };
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{}: {value}", field.key);
    }
    let body = body.trim();
    if !body.is_empty() {
        let _ = write!(text, "{BODY_KEY}:\n{body}\n");
    }
    text
}

/// A content file as it is written.
pub struct FileFacts {
    /// Facts by key, without empty ones.
    pub facts: Map<String, Json>,
    /// Text below the facts.
    pub body: String,
    /// What could not be read as it is written: keys that are there twice, references.
    pub problems: Vec<Spanned<Problem>>,
}

/// Reads the facts of a content file as they are written in it; `None` if its front matter cannot be read.
#[must_use]
pub fn facts_of_file(text: &str) -> Option<FileFacts> {
    let document = split_text("x.md", text.to_owned()).ok()?;
    let mut problems = Vec::new();
    let root = parse(&document, &mut problems)?;
    let Json::Object(facts) = to_json(&root) else { return None };
    Some(FileFacts { facts, body: document.body().trim().to_owned(), problems })
}

fn to_json(node: &Node<'_>) -> Json {
    match &node.yaml {
        Yaml::Scalar(text, _) => text.as_ref().into(),
        Yaml::List(items) => items.iter().filter(|item| !item.is_empty()).map(to_json).collect(),
        Yaml::Map(entries) => {
            let written = entries.iter().filter(|(_, node)| !node.is_empty());
            Json::Object(written.map(|(key, node)| (key.text.to_string(), to_json(node))).collect())
        }
    }
}

/// Fields of a kind that the text carries.
fn carried_fields(kind: Kind) -> impl Iterator<Item = &'static Field> {
    Opportunity::FIELDS
        .iter()
        .filter(move |field| field.key != "tipo" && kind.has_field(field.key) && !EDITORS_FIELDS.contains(&field.key))
}

/// Whether a text can stand without quotes: one line that begins with neither a bracket nor a quote.
fn is_bare(text: &str) -> bool {
    !text.is_empty()
        && text.trim() == text
        && !text.contains(is_unsafe)
        && !text.starts_with(['{', '[', '"'])
        && !text.contains("  ")
}

/// Reads the compact text in a message; `None` if the message has none.
pub(super) fn read(message: &str) -> Option<Result<Form, LocalizedString>> {
    let mut start = 0;
    for line in message.split_inclusive('\n').take(MAX_LINES_BEFORE) {
        let next = start + line.len();
        if let Some(at) = line.find(MARK).filter(|at| {
            line.get(..*at).is_some_and(|lead| lead.trim().is_empty() || lead.ends_with([' ', '>', '*', '\u{200e}']))
        }) {
            let key = line.get(at + MARK.len()..).unwrap_or_default().trim().trim_end_matches('*').to_lowercase();
            let Some(kind) = Kind::from_key(&key) else {
                let kinds = Kind::ALL.map(Kind::key).join(", ");
                return Some(Err(localized!(
                    "«BACHECA 1 {key}»: i tipi sono {kinds}",
                    "`BACHECA 1 {key}`: the kinds are {kinds}"
                )));
            };
            return Some(Ok(read_fields(kind, message, next)));
        }
        start = next;
    }
    None
}

fn read_fields(kind: Kind, message: &str, from: usize) -> Form {
    let mut form = Form { kind, fields: Vec::new(), unknown: Vec::new(), body: String::new() };
    let mut lines: Vec<(&'static Field, String, Range<usize>)> = Vec::new();
    let mut start = from;
    for line in message.get(from..).unwrap_or_default().split_inclusive('\n') {
        let range = start..start + line.len();
        start = range.end;
        let trimmed = line.trim_start_matches(['>', ' ']).trim_end();
        let (key, value) = trimmed.split_once(':').unwrap_or(("", ""));
        let is_key = !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
        if key == BODY_KEY && value.trim().is_empty() {
            let body = message.get(start..).unwrap_or_default();
            form.body = body.chars().filter(|c| *c == '\n' || !is_unsafe(*c)).collect::<String>().trim().to_owned();
            break;
        }
        // Within an open list or map a line goes on, whatever it begins with.
        if let Some((_, value, whole)) = lines.last_mut().filter(|(_, value, _)| is_open(value)) {
            value.push(' ');
            value.push_str(trimmed);
            whole.end = range.end;
            continue;
        }
        match carried_fields(kind).find(|field| field.key == key) {
            Some(field) if !lines.iter().any(|(other, ..)| other.key == key) => {
                lines.push((field, value.trim().to_owned(), range));
            }
            Some(_) => form.unknown.push(trimmed.to_owned()),
            None if is_key && (value.starts_with(' ') || value.is_empty()) => form.unknown.push(trimmed.to_owned()),
            None if trimmed.is_empty() => {}
            None => match lines.last_mut() {
                Some((_, value, whole)) => {
                    value.push(' ');
                    value.push_str(trimmed.trim_start());
                    whole.end = range.end;
                }
                None => form.unknown.push(trimmed.to_owned()),
            },
        }
    }
    form.fields = lines
        .into_iter()
        .filter(|(_, value, _)| !value.is_empty())
        .map(|(field, value, range)| (field, without_editors_facts(field.key, to_yaml(&value)), range))
        .collect();
    form
}

/// Whether a character could end a line or turn round what is shown; marks that Arabic needs are none.
pub(super) fn is_unsafe(c: char) -> bool {
    let kind = Invisible::kind_of(c);
    c.is_control()
        || matches!(
            kind,
            Some(
                Invisible::LineEnd
                    | Invisible::DirectionOverride
                    | Invisible::ZeroWidth
                    | Invisible::Tag
                    | Invisible::Noncharacter
            )
        )
}

/// Whether a list, a map or a quoted text has no end yet.
fn is_open(value: &str) -> bool {
    if !value.starts_with(['{', '[', '"']) {
        return false;
    }
    let (mut depth, mut quoted, mut escaped) = (0_i32, false, false);
    for c in value.chars() {
        match c {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            '{' | '[' if !quoted => depth += 1,
            '}' | ']' if !quoted => depth -= 1,
            _ => {}
        }
    }
    quoted || depth > 0
}

/// The description of an organisation without what only editors say of one.
fn without_editors_facts(key: &str, yaml: String) -> String {
    if key != "ente" || !yaml.starts_with('{') {
        return yaml;
    }
    let described = facts_of_file(&format!("---\n{key}: {yaml}\n---\n"))
        .and_then(|mut file| file.facts.shift_remove(key))
        .map(|organisation| match organisation {
            Json::Object(mut facts) => {
                facts.retain(|key, _| !ORGANISATION_EDITORS_FIELDS.contains(&key.as_str()));
                serialize_plainly(&Json::Object(facts))
            }
            other => serialize_plainly(&other),
        });
    // What cannot be read is found by the rules.
    described.unwrap_or(yaml)
}

/// A value as YAML on one line.
fn to_yaml(value: &str) -> String {
    let visible: String = value.chars().map(|c| if is_unsafe(c) { ' ' } else { c }).collect();
    if visible.starts_with(['{', '[', '"']) { visible } else { serialize_plainly(&Json::from(visible.trim())) }
}
