//! Everything that a board publishes: one file a kind of output, one list of them.
//!
//! Publishers do not touch the disk. They hand files to a [`Sink`]: the output folder for `build`,
//! memory for `serve`.

mod fingerprints;
mod outputs;
mod reuse;
mod shared;

pub use outputs::PUBLISHERS;
pub use outputs::is_versioned;
pub use outputs::print_desk;
pub use shared::messages;
pub use shared::print::PrintStore;

use shared::{item_card, listing, page_shell, print};

use std::sync::OnceLock;

use rayon::prelude::*;

use crate::board::{Board, Fingerprint, Item};
use crate::compose::fact_sheet::{FactSheet, build_fact_sheet};
use crate::diagnostic::Rule;
use crate::error::Error;
use crate::locale::{Locale, Locales};
use crate::model::Kind;
use crate::templates::Templates;
use crate::theme::Theme;
use crate::typesetter::Typesetter;

/// Where publishers put what they make.
pub trait Sink: Sync {
    /// Takes a file: its path below the site's root, with `/`, and its bytes.
    ///
    /// # Errors
    /// If the file cannot be kept, or another publisher has this path.
    fn put(&self, path: &str, bytes: Vec<u8>) -> Result<(), Error>;

    /// Whether the files of a group are here already, made from what `key` says: then they stay, and are not made.
    ///
    /// # Errors
    /// If another publisher has the path of one of them.
    fn unchanged(&self, _group: &str, _key: &str) -> Result<bool, Error> {
        Ok(false)
    }

    /// Notes from what the files of a group were made, for the next time.
    fn remember(&self, _group: &str, _key: &str, _paths: Vec<String>) {}
}

/// One kind of output.
pub struct Publisher {
    /// Its name, for `--skip` and for stage tables.
    pub name: &'static str,
    /// What it makes.
    pub render: Scope,
}

