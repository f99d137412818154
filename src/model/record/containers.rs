//! Decoding of values that may be absent, of lists, and of boxed values.

use serde_json::{Value as Json, json};

use super::super::field_path::Step;
use super::super::limit::Limit;
use super::super::placeholder::{TO_ASK, placeholder};
use super::reader::{Reader, Value};
use crate::source::{Node, Yaml};

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
