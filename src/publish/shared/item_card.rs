//! The card of an item in lists: kind, title, one line of facts. Rendered once for each language, because lists differ
//! only in the relative path of the root.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use serde::Serialize;
use tera::Value;

use crate::board::{Board, Item, Status};
use crate::compose::eligibility::{asks_of, conditions_of};
use crate::compose::fact_sheet::{StatusLine, build_cost_answer, build_list_line, build_where_answer, item_path};
use crate::error::Error;
use crate::locale::{Locale, TextKey, key};
use crate::model::{Deadline, Kind};
use crate::publish::RenderContext;
use crate::publish::item_output::has_page;
use crate::publish::shared::districts::list_path;

/// Districts that a card names; of more it says how many places there are.
const MAX_ZONES: usize = 3;

#[derive(Serialize)]
struct Card<'b> {
    /// Path of the item's page below the site's root.
    path: String,
    kind: &'static str,
    kind_label: &'b str,
    title: &'b str,
    /// Whether the title is in the board's own language while the list is in another.
    foreign: bool,
    status: &'static str,
    status_label: &'b str,
    /// What the item asks of whoever takes part, in the codes of [`asks_of`]; `None` if nobody
    /// can apply.
    asks: Option<String>,
    /// What to do by when, or when it happens; the closing day of what is closed. Empty if it says nothing more than
    /// that something is open.
    date: String,
    date_icon: &'static str,
    /// Whether the script counts down to the date.
    counts_down: bool,
    /// Status line, for the script and for a second line.
    line: StatusLine,
    places: Vec<CardPlace>,
    cost: String,
    /// Name and pictogram of the money: what one pays, earns or is given.
    cost_label: &'b str,
    cost_icon: &'static str,
    example: bool,
}

/// A place in short, and the list of its district.
#[derive(Serialize)]
struct CardPlace {
    text: String,
    /// Path of the district's list below the site's root; `None` for a place without a district.
    path: Option<String>,
}

/// Placeholder for the relative path of the site's root in the HTML of cards. Text cannot contain it: templates
/// escape `<`.
pub(crate) const ROOT_PLACEHOLDER: &str = "<root>";

/// The HTML of a card, with [`ROOT_PLACEHOLDER`] for the way to the root.
pub(crate) type CardHtml = Box<str>;

/// Cards by language and position, rendered on first use.
pub(crate) struct CardCache(Vec<Vec<OnceLock<Result<CardHtml, Error>>>>);

impl CardCache {
    /// An empty cache for these numbers of languages and items.
    pub(crate) fn new(languages: usize, items: usize) -> Self {
        Self((0..languages).map(|_| (0..items).map(|_| OnceLock::new()).collect()).collect())
    }

    /// Room for the card at a position in a language; `None` beyond the cache.
    pub(crate) fn room(&self, locale: &Locale, position: usize) -> Option<&OnceLock<Result<CardHtml, Error>>> {
        self.0.get(locale.position)?.get(position)
    }
}

impl RenderContext {
    /// Renders the cards of items, for a page with `root` as relative path of the site's root.
    pub(crate) fn render_cards(&self, locale: &Locale, items: &[usize], root: &str) -> Result<Value, Error> {
        let mut html = String::new();
        for index in items {
            let room = self.cards.room(locale, *index);
            let (Some(room), Some(item)) = (room, self.board.items.get(*index)) else { continue };
            let card = room.get_or_init(|| self.render_card(locale, item)).as_ref().map_err(Clone::clone)?;
            html.push_str(&card.replace(ROOT_PLACEHOLDER, root));
        }
        Ok(Value::safe_string(&html))
    }

    fn render_card(&self, locale: &Locale, item: &Item) -> Result<CardHtml, Error> {
        let mut values = self.card_values(locale, Value::safe_string(ROOT_PLACEHOLDER))?;
        values.insert("card", &build_card(&self.board, item, locale));
        Ok(String::from_utf8_lossy(&self.templates.render_page("card.html", &values)?).into())
    }
}

