//! Declaration of one page of the site, in all languages that have it.

use super::shared::page_shell::{LanguageLink, PageHead};
use super::{PieceKeys, PieceWriter, RenderContext, Sink};
use crate::error::Error;
use crate::locale::Locale;

/// A page, file or folder of the site: path, languages, indexing, and how it is rendered.
pub struct PageSpec<'c> {
    /// Path below the root of each language: `archivio/2026/` for a page, `feed.xml` for a file, empty for the home
    /// page.
    pub path: String,
    /// Languages that have the page.
    pub languages: Vec<PageLanguage<'c>>,
    /// Whether search engines may list it.
    pub indexing: Indexing,
    /// Rank among the pages kept for offline use; `None` if it is not kept.
    pub offline: Option<OfflineRank>,
    /// Position of the language whose posters it binds, if it is printed: it is printed after them.
    pub(super) posters: usize,
    pub(super) source: Source,
    pub(super) content: Content<'c>,
}

/// A language that has a page.
#[derive(Clone, Copy)]
pub struct PageLanguage<'c> {
    /// The language.
    pub locale: &'c Locale,
    /// Whether the text is in that language; otherwise the page shows the board's own language.
    pub translated: bool,
}

/// Whether search engines may list a page in the languages into which it is translated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Indexing {
    /// Listed in the sitemap.
    Indexed,
    /// Listed under the address at which another board published it first: it is in that board's sitemap.
    Elsewhere,
    /// Not to be listed (`noindex`), for this reason.
    NotIndexed(&'static str),
    /// Not a page: data, image, style sheet.
    File,
}

/// Order in which pages are fetched for offline use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum OfflineRank {
    /// The home page.
    Home,
    /// The page shown in place of one that was not kept.
    Fallback,
    /// The page of all needs: numbers to call when there is no network.
    Help,
    /// The list of items of a kind.
    Kind,
    /// The list of contact points, which has their telephone numbers.
    ContactPoint,
    /// An open item, those that close soonest first.
    Item,
    /// The page of a need, whose announcements and contact points have been fetched already.
    Need,
    /// The list of a district with open items. Last, because its items have been fetched already.
    District,
}

/// Inputs of a page, besides those that all pages share (program, theme, settings, day).
pub(super) enum Source {
    /// The whole board: the page is rendered at each build.
    Board,
    /// Items of the board, by position, and a text that encodes all other inputs.
    Items(Vec<usize>, String),
}

type RenderPage<'c> = dyn Fn(&PageSpec<'c>, &'c Locale) -> Result<Vec<u8>, Error> + Send + Sync + 'c;
type WritePage<'c> = dyn Fn(&mut dyn PieceWriter, PieceKeys<'_>) -> Result<(), Error> + Send + Sync + 'c;
type RenderSummary<'c> = dyn Fn(&dyn Sink) -> Result<Vec<u8>, Error> + Send + Sync + 'c;
type RenderFolder<'c> = dyn Fn(&dyn Sink) -> Result<(), Error> + Send + Sync + 'c;

