//! The words of an opportunity as rules read them: without marks, links and addresses, every byte
//! where it stands in the file.

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

use sentences::{Sentence, sentences};

/// The words of one opportunity.
pub struct Prose<'i> {
    item: &'i Item,
    title: Passage<'i>,
    summary: Passage<'i>,
    /// The text, with spaces in place of whatever is no word; a line a block.
    body: String,
    dates: OnceCell<[Vec<WrittenDate>; 3]>,
    sentences: OnceCell<[Vec<Sentence>; 2]>,
}

/// Some of the words, and where they stand.
#[derive(Debug, Clone, Copy)]
pub struct Passage<'p> {
    /// The field whose value it is; `path![]` for the text below the facts.
    pub field: FieldPath,
    /// The words.
    pub text: &'p str,
    /// The byte of the file at which they start.
    start: usize,
    /// How long the value is in the file, where its bytes are others than the text's.
    folded: Option<usize>,
}

/// How far from some bytes their sentence is looked for: somebody may send a text without any full stop.
const NEAR: usize = 300;

/// The text just before some byte, as far as it can matter.
#[must_use]
pub fn near_before(text: &str, at: usize) -> &str {
    text.get(text.ceil_char_boundary(at.saturating_sub(NEAR))..at).unwrap_or_default()
}

/// The text just behind some byte, as far as it can matter.
#[must_use]
pub fn near_after(text: &str, at: usize) -> &str {
    text.get(at..text.floor_char_boundary(at.saturating_add(NEAR).min(text.len()))).unwrap_or_default()
}

impl Passage<'_> {
    /// The sentence in which some bytes stand: what is before them, and what behind.
    #[must_use]
    pub fn sentence(&self, range: &Range<usize>) -> (&str, &str) {
        let ends = |c: char| matches!(c, '.' | '!' | '?' | '\n' | ';');
        let (before, after) = (near_before(self.text, range.start), near_after(self.text, range.end));
        (before.rsplit(ends).next().unwrap_or_default(), after.split(ends).next().unwrap_or_default())
    }

    /// The whole sentence in which some bytes stand.
    #[must_use]
    pub fn sentence_around(&self, range: &Range<usize>) -> &str {
        let (before, after) = self.sentence(range);
        let around = range.start.saturating_sub(before.len())..range.end + after.len();
        self.text.get(around).unwrap_or_default()
    }

    /// Whether it is the text below the facts.
    #[must_use]
    pub fn is_body(&self) -> bool {
        self.field == path![]
    }

    /// Bytes of the file for bytes of the passage.
    #[must_use]
    pub fn in_file(&self, range: &Range<usize>) -> Range<usize> {
        match self.folded {
            None => self.start + range.start..self.start + range.end,
            Some(length) => self.start..self.start + length,
        }
    }
}

impl<'i> Prose<'i> {
    /// Reads the words of an item.
    #[must_use]
    pub fn of(item: &'i Item) -> Self {
        let title = item.facts.title.value().map_or("", String::as_str);
        Self {
            item,
            title: field_words(item, path![titolo], title),
            summary: field_words(item, path![sintesi], item.summary()),
            body: words_of(item.document.body()),
            dates: OnceCell::new(),
            sentences: OnceCell::new(),
        }
    }

    /// Title, summary and text: what is read aloud.
    #[must_use]
    pub fn passages(&self) -> [Passage<'_>; 3] {
        [self.title(), self.summary(), self.body()]
    }

