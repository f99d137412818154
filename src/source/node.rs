//! The YAML tree: three shapes of node, each with its place in the file.
//!
//! Scalars stay text. What a value means (a date, a sum, yes or no) is decided by the field that
//! holds it, so that `no` can be Norwegian, `0049449` keeps its zeros and `12:30` stays an hour.

use std::borrow::Cow;
use std::ops::Range;

/// A value and its bytes in the file.
#[derive(Debug, Clone, PartialEq)]
pub struct Node<'s> {
    /// Bytes in the file's text.
    pub span: Range<usize>,
    /// The value.
    pub yaml: Yaml<'s>,
}

/// The three shapes of YAML.
#[derive(Debug, Clone, PartialEq)]
pub enum Yaml<'s> {
    /// Text; whether it was written without quotes.
    Scalar(Cow<'s, str>, bool),
    /// `[a, b]` or lines with `- `.
    List(Vec<Node<'s>>),
    /// `{a: 1}` or lines with `a: 1`, in the order written.
    Map(Vec<(Key<'s>, Node<'s>)>),
}

/// A key and its bytes in the file.
#[derive(Debug, Clone, PartialEq)]
pub struct Key<'s> {
    /// The key as written.
    pub text: Cow<'s, str>,
    /// Bytes in the file's text.
    pub span: Range<usize>,
}

/// One step of the way from the top of the facts to a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step<'p> {
    /// The value of a key.
    Key(&'p str),
    /// The item of a list, from 0.
    Item(usize),
}

impl<'s> Node<'s> {
    /// The text of a scalar that is not empty.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match &self.yaml {
            Yaml::Scalar(text, _) if !self.is_empty() => Some(text),
            _ => None,
        }
    }

    /// Nothing was written: no value, `~`, `null`, or two quotes with nothing between.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match &self.yaml {
            Yaml::Scalar(text, plain) => text.trim().is_empty() || (*plain && matches!(text.as_ref(), "~" | "null")),
            Yaml::List(items) => items.is_empty(),
            Yaml::Map(entries) => entries.is_empty(),
        }
    }

    /// The value of a key, if this is a map that has it.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Node<'s>> {
        self.entry(key).map(|(_, node)| node)
    }

    /// The key and its value, if this is a map that has it.
    #[must_use]
    pub fn entry(&self, key: &str) -> Option<&(Key<'s>, Node<'s>)> {
        match &self.yaml {
            Yaml::Map(entries) => entries.iter().find(|(found, _)| found.text == key),
            _ => None,
        }
    }

    /// The deepest node along `path` that exists: the place to point at.
    #[must_use]
    pub fn follow(&self, path: &[Step<'_>]) -> &Node<'s> {
        let Some((step, rest)) = path.split_first() else { return self };
        let next = match (step, &self.yaml) {
            (Step::Key(key), _) => self.get(key),
            (Step::Item(index), Yaml::List(items)) => items.get(*index),
            // One value may stand where a list may.
            (Step::Item(0), _) => Some(self),
            (Step::Item(_), _) => None,
        };
        next.map_or(self, |node| node.follow(rest))
    }

    /// Shows every node, this one included, in the order written.
    pub fn visit(&self, look: &mut impl FnMut(&Self)) {
        look(self);
        match &self.yaml {
            Yaml::Scalar(..) => {}
            Yaml::List(items) => items.iter().for_each(|node| node.visit(look)),
            Yaml::Map(entries) => entries.iter().for_each(|(_, node)| node.visit(look)),
        }
    }

    pub(super) fn into_owned(self, shift: &impl Fn(Range<usize>) -> Range<usize>) -> Node<'static> {
        let yaml = match self.yaml {
            Yaml::Scalar(text, plain) => Yaml::Scalar(Cow::Owned(text.into_owned()), plain),
            Yaml::List(items) => Yaml::List(items.into_iter().map(|node| node.into_owned(shift)).collect()),
            Yaml::Map(entries) => Yaml::Map(
                entries
                    .into_iter()
                    .map(|(key, node)| {
                        let key = Key { text: Cow::Owned(key.text.into_owned()), span: shift(key.span) };
                        (key, node.into_owned(shift))
                    })
                    .collect(),
            ),
        };
        Node { span: shift(self.span), yaml }
    }
}
