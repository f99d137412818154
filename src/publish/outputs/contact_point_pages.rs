//! Contact points: one list by district, and a page of each, in every language.

use std::sync::Arc;

use serde::Serialize;
use tera::Value;

use crate::compose::contact_point::{ContactPointSheet, build_contact_point_sheet, need_label};
use crate::compose::json_ld::contact_point_json_ld;
use crate::compose::vcard::write_vcard;
use crate::error::Error;
use crate::locale::{Locale, find_autonym, key};
use crate::markdown;
use crate::model::{ContactPoint, Need};
use crate::publish::shared::districts::list_path;
use crate::publish::shared::page_shell::{PageHead, root_path};
use crate::publish::{OfflineRank, PageSpec, RenderContext};
use crate::text::slug::slugify;

/// Number of cards on a page of the list: they are heavier than those of items.
const CARDS_PER_PAGE: usize = 20;
/// Path of the list below a language's root.
const FOLDER: &str = "sportelli/";
/// Name of the section of contact points without a district.
const OTHER_DISTRICTS: &str = "altre-zone";
/// File with the contact for a telephone, beside the page.
const VCARD: &str = "contatto.vcf";
/// File with the contacts of all contact points, below a language's root.
const VCARDS: &str = "sportelli/sportelli.vcf";
/// Maximum number of open items on the page of a contact point.
const MAX_ITEMS: usize = 6;

/// Contact points of a district on a page of the list.
#[derive(Serialize)]
struct DistrictGroup<'p> {
    /// Name of its section, the same on all pages of the list.
    id: String,
    heading: String,
    /// Neighbourhoods by which people know the district.
    neighbourhoods: Option<&'p str>,
    cards: Value,
}

/// A choice of a filter.
#[derive(Serialize)]
struct Choice<'p> {
    value: String,
    label: &'p str,
}

/// Ids of published contact points by district, in the order of the territory; those without a district, or in one that is
/// not of the territory, at the end. In a district by name.
type Districts<'c> = Vec<(Option<&'c str>, Vec<&'c str>)>;

pub(super) fn pages(context: &RenderContext) -> Vec<PageSpec<'_>> {
    let districts = Arc::new(group_by_district(context));
    let count = context.board.published_contact_points().count().div_ceil(CARDS_PER_PAGE).max(1);
    let list = |number: usize| {
        let districts = Arc::clone(&districts);
        let page = PageSpec::new(context, list_page_path(number), move |page, locale| {
            render_list(context, page, locale, &districts, number, count)
        });
        page.showing_items(Vec::new(), String::new())
    };
    let first = list(1).kept_offline(OfflineRank::ContactPoint);
    let others = (2..=count).map(|number| list(number).not_indexed("the first page of the list leads to it"));
    let each = context.board.published_contact_points().enumerate().map(|(position, (id, contact_point))| {
        let path = format!("{FOLDER}{id}/");
        let page = PageSpec::new(context, path, move |page, locale| {
            render_page(context, page, locale, position, id, contact_point)
        });
        let (here, elsewhere) = items_of(context, position);
        page.showing_items([here, elsewhere].concat(), here.len().to_string())
    });
    let cards = context.board.published_contact_points().map(|(id, contact_point)| {
        let render =
            move |_: &PageSpec<'_>, locale: &Locale| Ok(render_vcard(context, id, contact_point, locale).into_bytes());
        PageSpec::new(context, format!("{FOLDER}{id}/{VCARD}"), render).showing_items(Vec::new(), String::new())
    });
    let all = PageSpec::new(context, VCARDS, |_, locale| {
        let cards = context.board.published_contact_points();
        let cards = cards.map(|(id, contact_point)| render_vcard(context, id, contact_point, locale));
        Ok(cards.collect::<String>().into_bytes())
    });
    let all = all.showing_items(Vec::new(), String::new());
    std::iter::once(first).chain(others).chain(each).chain(cards).chain([all]).collect()
}

/// Path of a page of the list, from 1, below a language's root.
fn list_page_path(number: usize) -> String {
    if number == 1 { FOLDER.to_owned() } else { format!("{FOLDER}pagina/{number}/") }
}