pub(super) enum Content<'c> {
    /// One file in each language.
    File(Box<RenderPage<'c>>),
    /// One file, written piece by piece because it may be too long for the memory.
    Pieces(Box<WritePage<'c>>),
    /// One file about others, rendered when they are stored.
    Summary(Box<RenderSummary<'c>>),
    /// Files below the site's root whose names are known only after rendering.
    Folder(Box<RenderFolder<'c>>),
}

impl<'c> PageSpec<'c> {
    /// A page (path empty or ending in `/`) or a file in every language. Search engines may list pages.
    pub(super) fn new(
        context: &'c RenderContext,
        path: impl Into<String>,
        render: impl Fn(&PageSpec<'c>, &'c Locale) -> Result<Vec<u8>, Error> + Send + Sync + 'c,
    ) -> Self {
        let path = path.into();
        let indexing = if path.is_empty() || path.ends_with('/') { Indexing::Indexed } else { Indexing::File };
        let languages = context.locales.iter().map(|locale| PageLanguage { locale, translated: true }).collect();
        let content = Content::File(Box::new(render));
        Self { path, languages, indexing, offline: None, posters: 0, source: Source::Board, content }
    }

    /// A page or file in the board's own language only, so that its path is relative to the site's root.
    pub(super) fn at_root(
        context: &'c RenderContext,
        path: impl Into<String>,
        render: impl Fn(&PageSpec<'c>, &'c Locale) -> Result<Vec<u8>, Error> + Send + Sync + 'c,
    ) -> Self {
        let own = PageLanguage { locale: context.locales.board_locale(), translated: true };
        Self { languages: vec![own], ..Self::new(context, path, render) }
    }

    /// A file below the site's root that is written piece by piece.
    pub(super) fn in_pieces(
        context: &'c RenderContext,
        path: impl Into<String>,
        write: impl Fn(&mut dyn PieceWriter, PieceKeys<'_>) -> Result<(), Error> + Send + Sync + 'c,
    ) -> Self {
        let content = Content::Pieces(Box::new(write));
        Self { content, ..Self::at_root(context, path, |_, _| Ok(Vec::new())) }
    }

    /// A file below the site's root about others, rendered when all but what is printed is stored.
    pub(super) fn summary(
        context: &'c RenderContext,
        path: impl Into<String>,
        render: impl Fn(&dyn Sink) -> Result<Vec<u8>, Error> + Send + Sync + 'c,
    ) -> Self {
        let content = Content::Summary(Box::new(render));
        Self { content, ..Self::at_root(context, path, |_, _| Ok(Vec::new())) }
    }

    /// A folder below the site's root, e.g. `ricerca/`, with files whose names are known only after rendering.
    pub(super) fn folder(
        context: &'c RenderContext,
        path: &str,
        render: impl Fn(&dyn Sink) -> Result<(), Error> + Send + Sync + 'c,
    ) -> Self {
        let content = Content::Folder(Box::new(render));
        Self { content, indexing: Indexing::File, ..Self::at_root(context, path, |_, _| Ok(Vec::new())) }
    }

    /// Keeps only the languages for which `translated` returns a value: whether the text is in that language.
    pub(super) fn in_languages(mut self, translated: impl Fn(&str) -> Option<bool>) -> Self {
        let language = |language: PageLanguage<'c>| {
            translated(&language.locale.code).map(|translated| PageLanguage { translated, ..language })
        };
        self.languages = self.languages.into_iter().filter_map(language).collect();
        self
    }

    /// Asks search engines not to list the page, for this reason.
    pub(super) fn not_indexed(mut self, reason: &'static str) -> Self {
        self.indexing = Indexing::NotIndexed(reason);
        self
    }

    /// Keeps the page for offline use.
    pub(super) fn kept_offline(mut self, rank: OfflineRank) -> Self {
        self.offline = Some(rank);
        self
    }

    /// Declares that the page binds the posters of a language, which are printed before it.
    pub(super) fn binding_posters_in(mut self, locale: &Locale) -> Self {
        self.posters = locale.position;
        self
    }

    /// Declares the items on the page, and all its other inputs as a text: it is rendered again only when these
    /// change.
    pub(super) fn showing_items(mut self, items: Vec<usize>, others: String) -> Self {
        self.source = Source::Items(items, others);
        self
    }

    /// Declares that no item is an input of the page.
    pub(super) fn without_items(self) -> Self {
        self.showing_items(Vec::new(), String::new())
    }

    /// Whether it is rendered when the others are stored.
    pub(super) fn is_summary(&self) -> bool {
        matches!(self.content, Content::Summary(_))
    }

    pub(super) fn is_folder(&self) -> bool {
        matches!(self.content, Content::Folder(_))
    }

    /// Path of the page in a language below the site's root, e.g. `ar/archivio/`.
    #[must_use]
    pub fn path_in(&self, locale: &Locale) -> String {
        format!("{}{}", locale.root, self.path)
    }

    /// Path of the file (or folder) in a language below the site's root, e.g. `ar/archivio/index.html`.
    #[must_use]
    pub fn file_in(&self, locale: &Locale) -> String {
        let is_page = !self.is_folder() && (self.path.is_empty() || self.path.ends_with('/'));
        format!("{}{}{}", locale.root, self.path, if is_page { "index.html" } else { "" })
    }

    /// Whether the sitemap lists the page in a language.
    #[must_use]
    pub fn is_listed_in(&self, language: &PageLanguage<'_>) -> bool {
        self.indexing == Indexing::Indexed && language.translated
    }

    /// Builds the head of the page in a language: path, `noindex`, links to the other languages.
    pub(super) fn head<'p>(&self, context: &'p RenderContext, locale: &'p Locale, title: &'p str) -> PageHead<'p> {
        let language = |code: &str| self.languages.iter().find(|language| language.locale.code == code);
        let links = context.locales.iter().map(|other| {
            let other_language = language(&other.code);
            let path = if other_language.is_some() { self.path_in(other) } else { other.root.clone() };
            LanguageLink::new(other, locale, path, other_language.is_some_and(|language| language.translated))
        });
        let translated = language(&locale.code).is_some_and(|language| language.translated);
        let noindex = matches!(self.indexing, Indexing::NotIndexed(_)) || !translated;
        PageHead { noindex, languages: links.collect(), ..PageHead::new(self.path_in(locale), title) }
    }
}
