//! The loaded board, indexed and immutable: the input of rules and publishers.

mod file;
mod files;
mod fingerprints;
mod image;
mod items;
mod lessons;
mod load;
mod placed;
mod problem;
mod refresh;
mod status;
mod stray_file;
mod timing;
mod words;

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use chrono::NaiveDate;
use sha2::{Digest, Sha256};

use crate::config::Config;
use crate::files::is_plain_file;
use crate::model::{Centre, Contacts, Kind, Opportunity, Organisation, Organiser, Page, Slug, Spans, Translation};
use crate::source::{Document, Source};

pub use files::{ContentFiles, load};
pub use fingerprints::{BoardFingerprints, FileFingerprints};
pub use image::ItemImage;
pub use items::Items;
pub use lessons::LessonBreaks;
pub use placed::PlacedItem;
pub use problem::{Problem, ProblemKind};
pub use status::{Closing, Status};
pub use timing::{Act, Timing, takes_place_on};

/// Folder of items from other boards, one subfolder per board; only `aggregate` writes there.
pub const AGGREGATED: &str = "content/opportunita/aggregati/";

/// A board. Clones share unchanged data, so a copy with one file changed is cheap.
#[derive(Debug, Clone)]
pub struct Board {
    /// `site.toml`.
    pub config: Config,
    /// Today in the board's time zone.
    pub today: NaiveDate,
    /// Folder of the board.
    pub root: std::path::PathBuf,
    /// Pictures by path, for a board that is in memory only.
    images: Option<Arc<BTreeMap<String, Vec<u8>>>>,
    /// Whether pictures beside the files are known: not to a form.
    pub knows_pictures: bool,
    /// Opportunities, drafts included, sorted by slug.
    pub items: Items,
    /// Organisations by file name without `.md`.
    pub organisations: Arc<BTreeMap<String, ContentFile<Organisation>>>,
    /// Contact points by file name without `.md`.
    pub centres: Arc<BTreeMap<String, ContentFile<Centre>>>,
    /// Pages by file name without `.md`.
    pub pages: Arc<BTreeMap<String, PageFile>>,
    /// Translations whose original does not exist.
    pub orphans: Arc<Vec<ContentFile<Translation>>>,
    /// Whether drafts are rendered: in the preview, never in a published site.
    pub shows_drafts: bool,
    /// Fingerprints of the files as the build read them; empty outside builds.
    pub files: Arc<FileFingerprints>,
    by_slug: Arc<HashMap<String, usize>>,
}

/// An opportunity with its file, translations and status.
#[derive(Debug, Clone)]
pub struct Item {
    /// Source file.
    pub document: Document,
    /// Permanent identifier, part of the address.
    pub slug: Slug,
    /// Decoded facts, boxed because they are large and items are sorted.
    pub facts: Box<Opportunity>,
    /// Byte range of each fact in the file.
    pub spans: Spans,
    /// Translations by language code.
    pub translations: BTreeMap<String, ContentFile<Translation>>,
    /// Status on the board's day.
    pub status: Status,
}

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

/// A content file with the byte range of each fact.
pub trait Located {
    /// Source file.
    fn document(&self) -> &Document;

    /// Byte range of each fact in the file.
    fn spans(&self) -> &Spans;
}

impl Located for Item {
    fn document(&self) -> &Document {
        &self.document
    }

    fn spans(&self) -> &Spans {
        &self.spans
    }
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

/// A loaded board with the problems found; problems never stop the loading.
#[derive(Debug, Clone)]
pub struct LoadedBoard {
    /// The board, without the files that could not be read. Shared with the renderer.
    pub board: Arc<Board>,
    /// Problems found while loading.
    pub problems: Vec<Problem>,
    /// Sources of files that could not be parsed, for findings to quote.
    pub unreadable: Vec<Source>,
}

impl Board {
    /// The board as it is published: of what its organisation withdrew, only address, kind, state and year are left,
    /// so that no output can show more.
    #[must_use]
    pub fn without_withdrawn_facts(mut self: Arc<Self>) -> Arc<Self> {
        let is_withdrawn = |(_, item): &(usize, &Item)| item.status == Status::Withdrawn;
        let withdrawn: Vec<usize> =
            self.items.iter().enumerate().filter(is_withdrawn).map(|(index, _)| index).collect();
        if !withdrawn.is_empty() {
            let board = Arc::make_mut(&mut self);
            for index in withdrawn {
                let Some(item) = board.items.get_mut(index) else { continue };
                *item.facts = item.facts.withdrawn(item.permalink_elsewhere().is_some());
                for translation in item.translations.values_mut() {
                    translation.facts = Translation::default();
                }
            }
        }
        self
    }

