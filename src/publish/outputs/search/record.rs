//! What the search knows of a page.

use std::collections::BTreeMap;

use crate::board::{Board, Item};
use crate::locale::key;
use crate::markdown;
use crate::publish::ItemPage;
use crate::publish::shared::facets::FACETS;

/// Sorts behind every date: what never closes.
const NEVER: &str = "9999-12-31";

/// A page as Pagefind takes it. Everything that its part of the index is made from is in here.
#[derive(Hash)]
pub(super) struct Record {
    pub(super) url: String,
    pub(super) content: String,
    pub(super) meta: BTreeMap<String, String>,
    pub(super) filters: BTreeMap<String, Vec<String>>,
    pub(super) sort: BTreeMap<String, String>,
}

pub(super) fn record(board: &Board, page: &ItemPage<'_>) -> Record {
    let (item, sheet) = (page.item, &page.sheet);
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
    // What is over is found by what it was called and what it offered; its prose would weigh more
    // than all that is open.
    if sheet.is_open {
        content.push_str(&markdown::plain_text(body));
    }
    let meta = [
        ("title", sheet.title.text.to_string()),
        ("kind", sheet.kind.to_owned()),
        ("kind_label", sheet.kind_label.to_owned()),
        ("status", sheet.status.word.to_owned()),
        ("sentence", sheet.status.sentence.clone()),
        ("example", if sheet.example { page.locale.text(key::example).to_owned() } else { String::new() }),
    ];
    let mut filters = BTreeMap::new();
    for facet in &FACETS {
        let values = (facet.values)(board, item);
        if !values.is_empty() {
            filters.insert(facet.name.to_owned(), values);
        }
    }
    Record {
        url: format!("/{}", page.path),
        content,
        meta: meta.into_iter().map(|(key, value)| (key.to_owned(), value)).collect(),
        filters,
        sort: BTreeMap::from([("scadenza".to_owned(), order(item))]),
    }
}

/// By what an item is put in order: the day on which it closes. What is over without such a day stands at the
/// beginning of its year.
pub(super) fn order(item: &Item) -> String {
    let over = || if item.status.is_open() { NEVER.to_owned() } else { format!("{}-01-01", item.year()) };
    item.status.closing().map_or_else(over, |closing| closing.day.to_string())
}
