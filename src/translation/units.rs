//! The texts of an announcement or a page, one by one, with their translation as it is.

use super::pairs::{PairedBlock, pair_blocks, unix_lines};
use crate::board::{AGGREGATED, Board, ContentFile, Item, PageFile, version_of};
use crate::locale::vocabulary_key;
use crate::markdown::block_ranges;
use crate::model::{Translation, text_fields};
use crate::source::{Document, parse};

/// An announcement or a page to translate into one language.
#[derive(Debug)]
pub struct Original<'b> {
    /// Name in the keys of its texts: the slug, or `pagine/` and the name of the page.
    pub name: String,
    /// The announcement; `None` for a page.
    pub item: Option<&'b Item>,
    /// Its file.
    pub document: &'b Document,
    /// Its version, which a translation names.
    pub version: String,
    /// Path of the translation, whether there is one or not.
    pub path: String,
    /// The translation, finished or not.
    pub translation: Option<&'b ContentFile<Translation>>,
    /// Whether somebody has begun the translation and it is not published: a draft, a form with gaps.
    pub is_begun: bool,
    title: &'b str,
    short_title: Option<&'b str>,
    summary: &'b str,
}

/// What a text is in its file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnitKey {
    /// Field `titolo`.
    Title,
    /// Field `titolo_breve`.
    ShortTitle,
    /// Field `sintesi`.
    Summary,
    /// Words of another field, translated by an entry of `testi`.
    Words,
    /// Block of the body, from 0.
    Block(usize),
    /// The whole body, of a translation that has other blocks than its original.
    Body,
}

/// One text to translate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// What it is.
    pub key: UnitKey,
    /// Key in exchanged files: `corso-a2/titolo`.
    pub context: String,
    /// Text of the original, with `\n` for line ends.
    pub original: String,
    /// Byte of the original's file at which it starts.
    pub start: usize,
    /// Translation as it is; empty if there is none.
    pub translated: String,
    /// Whether the translation is of another text than the original has now.
    pub is_old: bool,
    /// That text, if it is known.
    pub previous: Option<String>,
}

impl Unit {
    /// Whether the translation is there and is of the text that the original has now.
    #[must_use]
    pub fn is_current(&self) -> bool {
        !self.translated.is_empty() && !self.is_old
    }

    /// Whether a translation without it is not whole. Words of fields may stay as the original has them.
    #[must_use]
    pub fn is_required(&self) -> bool {
        self.key != UnitKey::Words
    }

    /// Number of words of the original.
    #[must_use]
    pub fn count_words(&self) -> usize {
        count_words(&self.original)
    }
}

/// A text that has a field of its own in the translation.
struct Field<'b> {
    key: UnitKey,
    name: &'static str,
    original: &'b str,
    /// Empty if there is none.
    translated: &'b str,
}

/// What can be translated into a language: published announcements of this board, the open ones that close soonest first,
/// then those that are over, then pages.
#[must_use]
pub fn originals<'b>(board: &'b Board, language: &str) -> Vec<Original<'b>> {
    let open = board.open_items();
    let over = board.published().filter(|item| !item.status.is_open());
    let items = open.into_iter().chain(over).filter(|item| !item.document.source.path.starts_with(AGGREGATED));
    let items = items.map(|item| Original::of_item(board, item, language));
    items.chain(board.pages.iter().map(|(name, page)| Original::of_page(board, name, page, language))).collect()
}

impl<'b> Original<'b> {
    /// An announcement.
    #[must_use]
    pub fn of_item(board: &'b Board, item: &'b Item, language: &str) -> Self {
        let path = translation_path(&item.document, language);
        Self {
            name: item.slug.as_str().to_owned(),
            item: Some(item),
            document: &item.document,
            version: item.version(),
            translation: item.translation(language).or_else(|| board.unfinished.get(&path)),
            is_begun: board.unfinished.contains_key(&path),
            path,
            title: item.title(),
            short_title: item.facts.short_title.as_deref(),
            summary: item.summary(),
        }
    }

