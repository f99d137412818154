//! Splits a content file into front matter, between two `---` lines, and body.

use std::ops::Range;

use super::{Problem, Source, Spanned};
use crate::files::MAX_TEXT_BYTES;

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
/// The first problem that makes the file unreadable: size, encoding, or missing front matter. With a wrong encoding the
/// source holds the text that [`decode_legacy`](super::decode_legacy) makes of the bytes.
pub fn split(path: &str, bytes: Vec<u8>) -> Result<Document, (Source, Box<Spanned<Problem>>)> {
    let path = path.to_owned();
    let found = |span, problem| Box::new(Spanned::new(span, problem));
    let length = bytes.len() as u64;
    if length > MAX_TEXT_BYTES {
        let problem = Problem::FileTooLarge { bytes: length };
        return Err((Source { path, text: String::new() }, found(0..0, problem)));
    }
    let text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let offset = error.utf8_error().valid_up_to();
            let text = super::decode_legacy(error.as_bytes());
            let end = text.ceil_char_boundary(offset + 1);
            return Err((Source { path, text }, found(offset..end, Problem::NotUtf8)));
        }
    };
    let source = Source { path, text };
    match find_front_matter(&source.text) {
        Some((facts, body)) => Ok(Document { source, facts, body }),
        None => {
            let first = source.text.lines().next().map_or(0, str::len);
            Err((source, found(0..first, Problem::FrontMatterMissing)))
        }
    }
}

/// Byte ranges of front matter and body; `None` without an opening and a closing `---` line.
fn find_front_matter(text: &str) -> Option<(Range<usize>, Range<usize>)> {
    let start = text.len() - text.trim_start_matches('\u{feff}').len();
    let mut offset = start;
    let mut opened = None;
    for line in super::lines(text.get(start..)?) {
        let next = offset + line.len();
        let dashes = line.trim_end() == "---";
        match opened {
            None if dashes => opened = Some(next),
            None if line.trim().is_empty() => {}
            None => return None,
            Some(facts) if dashes => return Some((facts..offset, next..text.len())),
            Some(_) => {}
        }
        offset = next;
    }
    None
}

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
        assert_eq!(read("---\ntitolo: Uno\n").unwrap_err(), Problem::FrontMatterMissing);
        assert_eq!(read("").unwrap_err(), Problem::FrontMatterMissing);
    }

    #[test]
    fn wrong_encoding_is_reported_with_its_position() {
        let (source, found) = split("x.md", b"---\ncitt\xe0: x\n---\n".to_vec()).unwrap_err();
        assert_eq!(found.problem, Problem::NotUtf8);
        assert_eq!(source.position(found.span.start).line, 2);
    }
}
