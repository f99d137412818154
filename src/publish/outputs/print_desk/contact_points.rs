//! Sheets about contact points: the list of those of a district or of the whole territory, and the poster of one.

mod printed;

use std::cmp::Reverse;

use serde::Serialize;

use super::PackOptions;
use super::zone_poster::reject_unknown_zone;
use crate::error::Error;
use crate::locale::{Locale, key};
use crate::localized;
use crate::model::{ContactPoint, LanguageCode};
use crate::publish::RenderContext;
use crate::publish::shared::poster_sheet::name_languages;
use crate::publish::shared::print::{PrintDocument, PrintFormat, print, typeable_address};

use printed::{PrintedContactPoint, WORD_LANGUAGES, Words};

/// Content of a list.
#[derive(Serialize)]
struct ListContent<'p> {
    /// When somebody last made sure of anything on it.
    updated: Option<String>,
    /// Title in the other languages of the sheet.
    titles: Vec<Words<'p>>,
    groups: Vec<Group<'p>>,
    empty: &'p str,
    scan: &'p str,
    address: String,
}

/// Contact points of a district.
#[derive(Serialize)]
struct Group<'p> {
    title: String,
    rows: Vec<PrintedContactPoint<'p>>,
}

/// Content of a poster.
#[derive(Serialize)]
struct PosterContent<'p> {
    contact_point: PrintedContactPoint<'p>,
    kind_label: String,
    /// The request to scan the code, in each language of the sheet.
    scan: Vec<Words<'p>>,
    verified: Option<String>,
    address: String,
}

/// Renders the list of the contact points of a district, or of the whole territory, as PDF on A4: one sheet as long as they
/// fit in letters that can be read at arm's length, else several. In the first language, with the words beside the
/// pictograms in the others too.
///
/// # Errors
/// If there is no language, the district is not of the territory or has no contact point, or the list cannot be typeset.
pub fn render_contact_point_list(
    context: &RenderContext,
    zone: Option<&str>,
    languages: &[&Locale],
    paper: PackOptions,
) -> Result<Vec<u8>, Error> {
    let (locale, others) = languages.split_first().ok_or_else(|| Error::internal("contact points", "no language"))?;
    let territory = &context.board.config.territorio;
    if let Some(zone) = zone {
        reject_unknown_zone(context, zone)?;
    }
    let districts: Vec<District<'_>> =
        districts(context).filter(|district| zone.is_none() || district.zone == zone).collect();
    if let Some(zone) = zone.filter(|_| districts.is_empty()) {
        let zone = territory.zone_label(zone);
        return Err(Error::Message(localized!(
            "{zone}: non c'è nessuno sportello con questa zona",
            "{zone}: no contact point has this district"
        )));
    }
    let verified =
        districts.iter().flat_map(|district| &district.contact_points).filter_map(|(_, facts)| facts.verified);
    let verified = verified.filter(|day| *day <= context.board.today).max();
    let mut groups = Vec::with_capacity(districts.len());
    for district in &districts {
        let rows = district.contact_points.iter().map(|(id, facts)| {
            PrintedContactPoint::new(context, id, facts, languages, paper.qr_level()).map(|(printed, _)| printed)
        });
        groups.push(Group { title: district.title(context, locale), rows: rows.collect::<Result<_, Error>>()? });
    }
    let content = ListContent {
        updated: verified.map(|day| locale.format(key::print_updated, &[("date", locale.format_day(day).into())])),
        titles: others.iter().map(|other| Words::new(other, other.text(key::contact_points_title))).collect(),
        groups,
        empty: locale.text(key::contact_points_empty),
        scan: locale.text(key::scan_code),
        address: typeable_address(&context.board.url(&format!("{}sportelli/", locale.root))),
    };
    let title = locale.text(key::contact_points_title);
    let title = match zone {
        Some(zone) => format!("{title}{}{}", locale.text(key::colon), territory.zone_label(zone)),
        None => title.to_owned(),
    };
    let document = PrintDocument::new(context, locale, "contact-points", title, content);
    let names = name_languages(languages.iter().copied());
    let [pdf] = print(context, &document.to_job(verified, None, names)?, [PrintFormat::Pdf])?;
    Ok(pdf)
}