    /// A page.
    #[must_use]
    pub fn of_page(board: &'b Board, name: &str, page: &'b PageFile, language: &str) -> Self {
        let original = &page.original;
        let path = translation_path(&original.document, language);
        Self {
            name: format!("pagine/{name}"),
            item: None,
            document: &original.document,
            version: page.version(),
            translation: page.translations.get(language).or_else(|| board.unfinished.get(&path)),
            is_begun: board.unfinished.contains_key(&path),
            path,
            title: original.facts.title.as_deref().unwrap_or_default(),
            short_title: None,
            summary: original.facts.summary.as_deref().unwrap_or_default(),
        }
    }

    /// Number of words that a whole translation has to translate.
    #[must_use]
    pub fn count_words(&self) -> usize {
        let texts = [self.title, self.short_title.unwrap_or_default(), self.summary, self.document.body()];
        texts.into_iter().map(count_words).sum()
    }

    /// Whether the translation is marked as a draft.
    #[must_use]
    pub fn is_draft(&self) -> bool {
        self.translation.is_some_and(|translation| translation.facts.state.is_some())
    }

    /// Whether there is a translation, of the version that the original has now.
    #[must_use]
    pub fn is_current(&self) -> bool {
        self.translation.is_some_and(|file| file.facts.original.as_deref() == Some(self.version.as_str()))
    }

    /// Whether the translation is finished: published, of the version that the original has now, and without a gap among
    /// the texts that are required ([`Unit::is_required`]).
    #[must_use]
    pub fn is_finished(&self) -> bool {
        let Some(file) = self.translation.filter(|_| self.is_current() && !self.is_begun) else { return false };
        let has_body = self.document.body().trim().is_empty() || !file.document.body().trim().is_empty();
        has_body && self.fields().all(|field| !field.translated.is_empty())
    }

