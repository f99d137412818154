//! A required fact: a value or a placeholder.

use serde::{Serialize, Serializer};
use serde_json::{Value as Json, json};

use super::limit::Limit;
use super::placeholder::{NOT_OFFERED, NOT_STATED, TO_ASK, placeholder};
use super::record::{Reader, Value};
use crate::source::Node;

/// A required fact, known or not.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Fact<T> {
    /// The field is absent.
    #[default]
    Absent,
    /// A value, in memory of its own: of the fields that all kinds have together, an item has few.
    Known(Box<T>),
    /// [`NOT_OFFERED`].
    NotOffered,
    /// [`TO_ASK`].
    ToAsk,
    /// [`NOT_STATED`].
    NotStated,
}

impl<T> Fact<T> {
    /// A known value.
    pub fn known(value: T) -> Self {
        Self::Known(Box::new(value))
    }

    /// The value, if known.
    pub fn value(&self) -> Option<&T> {
        match self {
            Self::Known(value) => Some(value),
            _ => None,
        }
    }

    /// Whether the field is absent.
    pub fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    /// The placeholder that stands in place of a value.
    pub fn placeholder(&self) -> Option<&'static str> {
        match self {
            Self::NotOffered => Some(NOT_OFFERED),
            Self::ToAsk => Some(TO_ASK),
            Self::NotStated => Some(NOT_STATED),
            Self::Known(_) | Self::Absent => None,
        }
    }
}

impl<T> Fact<Vec<T>> {
    /// The entries of a known list; none of any other.
    pub fn list(&self) -> &[T] {
        self.value().map_or(&[], Vec::as_slice)
    }
}

impl<T: Value> Value for Fact<T> {
    const LIMIT: Limit = T::LIMIT;

    fn decode(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        match node.text().and_then(placeholder) {
            Some(NOT_OFFERED) => Some(Self::NotOffered),
            Some(TO_ASK) => Some(Self::ToAsk),
            Some(_) => Some(Self::NotStated),
            None => T::decode(node, reader).map(Self::known),
        }
    }

    fn schema() -> Json {
        json!({"anyOf": [T::schema(), {"enum": [NOT_OFFERED, TO_ASK, NOT_STATED]}]})
    }
}

impl<T: Serialize> Serialize for Fact<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Known(value) => value.serialize(serializer),
            other => other.placeholder().serialize(serializer),
        }
    }
}
