//! Decoding of values from the YAML tree: the traits `Value` and `Record`, and the macro `record!`.

use std::ops::Range;

use chrono::NaiveDate;
use serde_json::{Value as Json, json};

use super::field_path::Step;
use super::limit::Limit;
use super::placeholder::{TO_ASK, placeholder};
use super::problem::{Expected, MeantField, Problem, Written};
use super::requirement::{Requirement, requirement};
use super::spans::{Recorder, Spans};
use crate::diagnostic::{StaticText, nearest};
use crate::source::{Key, Node, Spanned, Yaml, parse, split};

/// Decoding state of one file: problems found, byte ranges of values, reference day.
pub struct Reader<'r> {
    problems: &'r mut Vec<Spanned<Problem>>,
    reference: Option<NaiveDate>,
    /// Of the field that is being decoded.
    limit: Limit,
    places: Recorder,
}

impl<'r> Reader<'r> {
    /// Creates a reader that appends problems to `problems`.
    pub fn new(problems: &'r mut Vec<Spanned<Problem>>) -> Self {
        Self { problems, reference: None, limit: Limit::LINE, places: Recorder::default() }
    }

    /// Day of publication, from which dates without a year are completed.
    #[must_use]
    pub fn reference(&self) -> Option<NaiveDate> {
        self.reference
    }

    pub(super) fn set_reference(&mut self, day: Option<NaiveDate>) {
        self.reference = day;
    }

    /// Reports a problem at a byte range of the file.
    pub fn report(&mut self, span: Range<usize>, problem: Problem) {
        self.problems.push(Spanned::new(span, problem));
    }

    /// Decodes the value of a declared field within its limit and records its byte range.
    pub fn read_field<T: Value>(&mut self, key: Step, limit: Limit, node: &Node<'_>) -> Option<T> {
        let outer = std::mem::replace(&mut self.limit, limit);
        let value = self.locate(key, node, T::decode);
        self.limit = outer;
        value
    }