    /// The texts that have fields of their own in the translation, in the order of the file.
    fn fields(&self) -> impl Iterator<Item = Field<'b>> {
        let facts = self.translation.map(|file| &file.facts);
        let field = |key, name, original, translated: Option<&'b str>| Field {
            key,
            name,
            original,
            translated: translated.unwrap_or_default(),
        };
        let title = facts.and_then(|facts| facts.title.as_deref());
        let short_title = facts.and_then(|facts| facts.short_title.as_deref());
        let summary = facts.and_then(|facts| facts.summary.as_deref());
        let fields = [
            field(UnitKey::Title, "titolo", self.title, title),
            field(UnitKey::ShortTitle, "titolo_breve", self.short_title.unwrap_or_default(), short_title),
            field(UnitKey::Summary, "sintesi", self.summary, summary),
        ];
        fields.into_iter().filter(|field| !field.original.is_empty())
    }

    /// The version that the translation is of, if it is not that of now.
    #[must_use]
    pub fn translated_version(&self) -> Option<&str> {
        self.translation.filter(|_| !self.is_current())?.facts.original.as_deref()
    }

    /// The texts, in the order of the file. `earlier` is the file of the version that the translation is of, if it is
    /// another than that of now and is known; `known_words` are texts of the theme in the board's language, whose words
    /// need no translation.
    #[must_use]
    pub fn units(&self, earlier: Option<&Document>, known_words: &str) -> Vec<Unit> {
        let earlier = earlier.filter(|_| !self.is_current());
        let is_stale = self.translation.is_some() && !self.is_current();
        let unit = |Field { key, name, original, translated }: Field<'_>| {
            let before = earlier.map(|document| field_text(document, name));
            let is_old = is_stale && !translated.is_empty() && before.as_deref() != Some(original);
            Unit {
                key,
                context: format!("{}/{name}", self.name),
                original: original.to_owned(),
                start: self.find_in_facts(original),
                translated: translated.to_owned(),
                is_old,
                previous: before.filter(|_| is_old),
            }
        };
        let mut units: Vec<Unit> = self.fields().map(unit).collect();
        units.extend(self.words(known_words));
        units.extend(self.blocks(earlier, is_stale));
        units
    }

    /// Words of other fields; entries of the translation name the words that they are of, so none is old.
    fn words(&self, known_words: &str) -> Vec<Unit> {
        if self.item.is_none() {
            return Vec::new();
        }
        let mut counts = std::collections::BTreeMap::<&str, usize>::new();
        let unit = |(field, original): (&'static str, String)| {
            let count = counts.entry(field).or_default();
            *count += 1;
            let texts = self.translation.map_or(&[][..], |file| &file.facts.texts);
            let translated = texts.iter().find(|text| text.original.trim() == original);
            Unit {
                key: UnitKey::Words,
                context: format!("{}/{field}/{count}", self.name),
                start: self.find_in_facts(&original),
                translated: translated.map(|text| text.translated.clone()).unwrap_or_default(),
                original,
                is_old: false,
                previous: None,
            }
        };
        words_to_translate(self.document, known_words).into_iter().map(unit).collect()
    }

    fn blocks(&self, earlier: Option<&Document>, is_stale: bool) -> Vec<Unit> {
        let body = self.document.body();
        let ranges = block_ranges(body);
        let translated = self.translation.map_or("", |file| file.document.body());
        let unit = |key, context, range: &std::ops::Range<usize>, pair: PairedBlock| {
            let original = unix_lines(body.get(range.clone()).unwrap_or_default());
            // In a draft and in a form, what was not translated yet stands as the original has it.
            let is_missing = self.is_begun && pair.translated == original;
            Unit {
                key,
                context,
                start: self.document.body.start + range.start,
                translated: if is_missing { String::new() } else { pair.translated },
                is_old: pair.is_old && !is_missing,
                previous: pair.previous,
                original,
            }
        };
        match pair_blocks(body, earlier.map(Document::body), translated, is_stale) {
            Some(pairs) => {
                let numbered = ranges.iter().zip(pairs).enumerate();
                let one = |(index, (range, pair))| {
                    unit(UnitKey::Block(index), format!("{}/testo/{}", self.name, index + 1), range, pair)
                };
                numbered.map(one).collect()
            }
            None => {
                let start = ranges.first().map_or(0, |range| range.start);
                let end = ranges.last().map_or(start, |range| range.end);
                let pair = PairedBlock {
                    translated: unix_lines(translated.trim()),
                    is_old: is_stale,
                    previous: earlier.map(|document| unix_lines(document.body().trim())),
                };
                vec![unit(UnitKey::Body, format!("{}/testo", self.name), &(start..end), pair)]
            }
        }
    }

    /// Byte at which a value of the front matter is written; that of the front matter if it is written otherwise.
    fn find_in_facts(&self, text: &str) -> usize {
        let start = self.document.facts.start;
        start + self.document.facts().find(text).unwrap_or_default()
    }
}

fn count_words(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}

/// Path of a translation: beside its original.
fn translation_path(document: &Document, language: &str) -> String {
    let path = &document.source.path;
    format!("{}.{language}.md", path.strip_suffix(".md").unwrap_or(path))
}

/// Words of an announcement's fields that the theme does not translate already, each with the path of its field.
#[must_use]
pub fn words_to_translate(document: &Document, known_words: &str) -> Vec<(&'static str, String)> {
    let root = parse(document, &mut Vec::new());
    let texts = root.map(|root| text_fields(&root)).unwrap_or_default();
    let is_known = |(field, text): &(&str, String)| {
        let vocabulary = if field.starts_with("servizi") { "service" } else { "document" };
        (field.starts_with("servizi") || field.starts_with("documenti") || field.ends_with("causale"))
            && known_words.contains(&format!("\n{} = ", vocabulary_key(vocabulary, text)))
    };
    texts.into_iter().filter(|text| !is_known(text)).collect()
}

/// Text of a field of a file that belongs to no loaded board.
#[must_use]
pub fn field_text(document: &Document, key: &str) -> String {
    let root = parse(document, &mut Vec::new());
    root.and_then(|root| root.get(key)?.text().map(str::to_owned)).unwrap_or_default()
}

/// Version of a file that belongs to no loaded board.
#[must_use]
pub fn version_of_document(document: &Document) -> String {
    version_of(&field_text(document, "titolo"), &field_text(document, "sintesi"), document.body())
}