    /// Looks up an opportunity by slug.
    #[must_use]
    pub fn item(&self, slug: &str) -> Option<&Item> {
        self.position(slug).and_then(|index| self.items.get(index))
    }

    /// Position of the opportunity with a slug in [`Board::items`].
    #[must_use]
    pub fn position(&self, slug: &str) -> Option<usize> {
        self.by_slug.get(slug).copied()
    }

    /// Published items: no drafts, and examples only if the configuration allows them.
    pub fn published(&self) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(|item| self.is_published(item))
    }

    /// Whether an item is published.
    #[must_use]
    pub fn is_published(&self, item: &Item) -> bool {
        (self.shows_drafts || !item.facts.is_draft()) && (self.config.bacheca.esempi || !item.facts.example)
    }

    /// Indices in `items` of published open items: soonest moment to act or to go first, those without one last.
    #[must_use]
    pub fn open_positions(&self) -> Vec<usize> {
        let is_open = |(_, item): &(usize, &Item)| self.is_published(item) && item.status.is_open();
        let mut open: Vec<(usize, &Item)> = self.items.iter().enumerate().filter(is_open).collect();
        open.sort_by_cached_key(|(index, item)| {
            let next = item.next_moment(self.today);
            (next.is_none(), next, Reverse(item.published_on()), *index)
        });
        open.into_iter().map(|(index, _)| index).collect()
    }

    /// Published open items, in the order of [`Board::open_positions`].
    #[must_use]
    pub fn open_items(&self) -> Vec<&Item> {
        self.open_positions().into_iter().filter_map(|index| self.items.get(index)).collect()
    }

    /// Organisation that offers an item.
    #[must_use]
    pub fn organisation_of<'b>(&'b self, item: &'b Item) -> Option<&'b Organisation> {
        match item.facts.organisation.value()? {
            Organiser::Known(id) => self.organisations.get(id.as_str()).map(|profile| &profile.facts),
            Organiser::Described(organisation) => {
                let same = |known: &&Organisation| known.name == organisation.name;
                let known = self.organisations.values().map(|profile| &profile.facts).find(same);
                known.or(Some(organisation))
            }
        }
    }

    /// Whether the item itself describes its organisation, instead of naming one that has a file.
    #[must_use]
    pub fn has_inline_organisation(&self, item: &Item) -> bool {
        match item.facts.organisation.value() {
            // An organisation of the same name with a file takes the place of the described one, even if they are equal,
            // so the addresses are compared and not the values.
            Some(Organiser::Described(organisation)) => {
                self.organisation_of(item).is_some_and(|found| std::ptr::eq(found, &raw const **organisation))
            }
            _ => false,
        }
    }

    /// Contacts of an item: its own, else the organisation's.
    #[must_use]
    pub fn contacts_of<'b>(&'b self, item: &'b Item) -> Option<&'b Contacts> {
        match item.facts.contacts.value() {
            Some(contacts) if !contacts.is_empty() => Some(contacts),
            _ if item.facts.contacts.placeholder().is_some() => None,
            _ => self.organisation_of(item)?.contacts.as_ref(),
        }
    }

    /// Absolute URL of a path of the site.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.config.bacheca.indirizzo)
    }

    /// Looks up a source by path, for findings to quote.
    #[must_use]
    pub fn source(&self, path: &str) -> Option<&Source> {
        self.documents().map(|document| &document.source).find(|source| source.path == path)
    }

    /// Content files whose text is published: opportunities, pages, organisations, contact points, translations.
    pub fn texts(&self) -> impl Iterator<Item = &Document> {
        self.documents()
    }

    /// Number of content files.
    #[must_use]
    pub fn file_count(&self) -> usize {
        self.documents().count()
    }

    fn documents(&self) -> impl Iterator<Item = &Document> {
        let items = self.items.iter().flat_map(|item| {
            std::iter::once(&item.document).chain(item.translations.values().map(|translation| &translation.document))
        });
        let pages = self.pages.values().flat_map(|page| {
            std::iter::once(&page.original.document)
                .chain(page.translations.values().map(|translation| &translation.document))
        });
        items
            .chain(pages)
            .chain(self.organisations.values().map(|profile| &profile.document))
            .chain(self.centres.values().map(|profile| &profile.document))
            .chain(self.orphans.iter().map(|orphan| &orphan.document))
    }
}

