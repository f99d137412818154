//! Splits Markdown into the pieces that a message may end after: sentences, lists, other blocks.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::parser;
use crate::text::sentences::split_sentences;

/// A part of a text, in Markdown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// What stands between the piece before and this one.
    pub separator: &'static str,
    /// Markdown of the piece.
    pub source: String,
    /// Whether it only announces the next piece: a heading, or words that end with a colon.
    pub announces: bool,
    /// Whether it is a sentence that begins in bold: a warning, a reassurance.
    pub is_emphasised: bool,
}

/// Splits a text up to the piece that ends beyond the first `most` characters of all pieces: whoever needs no more must not
/// pay for the rest of a long text. What its links refer to (`[name]: https://…`) comes apart, because every part of the text needs it.
#[must_use]
pub fn split_pieces(text: &str, most: usize) -> (Vec<Piece>, String) {
    let parser = parser(text);
    let part = |range: Range<usize>| text.get(range).unwrap_or_default().trim_end();
    let definitions: Vec<&str> =
        parser.reference_definitions().iter().map(|(_, definition)| part(definition.span.clone())).collect();
    let definitions = definitions.join("\n");
    let (mut pieces, mut depth): (Vec<Piece>, usize) = (Vec::new(), 0);
    let (mut counted, mut left) = (0, most);
    for (event, span) in parser.into_offset_iter() {
        match event {
            Event::Start(tag) => {
                let new = pieces.get(counted..).unwrap_or_default();
                let characters: usize = new.iter().map(|piece| piece.source.chars().count()).sum();
                let Some(rest) = left.checked_sub(characters) else { break };
                (counted, left) = (pieces.len(), rest);
                match (depth, tag) {
                    (0, Tag::Paragraph) => pieces.extend(split_paragraph(part(span), left)),
                    (0, Tag::HtmlBlock) => {}
                    // A list that lacks its end would mislead: it is one piece.
                    (0, tag) => pieces.push(Piece::new("\n\n", part(span), matches!(tag, Tag::Heading { .. }))),
                    _ => {}
                }
                depth += 1;
            }
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    (pieces, definitions)
}

impl Piece {
    fn new(separator: &'static str, source: &str, announces: bool) -> Self {
        let announces = announces || source.ends_with([':', '：']);
        Self { separator, source: source.to_owned(), announces, is_emphasised: false }
    }
}

/// Sentences of a paragraph; one that would cut a link or a style in two goes on to the next. The sentences of its start
/// are told apart, with at least `most` characters if there are no spaces; the rest is the last piece.
fn split_paragraph(paragraph: &str, most: usize) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut begun = 0;
    let mut end = 0;
    let mut separator = "\n\n";
    let mut open = OpenSigns::default();
    // A character has four bytes at most.
    let start = paragraph.get(..paragraph.floor_char_boundary(most.saturating_mul(4))).unwrap_or(paragraph);
    let is_cut = start.len() < paragraph.len();
    for sentence in split_sentences(start) {
        let Some(at) = paragraph.get(end..).and_then(|rest| rest.find(sentence)) else { continue };
        if end == begun {
            begun = end + at;
        }
        end += at + sentence.len();
        // The last sentence may go on behind the cut.
        if is_cut && end == start.trim_end().len() {
            break;
        }
        open.read(sentence);
        let source = paragraph.get(begun..end).unwrap_or_default();
        if !open.is_balanced() && end < paragraph.len() {
            continue;
        }
        open = OpenSigns::default();
        pieces.push(Piece { is_emphasised: source.starts_with("**"), ..Piece::new(separator, source, false) });
        let rest = paragraph.get(end..).unwrap_or_default();
        separator = if rest.trim_start_matches([' ', '\\']).starts_with('\n') { "\n" } else { " " };
        begun = end;
    }
    let rest = paragraph.get(begun..).filter(|_| is_cut);
    pieces.extend(rest.map(|rest| Piece::new(separator, rest.trim_start(), false)));
    pieces
}

/// Signs that open a link, a style or code, and those that close it, counted as they are read: a sentence that goes on for
/// long must not be read again with each part.
#[derive(Default)]
struct OpenSigns {
    brackets: isize,
    parentheses: isize,
    /// Of `*`, `_` and `` ` ``, whether their number is odd.
    odd: [bool; 3],
}

impl OpenSigns {
    fn read(&mut self, text: &str) {
        for byte in text.bytes() {
            match byte {
                b'[' => self.brackets += 1,
                b']' => self.brackets -= 1,
                b'(' => self.parentheses += 1,
                b')' => self.parentheses -= 1,
                _ => {
                    for (odd, sign) in self.odd.iter_mut().zip(*b"*_`") {
                        *odd ^= byte == sign;
                    }
                }
            }
        }
    }

    /// Whether what a text opens is closed in it.
    fn is_balanced(&self) -> bool {
        self.brackets == 0 && self.parentheses == 0 && self.odd == [false; 3]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_and_blocks_are_pieces() {
        let text = "Uno. Due [a. b](https://x.it/) qui.\nTre.\n\nPorta:\n\n- a\n  b\n- c\n\n1. d\n\n## Poi\n\n[v][w]\n\n[w]: https://w.it/";
        let (pieces, definitions) = split_pieces(text, 1_000);
        let joined: String = pieces.iter().flat_map(|piece| [piece.separator, &piece.source]).collect();
        let sources: Vec<&str> = pieces.iter().map(|piece| piece.source.as_str()).collect();
        assert_eq!(
            sources,
            ["Uno.", "Due [a. b](https://x.it/) qui.", "Tre.", "Porta:", "- a\n  b\n- c", "1. d", "## Poi", "[v][w]"]
        );
        assert_eq!(definitions, "[w]: https://w.it/");
        assert!(text.starts_with(joined.trim_start()), "{joined}");
        let announcing: Vec<&str> =
            pieces.iter().filter(|piece| piece.announces).map(|piece| piece.source.as_str()).collect();
        assert_eq!(announcing, ["Porta:", "## Poi"]);
    }

    #[test]
    fn pieces_end_soon_after_the_limit() {
        let sources = |text: &str, most| -> Vec<String> {
            split_pieces(text, most).0.into_iter().map(|piece| piece.source).collect()
        };
        assert_eq!(sources("Uno.\n\nDue.\n\nTre.\n\nQuattro.", 7), ["Uno.", "Due."]);
        assert_eq!(sources("Uno.\n\nDue.\n\nTre.\n\nQuattro.", 8), ["Uno.", "Due.", "Tre."]);
        // What one sentence opens another closes.
        assert_eq!(sources("Vedi (uno. Due) qui. Tre.", 100), ["Vedi (uno. Due) qui.", "Tre."]);
        let long = format!("({}", "a. ".repeat(10_000));
        assert_eq!(sources(&long, 100), [long.trim()]);
    }
}
