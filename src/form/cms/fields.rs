//! Fields of a CMS, from the shapes of values.

use serde_json::{Map, Value as Json, json};

use super::{Cms, ORGANISATIONS};
use crate::diagnostic::{MessageLanguage, StaticText, text};
use crate::form::{Alternative, FormField, Input, Shape};
use crate::model::Field;

/// Longest text, in letters, that is entered in one line.
const MAX_LINE_CHARS: u64 = 200;

/// Pattern of a day, a month or a year.
const PARTIAL_DATE: &str = r"\d{4}(-\d{2}(-\d{2})?)?";

const EXAMPLE: StaticText = text("Per esempio:", "For example:");
const UNKNOWN: StaticText = text("Non lo sai ancora? Scrivi", "You do not know yet? Write");
const NONE: StaticText = text("Se non c'è:", "If there is none:");
const PATTERN_FAULT: StaticText = text("Scrivilo come nell'esempio", "Write it as in the example");

/// What is asked, whatever the shape of the answer.
#[derive(Clone, Copy)]
struct Asked<'f> {
    key: &'f str,
    label: &'f str,
    required: bool,
    /// Word of what is not known yet, where that may be said.
    unknown: Option<&'static str>,
    /// Word of what there is not, where that may be said.
    none: Option<&'static str>,
}

/// Writes fields for a CMS.
#[derive(Clone, Copy)]
pub(super) struct Fields {
    pub(super) cms: Cms,
    pub(super) language: MessageLanguage,
}

