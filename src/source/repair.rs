//! Repairs common YAML errors in memory, line by line, so that one error does not hide the other problems of a
//! file. The file on disk stays unchanged.

use std::collections::BTreeSet;
use std::ops::Range;

use super::spacing::WrongSpacing;
use super::{Document, Problem, Replacement, Spanned, SyntaxFault, ValueFault, line_at};
use crate::text::escape::quote_yaml;

/// A repaired text that can map offsets back to the original.
pub(super) struct RepairedText {
    text: String,
    /// Offsets in `text` of inserted bytes, ascending.
    inserted: Vec<usize>,
    /// Offsets in `text` behind removed bytes, one for each byte, ascending.
    removed: Vec<usize>,
    /// Start offsets, in the original, of repaired lines.
    lines: BTreeSet<usize>,
}

/// A repair, in offsets of the original.
pub(super) enum Repair {
    /// Tabs in the indentation of this line were replaced by spaces.
    Tab { line: usize },
    /// The value of this line was quoted: `key: "value"`.
    /// Line and value in the original, and the quoted text.
    Quote { line: usize, value: Range<usize>, quoted: String },
}

impl RepairedText {
    pub(super) fn new(text: &str) -> Self {
        Self { text: text.to_owned(), inserted: Vec::new(), removed: Vec::new(), lines: BTreeSet::new() }
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Maps an offset of the repaired text to the original.
    pub(super) fn original_offset(&self, offset: usize) -> usize {
        let removed = self.removed.partition_point(|removed| *removed <= offset);
        offset + removed - self.inserted.partition_point(|inserted| *inserted < offset)
    }

    /// Replaces wrong spaces and colons, given in ascending order; returns them in offsets of the original.
    pub(super) fn repair_spacing(&mut self, wrong: Vec<WrongSpacing>) -> Vec<WrongSpacing> {
        let mut repaired = Vec::with_capacity(wrong.len());
        for WrongSpacing { span, problem: Replacement { text, .. } } in wrong.into_iter().rev() {
            let original = self.original_offset(span.start)..self.original_offset(span.end);
            self.record_replacement(&span, original.len(), text.len());
            self.text.replace_range(span, &text);
            let replacement = Replacement { span: original.clone(), text };
            repaired.push(WrongSpacing::new(original, replacement));
        }
        repaired.reverse();
        repaired
    }

    /// Records that the bytes of a span, which stand for `original` bytes, become `new` bytes. What was inserted or removed
    /// within it before is gone with it.
    fn record_replacement(&mut self, span: &Range<usize>, original: usize, new: usize) {
        let shift = |offset: &mut usize| *offset = *offset + new - span.len();
        self.inserted.retain(|offset| !span.contains(offset));
        self.inserted.iter_mut().filter(|offset| **offset >= span.end).for_each(shift);
        self.removed.retain(|offset| *offset <= span.start || *offset > span.end);
        self.removed.iter_mut().filter(|offset| **offset > span.end).for_each(shift);
        let new_end = span.start + new;
        self.inserted.extend(span.start + original.min(new)..new_end);
        self.removed.extend(std::iter::repeat_n(new_end, original.saturating_sub(new)));
        self.inserted.sort_unstable();
        self.removed.sort_unstable();
    }

    /// Repairs the line at `offset` or the nearest repairable one above it, because the parser often
    /// reports the error a line too late.
    pub(super) fn repair_at(&mut self, offset: usize) -> Option<Repair> {
        let mut at = self.find_open_quote(offset).unwrap_or(offset).min(self.text.len());
        for _ in 0..3 {
            let (start, line) = line_at(&self.text, at);
            let line = line.to_owned();
            if self.lines.insert(self.original_offset(start))
                && let Some(mend) = self.repair_line(start, &line)
            {
                return Some(mend);
            }
            at = start.checked_sub(1)?;
        }
        None
    }

    /// Start of the nearest line at or above `offset` whose value has an unclosed quote: the parser reports the error
    /// only on a later line.
    fn find_open_quote(&self, offset: usize) -> Option<usize> {
        let mut at = offset.min(self.text.len());
        for _ in 0..4 {
            let (start, line) = line_at(&self.text, at);
            let unclosed = find_value(line)
                .is_some_and(|(_, value)| value.starts_with('"') && value.matches('"').count() % 2 == 1);
            if unclosed && !self.lines.contains(&self.original_offset(start)) {
                return Some(start);
            }
            at = start.checked_sub(1)?;
        }
        None
    }

    fn repair_line(&mut self, start: usize, line: &str) -> Option<Repair> {
        let indent = line.len() - line.trim_start().len();
        if line.get(..indent)?.contains('\t') {
            // Replacing every tab by one space keeps offsets and nesting.
            let original = self.original_offset(start);
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
        let (value_start, value) = find_value(line)?;
        let plain = unquote(value);
        let original = self.original_offset(start);
        let range = self.original_offset(start + value_start)..self.original_offset(start + value_start + value.len());
        self.quote(start + value_start, value);
        Some(Repair::Quote { line: original, value: range, quoted: double_quoted(&plain) })
    }

    /// Wraps the value at `at` in single quotes, doubling those inside.
    fn quote(&mut self, at: usize, value: &str) {
        // Where quotes are inserted, in the text as it is.
        let mut places = vec![at];
        places.extend(memchr::memchr_iter(b'\'', value.as_bytes()).map(|quote| at + quote));
        places.push(at + value.len());
        let quoted = format!("'{}'", value.replace('\'', "''"));
        for offset in &mut self.inserted {
            *offset += places.partition_point(|place| *place <= *offset);
        }
        for offset in &mut self.removed {
            *offset += places.partition_point(|place| *place < *offset);
        }
        let offsets = places.into_iter().enumerate().map(|(before, place)| place + before);
        self.inserted.extend(offsets);
        self.inserted.sort_unstable();
        self.text.replace_range(at..at + value.len(), &quoted);
    }
}

impl Repair {
    /// Converts the repair to a problem. `swallowed`: a comment cut off text; `detail`: message of the YAML parser.
    pub(super) fn into_problem(self, swallowed: bool, document: &Document, detail: &str) -> Spanned<Problem> {
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
        let (at, fault) = diagnose(written, detail);
        let from = span.start + at.start..span.start + at.end;
        Spanned::new(from, Problem::YamlSyntax(SyntaxFault::Value { fault, quoted }))
    }
}

/// Byte range in a value that YAML misreads, and the reason.
fn diagnose(value: &str, detail: &str) -> (Range<usize>, ValueFault) {
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

/// Offset and text of the value of a `key: value` or `- value` line.
fn find_value(line: &str) -> Option<(usize, &str)> {
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

/// Removes unbalanced or misplaced quotes from a value.
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
    fn offsets_map_back_to_the_original() {
        let text = "titolo: l'arte: oggi\ncosto: gratuito\n";
        let mut mended = RepairedText::new(text);
        assert!(mended.repair_at(14).is_some());
        assert_eq!(mended.text(), "titolo: 'l''arte: oggi'\ncosto: gratuito\n");
        let costo = mended.text().find("costo").unwrap();
        assert_eq!(mended.original_offset(costo), text.find("costo").unwrap());
        let oggi = mended.text().find("oggi").unwrap();
        assert_eq!(mended.original_offset(oggi), text.find("oggi").unwrap());
    }

    #[test]
    fn letters_map_back_after_any_repairs() {
        let mut random = fastrand::Rng::with_seed(16);
        for _ in 0..2_000 {
            let original = "abcd'efgh ijkl mnop'qrst'uvwxyz";
            let mut mended = RepairedText::new(original);
            for _ in 0..random.usize(1..6) {
                let start = random.usize(..mended.text().len());
                let end = random.usize(start..=mended.text().len());
                if random.bool() {
                    let value = mended.text().get(start..end).unwrap().to_owned();
                    mended.quote(start, &value);
                } else {
                    let spaces = " ".repeat(random.usize(..4));
                    let span = start..end.min(start + 3);
                    let replacement = Replacement { span: span.clone(), text: spaces };
                    mended.repair_spacing(vec![WrongSpacing::new(span, replacement)]);
                }
            }
            for (at, letter) in mended.text().char_indices().filter(|(_, letter)| letter.is_alphabetic()) {
                assert_eq!(Some(mended.original_offset(at)), original.find(letter), "{letter} in {}", mended.text());
            }
        }
    }

    #[test]
    fn a_line_is_repaired_once() {
        let mut mended = RepairedText::new("a: b: c\n");
        assert!(mended.repair_at(2).is_some());
        assert!(mended.repair_at(2).is_none());
    }
}