    /// Decodes the value of a key, if the field's limit allows it, and records its byte range.
    pub(super) fn locate<T>(
        &mut self,
        key: Step,
        node: &Node<'_>,
        decode: impl FnOnce(&Node<'_>, &mut Self) -> Option<T>,
    ) -> Option<T> {
        self.places.open(key, &node.span);
        let value = if self.has_room(node) { decode(node, self) } else { None };
        self.places.close();
        value
    }

    /// Whether the text of a scalar is within the field's limit; reports one that is not.
    fn has_room(&mut self, node: &Node<'_>) -> bool {
        let limit = self.limit.letters;
        // A letter has at least one byte, so most texts need not be counted.
        let Some(text) = node.text().filter(|text| text.len() > limit) else { return true };
        let written = text.trim().chars().count();
        if written > limit {
            self.report(node.span.clone(), Problem::TextTooLong { written, limit });
        }
        written <= limit
    }

    /// The entries of a list or map up to the field's limit; reports that there are more.
    pub(super) fn bounded<'n, E>(&mut self, node: &Node<'_>, entries: &'n [E]) -> &'n [E] {
        let limit = self.limit.entries;
        if entries.len() > limit {
            self.report(node.span.clone(), Problem::ListTooLong { written: entries.len(), limit });
        }
        entries.get(..limit).unwrap_or(entries)
    }

    /// Decodes the next item of a list and records its byte range at index `count`: items that fail to decode have no
    /// index.
    pub(super) fn locate_item<T>(
        &mut self,
        count: usize,
        node: &Node<'_>,
        decode: impl FnOnce(&Node<'_>, &mut Self) -> Option<T>,
    ) -> Option<T> {
        let before = self.places.count();
        let value = self.locate(Step::item(count), node, decode);
        if value.is_none() {
            self.places.forget(before);
        }
        value
    }

    /// Declares that the top of the file is also the only item of the list at `key`.
    pub(super) fn move_under_list(&mut self, key: &str) {
        self.places.move_under_list(Step::key(key));
    }

    /// Byte ranges of everything decoded from `root`.
    #[must_use]
    pub fn into_spans(self, root: &Node<'_>) -> Spans {
        self.places.finish(&root.span)
    }

    /// Reports a value whose shape does not fit its field.
    pub fn report_wrong_type(&mut self, node: &Node<'_>, expected: Expected) {
        self.report(node.span.clone(), Problem::WrongType { written: Written::from_node(node), expected });
    }
}

impl Written {
    /// Copies the value of a node for a message.
    pub(super) fn from_node(node: &Node<'_>) -> Self {
        match &node.yaml {
            Yaml::Scalar(text, _) => Self::Text(text.clone().into_owned()),
            Yaml::List(_) => Self::List,
            Yaml::Map(_) => Self::Map,
        }
    }
}

/// A type that a field can hold.
pub trait Value: Sized {
    /// Longest text and list that a field of this type takes, unless the field declares another.
    const LIMIT: Limit = Limit::LINE;

    /// Decodes a non-empty node; reports problems and returns `None` if no value results.
    fn decode(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self>;

    /// JSON Schema of the accepted notation.
    fn schema() -> Json;
}

impl<T: Value> Value for Option<T> {
    const LIMIT: Limit = T::LIMIT;

    /// What is to ask is open; the rules find the placeholder by its place.
    fn decode(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        if is_to_ask(node) { Some(None) } else { T::decode(node, reader).map(Some) }
    }

    fn schema() -> Json {
        T::schema()
    }
}

/// Whether a value is the placeholder of what the organisation must be asked.
fn is_to_ask(node: &Node<'_>) -> bool {
    node.text().and_then(placeholder) == Some(TO_ASK)
}

/// A list; a single value may be written without brackets.
impl<T: Value> Value for Vec<T> {
    const LIMIT: Limit = T::LIMIT;

    fn decode(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        match &node.yaml {
            Yaml::List(items) => {
                let items = reader.bounded(node, items);
                let mut values = Self::with_capacity(items.len());
                for item in items {
                    if is_to_ask(item) {
                        // Its place stays, so that it is asked about.
                        reader.locate(Step::item(values.len()), item, |_, _| None::<T>);
                    } else {
                        values.extend(reader.locate_item(values.len(), item, T::decode));
                    }
                }
                Some(values)
            }
            _ if is_to_ask(node) => Some(Vec::new()),
            _ => T::decode(node, reader).map(|item| vec![item]),
        }
    }

    fn schema() -> Json {
        let item = T::schema();
        json!({"anyOf": [item, {"type": "array", "items": item}]})
    }
}

impl<T: Value> Value for Box<T> {
    const LIMIT: Limit = T::LIMIT;

    fn decode(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        T::decode(node, reader).map(Box::new)
    }

    fn schema() -> Json {
        T::schema()
    }
}

/// Declaration of one field of a record.
#[derive(Clone, Copy)]
pub struct Field {
    /// Key in the front matter, Italian.
    pub key: &'static str,
    /// Label for forms, also within a sentence; schema titles have the Italian one.
    pub label: StaticText,
    /// Example value, as YAML.
    pub example: &'static str,
    /// Longest text and list.
    pub limit: Limit,
    /// JSON Schema of the value, without the limit.
    pub schema: fn() -> Json,
}

/// A map with declared fields; implemented by [`record!`](crate::record).
pub trait Record: Default {
    /// Fields, in the order in which they are written.
    const FIELDS: &'static [Field];
    /// What every such record must have, besides what its kind requires.
    const REQUIRED: &'static [Requirement] = &[];

    /// Decodes and stores the value of a key; returns `false` if there is no such field.
    fn set(&mut self, key: &str, node: &Node<'_>, reader: &mut Reader<'_>) -> bool;
}

/// Decodes a map into a record; reports unknown keys, empty values and problems of values.
pub fn decode_record<R: Record>(entries: &[(Key<'_>, Node<'_>)], reader: &mut Reader<'_>) -> R {
    let mut record = R::default();
    for (key, node) in entries {
        if node.is_empty() {
            report_empty_field(key, node, reader);
        } else if !record.set(&key.text, node, reader) {
            report_unknown_field(key, R::FIELDS.iter().map(|field| field.key), reader);
        }
    }
    record
}

/// Reports a key without a value and records where it is.
pub(super) fn report_empty_field(key: &Key<'_>, node: &Node<'_>, reader: &mut Reader<'_>) {
    reader.locate(Step::key(&key.text), node, |_, _| None::<()>);
    let name = key.text.clone().into_owned();
    let problem = if name.bytes().all(|byte| byte.is_ascii_digit()) {
        Problem::CommaSplitsValue { key: name }
    } else {
        Problem::EmptyField { key: name }
    };
    reader.report(key.span.clone(), problem);
}

/// Reports an unknown key with the most similar field.
pub(super) fn report_unknown_field(
    key: &Key<'_>,
    known: impl Iterator<Item = &'static str> + Clone,
    reader: &mut Reader<'_>,
) {
    let name = &key.text;
    let is_known = |field: &str| known.clone().any(|other| other == field);
    let meant = if matches!(name.as_ref(), "inizio" | "fine" | "dal" | "al") && is_known("date") {
        MeantField::EndOfPeriod
    } else if matches!(name.as_ref(), "inizio" | "fine" | "dal" | "al") && is_known("canale") {
        MeantField::EndOfEnrolment
    } else {
        let meant = find_synonym(name).filter(|meant| is_known(meant)).or_else(|| nearest(name, known.clone()));
        meant.map_or_else(|| MeantField::OneOf(known.collect()), MeantField::Field)
    };
    reader.report(key.span.clone(), Problem::UnknownField { key: name.clone().into_owned(), meant });
}

/// Maps a common word for a field to its key.
fn find_synonym(key: &str) -> Option<&'static str> {
    Some(match key.to_lowercase().as_str() {
        "nome" | "title" => "titolo",
        "municipio" | "quartiere" => "zona",
        "descrizione" | "descrizione_breve" | "sommario" => "sintesi",
        "organizzazione" | "promotore" => "ente",
        "data" | "quando" | "giorno" => "date",
        "ora" | "ore" | "orario" => "orari",
        "sede" | "dove" | "indirizzo" => "luogo",
        "prezzo" | "costi" | "quota" => "costo",
        "requisiti" | "pubblico_destinatario" => "destinatari",
        "candidature" | "come_candidarsi" => "candidatura",
        "iscrizioni" | "come_iscriversi" | "registrazione" => "iscrizione",
        "scadenza_iscrizione" | "termine" | "entro" => "scadenza",
        "contatto" | "recapiti" | "email" | "telefono" => "contatti",
        "link" | "sito" | "url" => "fonte",
        "stipendio" | "paga" | "compenso" => "retribuzione",
        "durata" => "durata_mesi",
        _ => return None,
    })
}

/// Declares a record once: struct, decoding, JSON Schema and serialization to the public data.
///
/// ```text
/// record! {
///     /// Where something happens.
///     pub struct Place {
///         /// Street and number.
///         address: Option<String> = "indirizzo", "Via e numero" / "Street and number", "via Casilina 711";
///         /// Name, shorter than other texts.
///         name: Option<String> = "nome", "Nome" / "Name", "Biblioteca Pigneto", at most 200 letters;
///     }
/// }
/// ```
#[macro_export]
macro_rules! record {
    (
        $(#[$doc:meta])*
        pub struct $name:ident $(requires [$($required:ident),+])? {
            $(
                $(#[$field_doc:meta])*
                $field:ident : $type:ty = $key:literal, $it:literal / $en:literal, $example:literal $(, at most $count:literal $what:ident)?;
            )*
        }
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Default, PartialEq)]
        pub struct $name {
            $( $(#[$field_doc])* pub $field: $type, )*
        }

        impl $crate::model::Record for $name {
            const FIELDS: &'static [$crate::model::Field] = &[
                $( $crate::model::Field {
                    key: $key,
                    label: $crate::diagnostic::text($it, $en),
                    example: $example,
                    limit: <$type as $crate::model::Value>::LIMIT $(.$what($count))?,
                    schema: <$type as $crate::model::Value>::schema,
                }, )*
            ];
            $(const REQUIRED: &'static [$crate::model::Requirement] = &[$($crate::model::Requirement::$required),+];)?

            fn set(
                &mut self,
                key: &str,
                node: &$crate::source::Node<'_>,
                reader: &mut $crate::model::Reader<'_>,
            ) -> bool {
                match key {
                    $( $key => {
                        let limit = <$type as $crate::model::Value>::LIMIT $(.$what($count))?;
                        if let Some(value) = reader.read_field(const { $crate::model::Step::key($key) }, limit, node) {
                            self.$field = value;
                        }
                        true
                    } )*
                    _ => false,
                }
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use serde::ser::SerializeMap;
                let mut map = serializer.serialize_map(None)?;
                $(
                    if self.$field != <$type>::default() {
                        map.serialize_entry($key, &self.$field)?;
                    }
                )*
                map.end()
            }
        }
    };
}

/// Implements [`Value`](crate::model::Value) for a record: written as a map, or also as plain text for one field, of which a
/// schema says what it may be.
#[macro_export]
macro_rules! record_value {
    ($name:ident) => {
        impl $crate::model::Value for $name {
            fn decode(node: &$crate::source::Node<'_>, reader: &mut $crate::model::Reader<'_>) -> Option<Self> {
                match &node.yaml {
                    $crate::source::Yaml::Map(entries) => Some($crate::model::decode_record(entries, reader)),
                    _ => {
                        reader.report_wrong_type(node, $crate::model::Expected::Fields($crate::model::keys::<Self>()));
                        None
                    }
                }
            }

            fn schema() -> serde_json::Value {
                $crate::model::record_schema::<Self>()
            }
        }
    };
    ($name:ident, text: $short:expr) => {
        $crate::record_value!($name, <String as $crate::model::Value>::schema(), text: $short);
    };
    ($name:ident, $text_schema:expr, text: $short:expr) => {
        impl $crate::model::Value for $name {
            fn decode(node: &$crate::source::Node<'_>, reader: &mut $crate::model::Reader<'_>) -> Option<Self> {
                match &node.yaml {
                    $crate::source::Yaml::Map(entries) => Some($crate::model::decode_record(entries, reader)),
                    $crate::source::Yaml::Scalar(text, _) => {
                        let short: fn(&str, &$crate::source::Node<'_>, &mut $crate::model::Reader<'_>) -> Option<Self> = $short;
                        short(text.trim(), node, reader)
                    }
                    $crate::source::Yaml::List(_) => {
                        reader.report_wrong_type(node, $crate::model::Expected::TextOrFields($crate::model::keys::<Self>()));
                        None
                    }
                }
            }

            fn schema() -> serde_json::Value {
                serde_json::json!({"anyOf": [$text_schema, $crate::model::record_schema::<Self>()]})
            }
        }
    };
}

/// Keys of a record, in declaration order.
#[must_use]
pub fn keys<R: Record>() -> Vec<&'static str> {
    R::FIELDS.iter().map(|field| field.key).collect()
}

/// JSON Schema of a record written as a map.
#[must_use]
pub fn record_schema<R: Record>() -> Json {
    let properties = schema_properties(R::FIELDS.iter(), R::REQUIRED);
    json!({"type": "object", "properties": properties, "additionalProperties": false})
}

/// Parses an example from YAML into JSON.
fn parse_example(yaml: &str) -> Json {
    read_yaml(yaml, to_json).unwrap_or_else(|| yaml.into())
}

/// Parses a value written as YAML on one line; `None` if it is not valid.
pub fn read_yaml<T>(yaml: &str, read: impl FnOnce(&Node<'_>) -> T) -> Option<T> {
    let document = split("value.md", format!("---\nx: {yaml}\n---\n").into_bytes()).ok()?;
    parse(&document, &mut Vec::new())?.get("x").map(read)
}

/// Converts a node to JSON: text, except unquoted whole and decimal numbers.
fn to_json(node: &Node<'_>) -> Json {
    match &node.yaml {
        Yaml::Scalar(text, plain) => {
            let number =
                plain.then(|| text.parse::<i64>().map(Json::from).or_else(|_| text.parse::<f64>().map(Json::from)));
            number.and_then(Result::ok).unwrap_or_else(|| text.as_ref().into())
        }
        Yaml::List(items) => items.iter().map(to_json).collect(),
        Yaml::Map(entries) => {
            Json::Object(entries.iter().map(|(key, node)| (key.text.to_string(), to_json(node))).collect())
        }
    }
}

/// Fields that are still read and that no new file should have.
const RETIRED: [&str; 1] = ["altre_lingue"];

/// Builds the `properties` of a JSON Schema from fields, with the questions of those that are `required`.
pub(super) fn schema_properties<'f>(fields: impl Iterator<Item = &'f Field>, required: &[Requirement]) -> Json {
    let mut properties = serde_json::Map::new();
    for field in fields {
        let mut schema = (field.schema)();
        field.limit.write_into(&mut schema);
        if let Json::Object(schema) = &mut schema {
            schema.insert("title".into(), field.label.it.into());
            if let Some(required) = requirement(field.key).filter(|one| required.contains(one)) {
                schema.insert("description".into(), required.question().it.into());
            }
            schema.insert("examples".into(), json!([parse_example(field.example)]));
            if RETIRED.contains(&field.key) {
                schema.insert("deprecated".into(), true.into());
            }
        }
        properties.insert(field.key.into(), schema);
    }
    Json::Object(properties)
}