/// Open items on the page of a contact point: those at its address, then those of its organisation elsewhere.
fn items_of(context: &RenderContext, position: usize) -> (&[usize], &[usize]) {
    let (here, elsewhere) = context.index.at_contact_points.items_of(position);
    let here = here.get(..MAX_ITEMS).unwrap_or(here);
    (here, elsewhere.get(..MAX_ITEMS - here.len()).unwrap_or(elsewhere))
}

fn group_by_district(context: &RenderContext) -> Districts<'_> {
    let territory = &context.board.config.territorio;
    let known = |contact_point: &ContactPoint| {
        territory.zone.iter().find(|zone| contact_point.zone.as_ref() == Some(zone)).map(String::as_str)
    };
    let zones = territory.zone.iter().map(|zone| Some(zone.as_str())).chain([None]);
    let group = |zone: Option<&'_ str>| {
        let mut there: Vec<(&str, &str)> = context
            .board
            .published_contact_points()
            .filter(|(_, contact_point)| known(contact_point) == zone)
            .map(|(id, contact_point)| (contact_point.name.as_str(), id))
            .collect();
        there.sort_unstable();
        there.into_iter().map(|(_, id)| id).collect::<Vec<_>>()
    };
    zones.map(|zone| (zone, group(zone))).filter(|(_, ids)| !ids.is_empty()).collect()
}

fn render_list(
    context: &RenderContext,
    page: &PageSpec<'_>,
    locale: &Locale,
    districts: &Districts<'_>,
    number: usize,
    count: usize,
) -> Result<Vec<u8>, Error> {
    let mut head = PageHead {
        description: locale.text(key::contact_points_lead),
        ..page.head(context, locale, locale.text(key::contact_points_title))
    };
    if number > 1 {
        head.languages = context.home_links(locale);
    }
    let root = root_path(&head.path);
    let territory = &context.board.config.territorio;
    let all: Vec<(Option<&str>, &str)> =
        districts.iter().flat_map(|(zone, ids)| ids.iter().map(move |id| (*zone, *id))).collect();
    let shown = all.chunks(CARDS_PER_PAGE).nth(number - 1).unwrap_or_default();
    let groups = shown.chunk_by(|one, other| one.0 == other.0).map(|group| {
        let zone = group.first().and_then(|(zone, _)| *zone);
        let ids: Vec<&str> = group.iter().map(|(_, id)| *id).collect();
        Ok(DistrictGroup {
            id: zone.map_or_else(|| OTHER_DISTRICTS.to_owned(), |zone| format!("zona-{}", slugify(zone))),
            heading: match zone {
                Some(zone) => territory.zone_label(zone),
                None if districts.len() > 1 => locale.text(key::contact_points_elsewhere).to_owned(),
                None => String::new(),
            },
            neighbourhoods: zone.and_then(|zone| territory.neighbourhoods.get(zone)).map(String::as_str),
            cards: context.render_contact_point_cards(locale, &ids, &root)?,
        })
    });
    let groups: Vec<DistrictGroup<'_>> = groups.collect::<Result<_, Error>>()?;
    let mut values = context.page_values(locale, &head)?;
    values.insert("groups", &groups);
    values.insert("count_label", &locale.format(key::contact_points_count, &[("count", all.len().into())]));
    values.insert("count_pattern", &locale.format(key::contact_points_count, &[("count", "#".into())]));
    values.insert("needs", &need_choices(context, locale));
    values.insert("spoken", &language_choices(context, locale));
    values.insert("districts", &district_choices(context, districts));
    let label = locale.format(key::page_of, &[("page", number.into()), ("pages", count.into())]);
    values.insert("page_label", &label);
    values.insert("several_pages", &(count > 1));
    values.insert("newer", &(number > 1).then(|| list_page_path(number - 1)));
    values.insert("older", &(number < count).then(|| list_page_path(number + 1)));
    // Pages of the list that are not shown: the filters load them.
    let others: Vec<String> = (1..=count).filter(|other| *other != number).map(list_page_path).collect();
    values.insert("other_pages", &others);
    context.templates.render_page("contact-points.html", &values)
}

