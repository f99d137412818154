//! Shapes of values, derived from the JSON Schema that their types declare.

use serde::Serialize;
use serde_json::Value as Json;

use super::labels::english_word;
use super::{Describer, FormField};
use crate::diagnostic::{StaticText, text};
use crate::model::{
    Deadline, Email, Identifier, LanguageCode, Limit, Link, Money, NOT_OFFERED, NOT_STATED, Organisation, PartialDate,
    Phone, TO_ASK, TimeSlot, VOCABULARIES, Value, keys,
};

/// Longest example, in characters, of a text that fits one line of a form.
const MAX_LINE_EXAMPLE_CHARS: usize = 45;

/// What a value looks like, and by which control it is entered.
#[derive(Debug, Serialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum Shape {
    /// A text.
    Text {
        /// Most characters.
        max: u64,
        /// Control.
        input: Input,
        /// Regular expression (ECMA-262) of a valid value, if its type has one.
        #[serde(skip_serializing_if = "Option::is_none")]
        pattern: Option<String>,
    },
    /// One word of several.
    Words {
        /// The words.
        options: Vec<WordOption>,
    },
    /// `sì` or `no`.
    YesNo,
    /// That a text on the board is accepted, in its present version.
    Agreement {
        /// The version.
        version: String,
    },
    /// A map.
    Group {
        /// Its fields.
        fields: Vec<FormField>,
    },
    /// A list; a single entry may be written without brackets.
    List {
        /// Shape of an entry.
        of: Box<Shape>,
        /// Most entries.
        max: u64,
    },
    /// One of several notations.
    Choice {
        /// The notations.
        of: Vec<Alternative>,
    },
    /// Id of an organisation of the board, or the description of another one.
    Organisation {
        /// Fields of the description.
        fields: Vec<FormField>,
    },
}

/// Control of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Input {
    /// One line.
    Line,
    /// Several lines.
    Long,
    /// E-mail address.
    Email,
    /// Web address.
    Url,
    /// Telephone number.
    Phone,
    /// Number.
    Number,
    /// Amount in euro.
    Amount,
    /// Day, `2026-12-01`.
    Day,
    /// Day, month or year, as far as it is known.
    MonthOrDay,
    /// Time slot, `9:00-13:00`.
    Hours,
    /// Code of a language, `it`.
    Language,
}

/// One of several notations of a value.
#[derive(Debug, Serialize)]
pub struct Alternative {
    /// Name for programs, unique in its choice.
    pub name: &'static str,
    /// Label for people.
    pub label: String,
    /// What a value in this notation looks like.
    pub shape: Shape,
}

/// A word to choose.
#[derive(Debug, Serialize)]
pub struct WordOption {
    /// Word as written in files.
    pub value: String,
    /// Word for people.
    pub label: String,
}

impl Shape {
    /// Fields of a map; none of anything else.
    fn fields(&self) -> &[FormField] {
        match self {
            Self::Group { fields } | Self::Organisation { fields } => fields,
            _ => &[],
        }
    }
}

