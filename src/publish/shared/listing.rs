//! Sort orders of items, and paginated lists of cards under headings by month or year.

use std::cmp::Reverse;
use std::sync::Arc;

use chrono::NaiveDate;
use serde::Serialize;
use tera::Value;

use crate::board::{Board, Item, Status};
use crate::error::Error;
use crate::locale::{Locale, key};
use crate::model::Kind;
use crate::publish::shared::page_shell::{PageHead, root_path};
use crate::publish::{OfflineRank, PageSpec, RenderContext};

/// Maximum number of open items to which the page of a closed item links.
const MAX_RELATED: usize = 3;

/// Number of cards of the home page before the line that offers the channel.
const CARDS_BEFORE_CHANNEL: usize = 3;

/// Number of cards on a page of a list.
pub(crate) const ITEMS_PER_PAGE: usize = 50;

/// Positions of all published items, newest first, those without a date last.
pub(crate) fn latest_positions(board: &Board) -> Vec<usize> {
    let is_published = |(_, item): &(usize, &Item)| board.is_published(item);
    let mut latest: Vec<(usize, &Item)> = board.items.iter().enumerate().filter(is_published).collect();
    latest.sort_by_cached_key(|(index, item)| (Reverse(item.year()), Reverse(item.published_on()), *index));
    latest.into_iter().map(|(index, _)| index).collect()
}

/// Positions of the open items to which closed items of a kind link: those of the same kind, else any.
pub(crate) fn related_open(board: &Board, open: &[usize], kind: Kind) -> Vec<usize> {
    let same = |index: &&usize| board.items.get(**index).is_some_and(|item| item.kind() == kind);
    let related: Vec<usize> = open.iter().filter(same).take(MAX_RELATED).copied().collect();
    if related.is_empty() { open.iter().take(MAX_RELATED).copied().collect() } else { related }
}

/// Positions of the open items to which the page of an item links; empty while the item is open itself.
pub(crate) fn related_to<'s>(context: &'s RenderContext, item: &Item) -> &'s [usize] {
    if item.status.is_open() {
        return &[];
    }
    let kind = Kind::ALL.into_iter().position(|kind| kind == item.kind());
    kind.and_then(|kind| context.index.related.get(kind)).map_or(&[][..], Vec::as_slice)
}

/// Items to which an item refers: the one that replaces it, and the one of which it is a new edition.
pub(crate) fn referenced_items<'s>(context: &'s RenderContext, item: &Item) -> impl Iterator<Item = &'s Item> {
    let slugs = [&item.facts.replaced_by, &item.facts.edition_of].into_iter().flatten();
    slugs.filter_map(|slug| context.board.item(slug.as_str()))
}

/// Cards under one heading.
#[derive(Serialize)]
pub(crate) struct CardGroup {
    heading: String,
    cards: Value,
    /// Whether the line that offers the channel follows these cards.
    channel: bool,
    /// Cards after that line.
    more: Value,
}

/// A paginated list of items, in every language.
pub(crate) struct ItemList<'c> {
    /// Path below a language's root, ending in `/`; empty for the home page.
    pub(crate) path: String,
    pub(crate) template: &'static str,
    /// Function that returns the texts of the list in a language.
    pub(crate) texts: Box<dyn Fn(&Locale) -> ListTexts + Send + Sync + 'c>,
    /// Path of the feed with the same items, below a language's root.
    pub(crate) feed: String,
    /// Positions of the items in the board, in order.
    pub(crate) items: Vec<usize>,
    /// Kind of all its items, for lists of one kind.
    pub(crate) kind: Option<Kind>,
    /// Whether cards have headings: month of the next moment of open items, year of the others.
    pub(crate) grouped: bool,
    /// Offline rank of the first page; `None` if it is not kept.
    pub(crate) offline: Option<OfflineRank>,
}

/// Texts of a list in a language.
pub(crate) struct ListTexts {
    pub(crate) title: String,
    pub(crate) lead: String,
    /// Text shown if no item is open; may be empty.
    pub(crate) empty: String,
}

