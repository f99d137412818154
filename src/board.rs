//! The loaded board, indexed and immutable: the input of rules and publishers.

mod audio_format;
mod conflicts;
mod content_file;
mod file;
mod file_times;
mod files;
mod fingerprint_writer;
mod fingerprints;
mod glossary;
mod image;
mod item;
mod items;
mod lessons;
mod load;
mod local_instant;
mod offset_change;
mod opening_calendar;
mod outlines;
mod placed;
mod problem;
mod publications;
mod refresh;
mod status;
mod stray_file;
mod timing;
mod unfinished;
mod verification;
mod voice;
mod voices;
mod whole_file;
mod words;

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use chrono::NaiveDate;

use crate::config::Config;
use crate::model::{ContactPoint, Contacts, Organisation, Organiser, Translation};
use crate::source::{Document, Source};

pub use audio_format::AudioFormat;
pub use content_file::{ContentFile, Located, PageFile, PublicationsFile, version_of};
pub use file_times::fingerprint_times;
pub use files::{ContentFiles, load};
pub use fingerprint_writer::{FingerprintWriter, Written};
pub use fingerprints::{BoardFingerprints, FileFingerprints, Fingerprint, fingerprint, hex};
pub use glossary::{GLOSSARY_PATH, Glossary, GlossaryProblem, Term, TermTranslation, says_name};
pub use image::ItemImage;
pub use item::{AGGREGATED, AGGREGATED_REMARK, Item};
pub use items::Items;
pub use lessons::LessonBreaks;
pub use local_instant::find_local_instant;
pub use offset_change::find_offset_change;
pub use opening_calendar::{
    Access, AccessKind, DayHours, DaySlot, HoursException, NextOpening, OpeningCalendar, OpeningState,
};
pub use outlines::{OUTLINES_PATH, OutlineMap, Outlines, OutlinesProblem, Vertex, ZoneOutline};
pub use placed::{PlacedItem, PlacedOrganisation};
pub use problem::{Problem, ProblemKind};
pub use status::{Closing, Status};
pub use timing::{Act, Timing, takes_place_on};
pub use unfinished::Unfinished;
pub use verification::{MAX_VERIFIED_DAYS, Verification};
pub use voice::{StrayReason, StrayVoice, Voice};

