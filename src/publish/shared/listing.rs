//! Orders of items, lists in pages, quiet headings by month.

use std::cmp::Reverse;

use chrono::{NaiveDate, NaiveTime, TimeZone};
use serde::Serialize;
use tera::Value;

use crate::board::{Board, Item, Status, fingerprint, hex};
use crate::error::Error;
use crate::locale::Locale;
use crate::model::Kind;
use crate::publish::reuse::reuse_or_render;
use crate::publish::shared::page_shell::{PageHead, root_of};
use crate::publish::{Sink, Site};

/// How many other open items a closed one points to.
const ALIKE: usize = 3;

/// How many cards a page holds.
pub(crate) const PER_PAGE: usize = 50;

/// Positions of everything published, newest first; what has no date last.
pub(crate) fn latest(board: &Board) -> Vec<usize> {
    let is_published = |(_, item): &(usize, &Item)| board.is_published(item);
    let mut latest: Vec<(usize, &Item)> = board.items.iter().enumerate().filter(is_published).collect();
    latest.sort_by_cached_key(|(index, item)| (Reverse(item.year()), Reverse(item.published_on()), *index));
    latest.into_iter().map(|(index, _)| index).collect()
}

/// What a closed item of a kind points to: open ones of its kind, else whatever is open.
pub(crate) fn related_open(board: &Board, open: &[usize], kind: Kind) -> Vec<usize> {
    let same = |index: &&usize| board.items.get(**index).is_some_and(|item| item.kind() == kind);
    let alike: Vec<usize> = open.iter().filter(same).take(ALIKE).copied().collect();
    if alike.is_empty() { open.iter().take(ALIKE).copied().collect() } else { alike }
}

/// What is open and of the same kind, else whatever is open: where whoever comes too late may go.
pub(crate) fn related_to<'s>(site: &'s Site<'_>, item: &Item) -> &'s [usize] {
    if item.status.is_open() {
        return &[];
    }
    let kind = Kind::ALL.into_iter().position(|kind| kind == item.kind());
    kind.and_then(|kind| site.alike.get(kind)).map_or(&[][..], Vec::as_slice)
}

/// The items that the pages of an item name: what it replaced, what it is a new edition of.
pub(crate) fn named_by<'s>(site: &'s Site<'_>, item: &Item) -> impl Iterator<Item = &'s Item> {
    let named = [&item.facts.replaced_by, &item.facts.edition_of].into_iter().flatten();
    named.filter_map(|slug| site.board.item(slug.as_str()))
}

/// Cards under one heading.
#[derive(Serialize)]
pub(crate) struct CardGroup {
    heading: String,
    cards: Value,
}

/// A list to publish.
pub(crate) struct ListPage<'l> {
    /// Its path below the language's root, ending in `/`; empty for the home.
    pub(crate) path: &'l str,
    pub(crate) template: &'static str,
    pub(crate) title: String,
    pub(crate) lead: String,
    /// What it says when nothing is open.
    pub(crate) empty: &'l str,
    pub(crate) feed: String,
    /// Positions in the board: first what is open, by its end; then what is not, by its date.
    pub(crate) items: Vec<usize>,
    /// The kind it lists, if it lists one.
    pub(crate) kind: Option<&'static str>,
    /// Headings: ends for open items, years for the others.
    pub(crate) grouped: bool,
}

/// One page of a list.
#[derive(Clone, Copy)]
pub(crate) struct Part<'l> {
    /// Which, from 1.
    pub(crate) page: usize,
    /// Of how many.
    pub(crate) pages: usize,
    /// Positions in the board.
    pub(crate) items: &'l [usize],
}

