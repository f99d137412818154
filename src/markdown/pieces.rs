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
}

/// Splits a text; what its links refer to (`[name]: https://…`) comes apart, because every part of the text needs it.
#[must_use]
pub fn split_pieces(text: &str) -> (Vec<Piece>, String) {
    let parser = parser(text);
    let part = |range: Range<usize>| text.get(range).unwrap_or_default().trim_end();
    let definitions: Vec<&str> =
        parser.reference_definitions().iter().map(|(_, definition)| part(definition.span.clone())).collect();
    let definitions = definitions.join("\n");
    let (mut pieces, mut depth) = (Vec::new(), 0_usize);
    for (event, span) in parser.into_offset_iter() {
        match event {
            Event::Start(tag) => {
                match (depth, tag) {
                    (0, Tag::Paragraph) => pieces.extend(split_paragraph(part(span))),
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
        Self { separator, source: source.to_owned(), announces: announces || source.ends_with([':', '：']) }
    }
}

/// Sentences of a paragraph; one that would cut a link or a style in two goes on to the next.
fn split_paragraph(paragraph: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut begun = 0;
    let mut end = 0;
    let mut separator = "\n\n";
    for sentence in split_sentences(paragraph) {
        let Some(at) = paragraph.get(end..).and_then(|rest| rest.find(sentence)) else { continue };
        if end == begun {
            begun = end + at;
        }
        end += at + sentence.len();
        let source = paragraph.get(begun..end).unwrap_or_default();
        if !is_balanced(source) && end < paragraph.len() {
            continue;
        }
        pieces.push(Piece::new(separator, source, false));
        let rest = paragraph.get(end..).unwrap_or_default();
        separator = if rest.trim_start_matches([' ', '\\']).starts_with('\n') { "\n" } else { " " };
        begun = end;
    }
    pieces
}

/// Whether brackets, styles and code that a text opens are closed in it.
fn is_balanced(text: &str) -> bool {
    let count = |sign: char| text.matches(sign).count();
    count('[') == count(']') && count('(') == count(')') && ['*', '_', '`'].iter().all(|sign| count(*sign) % 2 == 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_and_blocks_are_pieces() {
        let text = "Uno. Due [a. b](https://x.it/) qui.\nTre.\n\nPorta:\n\n- a\n  b\n- c\n\n1. d\n\n## Poi\n\n[v][w]\n\n[w]: https://w.it/";
        let (pieces, definitions) = split_pieces(text);
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
}