/// Needs that some contact point helps with.
fn need_choices<'c>(context: &'c RenderContext, locale: &'c Locale) -> Vec<Choice<'c>> {
    let has = |need: &&Need| context.board.published_contact_points().any(|(_, desk)| desk.needs.contains(need));
    let choice = |need: &Need| {
        let need = need_label(*need, locale);
        Choice { value: need.slug, label: need.label }
    };
    Need::ALL.iter().filter(has).map(choice).collect()
}

/// Languages that some contact point speaks, by their own names: those of the board first.
fn language_choices<'c>(context: &'c RenderContext, locale: &'c Locale) -> Vec<Choice<'c>> {
    let mut codes: Vec<&str> = Vec::new();
    let spoken = || context.board.published_contact_points().flat_map(|(_, desk)| &desk.desk_languages);
    let is_spoken = |code: &&str| spoken().any(|language| language.as_str() == *code);
    codes.extend(context.locales.iter().map(|locale| locale.code.as_str()).filter(is_spoken));
    for language in spoken() {
        if !codes.contains(&language.as_str()) {
            codes.push(language.as_str());
        }
    }
    let label = |code| match find_autonym(code) {
        Some(autonym) => autonym.name,
        None => locale.vocabulary_text("language", code).unwrap_or(code),
    };
    codes.into_iter().map(|code| Choice { value: code.to_owned(), label: label(code) }).collect()
}

fn district_choices<'c>(context: &RenderContext, districts: &Districts<'c>) -> Vec<(&'c str, String)> {
    let choice = |zone: &'c str| (zone, context.board.config.territorio.zone_label(zone));
    districts.iter().filter_map(|(zone, _)| zone.map(choice)).collect()
}

fn render_page(
    context: &RenderContext,
    page: &PageSpec<'_>,
    locale: &Locale,
    position: usize,
    id: &str,
    contact_point: &ContactPoint,
) -> Result<Vec<u8>, Error> {
    let board = &context.board;
    let sheet = build_contact_point_sheet(board, id, contact_point, locale);
    let description = describe(&sheet, locale);
    let head = PageHead { description: &description, ..page.head(context, locale, sheet.name) };
    let mut values = context.page_values(locale, &head)?;
    let body = board.contact_points.get(id).map(|file| file.document.body()).unwrap_or_default();
    values.insert_value("body", Value::safe_string(markdown::render_html(body).as_str()));
    let is_own = |zone: &&str| board.config.territorio.zone.iter().any(|known| known == zone);
    values.insert("district_path", &contact_point.zone.as_deref().filter(is_own).map(list_path));
    let (here, elsewhere) = items_of(context, position);
    values.insert("items", &context.render_cards(locale, here, &root_path(&head.path))?);
    values.insert("items_elsewhere", &context.render_cards(locale, elsewhere, &root_path(&head.path))?);
    values.insert("point", &sheet);
    let structured = contact_point_json_ld(board, contact_point, &board.url(&head.path));
    values.insert_value("structured", Value::safe_string(structured.as_deref().unwrap_or_default()));
    context.templates.render_page("contact-point.html", &values)
}

/// The contact for a telephone, with its note in a language.
fn render_vcard(context: &RenderContext, id: &str, contact_point: &ContactPoint, locale: &Locale) -> String {
    let sheet = build_contact_point_sheet(&context.board, id, contact_point, locale);
    write_vcard(&context.board, contact_point, &sheet, locale)
}

/// «Sportello: Documenti, Lavoro. Italiano, English.», for search engines and chats.
fn describe(sheet: &ContactPointSheet<'_>, locale: &Locale) -> String {
    let needs: Vec<String> = sheet.needs.iter().map(|need| need.label.to_owned()).collect();
    let languages: Vec<String> = sheet.languages.iter().map(|language| language.name.to_owned()).collect();
    let what = [sheet.kind_label.clone(), locale.join_commas(&needs), locale.join_commas(&languages)];
    let what: Vec<String> = what.into_iter().filter(|part| !part.is_empty()).collect();
    what.join(" · ")
}
