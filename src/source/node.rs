//! The YAML tree: three shapes of node, each with its byte range.
//!
//! Scalars stay text. Their type (date, amount, boolean) is decided by the field, so that `no` can be
//! Norwegian, `0049449` keeps its zeros and `12:30` stays a time.

use std::borrow::Cow;
use std::ops::Range;

/// A value with its byte range.
#[derive(Debug, Clone, PartialEq)]
pub struct Node<'s> {
    /// Byte range in the file's text.
    pub span: Range<usize>,
    /// Value.
    pub yaml: Yaml<'s>,
}

/// Shape and content of a YAML value.
#[derive(Debug, Clone, PartialEq)]
pub enum Yaml<'s> {
    /// Scalar text; whether it was written without quotes.
    Scalar(Cow<'s, str>, bool),
    /// List: `[a, b]` or lines with `- `.
    List(Vec<Node<'s>>),
    /// Map: `{a: 1}` or lines with `a: 1`, in file order.
    Map(Vec<(Key<'s>, Node<'s>)>),
}

/// A key with its byte range.
#[derive(Debug, Clone, PartialEq)]
pub struct Key<'s> {
    /// Key as written.
    pub text: Cow<'s, str>,
    /// Byte range in the file's text.
    pub span: Range<usize>,
}

/// Removes a pair of curly quotes around a whole value: a word processor made them of straight ones.
fn strip_curly_quotes(text: &str) -> &str {
    if text.as_bytes().first() != Some(&0xe2) {
        return text;
    }
    let inner = CURLY_QUOTES.iter().find_map(|(open, close)| text.strip_prefix(*open)?.strip_suffix(*close));
    inner.filter(|inner| !inner.contains(['“', '”', '‘', '„'])).unwrap_or(text)
}

/// Opening and closing curly quotes that stand for straight ones.
pub const CURLY_QUOTES: [(char, char); 3] = [('“', '”'), ('‘', '’'), ('„', '“')];

impl<'s> Node<'s> {
    /// Text of a non-empty scalar.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match &self.yaml {
            Yaml::Scalar(text, plain) if !self.is_empty() => Some(if *plain { strip_curly_quotes(text) } else { text }),
            _ => None,
        }
    }

    /// Whether the value is empty: absent, `~`, `null`, or empty quotes.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match &self.yaml {
            Yaml::Scalar(text, plain) => text.trim().is_empty() || (*plain && matches!(text.as_ref(), "~" | "null")),
            Yaml::List(items) => items.is_empty(),
            Yaml::Map(entries) => entries.is_empty(),
        }
    }

    /// Value of a key, if this is a map that has it.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Node<'s>> {
        self.entry(key).map(|(_, node)| node)
    }

    /// Key and value, if this is a map that has the key.
    #[must_use]
    pub fn entry(&self, key: &str) -> Option<&(Key<'s>, Node<'s>)> {
        match &self.yaml {
            Yaml::Map(entries) => entries.iter().find(|(found, _)| found.text == key),
            _ => None,
        }
    }

    /// Calls `look` on this node and all descendants, in file order.
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
