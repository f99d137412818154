//! Records, whose fields are declared once: the trait `Record` and the macro `record!`.

mod containers;
mod reader;
mod schema;
mod unknown_field;

use serde_json::Value as Json;

use super::limit::Limit;
use super::requirement::Requirement;
use crate::diagnostic::StaticText;
use crate::source::{Key, Node};

pub use reader::{Reader, Value};
pub(super) use schema::schema_properties;
pub use schema::{read_yaml, record_schema};
pub(super) use unknown_field::{report_empty_field, report_unknown_field};

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
}

/// A map with declared fields; implemented by [`record!`](crate::record).
pub trait Record: Default {
    /// Fields, in the order in which they are written.
    const FIELDS: &'static [Field];
    /// JSON Schemas of their values without the limits, in the same order. Apart, so that a program that writes no schema
    /// need not hold what makes them.
    const SCHEMAS: &'static [fn() -> Json];
    /// What every such record must have, besides what its kind requires.
    const REQUIRED: &'static [Requirement] = &[];

    /// Fields with the schemas of their values.
    fn described() -> impl Iterator<Item = (&'static Field, fn() -> Json)> {
        Self::FIELDS.iter().zip(Self::SCHEMAS.iter().copied())
    }

    /// Decodes and stores the value of a key; returns `false` if there is no such field.
    fn set(&mut self, key: &str, node: &Node<'_>, reader: &mut Reader<'_>) -> bool;

    /// Serialises the value of one field; `None` if there is no such field, or it is not written in the file.
    fn json_of(&self, key: &str) -> Option<Result<Json, serde_json::Error>>;
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
                }, )*
            ];
            const SCHEMAS: &'static [fn() -> serde_json::Value] = &[$( <$type as $crate::model::Value>::schema, )*];
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

            fn json_of(&self, key: &str) -> Option<Result<serde_json::Value, serde_json::Error>> {
                match key {
                    $( $key => (self.$field != <$type>::default()).then(|| serde_json::to_value(&self.$field)), )*
                    _ => None,
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