impl Item {
    /// Kind.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.facts.kind()
    }

    /// First day of the publication date, if known.
    #[must_use]
    pub fn published_on(&self) -> Option<NaiveDate> {
        self.facts.published.value().map(|date| date.first_day())
    }

    /// Title in the board's language.
    #[must_use]
    pub fn title(&self) -> &str {
        self.facts.title.value().map_or(self.slug.as_str(), String::as_str)
    }

    /// Title in the board's language for where there is little room: the short one, else the whole.
    #[must_use]
    pub fn short_title(&self) -> &str {
        self.facts.short_title.as_deref().unwrap_or(self.title())
    }

    /// Summary in the board's language; empty if unknown.
    #[must_use]
    pub fn summary(&self) -> &str {
        self.facts.summary.value().map_or("", String::as_str)
    }

    /// Title in a language, else in the board's.
    #[must_use]
    pub fn title_in(&self, language: &str) -> &str {
        self.translation(language).and_then(|other| other.facts.title.as_deref()).unwrap_or(self.title())
    }

    /// Summary in a language, else in the board's.
    #[must_use]
    pub fn summary_in(&self, language: &str) -> &str {
        self.translation(language).and_then(|other| other.facts.summary.as_deref()).unwrap_or(self.summary())
    }

    /// Markdown text in a language, else in the board's.
    #[must_use]
    pub fn body_in(&self, language: &str) -> &str {
        self.translation(language).map_or_else(|| self.document.body(), |other| other.document.body())
    }

    /// Latest of the days of publication, correction and verification.
    #[must_use]
    pub fn last_changed(&self) -> Option<NaiveDate> {
        let published = self.published_on();
        [published, self.facts.updated, self.facts.verified].into_iter().flatten().max()
    }

    /// Calendar year of the archive: that of publication, else of the folder, else of the closing.
    #[must_use]
    pub fn year(&self) -> i32 {
        use chrono::Datelike;
        let published = self.facts.published.value().map(|date| date.year());
        let folder = || self.document.source.path.rsplit('/').nth(1).and_then(|folder| folder.parse::<i32>().ok());
        published
            .or_else(folder)
            .or_else(|| self.status.closing().map(|closing| closing.day.year()))
            .unwrap_or_default()
    }

    /// Version of title, summary and text, see [`version_of`]; translations record the one they translate.
    #[must_use]
    pub fn version(&self) -> String {
        version_of(self.title(), self.summary(), self.document.body())
    }

    /// File name of the official image, unless it contains a path.
    fn image_name(&self) -> Option<&str> {
        let name = self.facts.image.as_ref()?.file.as_deref()?;
        (!name.contains(['/', '\\']) && !name.starts_with('.')).then_some(name)
    }

    /// Folder of the source file below the board's root.
    fn folder(&self) -> Option<&str> {
        self.document.source.path.rsplit_once('/').map(|(folder, _)| folder)
    }

    /// Path of the official image, if it is an existing file in the item's folder.
    #[must_use]
    pub fn image_path(&self, root: &std::path::Path) -> Option<std::path::PathBuf> {
        let path = root.join(self.folder()?).join(self.image_name()?);
        is_plain_file(&path).then_some(path)
    }

    /// URL on the board of origin, for an aggregated item: its first source.
    #[must_use]
    pub fn permalink_elsewhere(&self) -> Option<&str> {
        let copied = self.document.source.path.starts_with(AGGREGATED);
        self.facts.sources.value().filter(|_| copied)?.first()?.url.as_ref().map(crate::model::Link::as_str)
    }

    /// Translation into a language, if there is one.
    #[must_use]
    pub fn translation(&self, language: &str) -> Option<&ContentFile<Translation>> {
        self.translations.get(language)
    }
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

/// SHA-256 of some bytes (FIPS 180-4).
pub type Fingerprint = [u8; 32];

/// Computes the fingerprint of a sequence of parts; each part is hashed with its length.
#[must_use]
pub fn fingerprint<'p>(parts: impl IntoIterator<Item = &'p [u8]>) -> Fingerprint {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update(part.len().to_le_bytes());
        hasher.update(part);
    }
    hasher.finalize().into()
}

/// Formats a fingerprint as 64 lower-case hexadecimal digits.
#[must_use]
pub fn hex(sum: &Fingerprint) -> String {
    let digits = sum.iter().flat_map(|byte| [byte >> 4, byte & 0xf]);
    digits.filter_map(|digit| char::from_digit(u32::from(digit), 16)).collect()
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
