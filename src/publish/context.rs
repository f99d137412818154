//! The data that pages are rendered from, computed once and shared by all pages.

use std::sync::{Arc, OnceLock};

use chrono::{NaiveDate, NaiveTime};

use super::item_output::has_page;
use super::shared::contact_point_items::ContactPointItems;
use super::shared::item_card::CardCache;
use super::shared::list_group::ListGroup;
use super::shared::listing::{self, OpenCounts};
use super::shared::newer_edition::NewestEditions;
use super::shared::page_shell::PageShells;
use super::shared::print::Printer;
use super::{ItemPage, PUBLISHERS, PrintStore, Publisher};
use crate::board::{Board, Item, find_local_instant};
use crate::compose::fact_sheet::{build_fact_sheet, item_path};
use crate::compose::figures::{Figures, count_board};
use crate::compose::help::{answers_need, offers_help};
use crate::diagnostic::Rule;
use crate::error::Error;
use crate::locale::{Locale, Locales, key};
use crate::model::{Kind, Need};
use crate::templates::Templates;
use crate::theme::Theme;

/// How boards are presented: theme, languages, templates, outputs. Loaded once, shared by the contexts of boards with
/// the same settings; cheap to clone.
#[derive(Clone)]
pub struct Presentation {
    /// The files of the theme.
    pub theme: Arc<Theme>,
    /// The languages.
    pub locales: Arc<Locales>,
    /// The templates of the theme, compiled.
    pub templates: Arc<Templates>,
    rules: Arc<[Rule]>,
    publishers: Arc<[&'static Publisher]>,
    printer: Arc<Printer>,
}

impl Presentation {
    /// Loads the presentation for a theme and a list of language codes. `rules` are described on a page of the site,
    /// `skip` names outputs to leave out, `store` caches the results of slow outputs.
    ///
    /// # Errors
    /// A template that does not compile, or a language whose texts are missing.
    pub fn new(
        theme: Theme,
        languages: &[String],
        rules: Vec<Rule>,
        skip: &[String],
        store: Option<Arc<dyn PrintStore>>,
    ) -> Result<Self, Error> {
        let is_wanted = |publisher: &&Publisher| !skip.iter().any(|name| name == publisher.name);
        Ok(Self {
            locales: Arc::new(Locales::load(&theme, languages)?),
            templates: Arc::new(Templates::load(&theme)?),
            theme: Arc::new(theme),
            rules: rules.into(),
            publishers: PUBLISHERS.iter().filter(is_wanted).collect(),
            printer: Arc::new(Printer::new(store)),
        })
    }
}

/// The data that pages are rendered from: a board, its presentation, and values derived from both once for all pages.
pub struct RenderContext {
    /// The content.
    pub board: Arc<Board>,
    /// The files of the theme.
    pub theme: Arc<Theme>,
    /// The languages.
    pub locales: Arc<Locales>,
    /// The templates of the theme, compiled.
    pub templates: Arc<Templates>,
    /// The rules that boards are checked with.
    pub rules: Arc<[Rule]>,
    /// The outputs that are rendered.
    pub publishers: Arc<[&'static Publisher]>,
    /// Published items, in the orders in which lists show them.
    pub index: BoardIndex,
    pub(super) shells: PageShells,
    pub(super) cards: CardCache,
    pub(super) contact_point_cards: CardCache,
    pub(super) printer: Arc<Printer>,
    figures: OnceLock<Figures>,
}

/// Positions of published items in the board, in the orders in which lists show them.
pub struct BoardIndex {
    /// Open items, soonest closing first.
    pub open: Vec<usize>,
    /// Every published item, newest first.
    pub latest: Vec<usize>,
    /// Every published item in the order of lists, with its group.
    pub(super) grouped: Vec<(ListGroup, usize)>,
    /// Open items that answer each need, in the order of [`Need::ALL`]; empty for a board that offers no help.
    pub(super) answers: Vec<Vec<usize>>,
    /// Open items at each contact point.
    pub(super) at_contact_points: ContactPointItems,
    /// Numbers of open items for the home page.
    pub(super) counts: OpenCounts,
    /// Newest editions of items that have a newer one.
    pub(super) newest_editions: NewestEditions,
    /// Per kind, in the order of [`Kind::ALL`]: open items that the pages of closed items link to.
    pub related: Vec<Vec<usize>>,
}

impl BoardIndex {
    fn new(board: &Board) -> Self {
        let open = board.open_positions();
        let related = Kind::ALL.into_iter().map(|kind| listing::related_open(board, &open, kind)).collect();
        let latest = listing::latest_positions(board);
        let grouped = listing::grouped_positions(board, &open, &latest);
        Self {
            related,
            grouped,
            newest_editions: NewestEditions::new(board),
            counts: OpenCounts::new(board, &open),
            answers: find_answers(board, &open),
            at_contact_points: ContactPointItems::new(board, &open),
            latest,
            open,
        }
    }
}

/// Open items that answer each need.
fn find_answers(board: &Board, open: &[usize]) -> Vec<Vec<usize>> {
    let needs = if offers_help(board) { Need::ALL } else { &[] };
    let answers = |need: &Need| {
        let is_answer = |index: &&usize| board.items.get(**index).is_some_and(|item| answers_need(item, *need));
        open.iter().filter(is_answer).copied().collect()
    };
    needs.iter().map(answers).collect()
}

impl RenderContext {
    /// Derives the values that all pages of a board share.
    #[must_use]
    pub fn new(board: Arc<Board>, presentation: &Presentation) -> Self {
        let Presentation { theme, locales, templates, rules, publishers, printer } = presentation.clone();
        let board = board.without_withdrawn_facts();
        Self {
            index: BoardIndex::new(&board),
            shells: PageShells::new(&locales, &theme),
            cards: CardCache::new(locales.iter().count(), board.items.len()),
            contact_point_cards: CardCache::new(locales.iter().count(), board.published_contact_points().count()),
            board,
            theme,
            locales,
            templates,
            rules,
            publishers,
            printer,
            figures: OnceLock::new(),
        }
    }

