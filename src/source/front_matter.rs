//! Splits a content file into front matter, between two `---` lines, and body.

use std::ops::Range;

use super::{Problem, Source, Spanned, decode_legacy, decode_utf16};
use crate::files::MAX_TEXT_BYTES;

/// Beginning of the comments in which a draft keeps the message that it was made from.
pub const KEPT_MESSAGE: &str = "# |";

/// A content file with the byte ranges of front matter and body.
#[derive(Debug, Clone)]
pub struct Document {
    /// Path and text.
    pub source: Source,
    /// Byte range of the front matter, without the `---` lines.
    pub facts: Range<usize>,
    /// Byte range of the body.
    pub body: Range<usize>,
}

impl Document {
    /// Front matter, as YAML.
    #[must_use]
    pub fn facts(&self) -> &str {
        self.source.text.get(self.facts.clone()).unwrap_or_default()
    }

    /// Body, as Markdown.
    #[must_use]
    pub fn body(&self) -> &str {
        self.source.text.get(self.body.clone()).unwrap_or_default()
    }

    /// Whether a byte is in a line of a message kept as comments ([`KEPT_MESSAGE`]), which nobody publishes.
    #[must_use]
    pub fn is_in_kept_message(&self, at: usize) -> bool {
        self.facts.contains(&at) && self.source.line_at(at).1.starts_with(KEPT_MESSAGE)
    }
}

/// Parses the bytes of a content file.
///
/// ```
/// let file = b"---\ntitolo: Corso di italiano\n---\n\nSessanta ore.\n".to_vec();
/// let document = bacheca::source::split("corso.md", file).unwrap();
/// assert_eq!(document.facts(), "titolo: Corso di italiano\n");
/// assert_eq!(document.body().trim(), "Sessanta ore.");
/// ```
///
/// # Errors
/// The first problem that makes the file unreadable: size, encoding, or missing front matter. With an encoding that is
/// recognised the source holds the decoded text; of a wrong fence, [`split_at_near_fences`] tells where the facts are.
pub fn split(path: &str, bytes: Vec<u8>) -> Result<Document, (Source, Box<Spanned<Problem>>)> {
    split_text(path, decode_text(path, bytes)?)
}

/// Reads the bytes of a file that is all facts, a list of entries in YAML.
///
/// # Errors
/// The problem that makes the file unreadable: size or encoding, as [`split`] has it.
pub fn split_list(path: &str, bytes: Vec<u8>) -> Result<Document, (Source, Box<Spanned<Problem>>)> {
    Ok(split_list_text(path, decode_text(path, bytes)?))
}

/// The text of a file that is all facts, as [`split_list`] reads its bytes.
#[must_use]
pub fn split_list_text(path: &str, text: String) -> Document {
    let start = text.len() - text.trim_start_matches('\u{feff}').len();
    let end = text.len();
    Document { source: Source { path: path.to_owned(), text }, facts: start..end, body: end..end }
}

/// Decodes the bytes of a file as UTF-8.
fn decode_text(path: &str, bytes: Vec<u8>) -> Result<String, (Source, Box<Spanned<Problem>>)> {
    let found = |span, problem| Box::new(Spanned::new(span, problem));
    let length = bytes.len() as u64;
    if length > MAX_TEXT_BYTES {
        let problem = Problem::FileTooLarge { bytes: length };
        return Err((Source { path: path.to_owned(), text: String::new() }, found(0..0, problem)));
    }
    let decoded = match decode_utf16(&bytes) {
        Some(decoded) => Err((0, Some(decoded))),
        None => String::from_utf8(bytes)
            .map_err(|error| (error.utf8_error().valid_up_to(), decode_legacy(error.as_bytes(), path))),
    };
    decoded.map_err(|(offset, decoded)| {
        let encoding = decoded.as_ref().map(|decoded| decoded.encoding);
        let text = decoded.map_or_else(String::new, |decoded| decoded.text);
        // Letters of another encoding have other lengths.
        let start = text.floor_char_boundary(offset);
        let span = start..text.ceil_char_boundary(start + 1);
        (Source { path: path.to_owned(), text }, found(span, Problem::NotUtf8 { encoding }))
    })
}

/// Parses the text of a content file, as [`split`] does its bytes; nothing in it decodes other encodings.
///
/// # Errors
/// The first problem that makes the file unreadable: size, or missing front matter.
pub fn split_text(path: &str, text: String) -> Result<Document, (Source, Box<Spanned<Problem>>)> {
    let path = path.to_owned();
    let found = |span, problem| Box::new(Spanned::new(span, problem));
    let length = text.len() as u64;
    if length > MAX_TEXT_BYTES {
        let problem = Problem::FileTooLarge { bytes: length };
        return Err((Source { path, text: String::new() }, found(0..0, problem)));
    }
    let source = Source { path, text };
    let (fences, near) = find_fences(&source.text);
    match (fences, near) {
        (_, Some(span)) => Err((source, found(span, Problem::WrongFence))),
        (Some((facts, body)), None) => Ok(Document { source, facts, body }),
        (None, None) => {
            let problem = match find_end_of_facts(&source.text) {
                Some(span) => found(span, Problem::FrontMatterUnclosed),
                None => found(0..source.text.lines().next().map_or(0, str::len), Problem::FrontMatterMissing),
            };
            Err((source, problem))
        }
    }
}

/// Parses a file of which [`split`] says that a fence is wrong, as if both were right; `None` if the other is missing.
#[must_use]
pub fn split_at_near_fences(source: Source) -> Option<Document> {
    let (facts, body) = find_fences(&source.text).0?;
    Some(Document { source, facts, body })
}