impl Describer<'_> {
    /// Derives the shape of a value from its schema; `None` if the schema is of no known sort.
    pub(super) fn shape(&self, key: &str, schema: &Json, example: Option<&str>) -> Option<Shape> {
        if let Some(branches) = schema.get("anyOf").and_then(Json::as_array) {
            return self.shape_of_branches(key, branches, example);
        }
        if let Some(words) = schema.get("enum").and_then(Json::as_array) {
            return Some(self.words(words.iter().filter_map(Json::as_str).collect()));
        }
        if let Some(properties) = schema.get("properties").and_then(Json::as_object) {
            return Some(Shape::Group { fields: self.fields_within(properties)? });
        }
        if schema.get("type").is_some_and(|kind| kind == "array") {
            let entry = schema.get("items").filter(|items| items.is_object());
            let entry = entry.or_else(|| schema.get("prefixItems")?.get(0))?;
            let of = Box::new(self.shape(key, entry, example)?);
            return Some(Shape::List { of, max: schema.get("maxItems")?.as_u64()? });
        }
        let zones = &self.board.config.territorio.zone;
        if key == "zona" && !zones.is_empty() {
            let options = zones.iter().map(|zone| WordOption { value: zone.clone(), label: zone.clone() });
            return Some(Shape::Words { options: options.collect() });
        }
        text_shape(schema, example)
    }

    fn shape_of_branches(&self, key: &str, branches: &[Json], example: Option<&str>) -> Option<Shape> {
        if bool::schema().get("anyOf").and_then(Json::as_array).is_some_and(|both| both == branches) {
            return Some(Shape::YesNo);
        }
        let branches: Vec<&Json> = branches.iter().filter(|branch| !is_placeholder(branch)).collect();
        match branches.as_slice() {
            [only] => self.shape(key, only, example),
            [one, list] if list.get("items") == Some(*one) => self.shape(key, list, example),
            [id, description] if is_text_like(id, &Identifier::schema()) => {
                let properties = description.get("properties")?.as_object()?;
                let is_organisation = properties.keys().eq(keys::<Organisation>().iter());
                is_organisation.then_some(Shape::Organisation { fields: self.fields_within(properties)? })
            }
            several => {
                let mut of: Vec<Alternative> = Vec::new();
                for branch in several {
                    match self.shape(key, branch, example)? {
                        Shape::Choice { of: inner } => of.extend(inner),
                        shape => {
                            let (name, label) = alternative_name(&shape);
                            of.push(Alternative { name, label: label.in_language(self.language).to_owned(), shape });
                        }
                    }
                }
                Some(Shape::Choice { of })
            }
        }
    }

    /// The words of a vocabulary, without other spellings.
    fn words(&self, accepted: Vec<&str>) -> Shape {
        let all = VOCABULARIES.iter().copied().chain([("deadline", Deadline::WORDS.as_slice())]);
        let vocabulary = all
            .filter(|(_, words)| words.first() == accepted.first() && words.iter().all(|word| accepted.contains(word)))
            .max_by_key(|(_, words)| words.len());
        let (name, words) = vocabulary.map_or(("", accepted), |(name, words)| (name, words.to_vec()));
        let label = |word: &str| {
            let english = self.locale.and_then(|locale| {
                locale.vocabulary_text(name, word).filter(|_| !name.is_empty()).or_else(|| english_word(name, word))
            });
            english.unwrap_or(word).to_owned()
        };
        Shape::Words {
            options: words.into_iter().map(|word| WordOption { value: word.to_owned(), label: label(word) }).collect(),
        }
    }
}

/// Name and label of one of several notations, by its shape.
fn alternative_name(shape: &Shape) -> (&'static str, StaticText) {
    use Input::{Day, Email, Hours, Language, MonthOrDay, Number, Phone, Url};
    let has_key = |key: &str| shape.fields().iter().any(|field| field.key == key);
    match shape {
        Shape::Text { input: Day | MonthOrDay, .. } => ("day", text("un giorno", "a day")),
        Shape::Text { input: Hours, .. } => ("hours", text("sempre alla stessa ora", "always at the same time")),
        Shape::Text { input: Number, .. } => ("number", text("un numero", "a number")),
        Shape::Text { input: Language, .. } => ("language", text("una lingua", "a language")),
        Shape::Text { input: Url, .. } => ("url", text("un indirizzo web", "a web address")),
        Shape::Text { input: Email, .. } => ("email", text("un'e-mail", "an e-mail address")),
        Shape::Text { input: Phone, .. } => ("phone", text("un telefono", "a telephone number")),
        Shape::Text { pattern: Some(pattern), .. } => match pattern {
            _ if pattern.contains(" ore ") => ("day-and-hour", text("un giorno e un'ora", "a day and an hour")),
            _ if pattern.contains("isee") => ("isee", text("con un ISEE basso", "with a low ISEE")),
            _ => ("interval", text("due date, con / in mezzo", "two dates with / between them")),
        },
        Shape::Text { .. } => ("words", text("a parole", "in words")),
        Shape::Words { .. } => ("word", text("una di queste risposte", "one of these answers")),
        Shape::List { .. } => ("days", text("più giorni", "several days")),
        _ if has_key("inizio") && has_key("fine") && shape.fields().len() == 2 => {
            ("period", text("dal … al …", "from … to …"))
        }
        _ if has_key("min") => ("range", text("da … a …", "from … to …")),
        _ if has_key("ore") && has_key("giorni") => ("by-day", text("secondo il giorno", "depending on the day")),
        _ if has_key("uno_di") || has_key("una_di") => ("one-of", text("uno fra più", "one of several")),
        _ => ("details", text("in dettaglio", "in detail")),
    }
}

