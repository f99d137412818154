//! Sheets of the print desk that are not of one item: what is open now, the permanent sheet of a place, the channel's
//! poster.

use chrono::Days;
use serde::Serialize;

use super::{PackOptions, format_update_day};
use crate::board::Item;
use crate::compose::notice::missing_channel_error;
use crate::compose::qr;
use crate::error::Error;
use crate::locale::{Locale, TextKey, key};
use crate::model::Kind;
use crate::publish::shared::poster_sheet::{PosterData, name_languages, to_poster};
use crate::publish::shared::print::{PrintDocument, PrintFormat, print, typeable_address};
use crate::publish::{ItemPage, RenderContext};

/// Maximum number of items on the board of what is open.
const MAX_TILES: usize = 24;
/// How many of them are without an end, which would else leave the board first.
const MAX_ALWAYS: usize = 6;
/// Days within which something closes soon.
const SOON: Days = Days::new(7);
/// Languages of the names of kinds on the board of what is open, its own one included.
const NAMED_LANGUAGES: usize = 5;
/// Texts of the steps for joining the channel.
const JOIN_STEPS: [TextKey; 4] = [key::channel_step_1, key::channel_step_2, key::channel_step_3, key::channel_step_4];

/// Content of the board of what is open.
#[derive(Serialize)]
struct OpenBoard<'p> {
    updated: String,
    empty: &'p str,
    address: String,
    scan: &'p str,
    code: String,
    code_alternative: String,
    bands: Vec<Band<'p>>,
    languages: Vec<LanguageWords<'p>>,
    /// What the colours and pictograms of the tiles mean.
    kinds: Vec<KindNames<'p>>,
}

/// A kind with its names in several languages.
#[derive(Serialize)]
struct KindNames<'p> {
    kind: &'static str,
    names: Vec<KindName<'p>>,
}

#[derive(Serialize)]
struct KindName<'p> {
    lang: &'p str,
    dir: &'p str,
    name: &'p str,
}

/// Items that close soon, later, or never.
#[derive(Serialize)]
struct Band<'p> {
    title: &'p str,
    sheets: Vec<PosterData<'p>>,
}

/// Content of the permanent sheet of a place.
#[derive(Serialize)]
struct PlaceSheet<'p> {
    address: String,
    languages: Vec<LanguageCodeSheet<'p>>,
}

/// A language with the code of its home page.
#[derive(Serialize)]
struct LanguageCodeSheet<'p> {
    #[serde(flatten)]
    words: LanguageWords<'p>,
    code: String,
    code_alternative: String,
}

#[derive(Serialize)]
struct ChannelPage<'p> {
    lead: &'p str,
    code: String,
    code_alternative: String,
    address: String,
    steps: [&'p str; 4],
    languages: Vec<LanguageWords<'p>>,
}

/// What sheets for all say in one language.
#[derive(Serialize)]
struct LanguageWords<'p> {
    lang: &'p str,
    dir: &'p str,
    autonym: &'p str,
    /// What the code opens.
    open: &'p str,
    scan: &'p str,
    /// The channel, and that it is free.
    title: &'p str,
    free: &'p str,
}

impl<'p> LanguageWords<'p> {
    fn new(locale: &'p Locale) -> Self {
        Self {
            lang: &locale.code,
            dir: &locale.direction,
            autonym: &locale.autonym,
            open: locale.text(key::place_open),
            scan: locale.text(key::scan_code),
            title: locale.text(key::channel_title),
            free: locale.text(key::channel_free),
        }
    }
}

