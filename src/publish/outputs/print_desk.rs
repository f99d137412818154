//! The print desk, `stampa/`: everything that is open as files to print, by language and by reception
//! centre; this week's board; the channel's own poster.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::compose::notice::no_channel;
use crate::compose::qr::{self, ErrorCorrection};
use crate::error::Error;
use crate::locale::Locale;
use crate::localized;
use crate::model::LanguageCode;
use crate::publish::shared::page_shell::PageHead;
use crate::publish::shared::poster_sheet::{PosterData, Posters, data, named};
use crate::publish::shared::print::{PrintDocument, PrintFormat, print, typeable_address};
use crate::publish::{ItemPage, PrintTask, Sink, Site};

/// The print desk's folder.
const FOLDER: &str = "stampa/";
/// How many tiles this week's board has.
const TILES: usize = 12;
/// The steps of joining a channel.
const STEPS: [&str; 4] = ["channel_step_1", "channel_step_2", "channel_step_3", "channel_step_4"];

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

/// What one file of the desk holds.
enum PackContents<'s> {
    Pack { languages: Vec<&'s Locale>, four: bool },
    Week,
    Channel,
}

/// Every file of the desk, by its path below the site's root.
fn orders<'s>(site: &'s Site<'_>) -> BTreeMap<String, PackContents<'s>> {
    let mut orders = BTreeMap::new();
    let mut packs = |name: &str, languages: &[&'s Locale]| {
        for (four, end) in [(false, ""), (true, "-4")] {
            orders
                .insert(format!("{FOLDER}{name}{end}.pdf"), PackContents::Pack { languages: languages.to_vec(), four });
        }
    };
    for locale in site.locales.iter() {
        packs(&locale.code, &[locale]);
    }
    for (id, _, languages) in centres(site) {
        packs(&format!("centri/{id}"), &languages);
    }
    orders.insert(format!("{FOLDER}settimana.pdf"), PackContents::Week);
    if site.board.config.bacheca.canale.is_some() {
        orders.insert(format!("{FOLDER}canale.pdf"), PackContents::Channel);
    }
    orders
}

fn fill(site: &Site<'_>, order: &PackContents<'_>) -> Result<Vec<u8>, Error> {
    match order {
        PackContents::Pack { languages, four } => {
            let paper = PackPaper { four: *four, cover: true, ..PackPaper::default() };
            pack(site, &site.open_items(), languages, paper)
        }
        PackContents::Week => week(site),
        PackContents::Channel => channel(site, PackPaper::default()),
    }
}

/// Every file of the desk, to be printed one by one.
pub(super) fn print_tasks<'s>(site: &'s Site<'s>) -> Vec<PrintTask<'s>> {
    orders(site)
        .into_iter()
        .map(|(path, order)| -> PrintTask<'s> {
            Box::new(move |sink| sink.put(&path, fill(site, &order).map_err(|error| error.within(path.as_str()))?))
        })
        .collect()
}

/// One file of the desk, if it has this path.
pub(in crate::publish) fn file(site: &Site<'_>, path: &str) -> Result<Option<Vec<u8>>, Error> {
    orders(site).get(path).map(|order| fill(site, order)).transpose()
}

/// The desk's page in each language.
pub(super) fn publish_page(site: &Site<'_>, sink: &dyn Sink) -> Result<(), Error> {
    site.locales.iter().try_for_each(|locale| page(site, locale, sink))
}

/// Posters of some items: in one language, or in the first with the others on the same sheet.
///
/// # Errors
/// What the press says.
pub fn pack(
    site: &Site<'_>,
    items: &[&crate::board::Item],
    languages: &[&Locale],
    paper: PackPaper,
) -> Result<Vec<u8>, Error> {
    let (first, others) = languages.split_first().ok_or_else(|| Error::internal("print pack", "no language"))?;
    let pages: Vec<ItemPage<'_>> = items.iter().map(|item| site.item_page(item, first)).collect();
    let sheets: Vec<PosterData<'_>> =
        pages.iter().map(|page| data(site, page, paper.level(), others)).collect::<Result<_, Error>>()?;
    let day = items.iter().map(|item| crate::publish::shared::print::changed(item)).max().unwrap_or(site.board.today);
    let cover = paper.cover.then(|| updated(site, first));
    // The cover takes as many pages as it needs.
    let count = if paper.four { sheets.len().div_ceil(4) } else { sheets.len() };
    let title = match (items, paper.cover) {
        ([item], false) => item.title().to_owned(),
        _ => first.text("print_pack_title").to_owned(),
    };
    let content = Posters { cover, four: paper.four, strips: paper.strips, sheets };
    let mut document = PrintDocument::new(site, first, "posters", title, content);
    document.size = paper.size();
    let pages = (!paper.cover).then_some(count);
    let [pdf] = print(site, &document.job(day, pages, named(languages.iter().copied()))?, [PrintFormat::Pdf])?;
    Ok(pdf)
}

