//! An opportunity of the board: its file, facts, translations and status.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use super::content_file::{ContentFile, Located, PublicationsFile, version_of};
use super::status::Status;
use super::voice::Voice;
use crate::files::is_plain_file;
use crate::model::{Kind, Link, Opportunity, Slug, Spans, Translation};
use crate::source::Document;

/// Folder of items from other boards, one subfolder per board; only `aggregate` writes there.
pub const AGGREGATED: &str = "content/opportunita/aggregati/";

/// Comment in the head of each file that `aggregate` writes: without it, somebody of this board wrote the file.
pub const AGGREGATED_REMARK: &str = "scritto da «bacheca aggregate», che lo riscrive: quello che cambi qui va perso";

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
    /// Posts on channels, in the file beside it.
    pub publications_file: Option<PublicationsFile>,
    /// Voice messages beside it, by language code.
    pub voices: BTreeMap<String, Voice>,
    /// Status on the board's day.
    pub status: Status,
}

impl Located for Item {
    fn document(&self) -> &Document {
        &self.document
    }

    fn spans(&self) -> &Spans {
        &self.spans
    }
}

impl Item {
    /// Kind.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.facts.kind()
    }

    /// Districts of the announcement and of its editions; may have duplicates.
    pub fn zones(&self) -> impl Iterator<Item = &str> {
        let own = self.facts.places().iter().filter_map(|place| place.zone.as_deref());
        let editions = self.facts.editions().iter().filter_map(|edition| edition.place.as_ref()?.zone.as_deref());
        own.chain(editions)
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
    pub(super) fn image_name(&self) -> Option<&str> {
        let name = self.facts.image.as_ref()?.file.as_deref()?;
        (!name.contains(['/', '\\']) && !name.starts_with('.')).then_some(name)
    }

    /// Folder of the source file below the board's root.
    #[must_use]
    pub fn folder(&self) -> Option<&str> {
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
        self.facts.sources.value().filter(|_| copied)?.first()?.url.as_ref().map(Link::as_str)
    }

    /// Translation into a language, if there is one.
    #[must_use]
    pub fn translation(&self, language: &str) -> Option<&ContentFile<Translation>> {
        self.translations.get(language)
    }
}