/// Renders the poster of a contact point as PDF: one sheet.
///
/// # Errors
/// If there is no language, no published contact point has this id, or the poster cannot be typeset.
pub fn render_contact_point_poster(
    context: &RenderContext,
    id: &str,
    languages: &[&Locale],
    paper: PackOptions,
) -> Result<Vec<u8>, Error> {
    let locale = languages.first().ok_or_else(|| Error::internal("contact point", "no language"))?;
    let (id, facts) = find_contact_point(context, id)?;
    let (contact_point, sheet) = PrintedContactPoint::new(context, id, facts, languages, paper.qr_level())?;
    let content = PosterContent {
        contact_point,
        kind_label: Some(sheet.kind_label)
            .filter(|label| !label.is_empty())
            .unwrap_or_else(|| locale.text(key::contact_points_title).to_owned()),
        scan: languages.iter().map(|other| Words::new(other, other.text(key::scan_code))).collect(),
        verified: sheet.verification.verified,
        address: typeable_address(&context.board.url(&sheet.path)),
    };
    let verified = facts.verified.filter(|day| *day <= context.board.today);
    let mut document = PrintDocument::new(context, locale, "contact-point", facts.name.clone(), content);
    document.size = paper.paper_size();
    let names = name_languages(languages.iter().copied());
    let [pdf] = print(context, &document.to_job(verified, Some(1), names)?, [PrintFormat::Pdf])?;
    Ok(pdf)
}

/// Languages of the poster of a contact point: the board's own first, then those of its staff that the board has.
///
/// # Errors
/// If no published contact point has this id.
pub fn languages_of_desk<'c>(context: &'c RenderContext, id: &str) -> Result<Vec<&'c Locale>, Error> {
    let (_, facts) = find_contact_point(context, id)?;
    let codes = facts.desk_languages.iter().map(LanguageCode::as_str);
    Ok(with_board_language(context, codes))
}

/// Languages of the list of a district, or of the whole territory: the board's own first, then those of the guests of its
/// reception centres and of its staff, the most frequent first.
pub fn languages_of_list<'c>(context: &'c RenderContext, zone: Option<&str>) -> Vec<&'c Locale> {
    let mut counts: Vec<(&'c Locale, usize)> = context.locales.iter().map(|locale| (locale, 0)).collect();
    for (_, facts) in context.board.published_contact_points() {
        if zone.is_some() && facts.zone.as_deref() != zone {
            continue;
        }
        for code in facts.guest_languages.iter().chain(&facts.desk_languages) {
            if let Some((_, count)) = counts.iter_mut().find(|(locale, _)| locale.code == code.as_str()) {
                *count += 1;
            }
        }
    }
    counts.sort_by_key(|(locale, count)| (Reverse(*count), locale.position));
    with_board_language(context, counts.iter().map(|(locale, _)| locale.code.as_str()))
}

/// The board's own language, then those of some codes that the board has, then its others: as many as have words on a sheet.
fn with_board_language<'c, 'k>(context: &'c RenderContext, codes: impl Iterator<Item = &'k str>) -> Vec<&'c Locale> {
    let mut languages = vec![context.locales.board_locale()];
    for locale in codes.filter_map(|code| context.locales.get(code)).chain(context.locales.iter()) {
        if languages.len() < WORD_LANGUAGES && languages.iter().all(|known| known.code != locale.code) {
            languages.push(locale);
        }
    }
    languages
}

/// Published contact points of a district.
pub(super) struct District<'c> {
    /// Name of the district; `None` for those that are in none.
    pub(super) zone: Option<&'c str>,
    /// By name.
    contact_points: Vec<(&'c str, &'c ContactPoint)>,
}

impl District<'_> {
    /// Name of the district and of its neighbourhoods.
    fn title(&self, context: &RenderContext, locale: &Locale) -> String {
        let territory = &context.board.config.territorio;
        let Some(zone) = self.zone else { return locale.text(key::contact_points_elsewhere).to_owned() };
        let neighbourhoods = territory.neighbourhoods.get(zone).map(String::as_str);
        let label = territory.zone_label(zone);
        [Some(label.as_str()), neighbourhoods].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }
}

/// Districts that have published contact points, in the order of the territory; those in none of its districts at the end.
pub(super) fn districts(context: &RenderContext) -> impl Iterator<Item = District<'_>> {
    let zones: Vec<&str> = context.board.config.territorio.zone.iter().map(String::as_str).collect();
    let all = zones.clone().into_iter().map(Some).chain([None]);
    let districts = all.map(move |zone| {
        let of_facts = |facts: &ContactPoint| zones.iter().copied().find(|known| facts.zone.as_deref() == Some(known));
        let mut contact_points: Vec<(&str, &ContactPoint)> =
            context.board.published_contact_points().filter(|(_, facts)| of_facts(facts) == zone).collect();
        contact_points.sort_by_key(|(_, facts)| facts.name.to_lowercase());
        District { zone, contact_points }
    });
    districts.filter(|district| !district.contact_points.is_empty())
}

fn find_contact_point<'c>(context: &'c RenderContext, id: &str) -> Result<(&'c str, &'c ContactPoint), Error> {
    context.board.published_contact_points().find(|(known, _)| *known == id).ok_or_else(|| {
        let known: Vec<&str> = context.board.published_contact_points().map(|(known, _)| known).collect();
        let known = known.join(", ");
        Error::Message(localized!(
            "non c'è nessuno sportello «{id}»: ci sono {known}",
            "there is no contact point `{id}`: there are {known}"
        ))
    })
}
