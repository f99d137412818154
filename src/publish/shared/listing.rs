//! Sort orders of items, and paginated lists of cards in groups.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::Serialize;
use tera::Value;

use crate::board::{Board, Item, Status};
use crate::error::Error;
use crate::locale::{Locale, key};
use crate::model::Kind;
use crate::publish::shared::districts::list_path;
use crate::publish::shared::list_group::ListGroup;
use crate::publish::shared::page_shell::{PageHead, root_path};
use crate::publish::{OfflineRank, PageSpec, RenderContext};

/// Maximum number of open items to which the page of a closed item links.
const MAX_RELATED: usize = 3;

/// Number of cards of the home page before the line that offers the channel.
const CARDS_BEFORE_CHANNEL: usize = 3;

/// Number of cards on a page of a list.
pub(crate) const ITEMS_PER_PAGE: usize = 50;

/// Positions of all items that lists show, newest first, those without a date last: what is published and was not
/// withdrawn.
pub(crate) fn latest_positions(board: &Board) -> Vec<usize> {
    let is_listed = |(_, item): &(usize, &Item)| board.is_published(item) && item.status != Status::Withdrawn;
    let mut latest: Vec<(usize, &Item)> = board.items.iter().enumerate().filter(is_listed).collect();
    latest.sort_by_cached_key(|(index, item)| (Reverse(item.year()), Reverse(item.published_on()), *index));
    latest.into_iter().map(|(index, _)| index).collect()
}

/// Positions of the open items to which items of a kind link: those of the same kind, else any. One more than a page
/// shows, which does not show the item itself.
pub(crate) fn related_open(board: &Board, open: &[usize], kind: Kind) -> Vec<usize> {
    let same = |index: &&usize| board.items.get(**index).is_some_and(|item| item.kind() == kind);
    let related: Vec<usize> = open.iter().filter(same).take(MAX_RELATED + 1).copied().collect();
    if related.is_empty() { open.iter().take(MAX_RELATED).copied().collect() } else { related }
}

/// Positions of the open items that the page of an item shows when it is closed: at once, or by script.
pub(crate) fn related_to(context: &RenderContext, item: &Item) -> Vec<usize> {
    let kind = Kind::ALL.into_iter().position(|kind| kind == item.kind());
    let related = kind.and_then(|kind| context.index.related.get(kind)).into_iter().flatten();
    let is_other = |index: &&usize| context.item_at(**index).is_some_and(|other| other.slug != item.slug);
    related.filter(is_other).take(MAX_RELATED).copied().collect()
}

/// Items to which an item refers: the one that replaces it, the one of which it is a new edition, and its newest edition.
pub(crate) fn referenced_items<'s>(context: &'s RenderContext, item: &Item) -> impl Iterator<Item = &'s Item> {
    let slugs = [&item.facts.replaced_by, &item.facts.edition_of].into_iter().flatten();
    slugs.filter_map(|slug| context.board.item(slug.as_str())).chain(context.newest_edition(item))
}

/// Positions of all published items in the order of lists, each with its group: open ones from `open` by their next
/// moment, then the others from `latest`. What was withdrawn is in no list.
pub(crate) fn grouped_positions(board: &Board, open: &[usize], latest: &[usize]) -> Vec<(ListGroup, usize)> {
    let others = latest.iter().filter(|index| {
        board.items.get(**index).is_some_and(|item| !item.status.is_open() && item.status != Status::Withdrawn)
    });
    let group =
        |index: &usize| board.items.get(*index).map(|item| (ListGroup::on_day(item, board.today), item.kind(), *index));
    let mut all: Vec<(ListGroup, Kind, usize)> = open.iter().chain(others).filter_map(group).collect();
    // What is always there is sorted by kind, the rest stays in order.
    all.sort_by_key(|(group, kind, _)| {
        (*group, if *group == ListGroup::Always { Kind::ALL.iter().position(|other| other == kind) } else { None })
    });
    all.into_iter().map(|(group, _, index)| (group, index)).collect()
}

/// Numbers of open items, by what the home page links to.
#[derive(Debug)]
pub(crate) struct OpenCounts {
    /// Per kind, by its key.
    kinds: BTreeMap<&'static str, usize>,
    /// Per district with any.
    zones: BTreeMap<String, usize>,
}