/// Name of the page with the charter that announcers accept.
pub const CHARTER_PAGE: &str = "carta";

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
    pub contact_points: Arc<BTreeMap<String, ContentFile<ContactPoint>>>,
    /// Pages by file name without `.md`.
    pub pages: Arc<BTreeMap<String, PageFile>>,
    /// Outlines of the districts, if the board has them.
    pub outlines: Option<Arc<Outlines>>,
    /// Words of offices, if the board explains them.
    pub glossary: Option<Arc<Glossary>>,
    /// Translations whose original does not exist.
    pub orphans: Arc<Vec<ContentFile<Translation>>>,
    /// Files of posts without an announcement beside them.
    pub orphan_publications: Arc<Vec<PublicationsFile>>,
    /// Voice messages that no announcement has.
    pub stray_voices: Arc<Vec<StrayVoice>>,
    /// Translations that somebody has begun, by path: not published.
    pub unfinished: Arc<BTreeMap<String, ContentFile<Translation>>>,
    /// Whether drafts are rendered: in the preview, never in a published site.
    pub shows_drafts: bool,
    /// Fingerprints of the files as the build read them; empty outside builds.
    pub files: Arc<FileFingerprints>,
    by_slug: Arc<HashMap<String, usize>>,
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

    /// Published items that editors may send to people: the invented ones only where there is nothing else.
    pub fn items_to_post(&self) -> impl Iterator<Item = &Item> {
        let only_examples = self.has_only_examples();
        self.published().filter(move |item| only_examples || !item.facts.example)
    }

    /// Open items of [`Board::items_to_post`], in the order of [`Board::open_positions`].
    #[must_use]
    pub fn open_items_to_post(&self) -> Vec<&Item> {
        let only_examples = self.has_only_examples();
        self.open_items().into_iter().filter(|item| only_examples || !item.facts.example).collect()
    }

    fn has_only_examples(&self) -> bool {
        self.published().all(|item| item.facts.example)
    }

    /// Published contact points by id, in the order of their ids: examples only if the configuration allows them.
    pub fn published_contact_points(&self) -> impl Iterator<Item = (&str, &ContactPoint)> {
        let published =
            self.contact_points.iter().filter(|(_, file)| self.config.bacheca.esempi || !file.facts.example);
        published.map(|(id, file)| (id.as_str(), &file.facts))
    }

    /// Published organisations by id, in the order of their ids: examples only if the configuration allows them.
    pub fn published_organisations(&self) -> impl Iterator<Item = (&str, &Organisation)> {
        let published = self.organisations.iter().filter(|(id, _)| self.publishes_organisation(id));
        published.map(|(id, file)| (id.as_str(), &file.facts))
    }

    /// Whether an organisation with a file has a page.
    #[must_use]
    pub fn publishes_organisation(&self, id: &str) -> bool {
        let file = self.organisations.get(id);
        file.is_some_and(|file| self.config.bacheca.esempi || !file.facts.example)
    }

    /// Version of the charter that announcers accept; `None` of a board that asks for none.
    #[must_use]
    pub fn charter_version(&self) -> Option<&str> {
        self.pages.get(CHARTER_PAGE)?.original.facts.version.as_deref()
    }

    /// How old the verification of a contact point is.
    #[must_use]
    pub fn verification_of(&self, contact_point: &ContactPoint) -> Verification {
        Verification::new(contact_point.verified, self.today)
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
            // An announcement of another board may call its organisation by the name of one of ours.
            Organiser::Described(organisation) if item.permalink_elsewhere().is_some() => Some(organisation),
            Organiser::Described(organisation) => {
                let same = |known: &&Organisation| known.name == organisation.name;
                let known = self.organisations.values().map(|profile| &profile.facts).find(same);
                known.or(Some(organisation))
            }
        }
    }

    /// Id of the published organisation that offers an item: the one that it names, or one of the name that it describes.
    #[must_use]
    pub fn organiser_id<'b>(&'b self, item: &'b Item) -> Option<&'b str> {
        let id = match item.facts.organisation.value()? {
            Organiser::Known(id) => id.as_str(),
            Organiser::Described(_) if item.permalink_elsewhere().is_some() => return None,
            Organiser::Described(organisation) => {
                let known = self.organisations.iter().find(|(_, file)| file.facts.name == organisation.name);
                known.map(|(id, _)| id.as_str())?
            }
        };
        self.publishes_organisation(id).then_some(id)
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
        self.sources().find(|source| source.path == path)
    }

    /// Sources of all files of the board, unfinished translations included.
    pub fn sources(&self) -> impl Iterator<Item = &Source> {
        let unfinished = self.unfinished.values().map(|file| &file.document);
        let glossary = self.glossary.as_deref().map(|glossary| &glossary.source);
        self.texts().chain(self.publications_files()).chain(unfinished).map(|document| &document.source).chain(glossary)
    }

    /// Content files whose text is published: opportunities, pages, organisations, contact points, translations.
    pub fn texts(&self) -> impl Iterator<Item = &Document> {
        let items = self.items.iter().flat_map(|item| {
            std::iter::once(&item.document).chain(item.translations.values().map(|translation| &translation.document))
        });
        items.chain(self.texts_beside_items())
    }

    /// The same without those of the items.
    pub fn texts_beside_items(&self) -> impl Iterator<Item = &Document> {
        let pages = self.pages.values().flat_map(|page| {
            std::iter::once(&page.original.document)
                .chain(page.translations.values().map(|translation| &translation.document))
        });
        pages
            .chain(self.organisations.values().map(|profile| &profile.document))
            .chain(self.contact_points.values().map(|profile| &profile.document))
            .chain(self.orphans.iter().map(|orphan| &orphan.document))
    }

    /// Number of content files.
    #[must_use]
    pub fn file_count(&self) -> usize {
        self.texts().count() + self.publications_files().count() + self.unfinished.len()
    }
}
