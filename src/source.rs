//! Source text: files, front matter, and a YAML tree in which every value has its byte range.

mod conflict;
mod edit;
mod encoding;
mod front_matter;
mod json;
mod node;
mod plain_lines;
mod problem;
mod repair;
mod spacing;
mod tree;
pub mod write;

use std::ops::Range;

pub use conflict::{Conflict, find_conflicts};
pub use edit::{EditAction, FactEdit, edit_facts, has_fact};
pub use encoding::{Decoded, decode_legacy, decode_utf16};
pub use front_matter::{Document, KEPT_MESSAGE, split, split_at_near_fences, split_list, split_list_text, split_text};
pub use node::{CURLY_QUOTES, Key, Node, Yaml};
pub use problem::{Problem, Replacement, Spanned, SyntaxFault, ValueFault};
pub use spacing::structural_spaces;
pub use tree::{comments_in_facts, parse, parse_list};

/// Text and path of a file.
#[derive(Debug, Clone)]
pub struct Source {
    /// Path below the board's root, with `/` between folders.
    pub path: String,
    /// Whole text, byte order mark included.
    pub text: String,
}

/// Line and column in a file, for messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// Line number, from 1.
    pub line: usize,
    /// Column number, from 1, in characters (`è` counts as one).
    pub column: usize,
}

impl Source {
    /// Converts a byte offset to line and column; offsets beyond the end count as the end.
    #[must_use]
    pub fn position(&self, offset: usize) -> Position {
        let offset = floor_char_boundary(&self.text, offset);
        let before = self.text.get(..offset).unwrap_or_default();
        let line_start = before.rfind('\n').map_or(0, |index| index + 1);
        Position {
            line: before.bytes().filter(|byte| *byte == b'\n').count() + 1,
            column: before.get(line_start..).unwrap_or_default().chars().filter(|c| *c != '\u{feff}').count() + 1,
        }
    }

    /// Start offset and text, without line end, of the line that contains a byte offset.
    #[must_use]
    pub fn line_at(&self, offset: usize) -> (usize, &str) {
        line_at(&self.text, offset)
    }
}

/// Start offset and text, without line end, of the line of `text` that contains byte `offset`.
#[must_use]
pub fn line_at(text: &str, offset: usize) -> (usize, &str) {
    let offset = floor_char_boundary(text, offset);
    let start = text.get(..offset).and_then(|before| before.rfind('\n')).map_or(0, |index| index + 1);
    let rest = text.get(start..).unwrap_or_default();
    let line = rest.split('\n').next().unwrap_or_default();
    (start, line.strip_suffix('\r').unwrap_or(line))
}

/// Iterates over lines with their line ends, like `split_inclusive('\n')` but vectorized.
pub fn lines(text: &str) -> impl Iterator<Item = &str> {
    let mut start = 0;
    let ends = memchr::memchr_iter(b'\n', text.as_bytes()).map(|end| end + 1).chain([text.len()]);
    ends.filter_map(move |end| text.get(std::mem::replace(&mut start, end)..end).filter(|line| !line.is_empty()))
}

fn floor_char_boundary(text: &str, offset: usize) -> usize {
    text.floor_char_boundary(offset)
}

/// Clamps a byte range to a text and to character boundaries.
#[must_use]
pub fn clamp(text: &str, span: &Range<usize>) -> Range<usize> {
    let start = floor_char_boundary(text, span.start);
    let end = floor_char_boundary(text, span.end.max(start));
    start..end.max(start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_those_of_the_standard_library() {
        for text in ["", "\n", "uno", "uno\n", "\nuno\r\n\ndue", "è\nù\n\n"] {
            assert_eq!(lines(text).collect::<Vec<_>>(), text.split_inclusive('\n').collect::<Vec<_>>(), "{text:?}");
        }
    }

    #[test]
    fn columns_count_characters() {
        let source = Source { path: "x".into(), text: "uno\ncittà: è".into() };
        let offset = source.text.find('è').unwrap();
        assert_eq!(source.position(offset), Position { line: 2, column: 8 });
        assert_eq!(source.line_at(offset).1, "città: è");
    }
}
