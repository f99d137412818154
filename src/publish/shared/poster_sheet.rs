//! Data of an item's poster, with its QR code: for a single poster, a pack, or the week's board.

use serde::Serialize;

use crate::compose::fact_sheet::{ApplicationWay, EditionSheet, FactRow, FactSheet, Headline, Line, build_fact_sheet};
use crate::compose::qr::{self, ErrorCorrection};
use crate::error::Error;
use crate::locale::{Locale, key};
use crate::publish::shared::print::{PrintDocument, change_day, typeable_address};
use crate::publish::{ItemPage, RenderContext};
use crate::text::emoji::strip_emoji;
use crate::text::sentences::split_sentences;
use crate::typesetter::PrintJob;

/// Data that the template lays out for one item.
#[derive(Serialize)]
pub(crate) struct PosterData<'p> {
    lang: &'p str,
    dir: &'p str,
    kind: &'p str,
    kind_label: &'p str,
    title: String,
    /// Language of the title: the board's own if there is no translation.
    title_lang: &'p str,
    title_dir: &'p str,
    summary: Vec<String>,
    facts: Vec<FactData<'p>>,
    languages: Vec<OtherLanguage<'p>>,
    ways: Vec<WayData>,
    contacts: Vec<FactData<'p>>,
    status: String,
    date: Option<Headline>,
    organisation: Option<&'p str>,
    address: String,
    example: bool,
    scan: &'p str,
    scan_or_write: &'p str,
    more: &'p str,
    example_label: &'p str,
    code: String,
    code_alternative: String,
}

/// The item in another language: title, and one line with cost and status.
#[derive(Serialize)]
struct OtherLanguage<'p> {
    lang: &'p str,
    dir: &'p str,
    autonym: &'p str,
    title: String,
    line: String,
}

/// One line of a way to apply.
#[derive(Serialize)]
struct WayData {
    text: String,
    /// Whether the line is the instruction; the others are its details.
    head: bool,
}

#[derive(Serialize)]
struct FactData<'p> {
    icon: &'p str,
    label: &'p str,
    lines: Vec<String>,
}

/// Content of a sheet with one poster.
#[derive(Serialize)]
struct PosterSheet<'p> {
    strips: bool,
    poster: &'p PosterData<'p>,
}

/// What the sheet of a poster looks like.
#[derive(Clone, Copy)]
pub(crate) struct PosterLayout<'p> {
    /// Size of the paper.
    pub(crate) size: &'static str,
    /// Whether there are tear-off strips along the bottom edge.
    pub(crate) strips: bool,
    /// Error correction level of the QR codes.
    pub(crate) level: ErrorCorrection,
    /// Languages in which there are title and key facts, besides that of the page.
    pub(crate) others: &'p [&'p Locale],
}

impl Default for PosterLayout<'_> {
    fn default() -> Self {
        Self { size: "a4", strips: false, level: ErrorCorrection::Medium, others: &[] }
    }
}

/// Creates the print job of an item's poster: one sheet.
///
/// # Errors
/// An item without any date; an address too long for a QR code.
pub(crate) fn poster_job(
    context: &RenderContext,
    page: &ItemPage<'_>,
    layout: PosterLayout<'_>,
) -> Result<PrintJob, Error> {
    let poster = to_poster(context, page, layout.level, layout.others)?;
    let content = PosterSheet { strips: layout.strips, poster: &poster };
    let title = strip_emoji(&page.sheet.title.text);
    let languages = name_languages(std::iter::once(page.locale).chain(layout.others.iter().copied()));
    let document =
        PrintDocument { size: layout.size, ..PrintDocument::new(context, page.locale, "poster", title, content) };
    document.to_job(Some(change_day(page.item, &context.board)?), Some(1), languages)
}

/// Formats the names of languages for error messages.
pub(crate) fn name_languages<'l>(locales: impl Iterator<Item = &'l Locale>) -> String {
    locales.map(|locale| format!("{} ({})", locale.autonym, locale.code)).collect::<Vec<_>>().join(", ")
}