/// Byte ranges of front matter and body.
type Parts = (Range<usize>, Range<usize>);

/// Byte ranges of front matter and body, `None` without an opening and a closing line of dashes; and the range of the
/// first of these two lines that is not exactly `---`.
fn find_fences(text: &str) -> (Option<Parts>, Option<Range<usize>>) {
    let start = text.len() - text.trim_start_matches('\u{feff}').len();
    let mut offset = start;
    let (mut opened, mut near) = (None, None);
    for line in super::lines(text.get(start..).unwrap_or_default()) {
        let next = offset + line.len();
        let dashes = line.trim_end();
        let fence = is_near_fence(dashes);
        if fence && dashes != "---" && near.is_none() {
            near = Some(offset..offset + dashes.len());
        }
        match opened {
            None if fence => opened = Some(next),
            None if dashes.is_empty() => {}
            None => return (None, None),
            Some(facts) if fence => return (Some((facts..offset, next..text.len())), near),
            Some(_) => {}
        }
        offset = next;
    }
    (None, near)
}

/// In a file that begins with `---` and has no other such line: the first line that is not one of facts, where it is
/// missing. `None` if the file begins otherwise.
fn find_end_of_facts(text: &str) -> Option<Range<usize>> {
    let mut offset = 0;
    let mut lines = super::lines(text).map(|line| {
        offset += line.len();
        (offset - line.len(), line.trim_end())
    });
    lines
        .find(|(_, line)| !line.trim_matches(['\u{feff}', ' ']).is_empty())
        .filter(|(_, line)| line.ends_with("---"))?;
    let is_fact = |line: &str| {
        let key = line.trim_start_matches([' ', '-']).split(':').next().unwrap_or_default();
        line.starts_with([' ', '-', '#']) || line.contains(':') && !key.contains(' ')
    };
    let mut last = 0..0;
    for (at, line) in lines {
        last = at..at + line.len();
        if !is_fact(line) {
            break;
        }
    }
    Some(last)
}

/// Whether a line is `---` or what telephones, word processors and hurry make of it: `—-`, `–`, `--`, `----`, `- - -`.
/// Never true of a line of facts: a dash at the start of a line opens a list, and has an entry behind it.
fn is_near_fence(line: &str) -> bool {
    let first = line.as_bytes().first();
    if !matches!(first, Some(b'-' | 0xe2)) || line.len() > MAX_FENCE_BYTES {
        return false;
    }
    let dashes = line.chars().filter(|ch| *ch != ' ').count();
    let is_list = line == "-" || dashes < 3 && line.contains(' ');
    !is_list && line.chars().all(|ch| matches!(ch, '-' | ' ' | '\u{2010}'..='\u{2015}' | '\u{2212}'))
}

/// Longest line of dashes that is taken for a fence.
const MAX_FENCE_BYTES: usize = 24;

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Document, Problem> {
        split("x.md", text.as_bytes().to_vec()).map_err(|(_, found)| found.problem)
    }

    #[test]
    fn facts_and_body_are_found_behind_a_byte_order_mark_and_windows_line_ends() {
        let document = read("\u{feff}---\r\ntitolo: Uno\r\n---\r\nTesto\r\n").unwrap();
        assert_eq!(document.facts(), "titolo: Uno\r\n");
        assert_eq!(document.body(), "Testo\r\n");
    }

    #[test]
    fn file_without_front_matter_is_rejected() {
        assert_eq!(read("Testo").unwrap_err(), Problem::FrontMatterMissing);
        assert_eq!(read("---\ntitolo: Uno\n").unwrap_err(), Problem::FrontMatterUnclosed);
        assert_eq!(read("").unwrap_err(), Problem::FrontMatterMissing);
    }

    #[test]
    fn wrong_encoding_is_reported_with_its_position() {
        let (source, found) = split("x.md", b"---\ncitt\xe0: x\n---\n".to_vec()).unwrap_err();
        assert_eq!(found.problem, Problem::NotUtf8 { encoding: Some("windows-1252") });
        assert_eq!(source.position(found.span.start).line, 2);
        let bytes = ["Prima riga.\n\n∗∗∗\n\n∼∼\n\n＿".as_bytes(), b"\xef\xe0 riga.\n"].concat();
        let (source, found) = split("x.md", bytes).unwrap_err();
        assert!(source.text.get(found.span.clone()).is_some(), "{found:?}");
    }

    #[test]
    fn fence_of_other_dashes_is_reported_and_read() {
        for fence in ["—-", "—", "–-", "--", "----", "- - -", "—--"] {
            for text in
                [format!("{fence}\ntitolo: Uno\n---\nTesto\n"), format!("---\ntitolo: Uno\n{fence}\nTesto\n---\n")]
            {
                let (source, found) = split("x.md", text.into_bytes()).unwrap_err();
                assert_eq!(found.problem, Problem::WrongFence);
                assert_eq!(source.text.get(found.span), Some(fence));
                let document = split_at_near_fences(source).unwrap();
                assert_eq!(document.facts(), "titolo: Uno\n");
                assert!(document.body().starts_with("Testo"));
            }
        }
    }

    #[test]
    fn list_in_front_matter_is_no_fence() {
        let document = read("---\ngiorni:\n-\n- lun\n- -\n---\nTesto\n\n--\n").unwrap();
        assert!(document.facts().ends_with("- -\n"));
    }
}
