//! The card of an item in lists: kind, title, one line of facts. Rendered once for each language, because lists differ
//! only in the relative path of the root.

use std::sync::OnceLock;

use serde::Serialize;
use tera::Value;

use crate::board::{Board, Item, Status};
use crate::compose::fact_sheet::{StatusLine, build_cost_answer, build_status_line, item_path};
use crate::error::Error;
use crate::locale::{Locale, TextKey, key};
use crate::model::{Attendance, Kind, Place};
use crate::publish::RenderContext;
use crate::publish::item_output::has_page;

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
    /// What to do by when, or when it happens; the closing day of what is closed.
    date: String,
    /// Status line, for the script and for a second line.
    line: StatusLine,
    /// Pictogram of the date: it is one on which something happens, not a deadline.
    happens: bool,
    place: String,
    cost: String,
    /// Pictogram of the cost: a price, a wage or a grant.
    cost_icon: &'static str,
    example: bool,
}

/// Placeholder for the relative path of the site's root in the HTML of cards. Text cannot contain it: templates
/// escape `<`.
const ROOT_PLACEHOLDER: &str = "<root>";

/// The HTML of a card, with [`ROOT`] for the way to the root.
type CardHtml = Box<str>;

/// Cards by language and position in the board, rendered on first use.
pub(crate) struct CardCache(Vec<Vec<OnceLock<Result<CardHtml, Error>>>>);

impl CardCache {
    /// An empty cache for these numbers of languages and items.
    pub(crate) fn new(languages: usize, items: usize) -> Self {
        Self((0..languages).map(|_| (0..items).map(|_| OnceLock::new()).collect()).collect())
    }
}

impl RenderContext {
    /// Renders the cards of items, for a page with `root` as relative path of the site's root.
    pub(crate) fn render_cards(&self, locale: &Locale, items: &[usize], root: &str) -> Result<Value, Error> {
        let mut html = String::new();
        for index in items {
            let room = self.cards.0.get(locale.position).and_then(|cards| cards.get(*index));
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
    let translated = item.translation(&locale.code).and_then(|translation| translation.facts.title.as_deref());
    let language = if has_page(item, &locale.code, board_language) { &locale.code } else { board_language };
    let line = build_status_line(board, item, locale);
    let timing = item.timing(board.today);
    let cost = build_cost_answer(board, item, locale);
    let closing = item.status.closing().map(|closing| locale.format_date_with_weekday(closing.day));
    Card {
        path: item_path(board, &item.slug, language),
        kind: item.kind().key(),
        kind_label: locale.vocabulary_text("kind", item.kind().key()).unwrap_or_default(),
        title: translated.unwrap_or(item.title()),
        foreign: translated.is_none() && locale.code != *board_language,
        status: item.status.as_str(),
        status_label: locale.text(status_text(item.status)),
        date: if line.headline.is_some() { line.sentence.clone() } else { closing.unwrap_or_default() },
        happens: item.kind() == Kind::Event && (timing.act_by.is_none() || line.is_booking_over),
        line,
        place: format_place(board, item, locale),
        cost_icon: cost.as_ref().map_or("cost", |cost| cost.icon),
        cost: cost.map(|cost| cost.short.text.into_owned()).unwrap_or_default(),
        example: item.facts.example,
    }
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

/// Formats the place of an item in short: district, else town, name or address; or that it is online. Empty for more
/// than three places.
pub(crate) fn format_place(board: &Board, item: &Item, locale: &Locale) -> String {
    let facts = &item.facts;
    if let Some(attendance @ (Attendance::Online | Attendance::Remote)) = facts.attendance.value() {
        return locale.vocabulary_text("attendance", attendance.word()).unwrap_or_default().to_owned();
    }
    let short = |place: &Place| {
        let zone = place.zone.as_deref().map(|zone| board.config.territorio.zone_label(zone));
        zone.or_else(|| place.town.clone()).or_else(|| place.name.clone()).or_else(|| place.address.clone())
    };
    let own = facts.place.value().and_then(short);
    let mut places: Vec<String> = match own {
        Some(place) => vec![place],
        None => facts.editions().iter().filter_map(|edition| edition.place.as_ref().and_then(short)).collect(),
    };
    places.dedup();
    if places.len() > 3 { String::new() } else { places.join(" · ") }
}
