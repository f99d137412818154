//! JSON-LD as a tree that borrows its words from the board.

use std::borrow::Cow;

use serde::{Serialize, Serializer};
use serde_json::{Value as Json, json};

/// A value.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Property<'s> {
    /// Words.
    Text(Cow<'s, str>),
    /// A number, a date, a sum.
    Leaf(Json),
    /// Several.
    List(Vec<Property<'s>>),
    /// A thing.
    Object(JsonObject<'s>),
}

/// The properties of a thing, in their order.
pub(super) struct JsonObject<'s>(Vec<(&'static str, Property<'s>)>);

impl<'s> JsonObject<'s> {
    /// A thing of a class of schema.org, with those of the properties that there are.
    pub(super) fn with_type<const N: usize>(
        class: &'s str,
        properties: [(&'static str, Option<Property<'s>>); N],
    ) -> Self {
        Self(vec![("@type", class.into())]).with(properties)
    }

    /// Several things in one.
    pub(super) fn graph(things: Vec<Property<'s>>) -> Self {
        Self(vec![("@graph", Property::List(things))])
    }

    /// Says of what vocabulary the names are.
    pub(super) fn in_context(mut self, vocabulary: &'s str) -> Self {
        self.0.insert(0, ("@context", vocabulary.into()));
        self
    }

    /// With more properties; what has a property already takes the new value.
    pub(super) fn with<const N: usize>(mut self, properties: [(&'static str, Option<Property<'s>>); N]) -> Self {
        for (name, value) in properties {
            let Some(value) = value else { continue };
            match self.0.iter_mut().find(|(known, _)| *known == name) {
                Some((_, known)) => *known = value,
                None => self.0.push((name, value)),
            }
        }
        self
    }
}

impl Serialize for JsonObject<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}

/// A thing of a class, within another.
pub(super) fn nested_object<'s, const N: usize>(
    class: &'s str,
    properties: [(&'static str, Option<Property<'s>>); N],
) -> Property<'s> {
    Property::Object(JsonObject::with_type(class, properties))
}

/// What writes itself: dates, sums, numbers.
pub(super) fn scalar(value: impl Serialize) -> Property<'static> {
    Property::Leaf(json!(value))
}

/// One thing, or a list of several; nothing for none.
pub(super) fn one_or_many(mut things: Vec<Property<'_>>) -> Option<Property<'_>> {
    match things.len() {
        0 => None,
        1 => things.pop(),
        _ => Some(Property::List(things)),
    }
}

impl<'s, T: AsRef<str> + ?Sized> From<&'s T> for Property<'s> {
    fn from(text: &'s T) -> Self {
        Self::Text(Cow::Borrowed(text.as_ref()))
    }
}

impl From<String> for Property<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}
