//! State of decoding one file, and the trait of what it decodes.

use std::ops::Range;

use chrono::NaiveDate;
use serde_json::Value as Json;

use super::super::field_path::Step;
use super::super::limit::Limit;
use super::super::problem::{Expected, Problem, Written};
use super::super::spans::{Recorder, Spans};
use crate::source::{Node, Spanned, Yaml};

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

    pub(in crate::model) fn set_reference(&mut self, day: Option<NaiveDate>) {
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
    pub(in crate::model) fn locate<T>(
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
    pub(in crate::model) fn bounded<'n, E>(&mut self, node: &Node<'_>, entries: &'n [E]) -> &'n [E] {
        let limit = self.limit.entries;
        if entries.len() > limit {
            self.report(node.span.clone(), Problem::ListTooLong { written: entries.len(), limit });
        }
        entries.get(..limit).unwrap_or(entries)
    }

    /// Decodes the next item of a list and records its byte range at index `count`: items that fail to decode have no
    /// index.
    pub(in crate::model) fn locate_item<T>(
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
    pub(in crate::model) fn move_under_list(&mut self, key: &str) {
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
    pub(in crate::model) fn from_node(node: &Node<'_>) -> Self {
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
