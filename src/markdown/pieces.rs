//! Splits Markdown into the pieces that a message may end after: sentences, lists, other blocks.

use std::ops::Range;

use pulldown_cmark::{Event, TagEnd};

use super::parser;
use crate::text::sentences::split_sentences;

/// A part of a text, in Markdown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// What stands between the piece before and this one.
    pub separator: &'static str,
    /// Markdown of the piece.
    pub source: String,
    /// Whether it only announces the next piece: a heading, words that end with a colon, or a label in bold.
    pub announces: bool,
    /// Whether it is a sentence that begins in bold: a warning, a reassurance.
    pub is_emphasised: bool,
}

/// Splits a text up to the piece that ends beyond the first `most` characters of all pieces: whoever needs no more must not
/// pay for the rest of a long text. What its links refer to (`[name]: https://…`) comes apart, because every part of the text needs it.
///
/// Each piece reads by itself as it reads in the text, so that what was no link there is none here, and nothing that follows
/// it belongs to it.
#[must_use]
pub fn split_pieces(text: &str, most: usize) -> (Vec<Piece>, String) {
    let parser = parser(text);
    let part = |range: Range<usize>| text.get(range).unwrap_or_default().trim_end();
    let definitions: Vec<&str> =
        parser.reference_definitions().iter().map(|(_, definition)| part(definition.span.clone())).collect();
    let definitions = definitions.join("\n");
    let (mut pieces, mut depth): (Vec<Piece>, usize) = (Vec::new(), 0);
    let (mut counted, mut left) = (0, most);
    // Links, styles and code of the current paragraph; words of the current code block.
    let (mut inline, mut code): (Vec<Range<usize>>, String) = (Vec::new(), String::new());
    for (event, span) in parser.into_offset_iter() {
        match event {
            Event::Start(_) if depth == 0 => {
                let new = pieces.get(counted..).unwrap_or_default();
                let characters: usize = new.iter().map(|piece| piece.source.chars().count()).sum();
                let Some(rest) = left.checked_sub(characters) else { break };
                (counted, left) = (pieces.len(), rest);
                inline.clear();
                code.clear();
                depth = 1;
            }
            Event::Start(_) => {
                if depth == 1 {
                    inline.push(span);
                }
                depth += 1;
            }
            Event::Code(_) | Event::InlineHtml(_) if depth == 1 => inline.push(span),
            Event::Text(words) if depth == 1 => code.push_str(&words),
            Event::End(tag) => {
                depth = depth.saturating_sub(1);
                match tag {
                    _ if depth > 0 => {}
                    TagEnd::Paragraph => pieces.extend(split_paragraph(text, span, &inline, left)),
                    TagEnd::HtmlBlock => {}
                    TagEnd::CodeBlock => pieces.push(Piece::new("\n\n", &fence(&code), false)),
                    // A list that lacks its end would mislead: it is one piece.
                    tag => pieces.push(Piece::new(
                        "\n\n",
                        &without_indentation(text, span),
                        matches!(tag, TagEnd::Heading(_)),
                    )),
                }
            }
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

/// A code block between fences of its own, which end it whether its author's did or not.
fn fence(code: &str) -> String {
    let longest = code.split(|ch| ch != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest.max(2) + 1);
    format!("{fence}\n{}\n{fence}", code.trim_end_matches('\n'))
}

/// A block from the start of its first line on, by whose indentation the others are measured, moved to the margin.
fn without_indentation(text: &str, span: Range<usize>) -> String {
    let before = text.get(..span.start).unwrap_or_default();
    let indentation = before.len() - before.trim_end_matches([' ', '\t']).len();
    let block = text.get(span.start - indentation..span.end).unwrap_or_default().trim_end();
    let indentation = block.len() - block.trim_start_matches(' ').len();
    // A tab is as wide as its place makes it.
    if indentation == 0 || block.contains('\t') {
        return block.to_owned();
    }
    let lines = block.split('\n').map(|line| {
        let own = line.len() - line.trim_start_matches(' ').len();
        line.get(own.min(indentation)..).unwrap_or_default()
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Sentences of a paragraph; one that would cut a link, a style or code in two goes on to the next, as does one with an open
/// bracket. The sentences of its start are told apart, with at least `most` characters if there are no spaces; the rest is
/// the last piece.
fn split_paragraph(text: &str, span: Range<usize>, inline: &[Range<usize>], most: usize) -> Vec<Piece> {
    let paragraph = text.get(span.clone()).unwrap_or_default().trim_end();
    let mut pieces: Vec<Piece> = Vec::new();
    let mut begun = 0;
    let mut end = 0;
    let mut separator = "\n\n";
    let mut open = OpenBrackets::default();
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
        let next = inline.partition_point(|range| range.end <= span.start + end);
        let is_within = inline.get(next).is_some_and(|range| range.start < span.start + end);
        if (is_within || !open.is_balanced()) && end < paragraph.len() {
            continue;
        }
        open = OpenBrackets::default();
        let is_emphasised = source.starts_with("**");
        pieces.push(Piece { is_emphasised, ..Piece::new(separator, source, is_label(source)) });
        separator = separator_before(paragraph.get(end..).unwrap_or_default());
        begun = end;
    }
    let rest = paragraph.get(begun..).filter(|_| is_cut);
    pieces.extend(rest.map(|rest| Piece::new(separator, rest.trim_start(), false)));
    pieces
}

/// Whether a sentence all in bold is a label, which says nothing without what follows it: «**Come arrivare**» alone on its
/// line. One that ends as sentences do stands by itself.
fn is_label(sentence: &str) -> bool {
    let inner = sentence.strip_prefix("**").and_then(|inner| inner.strip_suffix("**"));
    let is_sentence = |inner: &str| inner.ends_with(['.', '!', '?', '…', '؟', '۔', '।', '。', '！', '？']);
    inner.is_some_and(|inner| !inner.is_empty() && !inner.contains("**") && !is_sentence(inner))
}

/// What separates a sentence from those before it: the end of a line, unless the next line is so far from the margin that
/// its signs begin neither a list nor a fence, as they would at the margin.
fn separator_before(rest: &str) -> &'static str {
    let line = rest.trim_start_matches([' ', '\\', '\r']).strip_prefix('\n');
    let is_near = |line: &str| {
        !line.get(..line.len() - line.trim_start().len()).is_none_or(|space| space.len() > 3 || space.contains('\t'))
    };
    if line.is_some_and(is_near) { "\n" } else { " " }
}

/// Brackets that a text opens and closes, counted as they are read: a sentence that goes on for long must not be read again
/// with each part.
#[derive(Default)]
struct OpenBrackets {
    square: isize,
    round: isize,
}

impl OpenBrackets {
    fn read(&mut self, text: &str) {
        for byte in text.bytes() {
            match byte {
                b'[' => self.square += 1,
                b']' => self.square -= 1,
                b'(' => self.round += 1,
                b')' => self.round -= 1,
                _ => {}
            }
        }
    }

    /// Whether what a text opens is closed in it.
    fn is_balanced(&self) -> bool {
        self.square == 0 && self.round == 0
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
    fn labels_in_bold_announce_what_follows() {
        let announcing = |text: &str| -> Vec<String> {
            let (pieces, _) = split_pieces(text, 1_000);
            pieces.into_iter().filter(|piece| piece.announces).map(|piece| piece.source).collect()
        };
        assert_eq!(announcing("**Come arrivare**\n\nMetro C."), ["**Come arrivare**"]);
        for text in [
            "**Porta.** Il passaporto.",
            "**Non serve il permesso.**\n\nVieni.",
            "**Porta** il passaporto.",
            "Uno. **Due** tre.",
        ] {
            assert_eq!(announcing(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn pieces_read_by_themselves_as_in_the_text() {
        let sources =
            |text: &str| -> Vec<String> { split_pieces(text, 1_000).0.into_iter().map(|piece| piece.source).collect() };
        for (text, expected) in [
            ("    [a](https://x.it/) qui", &["```\n[a](https://x.it/) qui\n```"][..]),
            (
                "`` [a](https://x.it/) qui. Poi ` altro. Fine`` qui. Uno.",
                &["`` [a](https://x.it/) qui. Poi ` altro. Fine`` qui.", "Uno."],
            ),
            ("Uno.\n\n```\n`a`\n````\n\ndue", &["Uno.", "```\n`a`\n```", "due"]),
            ("Uno.\n\n~~~ x\n```\ndue", &["Uno.", "````\n```\ndue\n````"]),
            ("  - a\n    - b\n\n          c\nd", &["- a\n  - b\n\n        c", "d"]),
            ("Costa 5 * 3. Poi a_b. Fine.", &["Costa 5 * 3.", "Poi a_b.", "Fine."]),
            ("**Uno. Due** tre. *Fine. Ora*", &["**Uno. Due** tre.", "*Fine. Ora*"]),
        ] {
            assert_eq!(sources(text), expected, "{text}");
        }
        let (pieces, _) = split_pieces("Uno.\n    ~~~ [a](https://x.it/).\nDue.", 1_000);
        assert_eq!(pieces.iter().map(|piece| piece.separator).collect::<Vec<_>>(), ["\n\n", " ", "\n"]);
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
