//! The page of the print desk: each open item with its posters and messages, then the packs, then contact points.

use serde::Serialize;

use super::change::WallChange;
use super::{
    FOLDER, centres, change_file, channel_poster, contact_point_list, contact_point_poster, contact_points,
    list_near_centre, place_sheet,
};
use crate::board::Item;
use crate::compose::channel_words::describe_channel;
use crate::compose::fact_sheet::{build_list_line, item_path};
use crate::error::Error;
use crate::locale::{Locale, key};
use crate::model::ContactPoint;
use crate::publish::shared::districts;
use crate::publish::shared::item_files::{MULTILINGUAL_POSTER, POSTER, STRIPS_POSTER, bilingual_message, has_poster};
use crate::publish::shared::page_shell::PageHead;
use crate::publish::{PageSpec, RenderContext};

/// An open item with its files.
#[derive(Serialize)]
struct PrintRow<'p> {
    slug: &'p str,
    title: &'p str,
    /// Language of the title.
    lang: &'p str,
    /// Path of the item's page below the site's root.
    path: String,
    /// What to do by when, or when it happens.
    date: String,
    /// Poster in the page's language and in the board's own, in all languages, with strips.
    posters: Vec<FileLink<'p>>,
    /// Posters in all other languages; only on the page in the board's own language, where whoever prints for others
    /// looks.
    others: Vec<FileLink<'p>>,
    /// Messages in two languages.
    messages: Vec<FileLink<'p>>,
}

/// A file to print or to copy.
#[derive(Serialize)]
struct FileLink<'p> {
    /// Path below the site's root.
    path: String,
    label: String,
    lang: &'p str,
}

/// A pack that the desk's page links to.
#[derive(Serialize)]
struct PackFile<'p> {
    name: String,
    lang: Option<&'p str>,
    languages: Vec<&'p str>,
    /// All posters, one a sheet.
    one: Option<String>,
    /// All posters, four a sheet.
    four: Option<String>,
    /// The permanent sheet of a place.
    sheet: Option<String>,
    /// The contact points near a place.
    near: Option<String>,
}

/// The desk's page in each language. Search engines list it, because reception centres search for posters to print.
pub(in crate::publish::outputs) fn pages(context: &RenderContext) -> Vec<PageSpec<'_>> {
    vec![PageSpec::new(context, FOLDER, |page, locale| render(context, page, locale))]
}

fn render(context: &RenderContext, page: &PageSpec<'_>, locale: &Locale) -> Result<Vec<u8>, Error> {
    let items = context.open_items();
    let head = PageHead {
        description: locale.text(key::print_lead),
        ..page.head(context, locale, locale.text(key::print_title))
    };
    let mut values = context.page_values(locale, &head)?;
    let pack = |name: &str, file: &str| PackFile {
        name: name.to_owned(),
        lang: None,
        languages: Vec::new(),
        one: Some(format!("{FOLDER}{file}.pdf")),
        four: Some(format!("{FOLDER}{file}-4.pdf")),
        sheet: None,
        near: None,
    };
    let by_language =
        context.locales.iter().map(|other| PackFile { lang: Some(&other.code), ..pack(&other.autonym, &other.code) });
    let by_language: Vec<PackFile<'_>> = by_language.collect();
    let by_centre = centres(context).map(|centre| {
        let pack = pack(centre.name, &format!("centri/{}", centre.id));
        let of_guests = |file: Option<String>| file.filter(|_| centre.has_packs);
        let languages = centre.languages.iter().map(|locale| locale.autonym.as_str()).collect();
        let (one, four) = (of_guests(pack.one), of_guests(pack.four));
        let near = of_guests(Some(list_near_centre(centre.id)));
        PackFile { languages, one, four, sheet: Some(place_sheet(centre.id)), near, ..pack }
    });
    let by_centre: Vec<PackFile<'_>> = by_centre.collect();
    let rows: Vec<PrintRow<'_>> = items.iter().map(|item| print_row(context, item, locale)).collect();
    let sheets = |count: usize| locale.format(key::print_sheets, &[("count", count.into())]);
    values.insert("open", &items.len());
    values.insert("open_label", &locale.format(key::print_open, &[("count", items.len().into())]));
    values.insert("rows", &rows);
    values.insert("one_sheets", &sheets(items.len()));
    values.insert("four_sheets", &sheets(items.len().div_ceil(4)));
    values.insert("by_language", &by_language);
    values.insert("by_centre", &by_centre);
    values.insert("contact_point_lists", &contact_point_lists(context, locale));
    values.insert("contact_point_posters", &contact_point_posters(context));
    values.insert("zone_posters", &zone_posters(context, locale));
    let change = WallChange::of_week(&context.board);
    values.insert("print_languages", &print_languages(context));
    values.insert("own_autonym", &context.locales.board_locale().autonym);
    values.insert("change_file", &change_file(locale));
    values.insert("change_down", &change.down.len());
    values.insert("change_up", &change.up.len());
    values.insert("channels", &channel_posters(context, locale));
    values.insert("lead", locale.text(key::print_lead));
    context.templates.render_page("print.html", &values)
}