/// This week's board: an A3 sheet with what closes first.
///
/// # Errors
/// What the press says.
pub fn week(site: &Site<'_>) -> Result<Vec<u8>, Error> {
    let locale = site.locales.own();
    let items = site.open_items();
    let pages: Vec<ItemPage<'_>> = items.iter().take(TILES).map(|item| site.item_page(item, locale)).collect();
    let sheets =
        pages.iter().map(|page| data(site, page, ErrorCorrection::Medium, &[])).collect::<Result<_, Error>>()?;
    let content = Week {
        updated: updated(site, locale),
        empty: locale.text("print_empty"),
        address: typeable_address(&site.board.url("")),
        sheets,
    };
    let document = PrintDocument::new(site, locale, "week", locale.text("print_week_title").to_owned(), content);
    let [pdf] =
        print(site, &document.job(site.board.today, Some(1), named(std::iter::once(locale)))?, [PrintFormat::Pdf])?;
    Ok(pdf)
}

/// The channel's poster: its code and how to join.
///
/// # Errors
/// What the press says; if the board has no channel.
pub fn channel(site: &Site<'_>, paper: PackPaper) -> Result<Vec<u8>, Error> {
    let address = site.board.config.bacheca.canale.as_deref().ok_or_else(no_channel)?;
    let locale = site.locales.own();
    let content = ChannelPage {
        lead: locale.text("channel_lead"),
        code: qr::render_svg(address, paper.level())?,
        code_alternative: format!("{}: {address}", locale.text("code")),
        address: typeable_address(address),
        languages: site.locales.iter().map(steps).collect(),
    };
    let mut document = PrintDocument::new(site, locale, "channel", locale.text("channel_title").to_owned(), content);
    document.size = paper.size();
    let [pdf] = print(
        site,
        &document.job(chrono::NaiveDate::default(), Some(1), named(site.locales.iter()))?,
        [PrintFormat::Pdf],
    )?;
    Ok(pdf)
}

fn steps(locale: &Locale) -> Steps<'_> {
    Steps {
        lang: &locale.code,
        dir: &locale.direction,
        autonym: &locale.autonym,
        steps: STEPS.iter().map(|step| locale.text(step)).collect(),
    }
}

fn updated(site: &Site<'_>, locale: &Locale) -> String {
    locale.format("print_updated", &[("date", locale.format_date_with_weekday(site.board.today).into())])
}

/// Reception centres whose guests' languages the board has: name of the file, of the centre, languages.
fn centres<'s>(site: &'s Site<'_>) -> Vec<(&'s str, &'s str, Vec<&'s Locale>)> {
    let own = site.locales.own();
    site.board
        .centres
        .iter()
        .filter_map(|(id, centre)| {
            let guests = centre.facts.guest_languages.iter().map(LanguageCode::as_str);
            let others: Vec<&Locale> =
                guests.filter_map(|code| site.locales.get(code)).filter(|locale| locale.code != own.code).collect();
            (!others.is_empty())
                .then(|| (id.as_str(), centre.facts.name.as_str(), std::iter::once(own).chain(others).collect()))
        })
        .collect()
}

/// The languages for a centre: the board's own, and those of its guests that the board has.
///
/// # Errors
/// If there is no such centre, or the board has none of its guests' languages.
pub fn languages_of_centre<'s>(site: &'s Site<'_>, id: &str) -> Result<Vec<&'s Locale>, Error> {
    if !site.board.centres.contains_key(id) {
        let known: Vec<&str> = site.board.centres.keys().map(String::as_str).collect();
        let known = known.join(", ");
        return Err(Error::Message(localized!(
            "non c'è nessun centro «{id}»: ci sono {known}",
            "there is no centre `{id}`: there are {known}"
        )));
    }
    let languages = centres(site).into_iter().find(|(other, ..)| *other == id).map(|(.., languages)| languages);
    languages.ok_or_else(|| {
        Error::Message(localized!(
            "la bacheca non ha nessuna delle lingue degli ospiti di «{id}» (`lingue_ospiti`)",
            "the board has none of the languages of the guests of `{id}` (`lingue_ospiti`)"
        ))
    })
}

fn page(site: &Site<'_>, locale: &Locale, sink: &dyn Sink) -> Result<(), Error> {
    let path = format!("{}{FOLDER}", site.prefix(locale));
    let open = site.open_items().len();
    let head = PageHead {
        path: &path,
        title: locale.text("print_title"),
        description: locale.text("print_lead"),
        noindex: false,
        feed: "feed.xml".to_owned(),
        image: None,
    };
    let mut context = site.context(locale, &head, &site.everywhere(locale, FOLDER))?;
    let pack = |name: String, file: &str| PackFile {
        name,
        lang: None,
        languages: Vec::new(),
        one: format!("{FOLDER}{file}.pdf"),
        four: format!("{FOLDER}{file}-4.pdf"),
    };
    let by_language: Vec<PackFile<'_>> = site
        .locales
        .iter()
        .map(|other| PackFile { lang: Some(&other.code), ..pack(other.autonym.clone(), &other.code) })
        .collect();
    let centres = centres(site);
    let by_centre: Vec<PackFile<'_>> = centres
        .iter()
        .map(|(id, name, languages)| PackFile {
            languages: languages.iter().map(|locale| locale.autonym.as_str()).collect(),
            ..pack((*name).to_owned(), &format!("centri/{id}"))
        })
        .collect();
    context.insert("open", &open);
    context.insert("open_label", &locale.format("print_open", &[("count", open.into())]));
    context.insert("by_language", &by_language);
    context.insert("by_centre", &by_centre);
    context.insert("channel", &site.board.config.bacheca.canale.is_some());
    context.insert("lead", locale.text("print_lead"));
    sink.put(&format!("{}index.html", head.path), site.templates.render_page("print.html", &context)?)
}
