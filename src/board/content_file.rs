//! Content files with decoded facts, and the version of a text by which its translations are dated.

use std::collections::BTreeMap;

use crate::model::{Page, Publication, Spans, Translation};
use crate::source::Document;

/// A content file with facts and a text.
#[derive(Debug, Clone)]
pub struct ContentFile<T> {
    /// Source file.
    pub document: Document,
    /// Decoded facts.
    pub facts: T,
    /// Byte range of each fact in the file.
    pub spans: Spans,
}

/// A file with the posts of an announcement.
pub type PublicationsFile = ContentFile<Vec<Publication>>;

/// A content file with the byte range of each fact.
pub trait Located {
    /// Source file.
    fn document(&self) -> &Document;

    /// Byte range of each fact in the file.
    fn spans(&self) -> &Spans;
}

impl<T> Located for ContentFile<T> {
    fn document(&self) -> &Document {
        &self.document
    }

    fn spans(&self) -> &Spans {
        &self.spans
    }
}

/// A page with its translations.
#[derive(Debug, Clone)]
pub struct PageFile {
    /// The page in the board's language.
    pub original: ContentFile<Page>,
    /// Translations by language code.
    pub translations: BTreeMap<String, ContentFile<Translation>>,
}

impl PageFile {
    /// Version of title, summary and text, see [`version_of`]; translations record the one they translate.
    #[must_use]
    pub fn version(&self) -> String {
        let page = &self.original;
        let words = |words: &Option<String>| words.clone().unwrap_or_default();
        version_of(&words(&page.facts.title), &words(&page.facts.summary), page.document.body())
    }
}

/// Short hash of title, summary and text of an original. White space is ignored, so that line ends of
/// another editor make no translation outdated.
#[must_use]
pub fn version_of(title: &str, summary: &str, body: &str) -> String {
    use std::hash::Hasher;
    let mut hasher = siphasher::sip::SipHasher13::new();
    for part in [title, summary, body] {
        for word in part.split_whitespace() {
            hasher.write(word.as_bytes());
            hasher.write_u8(b' ');
        }
        hasher.write_u8(0);
    }
    format!("{:08x}", hasher.finish() >> 32)
}