/// Renders the board of what is open as PDF: one sheet, A3 or A4.
///
/// # Errors
/// If the board cannot be typeset or does not fit on one page.
pub fn render_week_board(context: &RenderContext, paper: PackOptions) -> Result<Vec<u8>, Error> {
    let locale = context.locales.board_locale();
    let address = context.board.url("");
    let pages = bands_of_open_items(context).into_iter().map(|(title, items)| {
        (title, items.into_iter().map(|item| context.item_page(item, locale)).collect::<Vec<ItemPage<'_>>>())
    });
    let pages: Vec<(TextKey, Vec<ItemPage<'_>>)> = pages.collect();
    let mut bands = Vec::new();
    for (title, pages) in &pages {
        let sheets = pages.iter().map(|page| to_poster(context, page, paper.qr_level(), &[]));
        bands.push(Band { title: locale.text(*title), sheets: sheets.collect::<Result<_, Error>>()? });
    }
    let content = OpenBoard {
        updated: format_update_day(context, locale),
        empty: locale.text(key::print_empty),
        scan: locale.text(key::scan_code),
        code: qr::render_svg(&address, paper.qr_level())?,
        code_alternative: format!("{}: {address}", locale.text(key::code)),
        address: typeable_address(&address),
        kinds: names_of_kinds(context, &bands),
        bands,
        languages: context.locales.iter().map(LanguageWords::new).collect(),
    };
    let title = locale.text(key::print_week_title).to_owned();
    let mut document = PrintDocument::new(context, locale, "week", title, content);
    document.size = paper.paper_size();
    let names = name_languages(context.locales.iter());
    let [pdf] = print(context, &document.to_job(Some(context.board.today), Some(1), names)?, [PrintFormat::Pdf])?;
    Ok(pdf)
}

/// The kinds that are on the board, each in its first languages.
fn names_of_kinds<'p>(context: &'p RenderContext, bands: &[Band<'_>]) -> Vec<KindNames<'p>> {
    let is_shown = |kind: &Kind| bands.iter().flat_map(|band| &band.sheets).any(|sheet| sheet.kind == kind.key());
    let name = |kind: Kind| {
        move |locale: &'p Locale| KindName {
            lang: &locale.code,
            dir: &locale.direction,
            name: locale.kind_list_name(kind),
        }
    };
    let names = |kind: Kind| context.locales.iter().take(NAMED_LANGUAGES).map(name(kind)).collect();
    Kind::ALL.into_iter().filter(is_shown).map(|kind| KindNames { kind: kind.key(), names: names(kind) }).collect()
}

/// The open items by how long they stay open; bands without items are left out.
fn bands_of_open_items(context: &RenderContext) -> Vec<(TextKey, Vec<&Item>)> {
    let today = context.board.today;
    let soon = today.checked_add_days(SOON).unwrap_or(today);
    let next = |item: &Item| item.next_moment(today).map(|moment| moment.day);
    let items = context.open_items();
    let (ending, mut always): (Vec<&Item>, Vec<&Item>) = items.into_iter().partition(|item| next(item).is_some());
    always.truncate(MAX_ALWAYS.max(MAX_TILES.saturating_sub(ending.len())));
    let ending = ending.into_iter().take(MAX_TILES.saturating_sub(always.len()));
    let (closing, later): (Vec<&Item>, Vec<&Item>) = ending.partition(|item| next(item).is_some_and(|day| day <= soon));
    let bands = [(key::print_soon, closing), (key::print_next, later), (key::print_always, always)];
    bands.into_iter().filter(|(_, items)| !items.is_empty()).collect()
}

/// Renders the permanent sheet of a place as PDF: a code to the home page in each of its languages.
///
/// # Errors
/// If the sheet cannot be typeset or does not fit on one page.
pub fn render_place_sheet(
    context: &RenderContext,
    name: &str,
    languages: &[&Locale],
    paper: PackOptions,
) -> Result<Vec<u8>, Error> {
    let locale = context.locales.board_locale();
    let mut sheets = Vec::new();
    for locale in languages {
        let path = if locale.position == 0 { String::new() } else { format!("{}/", locale.code) };
        let address = context.board.url(&path);
        sheets.push(LanguageCodeSheet {
            code: qr::render_svg(&address, paper.qr_level())?,
            code_alternative: format!("{}: {address}", locale.text(key::code)),
            words: LanguageWords::new(locale),
        });
    }
    let content = PlaceSheet { address: typeable_address(&context.board.url("")), languages: sheets };
    let title = locale.format(key::place_title, &[("place", name.into())]);
    let mut document = PrintDocument::new(context, locale, "place", title, content);
    document.size = paper.paper_size();
    let names = name_languages(languages.iter().copied());
    let [pdf] = print(context, &document.to_job(None, Some(1), names)?, [PrintFormat::Pdf])?;
    Ok(pdf)
}

/// Renders the channel's poster as PDF: its QR code and the steps for joining.
///
/// # Errors
/// If the board has no channel, or the poster cannot be typeset or does not fit on one page.
pub fn render_channel_poster(context: &RenderContext, paper: PackOptions) -> Result<Vec<u8>, Error> {
    let address = context.board.config.bacheca.canale.as_deref().ok_or_else(missing_channel_error)?;
    let locale = context.locales.board_locale();
    let content = ChannelPage {
        lead: locale.text(key::channel_lead),
        code: qr::render_svg(address, paper.qr_level())?,
        code_alternative: format!("{}: {address}", locale.text(key::code)),
        address: typeable_address(address),
        steps: JOIN_STEPS.map(|step| locale.text(step)),
        languages: context.locales.iter().map(LanguageWords::new).collect(),
    };
    let mut document =
        PrintDocument::new(context, locale, "channel", locale.text(key::channel_title).to_owned(), content);
    document.size = paper.paper_size();
    let names = name_languages(context.locales.iter());
    let [pdf] = print(context, &document.to_job(None, Some(1), names)?, [PrintFormat::Pdf])?;
    Ok(pdf)
}