/// What a publisher is given.
pub enum Scope {
    /// The whole site, once.
    Site(fn(&Site<'_>, &dyn Sink) -> Result<(), Error>),
    /// The whole site, once, after that: it works on threads of its own.
    Apart(fn(&Site<'_>, &dyn Sink) -> Result<(), Error>),
    /// Each page of each item: in every language in which it has one.
    Page(fn(&Site<'_>, &ItemPage<'_>, &dyn Sink) -> Result<(), Error>),
    /// What is printed of each page of each open item.
    Sheet(fn(&Site<'_>, &ItemPage<'_>, &dyn Sink) -> Result<(), Error>),
    /// What is printed of the whole site, in parts that do not need each other.
    Desk(for<'s> fn(&'s Site<'s>) -> Vec<PrintTask<'s>>),
}

/// Something to be printed and put into a sink.
pub type PrintTask<'s> = Box<dyn Fn(&dyn Sink) -> Result<(), Error> + Send + Sync + 's>;

/// A board with everything that its pages need, made once.
pub struct Site<'b> {
    /// The content.
    pub board: &'b Board,
    /// The languages.
    pub locales: &'b Locales,
    /// The files of the theme.
    pub theme: &'b Theme,
    /// Its templates.
    pub templates: &'b Templates,
    /// What is looked at before anything is published.
    pub rules: Vec<Rule>,
    frames: Vec<page_shell::PageShell>,
    cards: item_card::CardCache,
    open: Vec<usize>,
    /// For each kind, in the order of [`Kind::ALL`]: what a closed item points to.
    alike: Vec<Vec<usize>>,
    latest: Vec<usize>,
    press: OnceLock<Result<Typesetter, Error>>,
    store: Option<&'b dyn PrintStore>,
    /// The sum of what all items share, and for each item of the board that of its own files.
    sums: Option<(Fingerprint, &'b [Fingerprint])>,
    /// For each item of the board the sum of what its pages are made from.
    keys: Vec<String>,
}

/// One page of one item.
pub struct ItemPage<'b> {
    /// The item.
    pub item: &'b Item,
    /// Its language.
    pub locale: &'b Locale,
    /// Its facts in that language.
    pub sheet: FactSheet<'b>,
    /// Its path below the site's root: `ar/o/<slug>/`.
    pub path: String,
}

impl<'b> Site<'b> {
    /// Prepares what all pages share.
    #[must_use]
    pub fn new(
        board: &'b Board,
        locales: &'b Locales,
        theme: &'b Theme,
        templates: &'b Templates,
        rules: Vec<Rule>,
    ) -> Self {
        let frames = page_shell::frames(board, locales, theme);
        let mut site = Self {
            board,
            locales,
            theme,
            templates,
            rules,
            frames,
            cards: item_card::CardCache::new(locales.iter().count(), board.items.len()),
            open: Vec::new(),
            alike: Vec::new(),
            latest: Vec::new(),
            press: OnceLock::new(),
            store: None,
            sums: None,
            keys: Vec::new(),
        };
        site.open = board.open_positions();
        site.alike = Kind::ALL.into_iter().map(|kind| listing::related_open(board, &site.open, kind)).collect();
        site.latest = listing::latest(board);
        site
    }

    /// Takes from a store what was printed before, and keeps there what is printed now.
    #[must_use]
    pub fn with_store(mut self, store: &'b dyn PrintStore) -> Self {
        self.store = Some(store);
        self
    }

    /// Does not make again what shows only items that are as they were: `shared` is the sum of everything that items share,
    /// `items` are their own, in the order of the board.
    ///
    /// # Errors
    /// What the theme says of a card.
    pub fn with_sums(mut self, shared: &Fingerprint, items: &'b [Fingerprint]) -> Result<Self, Error> {
        self.keys = fingerprints::keys(&self, shared, items)?;
        self.sums = Some((*shared, items));
        Ok(self)
    }

    /// What is open, soonest closing first.
    #[must_use]
    pub fn open_items(&self) -> Vec<&'b Item> {
        self.open.iter().filter_map(|index| self.board.items.get(*index)).collect()
    }

    /// Runs every publisher but those in `skip`.
    ///
    /// # Errors
    /// The first thing that could not be made.
    pub fn publish(&self, sink: &dyn Sink, skip: &[String]) -> Result<(), Error> {
        let wanted = |publisher: &&Publisher| !skip.iter().any(|name| name == publisher.name);
        let wanted: Vec<&Publisher> = PUBLISHERS.iter().filter(wanted).collect();
        self.board.items.par_iter().enumerate().filter(|(_, item)| self.board.is_published(item)).try_for_each(
            |(index, item)| {
                let make = |sink: &dyn Sink| self.publish_item(item, &wanted, sink);
                match self.keys.get(index) {
                    Some(key) => reuse::reuse_or_render(item.slug.as_str(), key, sink, make),
                    None => make(sink),
                }
            },
        )?;
        wanted.par_iter().try_for_each(|publisher| match publisher.render {
            Scope::Site(make) => make(self, sink).map_err(|error| error.within(publisher.name)),
            _ => Ok(()),
        })?;
        wanted.iter().try_for_each(|publisher| match publisher.render {
            Scope::Apart(make) => make(self, sink).map_err(|error| error.within(publisher.name)),
            _ => Ok(()),
        })?;
        print::run_print_tasks(&self.print_tasks(&wanted), sink)
    }

    /// Makes again and again another part of the site, until one holds `path`: what `made` names is there already.
    ///
    /// # Errors
    /// As [`Site::publish`].
    pub fn publish_part_with(
        &self,
        path: &str,
        made: &mut Vec<usize>,
        sink: &dyn Sink,
        holds: impl Fn(&str) -> bool,
    ) -> Result<(), Error> {
        // What every page asks for first.
        let first = |(_, publisher): &(usize, &Publisher)| !matches!(publisher.name, "assets" | "home");
        let mut publishers: Vec<(usize, &Publisher)> = PUBLISHERS.iter().enumerate().collect();
        publishers.sort_by_key(first);
        for (number, publisher) in publishers {
            let Scope::Site(make) = publisher.render else { continue };
            if holds(path) {
                break;
            }
            if !made.contains(&number) {
                make(self, sink).map_err(|error| error.within(publisher.name))?;
                made.push(number);
            }
        }
        Ok(())
    }

    /// Makes the search: its pages and its index.
    ///
    /// # Errors
    /// As [`Site::publish`].
    pub fn publish_search(&self, sink: &dyn Sink) -> Result<(), Error> {
        outputs::search::publish(self, sink)
    }

    /// The item and the language whose page a path belongs to: `ar/o/<slug>/index.html`.
    #[must_use]
    pub fn item_of(&self, path: &str) -> Option<(&'b Item, &'b Locale)> {
        let (folder, _) = path.rsplit_once('/')?;
        let other = folder.split_once('/').and_then(|(language, below)| Some((self.locales.get(language)?, below)));
        let (locale, below) = other.unwrap_or((self.locales.own(), folder));
        let item = self.board.item(below.strip_prefix("o/")?)?;
        self.board.is_published(item).then_some((item, locale))
    }

    /// Makes the pages of one item.
    ///
    /// # Errors
    /// As [`Site::publish`].
    pub fn publish_pages_of(&self, item: &'b Item, sink: &dyn Sink) -> Result<(), Error> {
        self.publish_item(item, &PUBLISHERS.iter().collect::<Vec<_>>(), sink)
    }

    /// Everything that is printed.
    fn print_tasks<'s>(&'s self, publishers: &[&Publisher]) -> Vec<PrintTask<'s>> {
        let mut printings: Vec<PrintTask<'s>> = Vec::new();
        for publisher in publishers {
            let name = publisher.name;
            match publisher.render {
                Scope::Sheet(make) => {
                    for (item, locale) in self
                        .open_items()
                        .into_iter()
                        .flat_map(|item| self.languages_of(item).map(move |locale| (item, locale)))
                    {
                        printings.push(Box::new(move |sink| {
                            let page = self.item_page(item, locale);
                            make(self, &page, sink).map_err(|error| error.within(format!("{} ({name})", page.path)))
                        }));
                    }
                }
                Scope::Desk(make) => printings.extend(make(self)),
                Scope::Site(_) | Scope::Apart(_) | Scope::Page(_) => {}
            }
        }
        printings
    }

