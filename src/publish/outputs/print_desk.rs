//! The print desk, `stampa/`: all open items as files to print, by language and by reception centre; the week's board;
//! the channel's poster.

mod page;

pub(super) use page::pages;

use serde::Serialize;

use crate::compose::notice::missing_channel_error;
use crate::compose::qr::{self, ErrorCorrection};
use crate::error::Error;
use crate::locale::{Locale, TextKey, key};
use crate::localized;
use crate::model::LanguageCode;
use crate::progress::{Progress, Unobserved};
use crate::publish::shared::poster_sheet::{PosterData, PosterLayout, name_languages, poster_job, to_poster};
use crate::publish::shared::print::{
    Pack, PrintDocument, PrintFormat, change_day, print, print_pack, typeable_address,
};
use crate::publish::{ItemPage, PageSpec, RenderContext};
use crate::typesetter::{FourUp, PrintJob};

/// Path of the print desk below the site's root.
const FOLDER: &str = "stampa/";
/// Maximum number of items on the week's board.
const MAX_TILES: usize = 12;
/// Scale from A4 to A3: the square root of two, rounded down.
const A3_SCALE: f64 = 1.4141;
/// Texts of the steps for joining the channel.
const JOIN_STEPS: [TextKey; 4] = [key::channel_step_1, key::channel_step_2, key::channel_step_3, key::channel_step_4];

/// Layout of a printed pack.
#[derive(Debug, Clone, Copy, Default)]
pub struct PackOptions {
    /// A3 instead of A4.
    pub a3: bool,
    /// Four posters per sheet.
    pub four: bool,
    /// Tear-off strips along the bottom edge.
    pub strips: bool,
    /// The sheets will be photocopied: QR codes get a higher error correction level.
    pub photocopy: bool,
    /// A first page that lists the contents.
    pub cover: bool,
}

impl PackOptions {
    fn qr_level(self) -> ErrorCorrection {
        if self.photocopy { ErrorCorrection::Quartile } else { ErrorCorrection::Medium }
    }

    fn paper_size(self) -> &'static str {
        if self.a3 { "a3" } else { "a4" }
    }

    /// Size in which posters are laid out: four of size A4 are made smaller to fit on a page.
    fn sheet_size(self) -> &'static str {
        if self.four { "a4" } else { self.paper_size() }
    }

    fn four_up(self, locale: &Locale) -> FourUp {
        let (paper, scale) = if self.a3 { ((297.0, 420.0), 0.5 * A3_SCALE) } else { ((210.0, 297.0), 0.5) };
        FourUp { paper, scale, right_to_left: locale.direction == "rtl" }
    }
}

#[derive(Serialize)]
struct Cover<'p> {
    updated: String,
    posters: Vec<PosterData<'p>>,
}

#[derive(Serialize)]
struct WeekBoard<'p> {
    updated: String,
    empty: &'p str,
    address: String,
    sheets: Vec<PosterData<'p>>,
}

#[derive(Serialize)]
struct ChannelPage<'p> {
    lead: &'p str,
    code: String,
    code_alternative: String,
    address: String,
    languages: Vec<LanguageSteps<'p>>,
}

#[derive(Serialize)]
struct LanguageSteps<'p> {
    lang: &'p str,
    dir: &'p str,
    autonym: &'p str,
    steps: Vec<&'p str>,
}

/// The printable files of the desk.
pub(super) fn files(context: &RenderContext) -> Vec<PageSpec<'_>> {
    let packs = |name: &str, languages: &[&Locale]| {
        let codes: Vec<String> = languages.iter().map(|locale| locale.code.clone()).collect();
        [(false, ""), (true, "-4")].map(|(four, end)| {
            let codes = codes.clone();
            PageSpec::at_root(context, format!("{FOLDER}{name}{end}.pdf"), move |_, _| {
                let languages: Vec<&Locale> = codes.iter().filter_map(|code| context.locales.get(code)).collect();
                let paper = PackOptions { four, cover: true, ..PackOptions::default() };
                render_pack(context, &context.open_items(), &languages, paper, &Unobserved)
            })
            .binding_posters_in(languages.first().copied().unwrap_or(context.locales.board_locale()))
        })
    };
    let mut files: Vec<PageSpec<'_>> = Vec::new();
    files.extend(context.locales.iter().flat_map(|locale| packs(&locale.code, &[locale])));
    files.extend(centres(context).iter().flat_map(|(id, _, languages)| packs(&format!("centri/{id}"), languages)));
    files.push(PageSpec::at_root(context, format!("{FOLDER}settimana.pdf"), |_, _| render_week_board(context)));
    if context.board.config.bacheca.canale.is_some() {
        let poster = |_: &PageSpec<'_>, _: &Locale| render_channel_poster(context, PackOptions::default());
        files.push(PageSpec::at_root(context, format!("{FOLDER}canale.pdf"), poster));
    }
    files
}