/// Builds the poster data of an item page, with its title in some other languages.
pub(crate) fn to_poster<'p>(
    context: &'p RenderContext,
    page: &'p ItemPage<'_>,
    level: ErrorCorrection,
    others: &[&'p Locale],
) -> Result<PosterData<'p>, Error> {
    let (sheet, locale) = (&page.sheet, page.locale);
    let url = context.board.url(&page.path);
    Ok(PosterData {
        lang: &locale.code,
        dir: &locale.direction,
        kind: sheet.kind,
        kind_label: sheet.kind_label,
        title: strip_emoji(&sheet.title.text),
        title_lang: if sheet.title.foreign { &context.locales.board_locale().code } else { &locale.code },
        title_dir: if sheet.title.foreign { &context.locales.board_locale().direction } else { &locale.direction },
        summary: split_sentences(&strip_emoji(&sheet.summary.text)).into_iter().map(str::to_owned).collect(),
        facts: sheet
            .facts
            .iter()
            .chain(sheet.rows.iter().filter(|row| matches!(row.name, "documents" | "contract")))
            .map(fact_data)
            .chain(edition_facts(sheet, locale.text(key::editions)))
            .collect(),
        languages: others.iter().map(|other| other_language(context, page, other)).collect(),
        ways: sheet.ways.iter().flat_map(way_data).collect(),
        contacts: sheet.contacts.iter().filter(|row| row.name != "hours").map(fact_data).collect(),
        status: sheet.status.sentence.clone(),
        date: sheet.status.headline.clone(),
        organisation: sheet.organisation,
        address: typeable_address(&url),
        example: sheet.example,
        scan: locale.text(key::scan_code),
        scan_or_write: locale.text(key::scan_or_write),
        more: locale.text(key::poster_more),
        example_label: locale.text(key::example),
        code: qr::render_svg(&url, level)?,
        code_alternative: format!("{}: {url}", locale.text(key::code)),
    })
}

fn other_language<'p>(context: &RenderContext, page: &ItemPage<'_>, locale: &'p Locale) -> OtherLanguage<'p> {
    let sheet = build_fact_sheet(&context.board, page.item, locale);
    // Without a translation the kind replaces the title, which the poster already has in the board's own language.
    let title = if sheet.title.foreign { sheet.kind_label } else { sheet.title.text.as_ref() };
    let cost = sheet.facts.iter().find(|row| row.name == "cost").and_then(|row| row.lines.first());
    let cost = cost.filter(|line| !line.foreign).map(|line| line.text.as_ref());
    let line: Vec<&str> = cost.into_iter().chain([sheet.status.sentence.as_str()]).collect();
    OtherLanguage {
        lang: &locale.code,
        dir: &locale.direction,
        autonym: &locale.autonym,
        title: strip_emoji(title),
        line: strip_emoji(&line.join(" · ")),
    }
}

/// Editions of the item, one line each; the QR code leads to their details.
fn edition_facts<'p>(sheet: &'p FactSheet<'_>, label: &'p str) -> Option<FactData<'p>> {
    let line = |edition: &EditionSheet<'_>| {
        let place = edition.rows.iter().find(|row| row.name == "where").and_then(|row| row.lines.first());
        let title = strip_emoji(&edition.title.text);
        place.map_or(title.clone(), |place| format!("{title}: {}", strip_emoji(&place.text)))
    };
    let lines: Vec<String> = sheet.editions.iter().map(line).collect();
    (!lines.is_empty()).then_some(FactData { icon: "where", label, lines })
}

fn fact_data<'p>(row: &'p FactRow<'_>) -> FactData<'p> {
    let text = |line: &Line<'_>| strip_emoji(&line.text);
    FactData { icon: row.icon, label: row.label, lines: row.lines.iter().map(text).collect() }
}

fn way_data(way: &ApplicationWay<'_>) -> Vec<WayData> {
    let line = |head| move |line: &Line<'_>| WayData { text: strip_emoji(&line.text), head };
    std::iter::once(&way.head).map(line(true)).chain(way.details.iter().map(line(false))).collect()
}