impl Fields {
    fn say(self, words: StaticText) -> &'static str {
        words.in_language(self.language)
    }

    /// The text below the facts.
    pub(super) fn body(self, label: &str) -> Json {
        json!({"name": "body", "label": label, "widget": "markdown", "required": false})
    }

    /// A field whose values no form knows: those that only a file shows whole.
    pub(super) fn field_without_shape(self, field: &Field) -> Json {
        let label = field.label.in_language(self.language);
        match self.cms {
            Cms::Sveltia => json!({"name": field.key, "label": label, "widget": "keyvalue", "required": false}),
            Cms::Decap => json!({"name": field.key, "label": label, "widget": "hidden", "required": false}),
        }
    }

    /// A field with the control for its shape.
    pub(super) fn field(self, field: &FormField) -> Json {
        self.field_within(field, field.required, field.unknown)
    }

    /// A field that is required, and whose value may be unknown, as far as what it is part of says.
    fn field_within(self, field: &FormField, required: bool, unknown: Option<&'static str>) -> Json {
        let asked = Asked { key: &field.key, label: &field.label, required, unknown, none: field.none };
        let control = self.control(asked, &field.shape);
        let widget = control.get("widget").and_then(Json::as_str);
        let takes_words = matches!(widget, Some("string" | "text" | "list")) && !control.contains_key("fields");
        let is_several = widget == Some("list") || control.contains_key("multiple");
        let hint = self.hint(field, asked, takes_words);
        let mut written = map(json!({"name": field.key, "label": field.label}));
        written.extend(control);
        written.insert("required".into(), required.into());
        if required && is_several {
            written.insert("min".into(), 1.into());
        }
        if !hint.is_empty() {
            written.insert("hint".into(), hint.into());
        }
        Json::Object(written)
    }

    /// What to write, in sentences.
    fn hint(self, field: &FormField, asked: Asked<'_>, takes_words: bool) -> String {
        let mut parts: Vec<String> = field.question.iter().cloned().collect();
        let is_chosen = matches!(field.shape, Shape::Words { .. } | Shape::YesNo | Shape::Organisation { .. });
        let example = field.example.as_deref().filter(|_| !is_chosen && takes_words);
        parts.extend(example.map(|example| format!("{} {example}", self.say(EXAMPLE))));
        if takes_words {
            parts.extend(asked.unknown.map(|word| format!("{} «{word}».", self.say(UNKNOWN))));
            parts.extend(asked.none.map(|word| format!("{} «{word}».", self.say(NONE))));
        }
        let has_end = |part: &String| part.ends_with(['.', '?', '!', ':']);
        let last = parts.len().saturating_sub(1);
        for part in parts.iter_mut().take(last).filter(|part| !has_end(part)) {
            part.push('.');
        }
        parts.join(" ")
    }

    fn control(self, asked: Asked<'_>, shape: &Shape) -> Map<String, Json> {
        match shape {
            Shape::Text { max, input, pattern } => self.text(asked, *max, *input, pattern.as_deref()),
            Shape::Words { options } => {
                let words = options.iter().map(|option| (option.value.as_str(), option.label.as_str()));
                let placeholders = asked.unknown.into_iter().chain(asked.none).map(|word| (word, word));
                select(words.chain(placeholders))
            }
            Shape::YesNo => {
                let no = self.say(text("no", "no"));
                select([("sì", self.say(text("sì", "yes"))), ("no", no)].into_iter())
            }
            Shape::Agreement { version } => map(json!({"widget": "hidden", "default": version})),
            Shape::Group { fields } => self.group(asked, fields),
            Shape::List { of, max } => self.list(asked, of, *max),
            Shape::Choice { of } => self.choice(asked, of),
            Shape::Organisation { .. } => map(json!({
                "widget": "relation", "collection": ORGANISATIONS, "value_field": "{{slug}}",
                "display_fields": ["nome"], "search_fields": ["nome"],
            })),
        }
    }

    fn text(self, asked: Asked<'_>, max: u64, input: Input, pattern: Option<&str>) -> Map<String, Json> {
        let may_be_unknown = asked.unknown.is_some();
        match input {
            Input::Number => map(json!({"widget": "number", "value_type": "float", "min": 0, "step": 1})),
            Input::Day | Input::MonthOrDay if !may_be_unknown => {
                let mut control = json!({"widget": "datetime", "format": "YYYY-MM-DD", "date_format": "YYYY-MM-DD", "time_format": false});
                if let (Json::Object(control), Cms::Sveltia) = (&mut control, self.cms) {
                    control.insert("type".into(), "date".into());
                }
                map(control)
            }
            Input::MonthOrDay | Input::Day => self.matching(&[PARTIAL_DATE], asked),
            Input::Long => map(json!({"widget": "text"})),
            Input::Line if max > MAX_LINE_CHARS && pattern.is_none() => map(json!({"widget": "string"})),
            _ => match pattern {
                Some(pattern) => self.matching(&[unanchored(pattern)], asked),
                None => map(json!({"widget": "string"})),
            },
        }
    }

    /// A text of one of several patterns, or a word in place of a value.
    fn matching(self, patterns: &[&str], asked: Asked<'_>) -> Map<String, Json> {
        let placeholders = asked.unknown.into_iter().chain(asked.none);
        let all: Vec<&str> = patterns.iter().copied().chain(placeholders).collect();
        map(json!({"widget": "string", "pattern": [format!("^({})$", all.join("|")), self.say(PATTERN_FAULT)]}))
    }

    fn group(self, asked: Asked<'_>, fields: &[FormField]) -> Map<String, Json> {
        // What a group with no such part may be, each of its parts may be: the ends of a period.
        let whole =
            asked.unknown.filter(|_| fields.iter().all(|inner| inner.unknown.is_none() && inner.example.is_none()));
        let fields = fields
            .iter()
            .map(|inner| self.field_within(inner, asked.required && inner.required, inner.unknown.or(whole)));
        map(json!({"widget": "object", "collapsed": true, "fields": fields.collect::<Vec<_>>()}))
    }

    fn list(self, asked: Asked<'_>, of: &Shape, max: u64) -> Map<String, Json> {
        let entry = self.control(Asked { required: true, ..asked }, of);
        let mut control = match entry.get("widget").and_then(Json::as_str) {
            Some("select") => {
                let mut control = entry;
                control.insert("multiple".into(), true.into());
                control
            }
            Some("object") => {
                let mut control = map(json!({"widget": "list", "collapsed": false}));
                control.insert("fields".into(), entry.get("fields").cloned().unwrap_or_default());
                control
            }
            Some("string" | "text") => map(json!({"widget": "list"})),
            _ => {
                let mut entry = entry;
                entry.insert("name".into(), asked.key.into());
                entry.insert("label".into(), asked.label.into());
                map(json!({"widget": "list", "field": entry}))
            }
        };
        control.insert("max".into(), max.into());
        control
    }

    /// One of the notations: the one in detail, since it says most; texts together if there is none.
    fn choice(self, asked: Asked<'_>, of: &[Alternative]) -> Map<String, Json> {
        let is_list_of_groups = |shape: &Shape| match shape {
            Shape::List { of, .. } => matches!(**of, Shape::Group { .. } | Shape::Choice { .. }),
            _ => false,
        };
        let detailed =
            of.iter().find(|one| matches!(one.name, "details" | "period" | "by-day") || is_list_of_groups(&one.shape));
        if let Some(one) = detailed {
            return self.control(asked, &one.shape);
        }
        let mut patterns = Vec::new();
        for one in of {
            match &one.shape {
                Shape::Text { pattern: Some(pattern), .. } => patterns.push(unanchored(pattern)),
                Shape::Words { options } => patterns.extend(options.iter().map(|option| option.value.as_str())),
                Shape::Text { input: Input::Number, .. } => patterns.push("[0-9]+"),
                // In words: anything.
                Shape::Text { .. } => return map(json!({"widget": "string"})),
                _ => {}
            }
        }
        self.matching(&patterns, asked)
    }
}

fn select<'o>(options: impl Iterator<Item = (&'o str, &'o str)>) -> Map<String, Json> {
    let option = |(value, label): (&str, &str)| {
        if value == label { Json::from(value) } else { json!({"value": value, "label": label}) }
    };
    let options: Vec<Json> = options.map(option).collect();
    map(json!({"widget": "select", "options": options}))
}

fn unanchored(pattern: &str) -> &str {
    pattern.strip_prefix('^').and_then(|pattern| pattern.strip_suffix('$')).unwrap_or(pattern)
}

fn map(value: Json) -> Map<String, Json> {
    match value {
        Json::Object(map) => map,
        _ => Map::new(),
    }
}
