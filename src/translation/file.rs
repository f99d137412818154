//! Changes in the file of a translation: only the bytes of what changed.

use std::ops::Range;

use serde_json::Value as Json;

use crate::source::write::serialize_plainly;
use crate::source::{Document, Node, parse};

/// Changes of fields in the front matter of a file.
pub(super) struct FactEdits<'d> {
    document: &'d Document,
    root: Option<Node<'d>>,
    edits: Vec<(Range<usize>, String)>,
    added: String,
    line_end: &'static str,
}

impl<'d> FactEdits<'d> {
    pub(super) fn new(document: &'d Document) -> Self {
        let line_end = if document.facts().contains("\r\n") { "\r\n" } else { "\n" };
        let root = parse(document, &mut Vec::new());
        Self { document, root, edits: Vec::new(), added: String::new(), line_end }
    }

    /// Replaces the value of a field, or adds a line at the end of the front matter.
    pub(super) fn set(&mut self, key: &str, value: &str) {
        let line = |end: &str| format!("{key}: {}{end}", to_yaml(value));
        match self.root.as_ref().and_then(|root| root.get(key)).map(|node| node.span.clone()) {
            Some(span) if !span.is_empty() => self.edits.push((span, to_yaml(value))),
            found => {
                if found.is_some() {
                    self.remove(key);
                }
                self.added.push_str(&line(self.line_end));
            }
        }
    }

    /// Replaces the lines of a field by others, which may be several.
    pub(super) fn set_lines(&mut self, key: &str, lines: &str) {
        self.remove(key);
        self.added.push_str(&lines.replace('\n', self.line_end));
    }

    /// Removes the lines of a field.
    pub(super) fn remove(&mut self, key: &str) {
        let text = &self.document.source.text;
        let Some((key, value)) = self.root.as_ref().and_then(|root| root.entry(key)) else { return };
        let start = text.get(..key.span.start).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
        let last = value.span.end.max(key.span.end);
        // The range of a block list may end at the start of the line behind it.
        let is_line_start = text.get(..last).is_some_and(|before| before.ends_with('\n'));
        let rest = text.get(last..).unwrap_or_default();
        let end = if is_line_start { last } else { last + rest.find('\n').map_or(rest.len(), |at| at + 1) };
        self.edits.push((start..end.min(self.document.facts.end), String::new()));
    }

    /// Text of the file up to the body.
    pub(super) fn apply(mut self) -> String {
        let facts = self.document.facts.end;
        self.edits.push((facts..facts, self.added));
        replace_ranges(self.document.source.text.get(..self.document.body.start).unwrap_or_default(), self.edits)
    }
}

/// A value on one line.
pub(super) fn to_yaml(value: &str) -> String {
    serialize_plainly(&Json::String(value.to_owned()))
}

/// Replaces ranges of a text, none of which overlap.
pub(super) fn replace_ranges(text: &str, mut edits: Vec<(Range<usize>, String)>) -> String {
    edits.sort_by_key(|(range, _)| range.start);
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for (range, new) in edits {
        out.push_str(text.get(at..range.start).unwrap_or_default());
        out.push_str(&new);
        at = range.end.max(at);
    }
    out.push_str(text.get(at..).unwrap_or_default());
    out
}
