//! The print desk, `stampa/`: everything that is open as files to print, by language and by reception
//! centre; this week's board; the channel's own poster.

use chrono::NaiveDate;
use serde::Serialize;

use crate::compose::notice::no_channel;
use crate::compose::qr::{self, ErrorCorrection};
use crate::error::Error;
use crate::locale::{Locale, TextKey, key};
use crate::localized;
use crate::model::LanguageCode;
use crate::publish::shared::page_shell::PageHead;
use crate::publish::shared::poster_sheet::{PosterData, Posters, data, named};
use crate::publish::shared::print::{PrintDocument, PrintFormat, changed, print, typeable_address};
use crate::publish::{ItemPage, PageSpec, RenderContext};

/// The print desk's folder.
const FOLDER: &str = "stampa/";
/// How many tiles this week's board has.
const TILES: usize = 12;
/// The steps of joining a channel.
const STEPS: [TextKey; 4] = [key::channel_step_1, key::channel_step_2, key::channel_step_3, key::channel_step_4];

/// What a printed pack is like.
#[derive(Debug, Clone, Copy, Default)]
pub struct PackPaper {
    /// A3 instead of A4.
    pub a3: bool,
    /// Four posters a sheet.
    pub four: bool,
    /// Strips to tear off along the foot.
    pub strips: bool,
    /// It will be photocopied: codes stand more damage.
    pub photocopy: bool,
    /// A first page that lists what is in it.
    pub cover: bool,
}

impl PackPaper {
    fn level(self) -> ErrorCorrection {
        if self.photocopy { ErrorCorrection::Quartile } else { ErrorCorrection::Medium }
    }

    fn size(self) -> &'static str {
        if self.a3 { "a3" } else { "a4" }
    }
}

#[derive(Serialize)]
struct Week<'p> {
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
    languages: Vec<Steps<'p>>,
}

#[derive(Serialize)]
struct Steps<'p> {
    lang: &'p str,
    dir: &'p str,
    autonym: &'p str,
    steps: Vec<&'p str>,
}

/// A file of the desk, as its page shows it.
#[derive(Serialize)]
struct PackFile<'p> {
    name: String,
    lang: Option<&'p str>,
    languages: Vec<&'p str>,
    one: String,
    four: String,
}

/// The files of the desk, to be printed one by one.
pub(super) fn files(context: &RenderContext) -> Vec<PageSpec<'_>> {
    let packs = |name: &str, languages: &[&Locale]| {
        let codes: Vec<String> = languages.iter().map(|locale| locale.code.clone()).collect();
        [(false, ""), (true, "-4")].map(|(four, end)| {
            let codes = codes.clone();
            PageSpec::own(context, format!("{FOLDER}{name}{end}.pdf"), move |_, _| {
                let languages: Vec<&Locale> = codes.iter().filter_map(|code| context.locales.get(code)).collect();
                let paper = PackPaper { four, cover: true, ..PackPaper::default() };
                pack(context, &context.open_items(), &languages, paper)
            })
        })
    };
    let mut files: Vec<PageSpec<'_>> = Vec::new();
    files.extend(context.locales.iter().flat_map(|locale| packs(&locale.code, &[locale])));
    files.extend(centres(context).iter().flat_map(|(id, _, languages)| packs(&format!("centri/{id}"), languages)));
    files.push(PageSpec::own(context, format!("{FOLDER}settimana.pdf"), |_, _| week(context)));
    if context.board.config.bacheca.canale.is_some() {
        let poster = |_: &PageSpec<'_>, _: &Locale| channel(context, PackPaper::default());
        files.push(PageSpec::own(context, format!("{FOLDER}canale.pdf"), poster));
    }
    files
}

/// The desk's page in each language. Search engines list it: reception centres look for posters to print.
pub(super) fn pages(context: &RenderContext) -> Vec<PageSpec<'_>> {
    vec![PageSpec::new(context, FOLDER, |page, locale| render(context, page, locale))]
}

/// Posters of some items: in one language, or in the first with the others on the same sheet.
///
/// # Errors
/// What the press says.
pub fn pack(
    context: &RenderContext,
    items: &[&crate::board::Item],
    languages: &[&Locale],
    paper: PackPaper,
) -> Result<Vec<u8>, Error> {
    let (first, others) = languages.split_first().ok_or_else(|| Error::internal("print pack", "no language"))?;
    let pages: Vec<ItemPage<'_>> = items.iter().map(|item| context.item_page(item, first)).collect();
    let sheets: Vec<PosterData<'_>> =
        pages.iter().map(|page| data(context, page, paper.level(), others)).collect::<Result<_, Error>>()?;
    let days: Vec<NaiveDate> = items.iter().map(|item| changed(item, &context.board)).collect::<Result<_, Error>>()?;
    let day = days.into_iter().max().unwrap_or(context.board.today);
    let cover = paper.cover.then(|| updated(context, first));
    // The cover takes as many pages as it needs.
    let count = if paper.four { sheets.len().div_ceil(4) } else { sheets.len() };
    let title = match (items, paper.cover) {
        ([item], false) => item.title().to_owned(),
        _ => first.text(key::print_pack_title).to_owned(),
    };
    let content = Posters { cover, four: paper.four, strips: paper.strips, sheets };
    let mut document = PrintDocument::new(context, first, "posters", title, content);
    document.size = paper.size();
    let pages = (!paper.cover).then_some(count);
    let [pdf] = print(context, &document.job(Some(day), pages, named(languages.iter().copied()))?, [PrintFormat::Pdf])?;
    Ok(pdf)
}

