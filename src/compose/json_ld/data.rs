//! JSON-LD as a tree that borrows its words from the board.

use std::borrow::Cow;

use serde::{Serialize, Serializer};
use serde_json::{Value as Json, json};

/// A value.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Data<'s> {
    /// Words.
    Text(Cow<'s, str>),
    /// A number, a date, a sum.
    Leaf(Json),
    /// Several.
    List(Vec<Data<'s>>),
    /// A thing.
    Object(Object<'s>),
}

/// The properties of a thing, in their order.
pub(super) struct Object<'s>(Vec<(&'static str, Data<'s>)>);

impl<'s> Object<'s> {
    /// A thing of a class of schema.org, with those of the properties that there are.
    pub(super) fn of<const N: usize>(class: &'s str, properties: [(&'static str, Option<Data<'s>>); N]) -> Self {
        Self(vec![("@type", class.into())]).with(properties)
    }

    /// Several things in one.
    pub(super) fn graph(things: Vec<Data<'s>>) -> Self {
        Self(vec![("@graph", Data::List(things))])
    }

    /// Says of what vocabulary the names are.
    pub(super) fn in_context(mut self, vocabulary: &'s str) -> Self {
        self.0.insert(0, ("@context", vocabulary.into()));
        self
    }

    /// With more properties; what has a property already takes the new value.
    pub(super) fn with<const N: usize>(mut self, properties: [(&'static str, Option<Data<'s>>); N]) -> Self {
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

impl Serialize for Object<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}

/// A thing of a class, within another.
pub(super) fn thing<'s, const N: usize>(class: &'s str, properties: [(&'static str, Option<Data<'s>>); N]) -> Data<'s> {
    Data::Object(Object::of(class, properties))
}

/// What writes itself: dates, sums, numbers.
pub(super) fn leaf(value: impl Serialize) -> Data<'static> {
    Data::Leaf(json!(value))
}

/// One thing, or a list of several; nothing for none.
pub(super) fn one_or_many(mut things: Vec<Data<'_>>) -> Option<Data<'_>> {
    match things.len() {
        0 => None,
        1 => things.pop(),
        _ => Some(Data::List(things)),
    }
}

impl<'s, T: AsRef<str> + ?Sized> From<&'s T> for Data<'s> {
    fn from(text: &'s T) -> Self {
        Self::Text(Cow::Borrowed(text.as_ref()))
    }
}

impl From<String> for Data<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}
