//! The poster of an open item: one A4 page, as PDF/UA-1 and as a picture for chats.

mod fonts;
mod press;

use serde::Serialize;

pub use press::Press;

use super::{Failure, PageOf, Sink, Site};
use crate::compose::qr;
use crate::compose::sheet::{EditionSheet, Line, Row, Sheet, Way};

/// Pixels of the picture for each typographic point: 1,240 × 1,754 for an A4 page, 150 dpi.
const PIXELS_PER_POINT: f64 = 150.0 / 72.0;

/// What the template lays out.
#[derive(Serialize)]
struct PosterData<'p> {
    lang: &'p str,
    dir: &'p str,
    kind: &'p str,
    kind_label: &'p str,
    title: String,
    summary: Vec<String>,
    facts: Vec<FactData<'p>>,
    ways: Vec<WayData>,
    contacts: Vec<FactData<'p>>,
    status: String,
    date: Option<DateData>,
    organisation: Option<&'p str>,
    address: String,
    board: &'p str,
    channel: Option<&'p str>,
    example: bool,
    scan: &'p str,
    scan_or_write: &'p str,
    example_label: &'p str,
    code_alternative: String,
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
struct DateData {
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

/// Whether an item gets a poster: it is open. The sheet is in the board's own language; pages in
/// other languages lead to it.
#[must_use]
pub fn is_due(page: &PageOf<'_>) -> bool {
    page.item.status.is_open()
}

pub(crate) fn publish(site: &Site<'_>, page: &PageOf<'_>, sink: &dyn Sink) -> Result<(), Failure> {
    if !is_due(page) || page.locale.code != site.board.config.bacheca.lingua {
        return Ok(());
    }
    let (pdf, png) = print(site, page)?;
    sink.put(&format!("{}poster.pdf", page.path), pdf)?;
    sink.put(&format!("{}poster.png", page.path), png)
}

/// The poster of a page, as PDF and as PNG.
///
/// # Errors
/// What Typst says; more than one page; a letter that no font has.
pub fn print(site: &Site<'_>, page: &PageOf<'_>) -> Result<(Vec<u8>, Vec<u8>), Failure> {
    let press = site.posters.get_or_init(|| Press::new(site.theme));
    let press = press.as_ref().map_err(Clone::clone)?;
    let url = site.board.url(&page.path);
    let data = serde_json::to_vec(&data(site, page, &url)).map_err(|error| error.to_string())?;
    let document = press.set(data, qr::svg(&url)?, site.board.today)?;
    Ok((document.pdf()?, document.png(PIXELS_PER_POINT)?))
}

fn data<'p>(site: &'p Site<'_>, page: &'p PageOf<'_>, url: &str) -> PosterData<'p> {
    let (sheet, locale, config) = (&page.sheet, page.locale, &site.board.config.bacheca);
    let closing = page.item.status.closing();
    let label = if matches!(page.item.kind(), crate::model::Kind::Event) { "row_when" } else { "poster_apply_by" };
    PosterData {
        lang: &locale.code,
        dir: &locale.direction,
        kind: sheet.kind,
        kind_label: sheet.kind_label,
        title: printable(&sheet.title.text),
        summary: crate::compose::sentences(&printable(&sheet.summary.text)),
        facts: sheet
            .facts
            .iter()
            .chain(sheet.rows.iter().filter(|row| matches!(row.name, "documents" | "contract")))
            .map(fact)
            .chain(editions(sheet, locale.text("editions")))
            .collect(),
        ways: sheet.ways.iter().flat_map(way).collect(),
        contacts: sheet.contacts.iter().filter(|row| row.name != "hours").map(fact).collect(),
        status: sheet.status.sentence.clone(),
        date: closing.map(|closing| DateData {
            label: locale.text(label).to_owned(),
            date: locale.date(closing.day),
            time: closing.time.map(|time| time.to_string()),
        }),
        organisation: sheet.organisation,
        address: shown(url),
        board: &config.nome,
        channel: config.canale.as_deref(),
        example: sheet.example,
        scan: locale.text("scan_code"),
        scan_or_write: locale.text("scan_or_write"),
        example_label: locale.text("example"),
        code_alternative: format!("{}: {url}", locale.text("code")),
    }
}

/// Several editions, a line each: the code leads to their cards.
fn editions<'p>(sheet: &'p Sheet<'_>, label: &'p str) -> Option<FactData<'p>> {
    let line = |edition: &EditionSheet<'_>| {
        let place = edition.rows.iter().find(|row| row.name == "where").and_then(|row| row.lines.first());
        let title = printable(&edition.title.text);
        place.map_or(title.clone(), |place| format!("{title}: {}", printable(&place.text)))
    };
    let lines: Vec<String> = sheet.editions.iter().map(line).collect();
    (!lines.is_empty()).then_some(FactData { icon: "where", label, lines })
}

fn fact<'p>(row: &'p Row<'_>) -> FactData<'p> {
    let text = |line: &Line<'_>| printable(&line.text);
    FactData { icon: row.icon, label: row.label, lines: row.lines.iter().map(text).collect() }
}

fn way(way: &Way<'_>) -> Vec<WayData> {
    let line = |head| move |line: &Line<'_>| WayData { text: printable(&line.text), head };
    std::iter::once(&way.head).map(line(true)).chain(way.details.iter().map(line(false))).collect()
}

/// An address for people to type: without scheme and closing slash.
fn shown(url: &str) -> String {
    let shown = url.split_once("://").map_or(url, |(_, rest)| rest);
    shown.trim_end_matches('/').to_owned()
}

/// Words that paper can show: emoji are decoration, and printers' fonts have none.
fn printable(text: &str) -> String {
    let emoji = |letter: &char| matches!(u32::from(*letter), 0x1F000..=0x1FAFF | 0x2600..=0x27BF | 0x2B00..=0x2BFF | 0xFE0F | 0x200D | 0x20E3);
    let kept: String = text.chars().filter(|letter| !emoji(letter)).collect();
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}