/// This week's board: an A3 sheet with what closes first.
///
/// # Errors
/// What the press says.
pub fn week(context: &RenderContext) -> Result<Vec<u8>, Error> {
    let locale = context.locales.own();
    let items = context.open_items();
    let pages: Vec<ItemPage<'_>> = items.iter().take(TILES).map(|item| context.item_page(item, locale)).collect();
    let sheets =
        pages.iter().map(|page| data(context, page, ErrorCorrection::Medium, &[])).collect::<Result<_, Error>>()?;
    let content = Week {
        updated: updated(context, locale),
        empty: locale.text(key::print_empty),
        address: typeable_address(&context.board.url("")),
        sheets,
    };
    let document = PrintDocument::new(context, locale, "week", locale.text(key::print_week_title).to_owned(), content);
    let [pdf] = print(
        context,
        &document.job(Some(context.board.today), Some(1), named(std::iter::once(locale)))?,
        [PrintFormat::Pdf],
    )?;
    Ok(pdf)
}

/// The channel's poster: its code and how to join.
///
/// # Errors
/// What the press says; if the board has no channel.
pub fn channel(context: &RenderContext, paper: PackPaper) -> Result<Vec<u8>, Error> {
    let address = context.board.config.bacheca.canale.as_deref().ok_or_else(no_channel)?;
    let locale = context.locales.own();
    let content = ChannelPage {
        lead: locale.text(key::channel_lead),
        code: qr::render_svg(address, paper.level())?,
        code_alternative: format!("{}: {address}", locale.text(key::code)),
        address: typeable_address(address),
        languages: context.locales.iter().map(steps).collect(),
    };
    let mut document =
        PrintDocument::new(context, locale, "channel", locale.text(key::channel_title).to_owned(), content);
    document.size = paper.size();
    let [pdf] = print(context, &document.job(None, Some(1), named(context.locales.iter()))?, [PrintFormat::Pdf])?;
    Ok(pdf)
}

fn steps(locale: &Locale) -> Steps<'_> {
    Steps {
        lang: &locale.code,
        dir: &locale.direction,
        autonym: &locale.autonym,
        steps: STEPS.iter().map(|step| locale.text(*step)).collect(),
    }
}

fn updated(context: &RenderContext, locale: &Locale) -> String {
    locale.format(key::print_updated, &[("date", locale.format_date_with_weekday(context.board.today).into())])
}

/// Reception centres whose guests' languages the board has: name of the file, of the centre, languages.
fn centres(context: &RenderContext) -> Vec<(&str, &str, Vec<&Locale>)> {
    let own = context.locales.own();
    context
        .board
        .centres
        .iter()
        .filter_map(|(id, centre)| {
            let guests = centre.facts.guest_languages.iter().map(LanguageCode::as_str);
            let others: Vec<&Locale> =
                guests.filter_map(|code| context.locales.get(code)).filter(|locale| locale.code != own.code).collect();
            (!others.is_empty())
                .then(|| (id.as_str(), centre.facts.name.as_str(), std::iter::once(own).chain(others).collect()))
        })
        .collect()
}

/// The languages for a centre: the board's own, and those of its guests that the board has.
///
/// # Errors
/// If there is no such centre, or the board has none of its guests' languages.
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

fn render(context: &RenderContext, page: &PageSpec<'_>, locale: &Locale) -> Result<Vec<u8>, Error> {
    let open = context.open_items().len();
    let head = PageHead {
        description: locale.text(key::print_lead),
        ..page.head(context, locale, locale.text(key::print_title))
    };
    let mut values = context.page_values(locale, &head)?;
    let pack = |name: String, file: &str| PackFile {
        name,
        lang: None,
        languages: Vec::new(),
        one: format!("{FOLDER}{file}.pdf"),
        four: format!("{FOLDER}{file}-4.pdf"),
    };
    let by_language: Vec<PackFile<'_>> = context
        .locales
        .iter()
        .map(|other| PackFile { lang: Some(&other.code), ..pack(other.autonym.clone(), &other.code) })
        .collect();
    let centres = centres(context);
    let by_centre: Vec<PackFile<'_>> = centres
        .iter()
        .map(|(id, name, languages)| PackFile {
            languages: languages.iter().map(|locale| locale.autonym.as_str()).collect(),
            ..pack((*name).to_owned(), &format!("centri/{id}"))
        })
        .collect();
    values.insert("open", &open);
    values.insert("open_label", &locale.format(key::print_open, &[("count", open.into())]));
    values.insert("by_language", &by_language);
    values.insert("by_centre", &by_centre);
    values.insert("channel", &context.board.config.bacheca.canale.is_some());
    values.insert("lead", locale.text(key::print_lead));
    context.templates.render_page("print.html", &values)
}