    /// The board in figures.
    pub(super) fn figures(&self) -> &Figures {
        self.figures.get_or_init(|| count_board(&self.board))
    }

    /// Open items, soonest closing first.
    #[must_use]
    pub fn open_items(&self) -> Vec<&Item> {
        self.index.open.iter().filter_map(|index| self.board.items.get(*index)).collect()
    }

    /// What the board is: its own words in its own language, else a general sentence.
    #[must_use]
    pub fn description<'c>(&'c self, locale: &'c Locale) -> &'c str {
        let own =
            Some(self.board.config.bacheca.descrizione.as_str()).filter(|own| locale.position == 0 && !own.is_empty());
        own.unwrap_or_else(|| locale.text(key::home_lead))
    }

    /// Page of an item in a language, with its fact sheet.
    #[must_use]
    pub fn item_page<'c>(&'c self, item: &'c Item, locale: &'c Locale) -> ItemPage<'c> {
        let path = item_path(&self.board, &item.slug, &locale.code);
        ItemPage { item, locale, sheet: build_fact_sheet(&self.board, item, locale), path }
    }

    /// Languages in which an item has a page: all, or for archived items the board's own and those with a translation.
    pub fn languages_of<'c>(&'c self, item: &'c Item) -> impl Iterator<Item = &'c Locale> + use<'c> {
        let board_language = &self.board.config.bacheca.lingua;
        self.locales.iter().filter(move |locale| has_page(item, &locale.code, board_language))
    }

    /// Newest edition of an item, if there is a newer one.
    pub(super) fn newest_edition(&self, item: &Item) -> Option<&Item> {
        let newest = self.index.newest_editions.of(self.board.position(item.slug.as_str())?)?;
        self.item_at(newest)
    }

    /// Item at a position in the board.
    pub(super) fn item_at(&self, index: usize) -> Option<&Item> {
        self.board.items.get(index)
    }

    /// Formats midnight of a day in the board's time zone, with its offset (RFC 3339).
    pub(super) fn format_midnight(&self, day: NaiveDate) -> Option<String> {
        Some(find_local_instant(self.board.config.bacheca.fuso, day.and_time(NaiveTime::MIN))?.to_rfc3339())
    }
}