/// The pages of a list.
pub(crate) fn list_pages<'c>(context: &'c RenderContext, list: ItemList<'c>) -> Vec<PageSpec<'c>> {
    let list = Arc::new(list);
    let count = list.items.len().div_ceil(ITEMS_PER_PAGE).max(1);
    let page = |number: usize| {
        let list = Arc::clone(&list);
        let items = list.items.chunks(ITEMS_PER_PAGE).nth(number - 1).unwrap_or_default().to_vec();
        let others = format!("{number} {count} {}", list.items.len());
        let path = list.page_path(number);
        let page = PageSpec::new(context, path, move |page, locale| list.render(context, page, locale, number, count));
        page.showing_items(items, others)
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
        let ListTexts { title, lead, empty } = (self.texts)(locale);
        let mut head = PageHead { feed: self.feed.clone(), description: &lead, ..page.head(context, locale, &title) };
        if number > 1 {
            head.languages = context.home_links(locale);
        }
        let items = self.items.chunks(ITEMS_PER_PAGE).nth(number - 1).unwrap_or_default();
        let root = root_path(&head.path);
        let channel_after = if self.path.is_empty() && number == 1 { CARDS_BEFORE_CHANNEL } else { 0 };
        let groups = if self.grouped {
            context.group_cards(locale, items, &root, channel_after)?
        } else {
            vec![context.card_group(locale, String::new(), items, &root, 0)?]
        };
        let mut values = context.page_values(locale, &head)?;
        values.insert("lead", &lead);
        values.insert("empty", &empty);
        values.insert("kind", self.kind.map_or("", Kind::key));
        values.insert("groups", &groups);
        values.insert("total", &self.items.len());
        // A shorter list has the line after its last card.
        values.insert("channel_after", &channel_after);
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
    /// Groups cards under headings: the month of the next moment of open items, the year of the others. The line that offers the
    /// channel stands after `channel_after` cards; nowhere for 0.
    fn group_cards(
        &self,
        locale: &Locale,
        items: &[usize],
        root: &str,
        channel_after: usize,
    ) -> Result<Vec<CardGroup>, Error> {
        let heading = |index: &usize| {
            self.item_at(*index).map(|item| group_heading(item, locale, self.board.today)).unwrap_or_default()
        };
        let headings: Vec<(String, usize)> = items.iter().map(|index| (heading(index), *index)).collect();
        let mut before = channel_after;
        let group = |group: &[(String, usize)]| {
            let items: Vec<usize> = group.iter().map(|(_, index)| *index).collect();
            let heading = group.first().map(|(heading, _)| heading.clone()).unwrap_or_default();
            let group = self.card_group(locale, heading, &items, root, before);
            before = before.saturating_sub(items.len());
            group
        };
        headings.chunk_by(|one, other| one.0 == other.0).map(group).collect()
    }

    /// Renders the cards of a group. The line that offers the channel stands after `channel_after` of them, if there
    /// are so many; nowhere for 0.
    fn card_group(
        &self,
        locale: &Locale,
        heading: String,
        items: &[usize],
        root: &str,
        channel_after: usize,
    ) -> Result<CardGroup, Error> {
        let channel = (1..=items.len()).contains(&channel_after);
        let (items, more) = items.split_at_checked(channel_after).filter(|_| channel).unwrap_or((items, &[]));
        let cards = self.render_cards(locale, items, root)?;
        Ok(CardGroup { heading, cards, channel, more: self.render_cards(locale, more, root)? })
    }

    /// Groups cards under the names of their kinds, in the order of the menu.
    pub(crate) fn group_cards_by_kind(
        &self,
        locale: &Locale,
        items: &[usize],
        root: &str,
    ) -> Result<Vec<CardGroup>, Error> {
        let group = |kind: Kind| {
            let of_kind = |index: &&usize| self.item_at(**index).is_some_and(|item| item.kind() == kind);
            let items: Vec<usize> = items.iter().filter(of_kind).copied().collect();
            let heading = locale.vocabulary_text("kind", kind.key()).unwrap_or(kind.key()).to_owned();
            (!items.is_empty()).then(|| self.card_group(locale, heading, &items, root, 0))
        };
        Kind::ALL.into_iter().filter_map(group).collect()
    }
}

fn group_heading(item: &Item, locale: &Locale, today: NaiveDate) -> String {
    match (item.status, item.next_moment(today)) {
        (Status::Open(_), Some(next)) => locale.format_month(next.day),
        (Status::Open(_), None) => locale.text(key::no_deadline).to_owned(),
        (Status::ToRecheck, _) => locale.text(key::recheck).to_owned(),
        _ => item.year().to_string(),
    }
}

/// Positions of the wanted items: open ones by their next moment, then the others, newest first.
pub(crate) fn list_open_first(context: &RenderContext, wanted: impl Fn(&Item) -> bool) -> Vec<usize> {
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