impl OpenCounts {
    pub(crate) fn new(board: &Board, open: &[usize]) -> Self {
        let kinds = Kind::ALL.into_iter().map(|kind| (kind.key(), 0)).collect();
        let mut counts = Self { kinds, zones: BTreeMap::new() };
        for item in open.iter().filter_map(|index| board.items.get(*index)) {
            *counts.kinds.entry(item.kind().key()).or_default() += 1;
            for zone in item.zones().collect::<BTreeSet<&str>>() {
                *counts.zones.entry(zone.to_owned()).or_default() += 1;
            }
        }
        counts
    }

    /// Number of open items in a district.
    pub(crate) fn in_zone(&self, zone: &str) -> usize {
        self.zones.get(zone).copied().unwrap_or(0)
    }
}

/// A district with open items, on the home page.
#[derive(Serialize)]
struct ZoneLink<'z> {
    name: &'z str,
    /// Path of its list below a language's root.
    path: String,
    count: usize,
}

/// A kind with the number of its items.
#[derive(Serialize)]
pub(crate) struct KindCount<'l> {
    key: &'static str,
    label: &'l str,
    count: usize,
}

/// Cards under one heading.
#[derive(Serialize)]
pub(crate) struct CardGroup {
    heading: String,
    /// Number of items, on this page of the list and others; only of what is over, by month.
    count: Option<usize>,
    /// Whether the cards are only lines: what is always there.
    compact: bool,
    /// Whether the cards are folded: what is over, below what is open.
    folded: bool,
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
    /// Positions of the items in the board, in order, each with its group.
    pub(crate) items: Vec<(ListGroup, usize)>,
    /// Ids of contact points that follow the items.
    pub(crate) contact_points: Vec<&'c str>,
    /// Kind of all its items, for lists of one kind.
    pub(crate) kind: Option<Kind>,
    /// Offline rank of the first page; `None` if it is not kept.
    pub(crate) offline: Option<OfflineRank>,
    /// What the list has on paper, for lists of districts.
    pub(crate) paper: Option<ListPaper>,
    /// Whether the first page says how many of its items are of each kind.
    pub(crate) counts_kinds: bool,
}

/// Code and poster that lead to a list; paths below the site's root.
#[derive(Serialize)]
pub(crate) struct ListPaper {
    pub(crate) code: String,
    pub(crate) poster: String,
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
        let items = list.page_items(number).iter().map(|(_, index)| *index).collect();
        // The home page counts items of other pages too.
        let counts = list.is_home(number).then_some(&context.index.counts);
        let others = format!("{number} {count} {} {counts:?}", list.items.len());
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

    /// Items on a page of the list, from 1.
    fn page_items(&self, number: usize) -> &[(ListGroup, usize)] {
        self.items.chunks(ITEMS_PER_PAGE).nth(number - 1).unwrap_or_default()
    }

    /// Whether a page of the list, from 1, is the home page.
    fn is_home(&self, number: usize) -> bool {
        self.path.is_empty() && number == 1
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
        let items = self.page_items(number);
        let has_channel = self.is_home(number) && !context.board.config.channels().is_empty();
        let channel_after = if has_channel { cards_before_channel(items) } else { 0 };
        let mut groups = context.group_cards(locale, items, &root_path(&head.path), channel_after)?;
        for (cards, group) in groups.iter_mut().zip(items.chunk_by(|one, other| one.0 == other.0)) {
            let month = group.first().map(|(group, _)| *group).filter(|group| matches!(group, ListGroup::OverSince(_)));
            cards.count = month.map(|month| self.items.iter().filter(|(group, _)| *group == month).count());
        }
        let mut values = context.page_values(locale, &head)?;
        values.insert("lead", &lead);
        values.insert("empty", &empty);
        values.insert("kind", self.kind.map_or("", Kind::key));
        values.insert("groups", &groups);
        let points: &[&str] = if number == 1 { &self.contact_points } else { &[] };
        let cards = context.render_contact_point_cards(locale, points, &root_path(&head.path))?;
        values.insert("contact_points", &(!points.is_empty()).then_some(cards));
        let is_open = |(group, _): &&(ListGroup, usize)| *group < ListGroup::Full;
        values.insert("paper", &self.paper.as_ref().filter(|_| number == 1));
        let kinds = (self.counts_kinds && number == 1).then(|| context.count_kinds(locale, &self.items));
        values.insert("kind_counts", &kinds.unwrap_or_default());
        values.insert("nothing_open", &(number == 1 && !self.items.iter().any(|item| is_open(&item))));
        if self.is_home(number) {
            values.insert("counts", &context.index.counts.kinds);
            values.insert("zones", &context.zone_links());
        }
        // A shorter list has the line after its last card.
        values.insert("channel_last", &(has_channel && items.len() < channel_after));
        values.insert("page", &number);
        let label = locale.format(key::page_of, &[("page", number.into()), ("pages", count.into())]);
        values.insert("page_label", &label);
        values.insert("several_pages", &(count > 1));
        values.insert("newer", &(number > 1).then(|| self.page_path(number - 1)));
        values.insert("older", &(number < count).then(|| self.page_path(number + 1)));
        context.templates.render_page(self.template, &values)
    }
}

