//! The records of items and contact points in the search index.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::board::Item;
use crate::compose::contact_point::build_contact_point_sheet;
use crate::error::Error;
use crate::locale::Locale;
use crate::markdown;
use crate::model::{ContactPoint, CourseSubject};
use crate::publish::shared::facets::{CONTACT_POINTS, FACETS};
use crate::publish::{ItemPage, RenderContext};

/// Sort key of items without a closing day, after every date.
const NO_CLOSING_DAY: &str = "9999-12-31";

/// Weights of the fields of a record. The word of a kind counts most: «lavoro» asks for jobs before the course that
/// mentions work.
const KIND: u8 = 18;
const TITLE: u8 = 9;
const PLACE: u8 = 4;
/// What a contact point helps with, and does.
const NEEDS: u8 = 5;
const ORGANISATION: u8 = 4;
const SUMMARY: u8 = 3;
const FACTS: u8 = 2;
const PROSE: u8 = 1;

/// An item or a contact point in the index: what it is found by, and the card that the search page shows.
pub(super) struct Record {
    /// Texts, each with the weight of its words.
    pub(super) fields: Vec<(u8, String)>,
    /// HTML of the card. Its links start at the site's root.
    pub(super) card: String,
    /// For whom it is, in one line; empty if it does not say.
    pub(super) who: String,
    pub(super) filters: BTreeMap<String, Vec<String>>,
    /// Key by which records are sorted without a question.
    pub(super) sort: String,
}

/// Builds the record of an item page.
///
/// # Errors
/// A card whose template fails.
pub(super) fn build_record(context: &RenderContext, page: &ItemPage<'_>) -> Result<Record, Error> {
    let (item, sheet, board, locale) = (page.item, &page.sheet, &*context.board, page.locale);
    let mut fields = vec![
        (KIND, format!("{} {}", sheet.kind_label, locale.kind_list_name(item.kind()))),
        (TITLE, format!("{}\n{}", sheet.title.text, sheet.short_title.text)),
        (ORGANISATION, sheet.organisation.unwrap_or_default().to_owned()),
        (SUMMARY, sheet.summary.text.to_string()),
        // Whoever saw the poster remembers words of the board's own language.
        (SUMMARY, item.short_title().to_owned()),
    ];
    // Who asks for Italian means a course of it before all that mentions it.
    let is_italian = item.facts.subject == Some(CourseSubject::Italian);
    let language = is_italian.then(|| locale.vocabulary_text("language", "it")).flatten();
    fields.extend(language.map(|name| (KIND, name.to_owned())));
    fields.extend(item.zones().flat_map(|zone| zone_fields(context, zone)));
    let rows = sheet.facts.iter().chain(&sheet.rows).chain(sheet.editions.iter().flat_map(|edition| &edition.rows));
    let lines: Vec<&str> = rows.flat_map(|row| &row.lines).map(|line| line.text.as_ref()).collect();
    fields.push((FACTS, lines.join("\n")));
    // Closed items are found by title and facts. Indexing their prose too would make the archive larger than all open
    // items.
    if sheet.is_open {
        let translation = item.translation(&locale.code);
        let body = translation.map_or_else(|| item.document.body(), |translation| translation.document.body());
        fields.push((PROSE, markdown::plain_text(body)));
    }
    let position = board.position(item.slug.as_str());
    let who = sheet.answers.iter().find(|answer| answer.name == "who");
    let mut filters = BTreeMap::new();
    for facet in &FACETS {
        let values = (facet.values)(board, item);
        if !values.is_empty() {
            filters.insert(facet.name.to_owned(), values);
        }
    }
    Ok(Record {
        fields,
        card: context.render_cards(locale, position.as_slice(), "")?.to_string(),
        who: who.map(|answer| answer.short.text.to_string()).unwrap_or_default(),
        filters,
        sort: sort_key(item, board.today),
    })
}

/// Builds the record of a contact point.
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
    let needs: Vec<&str> = sheet.needs.iter().map(|need| need.label).collect();
    // Nearly all speak the board's own language, which is also what courses teach.
    let own = &context.board.config.bacheca.lingua;
    let languages = sheet.languages.iter().filter(|language| language.code != own);
    let languages = languages
        .flat_map(|language| [language.name, locale.vocabulary_text("language", language.code).unwrap_or_default()]);
    let services: Vec<&str> = sheet.services.iter().map(|line| line.text.as_ref()).collect();
    let lines = sheet.documents.iter().chain(&sheet.transport).map(|line| line.text.as_ref());
    let facts: Vec<&str> = languages.chain(lines).chain(sheet.street.as_deref()).collect();
    let organisation = sheet.run_by.as_ref().map(|organisation| organisation.name).unwrap_or_default();
    let body = context.board.contact_points.get(id).map(|file| markdown::plain_text(file.document.body()));
    let mut fields = vec![
        (TITLE, format!("{}\n{}", sheet.name, sheet.kind_label)),
        (NEEDS, needs.join("\n")),
        (NEEDS, services.join("\n")),
        (ORGANISATION, organisation.to_owned()),
        (FACTS, facts.join("\n")),
        (PROSE, body.unwrap_or_default()),
    ];
    fields.extend(contact_point.zone.iter().flat_map(|zone| zone_fields(context, zone)));
    let filters = [
        ("tipo", vec![CONTACT_POINTS.to_owned()]),
        ("zona", contact_point.zone.clone().into_iter().collect()),
        ("lingua", contact_point.desk_languages.iter().map(|language| language.as_str().to_owned()).collect()),
        ("ente", sheet.run_by.iter().map(|organisation| organisation.name.to_owned()).collect()),
    ];
    let filters = filters.into_iter().filter(|(_, values)| !values.is_empty());
    Ok(Record {
        fields,
        card: context.render_contact_point_cards(locale, &[id], "")?.to_string(),
        who: String::new(),
        filters: filters.map(|(name, values)| (name.to_owned(), values)).collect(),
        sort: NO_CLOSING_DAY.to_owned(),
    })
}

/// Name of a district, and its neighbourhoods.
fn zone_fields<'c>(context: &'c RenderContext, zone: &str) -> impl Iterator<Item = (u8, String)> + use<'c> {
    let territory = &context.board.config.territorio;
    let neighbourhoods = territory.neighbourhoods.get(zone).map(|names| (FACTS, names.clone()));
    std::iter::once((PLACE, territory.zone_label(zone))).chain(neighbourhoods)
}

/// Sort key of an item: the day of its next moment, as an ISO 8601 date. Closed items without one sort at the start of their
/// year.
pub(super) fn sort_key(item: &Item, today: NaiveDate) -> String {
    let over = || if item.status.is_open() { NO_CLOSING_DAY.to_owned() } else { format!("{}-01-01", item.year()) };
    item.next_moment(today).map_or_else(over, |next| next.day.to_string())
}
