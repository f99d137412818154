//! What posters say of an item: one sheet of facts with its code, for a single poster, a pack, or this week's board.

use serde::Serialize;

use crate::compose::fact_sheet::{ApplicationWay, EditionSheet, FactRow, FactSheet, Line, build_fact_sheet};
use crate::compose::qr::{self, ErrorCorrection};
use crate::error::Error;
use crate::locale::{Locale, key};
use crate::publish::shared::print::typeable_address;
use crate::publish::{ItemPage, RenderContext};
use crate::text::emoji::strip_emoji;

/// What the template lays out.
#[derive(Serialize)]
pub(crate) struct PosterData<'p> {
    lang: &'p str,
    dir: &'p str,
    kind: &'p str,
    kind_label: &'p str,
    title: String,
    /// The language of the title: the board's own where nobody translated it.
    title_lang: &'p str,
    title_dir: &'p str,
    summary: Vec<String>,
    facts: Vec<FactData<'p>>,
    languages: Vec<OtherLanguage<'p>>,
    ways: Vec<WayData>,
    contacts: Vec<FactData<'p>>,
    status: String,
    date: Option<DateData>,
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

/// The same in another language: its title, and the one line that matters.
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
    /// What to do; the other lines are its details.
    head: bool,
}

/// The deadline, in the largest letters of the sheet.
#[derive(Serialize)]
pub(crate) struct DateData {
    label: String,
    date: String,
    time: Option<String>,
}

#[derive(Serialize)]
struct FactData<'p> {
    icon: &'p str,
    label: &'p str,
    lines: Vec<String>,
}

/// Posters in one file, one or four a sheet.
#[derive(Serialize)]
pub(crate) struct Posters<'p> {
    /// What the cover says beneath its title; none: no cover.
    pub(crate) cover: Option<String>,
    pub(crate) four: bool,
    pub(crate) strips: bool,
    pub(crate) sheets: Vec<PosterData<'p>>,
}

/// Languages as an error names them.
pub(crate) fn named<'l>(locales: impl Iterator<Item = &'l Locale>) -> String {
    locales.map(|locale| format!("{} ({})", locale.autonym, locale.code)).collect::<Vec<_>>().join(", ")
}

/// What a sheet says of one page, with the same in some other languages.
pub(crate) fn data<'p>(
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
        title_lang: if sheet.title.foreign { &context.locales.own().code } else { &locale.code },
        title_dir: if sheet.title.foreign { &context.locales.own().direction } else { &locale.direction },
        summary: crate::compose::sentences(&strip_emoji(&sheet.summary.text)),
        facts: sheet
            .facts
            .iter()
            .chain(sheet.rows.iter().filter(|row| matches!(row.name, "documents" | "contract")))
            .map(fact)
            .chain(editions(sheet, locale.text(key::editions)))
            .collect(),
        languages: others.iter().map(|other| other_language(context, page, other)).collect(),
        ways: sheet.ways.iter().flat_map(way).collect(),
        contacts: sheet.contacts.iter().filter(|row| row.name != "hours").map(fact).collect(),
        status: sheet.status.sentence.clone(),
        date: date(page),
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

/// The day until which one can do something, with what it is.
pub(crate) fn date(page: &ItemPage<'_>) -> Option<DateData> {
    let is_event = matches!(page.item.kind(), crate::model::Kind::Event);
    let label = if is_event { key::row_when } else { key::poster_apply_by };
    // Who prints what is closed sees that it is: the status says so.
    page.item.status.closing().filter(|_| page.item.status.is_open()).map(|closing| DateData {
        label: page.locale.text(label).to_owned(),
        date: page.locale.format_date_with_weekday(closing.day),
        time: closing.time.map(|time| time.to_string()),
    })
}

fn other_language<'p>(context: &RenderContext, page: &ItemPage<'_>, locale: &'p Locale) -> OtherLanguage<'p> {
    let sheet = build_fact_sheet(&context.board, page.item, locale);
    // Without a translation the kind says what it is; the title stands above, in the board's own language.
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

/// Several editions, a line each: the code leads to their cards.
fn editions<'p>(sheet: &'p FactSheet<'_>, label: &'p str) -> Option<FactData<'p>> {
    let line = |edition: &EditionSheet<'_>| {
        let place = edition.rows.iter().find(|row| row.name == "where").and_then(|row| row.lines.first());
        let title = strip_emoji(&edition.title.text);
        place.map_or(title.clone(), |place| format!("{title}: {}", strip_emoji(&place.text)))
    };
    let lines: Vec<String> = sheet.editions.iter().map(line).collect();
    (!lines.is_empty()).then_some(FactData { icon: "where", label, lines })
}

fn fact<'p>(row: &'p FactRow<'_>) -> FactData<'p> {
    let text = |line: &Line<'_>| strip_emoji(&line.text);
    FactData { icon: row.icon, label: row.label, lines: row.lines.iter().map(text).collect() }
}

fn way(way: &ApplicationWay<'_>) -> Vec<WayData> {
    let line = |head| move |line: &Line<'_>| WayData { text: strip_emoji(&line.text), head };
    std::iter::once(&way.head).map(line(true)).chain(way.details.iter().map(line(false))).collect()
}
