//! Mends the slips people make in YAML, in memory and line by line, so that one slip does not hide
//! the other problems of a file. The file itself is not touched.

use std::collections::BTreeSet;

use super::{Document, Problem, Replacement, Spanned, SyntaxFault, ValueFault, line_at};
use crate::text::escape::quote_yaml;

/// A text with some lines mended, and the way back to the offsets of the original.
pub(super) struct RepairedText {
    text: String,
    /// Offsets in `text` of the bytes that the original does not have, ascending.
    inserted: Vec<usize>,
    /// Starts, in the original, of the lines already mended.
    lines: BTreeSet<usize>,
}

/// What was mended, in the original's offsets.
pub(super) enum Repair {
    /// The indentation of this line held a tab.
    Tab { line: usize },
    /// The value of this line needed quotes: `key: "value"`.
    /// In the original: the line, the value, and what to write there.
    Quote { line: usize, value: std::ops::Range<usize>, quoted: String },
}

impl RepairedText {
    pub(super) fn new(text: &str) -> Self {
        Self { text: text.to_owned(), inserted: Vec::new(), lines: BTreeSet::new() }
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// The offset in the original of an offset in the mended text.
    pub(super) fn original(&self, offset: usize) -> usize {
        offset - self.inserted.partition_point(|inserted| *inserted < offset)
    }

    /// Mends the line at `offset`, or the nearest one above it that can be: the parser often
    /// notices a line too late.
    pub(super) fn repair_at(&mut self, offset: usize) -> Option<Repair> {
        let mut at = self.open_quote(offset).unwrap_or(offset).min(self.text.len());
        for _ in 0..3 {
            let (start, line) = line_at(&self.text, at);
            let line = line.to_owned();
            if self.lines.insert(self.original(start))
                && let Some(mend) = self.repair_line(start, &line)
            {
                return Some(mend);
            }
            at = start.checked_sub(1)?;
        }
        None
    }

    /// The nearest line at or above `offset` whose value opens a quote and does not close it: the
    /// parser notices only when the next line cannot belong to it.
    fn open_quote(&self, offset: usize) -> Option<usize> {
        let mut at = offset.min(self.text.len());
        for _ in 0..4 {
            let (start, line) = line_at(&self.text, at);
            let unclosed =
                value_of(line).is_some_and(|(_, value)| value.starts_with('"') && value.matches('"').count() % 2 == 1);
            if unclosed && !self.lines.contains(&self.original(start)) {
                return Some(start);
            }
            at = start.checked_sub(1)?;
        }
        None
    }

    fn repair_line(&mut self, start: usize, line: &str) -> Option<Repair> {
        let indent = line.len() - line.trim_start().len();
        if line.get(..indent)?.contains('\t') {
            // One space for one tab, everywhere at once: offsets stay, nesting stays.
            let original = self.original(start);
            let mut spaced = String::with_capacity(self.text.len());
            for line in self.text.split_inclusive('\n') {
                let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
                let (space, rest) = line.split_at(indent);
                spaced.push_str(&space.replace('\t', " "));
                spaced.push_str(rest);
            }
            self.text = spaced;
            return Some(Repair::Tab { line: original });
        }
        let (value_start, value) = value_of(line)?;
        let plain = unquote(value);
        let original = self.original(start);
        let range = self.original(start + value_start)..self.original(start + value_start + value.len());
        self.quote(start + value_start, value);
        Some(Repair::Quote { line: original, value: range, quoted: double_quoted(&plain) })
    }

    /// Puts single quotes around the value at `at`, doubling those inside.
    fn quote(&mut self, at: usize, value: &str) {
        let mut offsets = vec![at];
        let mut quoted = String::from("'");
        for character in value.chars() {
            if character == '\'' {
                offsets.push(at + quoted.len());
                quoted.push('\'');
            }
            quoted.push(character);
        }
        offsets.push(at + quoted.len());
        quoted.push('\'');
        let added = offsets.len();
        for inserted in &mut self.inserted {
            if *inserted >= at {
                *inserted += added;
            }
        }
        self.inserted.extend(offsets);
        self.inserted.sort_unstable();
        self.text.replace_range(at..at + value.len(), &quoted);
    }
}

impl Repair {
    /// What was wrong, in a file in which a comment swallows text (`swallowed`) or else the parser says `detail`.
    pub(super) fn problem(self, swallowed: bool, document: &Document, detail: &str) -> Spanned<Problem> {
        let line_span = |line: usize| {
            let (start, text) = line_at(&document.source.text, document.facts.start + line);
            start..start + text.len()
        };
        let (line, value, text) = match self {
            Self::Tab { line } => {
                return Spanned::new(line_span(line), Problem::YamlSyntax(SyntaxFault::TabIndentation));
            }
            Self::Quote { line, value, quoted } => (line, value, quoted),
        };
        let span = document.facts.start + value.start..document.facts.start + value.end;
        let quoted = Replacement { span: span.clone(), text };
        if swallowed {
            return Spanned::new(line_span(line), Problem::CommentSwallowsText { quoted: Some(quoted) });
        }
        let written = document.source.text.get(span.clone()).unwrap_or_default();
        let (at, fault) = reason(written, detail);
        let from = span.start + at.start..span.start + at.end;
        Spanned::new(from, Problem::YamlSyntax(SyntaxFault::Value { fault, quoted }))
    }
}

/// Which bytes of a value YAML stumbles over, and why.
fn reason(value: &str, detail: &str) -> (std::ops::Range<usize>, ValueFault) {
    let whole = 0..value.len();
    if detail.contains("recursion") {
        return (whole, ValueFault::NestedTooDeep);
    }
    if let Some(colon) = value.find(": ") {
        return (colon..colon + 1, ValueFault::ColonAndSpace);
    }
    match value.chars().next().unwrap_or_default() {
        '"' | '\'' => (whole, ValueFault::UnclosedQuote),
        first @ ('[' | '{') => (whole, ValueFault::UnclosedBracket(first)),
        first if first.is_ascii_punctuation() => (0..1, ValueFault::SpecialStart(first)),
        _ => (whole, ValueFault::Other { detail: detail.to_owned() }),
    }
}

/// The value of a `key: value` or `- value` line: where it starts and what it says.
fn value_of(line: &str) -> Option<(usize, &str)> {
    let indent = line.len() - line.trim_start().len();
    let rest = line.get(indent..)?;
    let start = match rest.find(": ") {
        Some(colon) => indent + colon + 2,
        None => indent + rest.strip_prefix("- ").map(|_| 2)?,
    };
    let value = line.get(start..)?;
    let start = start + (value.len() - value.trim_start().len());
    let value = value.trim();
    (!value.is_empty()).then_some((start, value))
}

/// What the writer meant by a value with half-open or misplaced quotes.
fn unquote(value: &str) -> String {
    let inner = value.strip_prefix('"').unwrap_or(value);
    inner.strip_suffix('"').unwrap_or(inner).to_owned()
}

fn double_quoted(value: &str) -> String {
    quote_yaml(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_lead_back_to_the_original() {
        let text = "titolo: l'arte: oggi\ncosto: gratuito\n";
        let mut mended = RepairedText::new(text);
        assert!(mended.repair_at(14).is_some());
        assert_eq!(mended.text(), "titolo: 'l''arte: oggi'\ncosto: gratuito\n");
        let costo = mended.text().find("costo").unwrap();
        assert_eq!(mended.original(costo), text.find("costo").unwrap());
        let oggi = mended.text().find("oggi").unwrap();
        assert_eq!(mended.original(oggi), text.find("oggi").unwrap());
    }

    #[test]
    fn a_line_is_mended_once() {
        let mut mended = RepairedText::new("a: b: c\n");
        assert!(mended.repair_at(2).is_some());
        assert!(mended.repair_at(2).is_none());
    }
}
