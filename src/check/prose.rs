//! Prose of an item without markup, links and addresses; byte offsets are those of the file.

mod sentences;

use std::cell::OnceCell;
use std::ops::Range;
use std::sync::LazyLock;

use memchr::memmem;
use pulldown_cmark::{Event, Options, Parser};

use crate::board::{Item, Located};
use crate::model::{FieldPath, WrittenDate, find_written_dates};
use crate::path;
use crate::source::Document;

pub use sentences::{Sentence, count_sentences, gulpease_index};

/// Title, summary and text of an item.
pub struct Prose<'i> {
    item: &'i Item,
    title: Passage<'i>,
    summary: Passage<'i>,
    /// The text, with spaces in place of markup and addresses, one line per block.
    body: String,
    dates: OnceCell<[Vec<WrittenDate>; 3]>,
    sentences: OnceCell<[Vec<Sentence>; 2]>,
}

/// A piece of text and its position in the file.
#[derive(Debug, Clone, Copy)]
pub struct Passage<'p> {
    /// Field of the value; `path![]` for the text below the front matter.
    pub field: FieldPath,
    /// The text, without markup.
    pub text: &'p str,
    /// Byte of the file at which the text starts.
    start: usize,
    /// Length of the value in the file, if it is folded or escaped and its bytes differ from the text.
    folded: Option<usize>,
}

/// Maximum bytes searched for the start or end of a sentence, because a text may have no full stop at all.
const MAX_CONTEXT_BYTES: usize = 300;

/// At most 300 bytes of text before an offset.
#[must_use]
pub fn near_before(text: &str, at: usize) -> &str {
    text.get(text.ceil_char_boundary(at.saturating_sub(MAX_CONTEXT_BYTES))..at).unwrap_or_default()
}

/// At most 300 bytes of text from an offset.
#[must_use]
pub fn near_after(text: &str, at: usize) -> &str {
    text.get(at..text.floor_char_boundary(at.saturating_add(MAX_CONTEXT_BYTES).min(text.len()))).unwrap_or_default()
}

/// Whether a sign ends a sentence: the point of «450.000» does not.
fn is_end_of_sentence(text: &str, at: usize, sign: char) -> bool {
    let is_digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
    let bytes = text.as_bytes();
    match sign {
        '.' => !(is_digit(at.checked_sub(1).and_then(|at| bytes.get(at))) && is_digit(bytes.get(at + 1))),
        sign => matches!(sign, '!' | '?' | '\n' | ';'),
    }
}

impl Passage<'_> {
    /// The parts before and after a range in its sentence.
    #[must_use]
    pub fn sentence(&self, range: &Range<usize>) -> (&str, &str) {
        let (before, after) = (near_before(self.text, range.start), near_after(self.text, range.end));
        let end_before = before.char_indices().rev().find(|(at, sign)| is_end_of_sentence(before, *at, *sign));
        let end_after = after.char_indices().find(|(at, sign)| is_end_of_sentence(after, *at, *sign));
        let before = end_before.map_or(before, |(at, _)| before.get(at + 1..).unwrap_or_default());
        (before, end_after.map_or(after, |(at, _)| after.get(..at).unwrap_or_default()))
    }

    /// The sentence that contains a range.
    #[must_use]
    pub fn sentence_around(&self, range: &Range<usize>) -> &str {
        let (before, after) = self.sentence(range);
        let around = range.start.saturating_sub(before.len())..range.end + after.len();
        self.text.get(around).unwrap_or_default()
    }

    /// Whether this is the text below the front matter.
    #[must_use]
    pub fn is_body(&self) -> bool {
        self.field == path![]
    }

    /// Converts bytes of the passage to bytes of the file.
    #[must_use]
    pub fn in_file(&self, range: &Range<usize>) -> Range<usize> {
        match self.folded {
            None => self.start + range.start..self.start + range.end,
            Some(length) => self.start..self.start + length,
        }
    }
}

impl<'i> Prose<'i> {
    /// Extracts the prose of an item.
    #[must_use]
    pub fn from_item(item: &'i Item) -> Self {
        let title = item.facts.title.value().map_or("", String::as_str);
        Self {
            item,
            title: field_words(item, path![titolo], title),
            summary: field_words(item, path![sintesi], item.summary()),
            body: strip_markup(item.document.body()),
            dates: OnceCell::new(),
            sentences: OnceCell::new(),
        }
    }

    /// Title, summary and text.
    #[must_use]
    pub fn passages(&self) -> [Passage<'_>; 3] {
        [self.title(), self.summary(), self.body()]
    }

    /// The file of the item.
    #[must_use]
    pub fn document(&self) -> &'i Document {
        &self.item.document
    }

    /// The field value that contains bytes of the file, and the range in it; `None` for bytes of a key or a comment.
    #[must_use]
    pub fn value_at(&self, bytes: &Range<usize>) -> Option<(Passage<'i>, Range<usize>)> {
        let (field, range) = self.item.spans.scalar_at(bytes.start)?;
        let value = written_value(self.item, field, &range);
        let within = bytes.start.checked_sub(value.start)?..bytes.end - value.start;
        (within.end <= value.text.len()).then_some((value, within))
    }

    /// The title.
    #[must_use]
    pub fn title(&self) -> Passage<'_> {
        self.title
    }

    /// The summary.
    #[must_use]
    pub fn summary(&self) -> Passage<'_> {
        self.summary
    }

    /// The text.
    #[must_use]
    pub fn body(&self) -> Passage<'_> {
        Passage { field: path![], text: &self.body, start: self.item.document.body.start, folded: None }
    }

    /// Dates in title, summary and text, with their passages.
    pub fn dates(&self) -> impl Iterator<Item = (Passage<'_>, &WrittenDate)> {
        let passages = self.passages();
        let dates = self.dates.get_or_init(|| passages.map(|passage| find_written_dates(passage.text)));
        passages.into_iter().zip(dates).flat_map(|(passage, dates)| dates.iter().map(move |date| (passage, date)))
    }

    /// Sentences of summary and text, with their passages.
    pub fn sentences(&self) -> impl Iterator<Item = (Passage<'_>, &Sentence)> {
        let read = self.sentences.get_or_init(|| [count_sentences(self.summary.text), count_sentences(&self.body)]);
        let passages = [self.summary(), self.body()];
        passages.into_iter().zip(read).flat_map(|(passage, sentences)| sentences.iter().map(move |one| (passage, one)))
    }
}

