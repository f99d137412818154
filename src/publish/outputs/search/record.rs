//! The record of an item page in the search index.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::board::Item;
use crate::error::Error;
use crate::markdown;
use crate::publish::shared::facets::FACETS;
use crate::publish::{ItemPage, RenderContext};

/// Sort key of items without a closing day, after every date.
const NO_CLOSING_DAY: &str = "9999-12-31";

/// A page in the form that Pagefind takes. All inputs of an index shard are in its records, which serve as cache key.
#[derive(Hash)]
pub(super) struct Record {
    pub(super) url: String,
    pub(super) content: String,
    pub(super) meta: BTreeMap<String, String>,
    pub(super) filters: BTreeMap<String, Vec<String>>,
    pub(super) sort: BTreeMap<String, String>,
}

/// Builds the record of an item page: what it is found by, and the card that the search page shows.
///
/// # Errors
/// A card whose template fails.
pub(super) fn build_record(context: &RenderContext, page: &ItemPage<'_>) -> Result<Record, Error> {
    let (item, sheet, board) = (page.item, &page.sheet, &*context.board);
    let translation = item.translation(&page.locale.code);
    let body = translation.map_or_else(|| item.document.body(), |translation| translation.document.body());
    let mut content = format!("{}. {}\n", sheet.title.text, sheet.summary.text);
    for row in sheet.facts.iter().chain(&sheet.rows) {
        for line in &row.lines {
            content.push_str(&line.text);
            content.push('\n');
        }
    }
    content.push_str(sheet.organisation.unwrap_or_default());
    content.push('\n');
    // Closed items are found by title and facts. Indexing their prose too would make the archive larger than all open
    // items.
    if sheet.is_open {
        content.push_str(&markdown::plain_text(body));
    }
    let position = board.position(item.slug.as_str());
    let who = sheet.answers.iter().find(|answer| answer.name == "who");
    let meta = [
        // Its links start at the site's root.
        ("card", context.render_cards(page.locale, position.as_slice(), "")?.to_string()),
        ("who", who.map(|answer| answer.short.text.to_string()).unwrap_or_default()),
    ];
    let mut filters = BTreeMap::new();
    for facet in &FACETS {
        let values = (facet.values)(board, item);
        if !values.is_empty() {
            filters.insert(facet.name.to_owned(), values);
        }
    }
    Ok(Record {
        url: format!("/{}", page.path),
        content,
        meta: meta.into_iter().map(|(key, value)| (key.to_owned(), value)).collect(),
        filters,
        sort: BTreeMap::from([("scadenza".to_owned(), sort_key(item, board.today))]),
    })
}

/// Sort key of an item: the day of its next moment, as an ISO 8601 date. Closed items without one sort at the start of their
/// year.
pub(super) fn sort_key(item: &Item, today: NaiveDate) -> String {
    let over = || if item.status.is_open() { NO_CLOSING_DAY.to_owned() } else { format!("{}-01-01", item.year()) };
    item.next_moment(today).map_or_else(over, |next| next.day.to_string())
}