impl Site<'_> {
    /// Midnight in the board's time zone, with its offset (RFC 3339).
    pub(crate) fn midnight(&self, day: NaiveDate) -> Option<String> {
        let midnight = day.and_time(NaiveTime::MIN);
        Some(self.board.config.bacheca.fuso.from_local_datetime(&midnight).earliest()?.to_rfc3339())
    }

    pub(crate) fn item_at(&self, index: usize) -> Option<&Item> {
        self.board.items.get(index)
    }

    /// Cards under headings: the month in which open items close, the year of the others.
    fn groups(&self, locale: &Locale, items: &[usize], root: &str) -> Result<Vec<CardGroup>, Error> {
        let heading = |index: &usize| self.item_at(*index).map(|item| heading(item, locale)).unwrap_or_default();
        let headings: Vec<(String, usize)> = items.iter().map(|index| (heading(index), *index)).collect();
        let group = |group: &[(String, usize)]| {
            let items: Vec<usize> = group.iter().map(|(_, index)| *index).collect();
            let heading = group.first().map(|(heading, _)| heading.clone()).unwrap_or_default();
            Ok(CardGroup { heading, cards: self.cards_of(locale, &items, root)? })
        };
        headings.chunk_by(|one, other| one.0 == other.0).map(group).collect()
    }

    /// Publishes a list in a language, in as many pages as it takes.
    pub(crate) fn publish_list(&self, locale: &Locale, list: &ListPage<'_>, sink: &dyn Sink) -> Result<(), Error> {
        let pages = list.items.len().div_ceil(PER_PAGE).max(1);
        let mut chunks = list.items.chunks(PER_PAGE);
        (1..=pages).try_for_each(|page| {
            let part = Part { page, pages, items: chunks.next().unwrap_or_default() };
            let path = format!("{}{}index.html", self.prefix(locale), list.below(page));
            let make = |sink: &dyn Sink| self.publish_list_page(locale, list, part, sink);
            match list.key(self, part) {
                Some(key) => reuse_or_render(&path, &key, sink, make),
                None => make(sink),
            }
        })
    }

    fn publish_list_page(
        &self,
        locale: &Locale,
        list: &ListPage<'_>,
        Part { page, pages, items }: Part<'_>,
        sink: &dyn Sink,
    ) -> Result<(), Error> {
        let path = format!("{}{}", self.prefix(locale), list.below(page));
        let head = PageHead {
            path: &path,
            title: &list.title,
            description: &list.lead,
            noindex: page > 1,
            feed: list.feed.clone(),
            image: None,
        };
        let languages = self.everywhere(locale, if page == 1 { list.path } else { "" });
        let mut context = self.context(locale, &head, &languages)?;
        context.insert("lead", &list.lead);
        context.insert("empty", list.empty);
        context.insert("kind", &list.kind.unwrap_or_default());
        context.insert(
            "groups",
            &if list.grouped {
                self.groups(locale, items, &root_of(&path))?
            } else {
                vec![CardGroup { heading: String::new(), cards: self.cards_of(locale, items, &root_of(&path))? }]
            },
        );
        context.insert("total", &list.items.len());
        context.insert("page", &page);
        context.insert("page_label", &locale.format("page_of", &[("page", page.into()), ("pages", pages.into())]));
        context.insert("several_pages", &(pages > 1));
        context.insert("newer", &(page > 1).then(|| list.below(page - 1)));
        context.insert("older", &(page < pages).then(|| list.below(page + 1)));
        sink.put(&format!("{path}index.html"), self.templates.render_page(list.template, &context)?)
    }
}

impl ListPage<'_> {
    /// The path of a page of it, from 1, below the language's root.
    fn below(&self, page: usize) -> String {
        if page == 1 { self.path.to_owned() } else { format!("{}pagina/{page}/", self.path) }
    }

    /// The sum of what a page of it shows: what all pages share, its words, the items on it. `None` if nobody knows the
    /// sums of items.
    fn key(&self, site: &Site<'_>, part: Part<'_>) -> Option<String> {
        let (shared, items) = site.sums.as_ref()?;
        let Self { path, template, title, lead, empty, feed, items: all, kind, grouped } = self;
        let Part { page, pages, items: shown } = part;
        let words = format!("{path:?} {template} {title:?} {lead:?} {empty:?} {feed:?} {kind:?} {grouped}");
        let place = format!("{page} {pages} {}", all.len());
        let shown = shown.iter().filter_map(|index| items.get(*index)).map(<[u8; 32]>::as_slice);
        Some(hex(&fingerprint([shared.as_slice(), words.as_bytes(), place.as_bytes()].into_iter().chain(shown))))
    }
}

fn heading(item: &Item, locale: &Locale) -> String {
    match item.status {
        Status::Open(Some(closing)) => locale.format_month(closing.day),
        Status::Open(None) => locale.text("no_deadline").to_owned(),
        Status::ToRecheck => locale.text("recheck").to_owned(),
        _ => item.year().to_string(),
    }
}

/// First what is open, by its end; then the rest, newest first.
pub(crate) fn open_then_rest(site: &Site<'_>, wanted: impl Fn(&Item) -> bool) -> Vec<usize> {
    let wanted = |index: &&usize| site.item_at(**index).is_some_and(&wanted);
    let open = site.open.iter().filter(wanted);
    let rest = site
        .latest
        .iter()
        .filter(wanted)
        .filter(|index| site.item_at(**index).is_some_and(|item| !item.status.is_open()));
    open.chain(rest).copied().collect()
}