fn build_card<'b>(board: &'b Board, item: &'b Item, locale: &'b Locale) -> Card<'b> {
    let board_language = &board.config.bacheca.lingua;
    let translated = item.translation(&locale.code).and_then(|translation| translation.facts.short_title());
    let language = if has_page(item, &locale.code, board_language) { &locale.code } else { board_language };
    let line = build_list_line(board, item, locale);
    let timing = item.timing(board.today);
    let few_places = item.facts.deadline.value() == Some(&Deadline::WhilePlacesLast);
    // The last day of a notice is no day to act by.
    let is_news = item.kind() == Kind::News && timing.act_by.is_none();
    let happens = item.kind() == Kind::Event && (timing.act_by.is_none() || line.is_booking_over);
    let date = match item.status {
        Status::Full(closing) | Status::Cancelled(closing) => {
            closing.map(|closing| locale.format_partial_date(closing.date)).unwrap_or_default()
        }
        Status::ToRecheck | Status::Withdrawn => String::new(),
        Status::Open(_) if line.headline.is_none() && !few_places && !is_news && !line.says_hours => String::new(),
        Status::Open(_) | Status::Closed(_) => line.sentence.clone(),
    };
    let can_apply = item.status.is_open() && !line.is_booking_over;
    let asks = can_apply.then(|| asks_of(&conditions_of(board, item))).flatten();
    // What was paid is of no use once it is over.
    let is_over = matches!(item.status, Status::Closed(_) | Status::Cancelled(_));
    let cost = build_cost_answer(board, item, locale).filter(|_| !is_over);
    // An office that has moved is its news: its street is said once.
    let said = date.to_lowercase();
    let places =
        places(board, item, locale).into_iter().filter(|place| !said.contains(&place.text.to_lowercase())).collect();
    Card {
        path: item_path(board, &item.slug, language),
        kind: item.kind().key(),
        kind_label: locale.vocabulary_text("kind", item.kind().key()).unwrap_or_default(),
        title: translated.unwrap_or(item.short_title()),
        foreign: translated.is_none() && locale.code != *board_language,
        status: item.status.as_str(),
        status_label: locale.text(status_text(item.status)),
        asks,
        date,
        date_icon: if happens || is_news || line.says_hours { "when" } else { "deadline" },
        counts_down: line.counts_down,
        line,
        places,
        cost_label: cost.as_ref().map_or("", |cost| cost.label),
        cost_icon: cost.as_ref().map_or("cost", |cost| cost.icon),
        cost: cost.map(|cost| cost.short.text.into_owned()).unwrap_or_default(),
        example: item.facts.example,
    }
}

/// Street and district of an item, or its districts if it takes place in several; each district with its list.
fn places(board: &Board, item: &Item, locale: &Locale) -> Vec<CardPlace> {
    let zones: BTreeSet<&str> = item.zones().collect();
    let known: Vec<&String> =
        board.config.territorio.zone.iter().filter(|zone| zones.contains(zone.as_str())).take(MAX_ZONES + 1).collect();
    let street = build_where_answer(board, item, locale).map(|place| place.short.text.into_owned());
    let street = street.filter(|_| !(2..=MAX_ZONES).contains(&known.len())).map(|text| CardPlace { text, path: None });
    let zone = |zone: &String| CardPlace {
        text: board.config.territorio.zone_label(zone),
        path: Some(format!("{}{}", locale.root, list_path(zone))),
    };
    let zones = known.iter().filter(|_| known.len() <= MAX_ZONES).map(|name| zone(name));
    street.into_iter().chain(zones).collect()
}

fn status_text(status: Status) -> TextKey {
    match status {
        Status::Open(_) => key::status_open,
        Status::ToRecheck => key::recheck,
        Status::Full(_) => key::status_full,
        Status::Cancelled(_) => key::status_cancelled,
        Status::Withdrawn => key::status_withdrawn,
        Status::Closed(_) => key::status_closed,
    }
}
