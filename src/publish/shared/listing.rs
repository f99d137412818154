//! Orders of items, and lists: pages of cards under headings by month.

use std::cmp::Reverse;
use std::sync::Arc;

use serde::Serialize;
use tera::Value;

use crate::board::{Board, Item, Status};
use crate::error::Error;
use crate::locale::{Locale, key};
use crate::model::Kind;
use crate::publish::shared::page_shell::{PageHead, root_of};
use crate::publish::{OfflineRank, PageSpec, RenderContext};

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
pub(crate) fn related_to<'s>(context: &'s RenderContext, item: &Item) -> &'s [usize] {
    if item.status.is_open() {
        return &[];
    }
    let kind = Kind::ALL.into_iter().position(|kind| kind == item.kind());
    kind.and_then(|kind| context.index.related.get(kind)).map_or(&[][..], Vec::as_slice)
}

/// The items that the pages of an item name: what it replaced, what it is a new edition of.
pub(crate) fn named_by<'s>(context: &'s RenderContext, item: &Item) -> impl Iterator<Item = &'s Item> {
    let named = [&item.facts.replaced_by, &item.facts.edition_of].into_iter().flatten();
    named.filter_map(|slug| context.board.item(slug.as_str()))
}

/// Cards under one heading.
#[derive(Serialize)]
pub(crate) struct CardGroup {
    heading: String,
    cards: Value,
}

/// A list of items: one page after the other, in every language.
pub(crate) struct ItemList<'c> {
    /// Its path below a language's root, ending in `/`; empty for the home.
    pub(crate) path: String,
    pub(crate) template: &'static str,
    /// Its words in a language.
    pub(crate) words: Box<dyn Fn(&Locale) -> ListWords + Send + Sync + 'c>,
    /// The feed of what it shows, below a language's root.
    pub(crate) feed: String,
    /// Positions in the board, in order.
    pub(crate) items: Vec<usize>,
    /// The kind it lists, if it lists one.
    pub(crate) kind: Option<Kind>,
    /// Headings: ends for open items, years for the others.
    pub(crate) grouped: bool,
    /// Whether its first page is kept for use without a network.
    pub(crate) offline: Option<OfflineRank>,
}

/// What stands around a list in a language.
pub(crate) struct ListWords {
    pub(crate) title: String,
    pub(crate) lead: String,
    /// What it says when nothing is open; may be empty.
    pub(crate) empty: String,
}

/// The pages of a list.
pub(crate) fn list_pages<'c>(context: &'c RenderContext, list: ItemList<'c>) -> Vec<PageSpec<'c>> {
    let list = Arc::new(list);
    let count = list.items.len().div_ceil(PER_PAGE).max(1);
    let page = |number: usize| {
        let list = Arc::clone(&list);
        let items = list.items.chunks(PER_PAGE).nth(number - 1).unwrap_or_default().to_vec();
        let others = format!("{number} {count} {}", list.items.len());
        let path = list.page_path(number);
        let page = PageSpec::new(context, path, move |page, locale| list.render(context, page, locale, number, count));
        page.shows(items, others)
    };
    let mut first = page(1);
    first.offline = list.offline;
    let others = (2..=count).map(|number| page(number).not_indexed("the first page of the list leads to it"));
    std::iter::once(first).chain(others).collect()
}

impl ItemList<'_> {
    /// Path of a page of the list, from 1, below the language's root.
    fn page_path(&self, number: usize) -> String {
        if number == 1 { self.path.clone() } else { format!("{}pagina/{number}/", self.path) }
    }

    fn render(
        &self,
        context: &RenderContext,
        page: &PageSpec<'_>,
        locale: &Locale,
        number: usize,
        count: usize,
    ) -> Result<Vec<u8>, Error> {
        let ListWords { title, lead, empty } = (self.words)(locale);
        let mut head = PageHead { feed: self.feed.clone(), description: &lead, ..page.head(context, locale, &title) };
        if number > 1 {
            head.languages = context.links_to_homes(locale);
        }
        let items = self.items.chunks(PER_PAGE).nth(number - 1).unwrap_or_default();
        let root = root_of(&head.path);
        let groups = if self.grouped {
            context.groups(locale, items, &root)?
        } else {
            vec![CardGroup { heading: String::new(), cards: context.cards_of(locale, items, &root)? }]
        };
        let mut values = context.page_values(locale, &head)?;
        values.insert("lead", &lead);
        values.insert("empty", &empty);
        values.insert("kind", self.kind.map_or("", Kind::key));
        values.insert("groups", &groups);
        values.insert("total", &self.items.len());
        values.insert("page", &number);
        let label = locale.format(key::page_of, &[("page", number.into()), ("pages", count.into())]);
        values.insert("page_label", &label);
        values.insert("several_pages", &(count > 1));
        values.insert("newer", &(number > 1).then(|| self.page_path(number - 1)));
        values.insert("older", &(number < count).then(|| self.page_path(number + 1)));
        context.templates.render_page(self.template, &values)
    }
}

impl RenderContext {
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
}

fn heading(item: &Item, locale: &Locale) -> String {
    match item.status {
        Status::Open(Some(closing)) => locale.format_month(closing.day),
        Status::Open(None) => locale.text(key::no_deadline).to_owned(),
        Status::ToRecheck => locale.text(key::recheck).to_owned(),
        _ => item.year().to_string(),
    }
}

/// First what is open, by its end; then the rest, newest first.
pub(crate) fn open_then_rest(context: &RenderContext, wanted: impl Fn(&Item) -> bool) -> Vec<usize> {
    let wanted = |index: &&usize| context.item_at(**index).is_some_and(&wanted);
    let open = context.index.open.iter().filter(wanted);
    let rest = context
        .index
        .latest
        .iter()
        .filter(wanted)
        .filter(|index| context.item_at(**index).is_some_and(|item| !item.status.is_open()));
    open.chain(rest).copied().collect()
}
