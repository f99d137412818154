//! Everything that was loaded, indexed, immutable: what rules and publishers read.

mod file;
mod files;
mod fingerprints;
mod image;
mod items;
mod load;
mod problem;
mod refresh;
mod status;

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use chrono::NaiveDate;
use sha2::{Digest, Sha256};

use crate::config::Config;
use crate::model::{Centre, Contacts, Kind, Opportunity, Organisation, Organiser, Page, Slug, Spans, Translation};
use crate::source::{Document, Source};

pub use files::{Files, load};
pub use fingerprints::{BoardFingerprints, FileFingerprints};
pub use image::ItemImage;
pub use items::Items;
pub use problem::{Problem, ProblemKind};
pub use status::{Closing, Status};

/// Where items of other boards stand: a folder for each board, which `aggregate` writes and nobody else.
pub const AGGREGATED: &str = "content/opportunita/aggregati/";

/// A board. Copies share whatever is the same: another board with one file changed costs little.
#[derive(Debug, Clone)]
pub struct Board {
    /// `site.toml`.
    pub config: Config,
    /// Today in the board's time zone.
    pub today: NaiveDate,
    /// The board's folder.
    pub root: std::path::PathBuf,
    /// Its pictures by path, where it is in memory and on no disk.
    images: Option<Arc<BTreeMap<String, Vec<u8>>>>,
    /// Opportunities, drafts included, ordered by slug.
    pub items: Items,
    /// Organisations by name of file.
    pub organisations: Arc<BTreeMap<String, ContentFile<Organisation>>>,
    /// Contact points by name of file.
    pub centres: Arc<BTreeMap<String, ContentFile<Centre>>>,
    /// Pages by name of file.
    pub pages: Arc<BTreeMap<String, PageFile>>,
    /// Translations of nothing.
    pub orphans: Arc<Vec<ContentFile<Translation>>>,
    /// Drafts are shown: in a preview, never in a site.
    pub shows_drafts: bool,
    /// What a build noted of the files when it read them; empty where nobody compares.
    pub files: Arc<FileFingerprints>,
    by_slug: Arc<HashMap<String, usize>>,
}

/// An opportunity and where it comes from.
#[derive(Debug, Clone)]
pub struct Item {
    /// The file.
    pub document: Document,
    /// Its name, for ever.
    pub slug: Slug,
    /// Its facts: apart, for they are large and items are moved and sorted.
    pub facts: Box<Opportunity>,
    /// Where each of them stands in the file.
    pub spans: Spans,
    /// Its translations, by language.
    pub translations: BTreeMap<String, ContentFile<Translation>>,
    /// Where it stands today.
    pub status: Status,
}

/// A file with facts and a text.
#[derive(Debug, Clone)]
pub struct ContentFile<T> {
    /// The file.
    pub document: Document,
    /// Its facts.
    pub facts: T,
    /// Where each of them stands in the file.
    pub spans: Spans,
}

/// A file whose facts know where they stand in it.
pub trait Located {
    /// The file.
    fn document(&self) -> &Document;

    /// Where each fact stands, in bytes of the file.
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

/// A page and its translations by language.
#[derive(Debug, Clone)]
pub struct PageFile {
    /// The page in the board's language.
    pub original: ContentFile<Page>,
    /// Its translations.
    pub translations: BTreeMap<String, ContentFile<Translation>>,
}

/// What was loaded, and what was wrong: problems never stop the loading.
#[derive(Debug, Clone)]
pub struct LoadedBoard {
    /// The board, as far as it could be read. Whoever renders it shares it.
    pub board: Arc<Board>,
    /// What was found on the way.
    pub problems: Vec<Problem>,
    /// Files that could not be read at all, to show their lines.
    pub unreadable: Vec<Source>,
}

impl Board {
    /// An opportunity by its name.
    #[must_use]
    pub fn item(&self, slug: &str) -> Option<&Item> {
        self.by_slug.get(slug).and_then(|index| self.items.get(*index))
    }

    /// What is published: no drafts, examples only where the board wants them.
    pub fn published(&self) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(|item| self.is_published(item))
    }

    /// Whether an item is published.
    #[must_use]
    pub fn is_published(&self, item: &Item) -> bool {
        (self.shows_drafts || !item.facts.is_draft()) && (self.config.bacheca.esempi || !item.facts.example)
    }

    /// Positions in `items` of what is published and open: soonest closing first, then what has no end.
    #[must_use]
    pub fn open_positions(&self) -> Vec<usize> {
        let is_open = |(_, item): &(usize, &Item)| self.is_published(item) && item.status.is_open();
        let mut open: Vec<(usize, &Item)> = self.items.iter().enumerate().filter(is_open).collect();
        open.sort_by_cached_key(|(index, item)| {
            let closing = item.status.closing();
            (closing.is_none(), closing, Reverse(item.published_on()), *index)
        });
        open.into_iter().map(|(index, _)| index).collect()
    }

    /// What is published and open, in the order of [`Board::open_positions`].
    #[must_use]
    pub fn open_items(&self) -> Vec<&Item> {
        self.open_positions().into_iter().filter_map(|index| self.items.get(index)).collect()
    }

    /// Whose offer an item is.
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