/// Renders posters of items as PDF: in the first language, with the title and key facts in the others on the same
/// sheet. `progress` is told of each poster.
///
/// # Errors
/// If there is no language, an item has no date, or the posters cannot be typeset.
pub fn render_pack(
    context: &RenderContext,
    items: &[&crate::board::Item],
    languages: &[&Locale],
    paper: PackOptions,
    progress: &dyn Progress,
) -> Result<Vec<u8>, Error> {
    let (first, others) = languages.split_first().ok_or_else(|| Error::internal("print pack", "no language"))?;
    let pages: Vec<ItemPage<'_>> = items.iter().map(|item| context.item_page(item, first)).collect();
    let layout = PosterLayout { size: paper.sheet_size(), strips: paper.strips, level: paper.qr_level(), others };
    let sheets = pages.iter().map(|page| poster_job(context, page, layout)).collect::<Result<_, Error>>()?;
    let title = match (items, paper.cover) {
        ([item], false) => item.title().to_owned(),
        _ => first.text(key::print_pack_title).to_owned(),
    };
    let cover = paper.cover.then(|| cover_job(context, first, &title, &pages)).transpose()?;
    let four = paper.four.then(|| paper.four_up(first));
    print_pack(context, &Pack { title, cover, sheets, four }, progress)
}

/// Creates the print job of a pack's cover, which lists its posters and may take several pages.
fn cover_job(context: &RenderContext, locale: &Locale, title: &str, pages: &[ItemPage<'_>]) -> Result<PrintJob, Error> {
    let posters = pages.iter().map(|page| to_poster(context, page, ErrorCorrection::Medium, &[]));
    let content =
        Cover { updated: format_update_day(context, locale), posters: posters.collect::<Result<_, Error>>()? };
    let days = pages.iter().map(|page| change_day(page.item, &context.board));
    let day = days.collect::<Result<Vec<_>, Error>>()?.into_iter().max().unwrap_or(context.board.today);
    let names = name_languages(std::iter::once(locale));
    PrintDocument::new(context, locale, "cover", title.to_owned(), content).to_job(Some(day), None, names)
}

/// Renders the week's board as PDF: one A3 sheet with the items that close first.
///
/// # Errors
/// If the board cannot be typeset or does not fit on one page.
pub fn render_week_board(context: &RenderContext) -> Result<Vec<u8>, Error> {
    let locale = context.locales.board_locale();
    let items = context.open_items();
    let pages: Vec<ItemPage<'_>> = items.iter().take(MAX_TILES).map(|item| context.item_page(item, locale)).collect();
    let sheets = pages.iter().map(|page| to_poster(context, page, ErrorCorrection::Medium, &[]));
    let content = WeekBoard {
        updated: format_update_day(context, locale),
        empty: locale.text(key::print_empty),
        address: typeable_address(&context.board.url("")),
        sheets: sheets.collect::<Result<_, Error>>()?,
    };
    let document = PrintDocument::new(context, locale, "week", locale.text(key::print_week_title).to_owned(), content);
    let names = name_languages(std::iter::once(locale));
    let [pdf] = print(context, &document.to_job(Some(context.board.today), Some(1), names)?, [PrintFormat::Pdf])?;
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
        languages: context.locales.iter().map(joining_steps).collect(),
    };
    let mut document =
        PrintDocument::new(context, locale, "channel", locale.text(key::channel_title).to_owned(), content);
    document.size = paper.paper_size();
    let names = name_languages(context.locales.iter());
    let [pdf] = print(context, &document.to_job(None, Some(1), names)?, [PrintFormat::Pdf])?;
    Ok(pdf)
}

fn joining_steps(locale: &Locale) -> LanguageSteps<'_> {
    LanguageSteps {
        lang: &locale.code,
        dir: &locale.direction,
        autonym: &locale.autonym,
        steps: JOIN_STEPS.iter().map(|step| locale.text(*step)).collect(),
    }
}

fn format_update_day(context: &RenderContext, locale: &Locale) -> String {
    locale.format(key::print_updated, &[("date", locale.format_date_with_weekday(context.board.today).into())])
}

/// Reception centres with guests whose languages the board has: centre id (file name), name, languages.
fn centres(context: &RenderContext) -> Vec<(&str, &str, Vec<&Locale>)> {
    let board_locale = context.locales.board_locale();
    context
        .board
        .centres
        .iter()
        .filter_map(|(id, centre)| {
            let guests = centre.facts.guest_languages.iter().map(LanguageCode::as_str);
            let others: Vec<&Locale> = guests
                .filter_map(|code| context.locales.get(code))
                .filter(|locale| locale.code != board_locale.code)
                .collect();
            (!others.is_empty()).then(|| {
                (id.as_str(), centre.facts.name.as_str(), std::iter::once(board_locale).chain(others).collect())
            })
        })
        .collect()
}

/// Languages for a reception centre: the board's own first, then those of its guests that the board has.
///
/// # Errors
/// If no centre has this id, or the board has none of the languages of its guests.
pub fn languages_of_centre<'c>(context: &'c RenderContext, id: &str) -> Result<Vec<&'c Locale>, Error> {
    if !context.board.centres.contains_key(id) {
        let known: Vec<&str> = context.board.centres.keys().map(String::as_str).collect();
        let known = known.join(", ");
        return Err(Error::Message(localized!(
            "non c'è nessun centro «{id}»: ci sono {known}",
            "there is no centre `{id}`: there are {known}"
        )));
    }
    let languages = centres(context).into_iter().find(|(other, ..)| *other == id).map(|(.., languages)| languages);
    languages.ok_or_else(|| {
        Error::Message(localized!(
            "la bacheca non ha nessuna delle lingue degli ospiti di «{id}» (`lingue_ospiti`)",
            "the board has none of the languages of the guests of `{id}` (`lingue_ospiti`)"
        ))
    })
}