/// The shape of a scalar.
fn text_shape(schema: &Json, example: Option<&str>) -> Option<Shape> {
    let kind = schema.get("type")?;
    let is = |value: Json| is_text_like(schema, &value);
    let input = match () {
        () if is(Email::schema()) => Input::Email,
        () if is(Link::schema()) => Input::Url,
        () if is(Phone::schema()) => Input::Phone,
        () if is(Money::schema()) => Input::Amount,
        () if is(chrono::NaiveDate::schema()) => Input::Day,
        () if is(PartialDate::schema()) => Input::MonthOrDay,
        // The days of deadlines and pauses, of which the year alone says nothing.
        () if schema.get("pattern").and_then(Json::as_str) == Some(r"^\d{4}-\d{2}(-\d{2})?$") => Input::MonthOrDay,
        () if is(LanguageCode::schema()) => Input::Language,
        () if schema.get("pattern") == hours_pattern().as_ref() => Input::Hours,
        () if kind == "integer" || kind == "number" => Input::Number,
        () if schema.get("pattern").is_some() => Input::Line,
        () if is(String::schema()) || kind == "string" => {
            let is_long = example.is_some_and(|example| example.chars().count() > MAX_LINE_EXAMPLE_CHARS);
            if is_long { Input::Long } else { Input::Line }
        }
        () => return None,
    };
    let limit = schema.get("maxLength").and_then(Json::as_u64);
    let pattern = schema.get("pattern").and_then(Json::as_str).map(str::to_owned);
    Some(Shape::Text { max: limit.unwrap_or(Limit::LINE.letters as u64), input, pattern })
}

/// Pattern of the text of a time slot.
fn hours_pattern() -> Option<Json> {
    TimeSlot::schema().get("anyOf")?.get(0)?.get("pattern").cloned()
}

/// Whether two schemas of scalars differ at most in titles, examples and limits.
fn is_text_like(schema: &Json, other: &Json) -> bool {
    ["type", "format", "pattern"].iter().all(|key| schema.get(key) == other.get(key)) && other.get("type").is_some()
}

/// Whether a schema has the words in place of a value that is missing.
fn is_placeholder(schema: &Json) -> bool {
    schema.get("enum").and_then(Json::as_array).is_some_and(|words| *words == [NOT_OFFERED, TO_ASK, NOT_STATED])
}

/// Whether a value may be a placeholder.
pub(super) fn may_be_unknown(schema: &Json) -> bool {
    schema.get("anyOf").and_then(Json::as_array).is_some_and(|branches| branches.iter().any(is_placeholder))
}

/// Calls `look` with the key and schema of each property within, once for both notations of a list.
#[cfg(test)]
pub(super) fn visit_properties(schema: &Json, look: &mut impl FnMut(&str, &Json)) {
    if let Some(branches) = schema["anyOf"].as_array() {
        let is_list_of = |list: &Json, one: &Json| list["items"] == *one;
        let repeated = |one: &&Json| branches.iter().any(|list| is_list_of(list, one));
        branches.iter().filter(|one| !repeated(one)).for_each(|one| visit_properties(one, look));
    }
    if schema["items"].is_object() {
        visit_properties(&schema["items"], look);
    }
    for (key, inner) in schema["properties"].as_object().into_iter().flatten() {
        look(key, inner);
        if super::is_asked_within(key) && inner.get("deprecated").is_none() {
            visit_properties(inner, look);
        }
    }
}