/// Number of cards before the line that offers the channel: it does not stand between what is always there.
fn cards_before_channel(items: &[(ListGroup, usize)]) -> usize {
    let is_always = |(group, _): &(ListGroup, usize)| *group == ListGroup::Always;
    let at_line = items.get(CARDS_BEFORE_CHANNEL - 1);
    match items.iter().position(is_always).filter(|_| at_line.is_some_and(is_always)) {
        Some(0) => items.iter().filter(|item| is_always(item)).count(),
        Some(first) => first,
        None => CARDS_BEFORE_CHANNEL,
    }
}

impl RenderContext {
    /// Districts with open items, in the order of the territory.
    fn zone_links(&self) -> Vec<ZoneLink<'_>> {
        let link =
            |zone| Some(ZoneLink { name: zone, path: list_path(zone), count: *self.index.counts.zones.get(zone)? });
        self.board.config.territorio.zone.iter().map(String::as_str).filter_map(link).collect()
    }

    /// How many of some items are of each kind, in the order of the menu; kinds of none are left out.
    pub(crate) fn count_kinds<'l>(&self, locale: &'l Locale, items: &[(ListGroup, usize)]) -> Vec<KindCount<'l>> {
        let of_kind = |kind: Kind| {
            items.iter().filter(|(_, index)| self.item_at(*index).is_some_and(|item| item.kind() == kind)).count()
        };
        let count =
            |kind: Kind| KindCount { key: kind.key(), label: locale.kind_list_name(kind), count: of_kind(kind) };
        Kind::ALL.into_iter().map(count).filter(|kind| kind.count > 0).collect()
    }

    /// Renders cards under the headings of their groups. The line that offers the channel stands after
    /// `channel_after` cards; nowhere for 0.
    fn group_cards(
        &self,
        locale: &Locale,
        items: &[(ListGroup, usize)],
        root: &str,
        channel_after: usize,
    ) -> Result<Vec<CardGroup>, Error> {
        let mut before = channel_after;
        let has_more = |group| items.iter().any(|(other, _)| *other != group);
        let group = |items: &[(ListGroup, usize)]| {
            let group = items.first().map_or(ListGroup::Over, |(group, _)| *group);
            let positions: Vec<usize> = items.iter().map(|(_, index)| *index).collect();
            let cards = self.card_group(locale, group.heading(locale), &positions, root, before)?;
            before = before.saturating_sub(items.len());
            let folded = group == ListGroup::Over && has_more(group);
            Ok(CardGroup { compact: group == ListGroup::Always, folded, ..cards })
        };
        items.chunk_by(|one, other| one.0 == other.0).map(group).collect()
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
        let (cards, more) = (self.render_cards(locale, items, root)?, self.render_cards(locale, more, root)?);
        Ok(CardGroup { heading, count: None, compact: false, folded: false, cards, channel, more })
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
            let heading = locale.kind_list_name(kind).to_owned();
            (!items.is_empty()).then(|| self.card_group(locale, heading, &items, root, 0))
        };
        Kind::ALL.into_iter().filter_map(group).collect()
    }
}

/// The wanted items in the order of lists.
pub(crate) fn list_items(context: &RenderContext, wanted: impl Fn(&Item) -> bool) -> Vec<(ListGroup, usize)> {
    let wanted = |(_, index): &&(ListGroup, usize)| context.item_at(*index).is_some_and(&wanted);
    context.index.grouped.iter().filter(wanted).copied().collect()
}
