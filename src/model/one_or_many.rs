//! Values of which there is usually one.

use std::ops::Deref;

use serde::{Serialize, Serializer};
use serde_json::Value as Json;

use super::limit::Limit;
use super::record::{Reader, Value};
use crate::source::Node;

/// One value, written without brackets and without them in the public data, or a list of several; empty only by default.
#[derive(Debug, Clone, PartialEq)]
pub struct OneOrMany<T>(Vec<T>);

impl<T> Default for OneOrMany<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> From<T> for OneOrMany<T> {
    fn from(value: T) -> Self {
        Self(vec![value])
    }
}

impl<T> FromIterator<T> for OneOrMany<T> {
    fn from_iter<I: IntoIterator<Item = T>>(values: I) -> Self {
        Self(values.into_iter().collect())
    }
}

impl<T> Deref for OneOrMany<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.0
    }
}

impl<T: Value> Value for OneOrMany<T> {
    const LIMIT: Limit = T::LIMIT.entries(20);

    fn decode(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let values = Vec::<T>::decode(node, reader)?;
        (!values.is_empty()).then_some(Self(values))
    }

    fn schema() -> Json {
        Vec::<T>::schema()
    }
}

impl<T: Serialize> Serialize for OneOrMany<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0.as_slice() {
            [only] => only.serialize(serializer),
            several => several.serialize(serializer),
        }
    }
}