    /// Where to ask about an item: its own contacts, else the organisation's.
    #[must_use]
    pub fn contacts_of<'b>(&'b self, item: &'b Item) -> Option<&'b Contacts> {
        match item.facts.contacts.value() {
            Some(contacts) if !contacts.is_empty() => Some(contacts),
            _ if item.facts.contacts.placeholder().is_some() => None,
            _ => self.organisation_of(item)?.contacts.as_ref(),
        }
    }

    /// The address of a path of the site, whole.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.config.bacheca.indirizzo)
    }

    /// A source by its path, to show its lines.
    #[must_use]
    pub fn source(&self, path: &str) -> Option<&Source> {
        self.documents().map(|document| &document.source).find(|source| source.path == path)
    }

    /// Files whose text is published: opportunities, pages, organisations, centres, translations.
    pub fn texts(&self) -> impl Iterator<Item = &Document> {
        self.documents()
    }

    /// How many content files there are.
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
    /// What it is.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.facts.kind()
    }

    /// The first day of its date of publication, where that is said.
    #[must_use]
    pub fn published_on(&self) -> Option<NaiveDate> {
        self.facts.published.value().map(|date| date.first_day())
    }

    /// Its name in the board's language.
    #[must_use]
    pub fn title(&self) -> &str {
        self.facts.title.value().map_or(self.slug.as_str(), String::as_str)
    }

    /// One or two sentences, or nothing.
    #[must_use]
    pub fn summary(&self) -> &str {
        self.facts.summary.value().map_or("", String::as_str)
    }

    /// Its name in a language, or in the board's until somebody translates it.
    #[must_use]
    pub fn title_in(&self, language: &str) -> &str {
        self.translation(language).and_then(|other| other.facts.title.as_deref()).unwrap_or(self.title())
    }

    /// One or two sentences, in a language or in the board's.
    #[must_use]
    pub fn summary_in(&self, language: &str) -> &str {
        self.translation(language).and_then(|other| other.facts.summary.as_deref()).unwrap_or(self.summary())
    }

    /// Its text, in a language or in the board's.
    #[must_use]
    pub fn body_in(&self, language: &str) -> &str {
        self.translation(language).map_or_else(|| self.document.body(), |other| other.document.body())
    }

    /// The last day on which anything of it is known to have changed: published, corrected, verified.
    #[must_use]
    pub fn changed(&self) -> Option<NaiveDate> {
        let published = self.published_on();
        [published, self.facts.updated, self.facts.verified].into_iter().flatten().max()
    }

    /// The year under which it is archived: of its publication, else of its folder, else of its end.
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

    /// The version of its words: what a translation says it translates.
    #[must_use]
    pub fn version(&self) -> String {
        version_of(self.title(), self.summary(), self.document.body())
    }

    /// The name of its official image, if it leads nowhere else.
    fn image_name(&self) -> Option<&str> {
        let name = self.facts.image.as_ref()?.file.as_deref()?;
        (!name.contains(['/', '\\']) && !name.starts_with('.')).then_some(name)
    }

    /// The folder of its file below the board's root.
    fn folder(&self) -> Option<&str> {
        self.document.source.path.rsplit_once('/').map(|(folder, _)| folder)
    }

    /// The file of its official image, if it is an existing file beside it and nowhere else.
    #[must_use]
    pub fn image_path(&self, root: &std::path::Path) -> Option<std::path::PathBuf> {
        let path = root.join(self.folder()?).join(self.image_name()?);
        std::fs::symlink_metadata(&path).is_ok_and(|metadata| metadata.is_file()).then_some(path)
    }

    /// Its address on the board that it comes from, if it is not this one's own: its first source.
    #[must_use]
    pub fn permalink_elsewhere(&self) -> Option<&str> {
        let copied = self.document.source.path.starts_with(AGGREGATED);
        self.facts.sources.value().filter(|_| copied)?.first()?.url.as_ref().map(crate::model::Link::as_str)
    }

    /// Its translation, if it still translates these words or some of them.
    #[must_use]
    pub fn translation(&self, language: &str) -> Option<&ContentFile<Translation>> {
        self.translations.get(language)
    }
}

impl PageFile {
    /// The version of its words: what a translation says it translates.
    #[must_use]
    pub fn version(&self) -> String {
        let page = &self.original;
        let words = |words: &Option<String>| words.clone().unwrap_or_default();
        version_of(&words(&page.facts.title), &words(&page.facts.summary), page.document.body())
    }
}

/// What tells some bytes from any others: their SHA-256 (FIPS 180-4).
pub type Fingerprint = [u8; 32];

/// The sum of some parts, of which each counts with its length.
#[must_use]
pub fn fingerprint<'p>(parts: impl IntoIterator<Item = &'p [u8]>) -> Fingerprint {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update(part.len().to_le_bytes());
        hasher.update(part);
    }
    hasher.finalize().into()
}

/// A sum in hexadecimal digits.
#[must_use]
pub fn hex(sum: &Fingerprint) -> String {
    let digits = sum.iter().flat_map(|byte| [byte >> 4, byte & 0xf]);
    digits.filter_map(|digit| char::from_digit(u32::from(digit), 16)).collect()
}

/// A short hash of the words of an original: title, summary, text. White space does not count, so
/// that another editor's line ends make no translation old.
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
