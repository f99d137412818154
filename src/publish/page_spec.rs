//! The declaration of one page of the site, in all languages that have it.

use super::shared::page_shell::{LanguageLink, PageHead};
use super::{RenderContext, Sink};
use crate::error::Error;
use crate::locale::Locale;

/// A page, a file or a folder of the site: where it is, in which languages, who may list it, and how it is rendered.
pub struct PageSpec<'c> {
    /// Path below the root of each language that has it: `archivio/2026/` for a page, `feed.xml` for a file, empty for
    /// the home.
    pub path: String,
    /// The languages that have it.
    pub languages: Vec<PageLanguage<'c>>,
    /// Whether search engines may list it.
    pub indexing: Indexing,
    /// Whether it is kept for use without a network, and when it is fetched.
    pub offline: Option<OfflineRank>,
    pub(super) source: Source,
    pub(super) content: Content<'c>,
}

/// A language that has a page.
#[derive(Clone, Copy)]
pub struct PageLanguage<'c> {
    /// The language.
    pub locale: &'c Locale,
    /// The page is really in that language: elsewhere it shows the board's own.
    pub translated: bool,
}

/// Whether search engines may list a page in the languages that it is really in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Indexing {
    /// It is in the sitemap.
    Indexed,
    /// They may, under the address at which another board published it first: that board's sitemap has it.
    Elsewhere,
    /// They are asked not to (`noindex`), for this reason.
    NotIndexed(&'static str),
    /// It is no page: data, pictures, styles.
    File,
}

/// The order in which pages are fetched for use without a network.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum OfflineRank {
    /// How to get anywhere.
    Home,
    /// What is shown in place of a page that was not kept.
    Fallback,
    /// The list of a kind.
    Kind,
    /// An open item, soonest closing first.
    Item,
    /// The list of a district where something is open: what it lists is there already.
    District,
}

/// From what a page is rendered, besides what all pages share (program, theme, settings, day).
pub(super) enum Source {
    /// Anything: it is rendered at each build.
    Board,
    /// These items of the board, by position, and a text of what else is on it.
    Items(Vec<usize>, String),
}

type RenderPage<'c> = dyn Fn(&PageSpec<'c>, &'c Locale) -> Result<Vec<u8>, Error> + Send + Sync + 'c;
type RenderFolder<'c> = dyn Fn(&dyn Sink) -> Result<(), Error> + Send + Sync + 'c;

pub(super) enum Content<'c> {
    /// One file in each language.
    File(Box<RenderPage<'c>>),
    /// Files whose names are known only when they are made, below the site's root.
    Folder(Box<RenderFolder<'c>>),
}

impl<'c> PageSpec<'c> {
    /// A page (a path that is empty or ends in `/`) or a file that every language has. Search engines list pages.
    pub(super) fn new(
        context: &'c RenderContext,
        path: impl Into<String>,
        render: impl Fn(&PageSpec<'c>, &'c Locale) -> Result<Vec<u8>, Error> + Send + Sync + 'c,
    ) -> Self {
        let path = path.into();
        let indexing = if path.is_empty() || path.ends_with('/') { Indexing::Indexed } else { Indexing::File };
        let languages = context.locales.iter().map(|locale| PageLanguage { locale, translated: true }).collect();
        let content = Content::File(Box::new(render));
        Self { path, languages, indexing, offline: None, source: Source::Board, content }
    }

    /// A page or a file of the board's own language alone: its path begins at the site's root.
    pub(super) fn own(
        context: &'c RenderContext,
        path: impl Into<String>,
        render: impl Fn(&PageSpec<'c>, &'c Locale) -> Result<Vec<u8>, Error> + Send + Sync + 'c,
    ) -> Self {
        let own = PageLanguage { locale: context.locales.own(), translated: true };
        Self { languages: vec![own], ..Self::new(context, path, render) }
    }

    /// A folder below the site's root, `pagefind/`, of files that get their names when they are made.
    pub(super) fn folder(
        context: &'c RenderContext,
        path: &str,
        render: impl Fn(&dyn Sink) -> Result<(), Error> + Send + Sync + 'c,
    ) -> Self {
        let content = Content::Folder(Box::new(render));
        Self { content, indexing: Indexing::File, ..Self::own(context, path, |_, _| Ok(Vec::new())) }
    }

    /// Only the languages for which `translated` says whether the page is really in them.
    pub(super) fn in_languages(mut self, translated: impl Fn(&str) -> Option<bool>) -> Self {
        let language = |language: PageLanguage<'c>| {
            translated(&language.locale.code).map(|translated| PageLanguage { translated, ..language })
        };
        self.languages = self.languages.into_iter().filter_map(language).collect();
        self
    }

    /// Search engines are asked not to list it, for this reason.
    pub(super) fn not_indexed(mut self, reason: &'static str) -> Self {
        self.indexing = Indexing::NotIndexed(reason);
        self
    }

    /// It is kept for use without a network.
    pub(super) fn kept_offline(mut self, rank: OfflineRank) -> Self {
        self.offline = Some(rank);
        self
    }

    /// It shows these items and what `others` tells: it is rendered again only when one of them changes.
    pub(super) fn shows(mut self, items: Vec<usize>, others: String) -> Self {
        self.source = Source::Items(items, others);
        self
    }

    pub(super) fn is_folder(&self) -> bool {
        matches!(self.content, Content::Folder(_))
    }

    /// Path of the page in a language below the site's root: `ar/archivio/`.
    #[must_use]
    pub fn path_in(&self, locale: &Locale) -> String {
        format!("{}{}", locale.root, self.path)
    }

    /// Path of the file (or folder) in a language below the site's root: `ar/archivio/index.html`.
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

    /// The head of the page in a language: its path, what search engines are told, the way to other languages.
    pub(super) fn head<'p>(&self, context: &'p RenderContext, locale: &'p Locale, title: &'p str) -> PageHead<'p> {
        let language = |code: &str| self.languages.iter().find(|language| language.locale.code == code);
        let links = context.locales.iter().map(|other| {
            let there = language(&other.code);
            let path = if there.is_some() { self.path_in(other) } else { other.root.clone() };
            LanguageLink::new(other, locale, path, there.is_some_and(|language| language.translated))
        });
        let translated = language(&locale.code).is_some_and(|language| language.translated);
        let noindex = matches!(self.indexing, Indexing::NotIndexed(_)) || !translated;
        PageHead { noindex, languages: links.collect(), ..PageHead::new(self.path_in(locale), title) }
    }
}