    /// The file of the item.
    #[must_use]
    pub fn document(&self) -> &'i Document {
        &self.item.document
    }

    /// The value of the facts in which some bytes of the file stand, and the bytes in it; `None` for those of a key or of
    /// a remark.
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

    /// The dates written in title, summary and text, with the passage in which they stand.
    pub fn dates(&self) -> impl Iterator<Item = (Passage<'_>, &WrittenDate)> {
        let passages = self.passages();
        let dates = self.dates.get_or_init(|| passages.map(|passage| find_written_dates(passage.text)));
        passages.into_iter().zip(dates).flat_map(|(passage, dates)| dates.iter().map(move |date| (passage, date)))
    }

    /// The sentences of summary and text, each with the passage in which they stand.
    pub fn sentences(&self) -> impl Iterator<Item = (Passage<'_>, &Sentence)> {
        let read = self.sentences.get_or_init(|| [sentences(self.summary.text), sentences(&self.body)]);
        let passages = [self.summary(), self.body()];
        passages.into_iter().zip(read).flat_map(|(passage, sentences)| sentences.iter().map(move |one| (passage, one)))
    }
}

/// Every text in the facts as it is written, without quotes, in the order of the file.
pub fn written_values(file: &dyn Located) -> impl Iterator<Item = Passage<'_>> {
    file.spans().scalars().map(|(field, range)| written_value(file, field, &range))
}

/// The text below the facts as it is written.
#[must_use]
pub fn written_body(file: &dyn Located) -> Passage<'_> {
    let document = file.document();
    Passage { field: path![], text: document.body(), start: document.body.start, folded: None }
}

/// A value of the facts as it is written, without quotes.
fn written_value<'f>(file: &'f dyn Located, field: FieldPath, range: &Range<usize>) -> Passage<'f> {
    let written = file.document().source.text.get(range.clone()).unwrap_or_default();
    let within = |quote: char| written.strip_prefix(quote)?.strip_suffix(quote);
    let text = within('"').or_else(|| within('\'')).unwrap_or(written);
    Passage { field, text, start: range.start + (written.len() - text.len()) / 2, folded: None }
}

/// The words of a field where they stand in the facts; folded or escaped ones are pointed at as a whole.
#[must_use]
pub fn field_words<'p>(file: &dyn Located, field: FieldPath, text: &'p str) -> Passage<'p> {
    let range = file.spans().nearest(&field);
    let value = written_value(file, field, &range);
    // Mostly the words are the whole value.
    let at = if value.text.starts_with(text) { Some(0) } else { value.text.find(text) };
    match at {
        Some(at) => Passage { text, start: value.start + at, ..value },
        None => Passage { text, start: range.start, folded: Some(range.len()), ..value },
    }
}

/// The words of a Markdown text: as many bytes as the text, each word where it stood.
fn words_of(text: &str) -> String {
    let mut words: Vec<u8> = text.bytes().map(|byte| if byte == b'\n' { b'\n' } else { b' ' }).collect();
    for (event, range) in Parser::new_ext(text, Options::ENABLE_STRIKETHROUGH).into_offset_iter() {
        match event {
            // An entity reads as another character than it is written: it is left out.
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

/// What finds addresses without a scheme.
static WWW: LazyLock<memmem::Finder<'static>> = LazyLock::new(|| memmem::Finder::new("www."));

/// Web and mail addresses are no words.
fn blank_addresses(words: &mut String) {
    let text = words.as_str();
    let bytes = text.as_bytes();
    let signs = memchr::memchr2_iter(b'@', b':', bytes)
        .filter(|at| matches!(bytes.get(*at..), Some([b'@', ..] | [b':', b'/', b'/', ..])));
    let mut signs: Vec<usize> = signs.chain(WWW.find_iter(bytes)).collect();
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
    use super::words_of;

    #[test]
    fn words_stand_where_they_stood() {
        let text =
            "# Titolo\n\nVieni *qui* o [scrivi](mailto:a@b.it) a\na@b.it & <b>è</b>.\n\n- uno\n- https://x.it/entro!\n";
        let words = words_of(text);
        assert_eq!(words.len(), text.len());
        for word in ["Titolo", "Vieni", "qui", "scrivi", "è", "uno"] {
            assert_eq!(words.find(word), text.find(word), "{word}");
        }
        assert!(!words.contains('*') && !words.contains("a@b.it") && !words.contains("entro"));
    }
}