/// The languages of the board, with the folder of each.
fn print_languages(context: &RenderContext) -> Vec<FileLink<'_>> {
    let folder = |locale: &Locale| if locale.position == 0 { String::new() } else { format!("{}/", locale.code) };
    let link = |locale| FileLink { path: folder(locale), label: locale.autonym.clone(), lang: &locale.code };
    context.locales.iter().map(link).collect()
}

/// Posters of the channels: the first by what it is, others by name.
fn channel_posters<'p>(context: &'p RenderContext, locale: &'p Locale) -> Vec<FileLink<'p>> {
    let config = &context.board.config;
    let channels = config.channels();
    let single = channels.len() == 1;
    let files =
        channels.iter().enumerate().filter(|(_, channel)| channel.link().is_some() || channel.picture.is_some());
    let files = files.map(|(index, channel)| FileLink {
        path: channel_poster(index),
        label: if single {
            locale.text(key::print_channel).to_owned()
        } else {
            describe_channel(config, channel, locale).label
        },
        lang: &locale.code,
    });
    files.collect()
}

/// The list of all contact points, then those of districts; none if there are no contact points.
fn contact_point_lists<'p>(context: &'p RenderContext, locale: &'p Locale) -> Vec<FileLink<'p>> {
    let file =
        |zone: Option<&str>, label: String| FileLink { path: contact_point_list(zone), label, lang: &locale.code };
    let all = context.board.published_contact_points().next();
    let all = all.map(|_| file(None, locale.text(key::print_contact_points_all).to_owned()));
    let zones = contact_points::districts(context).filter_map(|district| district.zone);
    let territory = &context.board.config.territorio;
    all.into_iter().chain(zones.map(|zone| file(Some(zone), territory.zone_label(zone)))).collect()
}

/// The poster of each district, in the order of the territory.
fn zone_posters<'p>(context: &'p RenderContext, locale: &'p Locale) -> Vec<FileLink<'p>> {
    let territory = &context.board.config.territorio;
    let poster = |zone: &String| FileLink {
        path: districts::poster_path(zone),
        label: territory.zone_label(zone),
        lang: &locale.code,
    };
    territory.zone.iter().map(poster).collect()
}

/// The poster of each contact point, by name.
fn contact_point_posters(context: &RenderContext) -> Vec<FileLink<'_>> {
    let own = context.locales.board_locale();
    let poster = |(id, facts): (&str, &ContactPoint)| FileLink {
        path: contact_point_poster(id),
        label: facts.name.clone(),
        lang: &own.code,
    };
    let mut posters: Vec<FileLink<'_>> = context.board.published_contact_points().map(poster).collect();
    posters.sort_by_cached_key(|poster| poster.label.to_lowercase());
    posters
}

fn print_row<'p>(context: &'p RenderContext, item: &'p Item, locale: &'p Locale) -> PrintRow<'p> {
    let (board, own) = (&*context.board, context.locales.board_locale());
    let translation = item.translation(&locale.code).and_then(|translation| translation.facts.short_title());
    let file = |language: &'p Locale, name: &str, label: String| FileLink {
        path: format!("{}{name}", item_path(board, &item.slug, &language.code)),
        label,
        lang: &language.code,
    };
    let poster = |language: &'p Locale| file(language, POSTER, language.autonym.clone());
    let is_own = locale.position == 0;
    let mut posters = vec![poster(locale)];
    if !is_own {
        posters.push(poster(own));
    }
    let text = |name: &str, key| FileLink { lang: &locale.code, ..file(own, name, locale.text(key).to_owned()) };
    if context.locales.iter().nth(1).is_some() {
        posters.push(text(MULTILINGUAL_POSTER, key::poster_languages));
    }
    posters.push(text(STRIPS_POSTER, key::poster_strips));
    posters.retain(|_| has_poster(item));
    let others = context.locales.iter().skip(1).filter(|_| is_own);
    let both = |other: &'p Locale| FileLink {
        lang: &other.code,
        ..file(own, &bilingual_message(own, other), format!("{} + {}", own.autonym, other.autonym))
    };
    PrintRow {
        slug: item.slug.as_str(),
        title: translation.unwrap_or(item.short_title()),
        lang: if translation.is_some() { &locale.code } else { &own.code },
        path: item_path(board, &item.slug, &locale.code),
        date: build_list_line(board, item, locale).sentence,
        posters,
        others: others.map(poster).collect(),
        messages: context
            .locales
            .iter()
            .skip(1)
            .filter(|other| is_own || other.code == locale.code)
            .map(both)
            .collect(),
    }
}