    /// What takes long and is at one path: a poster, a picture, a pack; nothing if the path is none of these.
    ///
    /// # Errors
    /// As [`Site::publish`].
    pub fn publish_paper(&self, path: &str, sink: &dyn Sink) -> Result<(), Error> {
        if let Some(bytes) = print_desk::file(self, path)? {
            return sink.put(path, bytes);
        }
        if let Some((item, locale)) = self.item_of(path) {
            let page = self.item_page(item, locale);
            outputs::poster::publish(self, &page, sink)?;
            outputs::social_card::publish(self, &page, sink)?;
        }
        Ok(())
    }

    fn publish_item(&self, item: &'b Item, publishers: &[&Publisher], sink: &dyn Sink) -> Result<(), Error> {
        for locale in self.languages_of(item) {
            let page = self.item_page(item, locale);
            for publisher in publishers {
                if let Scope::Page(make) = publisher.render {
                    make(self, &page, sink)
                        .map_err(|error| error.within(format!("{} ({})", page.path, publisher.name)))?;
                }
            }
        }
        Ok(())
    }

    /// An item's page in a language.
    #[must_use]
    pub fn item_page(&self, item: &'b Item, locale: &'b Locale) -> ItemPage<'b> {
        ItemPage {
            item,
            locale,
            sheet: build_fact_sheet(self.board, item, locale),
            path: crate::compose::fact_sheet::item_path(self.board, &item.slug, &locale.code),
        }
    }

    /// The languages in which an item has a page: all, or for archived items its own and those
    /// into which somebody translated it.
    pub fn languages_of(&self, item: &'b Item) -> impl Iterator<Item = &'b Locale> + use<'b> {
        let own = &self.board.config.bacheca.lingua;
        self.locales.iter().filter(move |locale| has_page(item, &locale.code, own))
    }
}

/// Whether an item has a page in a language.
fn has_page(item: &Item, language: &str, own: &str) -> bool {
    language == own || item.facts.archived.is_none() || item.translation(language).is_some()
}