/// Scalar values of the front matter as written, without quotes, in file order.
pub fn written_values(file: &dyn Located) -> impl Iterator<Item = Passage<'_>> {
    file.spans().scalars().map(|(field, range)| written_value(file, field, &range))
}

/// The text below the front matter as written.
#[must_use]
pub fn written_body(file: &dyn Located) -> Passage<'_> {
    let document = file.document();
    Passage { field: path![], text: document.body(), start: document.body.start, folded: None }
}

/// A scalar value of the front matter as written, without quotes.
fn written_value<'f>(file: &'f dyn Located, field: FieldPath, range: &Range<usize>) -> Passage<'f> {
    let written = file.document().source.text.get(range.clone()).unwrap_or_default();
    let within = |quote: char| written.strip_prefix(quote)?.strip_suffix(quote);
    let text = within('"').or_else(|| within('\'')).unwrap_or(written);
    Passage { field, text, start: range.start + (written.len() - text.len()) / 2, folded: None }
}

/// The text of a field with its position; a folded or escaped value has the position of the whole value.
#[must_use]
pub fn field_words<'p>(file: &dyn Located, field: FieldPath, text: &'p str) -> Passage<'p> {
    let range = file.spans().nearest(&field);
    let value = written_value(file, field, &range);
    // Usually the text is the whole value.
    let at = if value.text.starts_with(text) { Some(0) } else { value.text.find(text) };
    match at {
        Some(at) => Passage { text, start: value.start + at, ..value },
        None => Passage { text, start: range.start, folded: Some(range.len()), ..value },
    }
}

/// Replaces the markup of a Markdown text by spaces, keeping the offsets of all words.
fn strip_markup(text: &str) -> String {
    let mut words: Vec<u8> = text.bytes().map(|byte| if byte == b'\n' { b'\n' } else { b' ' }).collect();
    for (event, range) in Parser::new_ext(text, Options::ENABLE_STRIKETHROUGH).into_offset_iter() {
        match event {
            // Entities are left out, because their bytes differ from the character.
            Event::Text(read) if read.len() == range.len() => {
                if let (Some(place), Some(read)) = (words.get_mut(range.clone()), text.get(range)) {
                    place.copy_from_slice(read.as_bytes());
                }
            }
            Event::SoftBreak => {
                if let Some(place) = words.get_mut(range) {
                    place.fill(b' ');
                }
            }
            _ => {}
        }
    }
    let mut words = String::from_utf8(words).unwrap_or_default();
    blank_addresses(&mut words);
    words
}

/// Searcher for addresses without a scheme.
static WWW_FINDER: LazyLock<memmem::Finder<'static>> = LazyLock::new(|| memmem::Finder::new("www."));

/// Replaces web and e-mail addresses by spaces.
fn blank_addresses(words: &mut String) {
    let text = words.as_str();
    let bytes = text.as_bytes();
    let signs = memchr::memchr2_iter(b'@', b':', bytes)
        .filter(|at| matches!(bytes.get(*at..), Some([b'@', ..] | [b':', b'/', b'/', ..])));
    let mut signs: Vec<usize> = signs.chain(WWW_FINDER.find_iter(bytes)).collect();
    signs.sort_unstable();
    let mut addresses: Vec<Range<usize>> = Vec::new();
    let mut read = 0;
    for sign in signs {
        if sign < read {
            continue;
        }
        let before = text.get(..sign).unwrap_or_default();
        let start = before.trim_end_matches(|c: char| !c.is_whitespace()).len();
        let token = text.get(start..).and_then(|rest| rest.split(char::is_whitespace).next()).unwrap_or_default();
        read = start + token.len();
        let opening = token.len() - token.trim_start_matches(['(', '<', '«', '"']).len();
        let end = token.trim_end_matches(['.', ',', ';', ':', ')', '>', '»', '"', '!', '?']).len();
        addresses.push(start + opening..start + end.max(opening));
    }
    for range in addresses {
        let blank = " ".repeat(range.len());
        words.replace_range(range, &blank);
    }
}

#[cfg(test)]
mod tests {
    use super::strip_markup;

    #[test]
    fn stripped_markup_keeps_offsets_of_words() {
        let text =
            "# Titolo\n\nVieni *qui* o [scrivi](mailto:a@b.it) a\na@b.it & <b>è</b>.\n\n- uno\n- https://x.it/entro!\n";
        let words = strip_markup(text);
        assert_eq!(words.len(), text.len());
        for word in ["Titolo", "Vieni", "qui", "scrivi", "è", "uno"] {
            assert_eq!(words.find(word), text.find(word), "{word}");
        }
        assert!(!words.contains('*') && !words.contains("a@b.it") && !words.contains("entro"));
    }
}
