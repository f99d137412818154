//! The records of items and contact points in the search index.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::board::Item;
use crate::compose::contact_point::build_contact_point_sheet;
use crate::error::Error;
use crate::locale::Locale;
use crate::markdown;
use crate::model::ContactPoint;
use crate::publish::shared::facets::{CONTACT_POINTS, FACETS};
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

/// Builds the record of a contact point: what it is found by, and its card.
///
/// # Errors
/// A card whose template fails.
pub(super) fn build_contact_point_record(
    context: &RenderContext,
    locale: &Locale,
    id: &str,
    contact_point: &ContactPoint,
) -> Result<Record, Error> {
    let sheet = build_contact_point_sheet(&context.board, id, contact_point, locale);
    let mut words: Vec<&str> = vec![sheet.name, &sheet.kind_label];
    words.extend(sheet.needs.iter().map(|need| need.label));
    // Nearly all speak the board's own language, which is also what courses teach.
    let own = &context.board.config.bacheca.lingua;
    for language in sheet.languages.iter().filter(|language| language.code != own) {
        words.extend([language.name, locale.vocabulary_text("language", language.code).unwrap_or_default()]);
    }
    let lines = sheet.services.iter().chain(&sheet.documents).chain(&sheet.transport);
    words.extend(lines.map(|line| line.text.as_ref()));
    words.extend(sheet.street.as_deref());
    if let Some(district) = &sheet.district {
        words.extend([Some(district.label.as_str()), district.neighbourhoods].into_iter().flatten());
    }
    words.extend(sheet.run_by.as_ref().map(|organisation| organisation.name));
    let body = context.board.contact_points.get(id).map(|file| markdown::plain_text(file.document.body()));
    let filters = [
        ("tipo", vec![CONTACT_POINTS.to_owned()]),
        ("zona", contact_point.zone.clone().into_iter().collect()),
        ("lingua", contact_point.desk_languages.iter().map(|language| language.as_str().to_owned()).collect()),
        ("ente", sheet.run_by.iter().map(|organisation| organisation.name.to_owned()).collect()),
    ];
    let filters = filters.into_iter().filter(|(_, values)| !values.is_empty());
    Ok(Record {
        url: format!("/{}", sheet.path),
        content: format!("{}\n{}", words.join("\n"), body.unwrap_or_default()),
        // Its links start at the site's root.
        meta: BTreeMap::from([("card".to_owned(), context.render_contact_point_cards(locale, &[id], "")?.to_string())]),
        filters: filters.map(|(name, values)| (name.to_owned(), values)).collect(),
        sort: BTreeMap::from([("scadenza".to_owned(), NO_CLOSING_DAY.to_owned())]),
    })
}

/// Sort key of an item: the day of its next moment, as an ISO 8601 date. Closed items without one sort at the start of their
/// year.
pub(super) fn sort_key(item: &Item, today: NaiveDate) -> String {
    let over = || if item.status.is_open() { NO_CLOSING_DAY.to_owned() } else { format!("{}-01-01", item.year()) };
    item.next_moment(today).map_or_else(over, |next| next.day.to_string())
}
