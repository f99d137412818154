//! Sheets of the print desk that are not of one item: what is open now, the permanent sheet of a place, the channel's
//! poster.

use chrono::Days;
use serde::Serialize;

use super::{PackOptions, format_update_day};
use crate::board::Item;
use crate::compose::channel_words::{ChannelWords, describe_channel};
use crate::compose::notice::missing_channel_error;
use crate::compose::qr;
use crate::config::Channel;
use crate::diagnostic::nearest;
use crate::error::Error;
use crate::locale::{Locale, TextKey, key};
use crate::localized;
use crate::model::Kind;
use crate::progress::Progress;
use crate::publish::shared::photos::{decode_image, encode_jpeg};
use crate::publish::shared::poster_sheet::{PosterData, name_languages, to_poster};
use crate::publish::shared::print::{Pack, PrintDocument, PrintFormat, print, print_pack, typeable_address};
use crate::publish::{ItemPage, RenderContext};
use crate::text::slug::slugify;
use crate::text::visible::show_name;
use crate::typesetter::PrintJob;

/// Maximum number of items on the board of what is open.
const MAX_TILES: usize = 24;
/// How many of them are without an end, which would else leave the board first.
const MAX_ALWAYS: usize = 6;
/// Days within which something closes soon.
const SOON: Days = Days::new(7);
/// Languages of the names of kinds on the board of what is open, its own one included.
const NAMED_LANGUAGES: usize = 5;
/// Pictograms of the steps for joining WhatsApp's channels; of others, whose buttons differ, those of the first two.
const STEP_ICONS: [&str; 4] = ["scan", "whatsapp", "apply", "bell"];
/// Pictogram of the steps that a board words itself.
const OWN_STEP_ICON: &str = "steps";
/// Side of the picture of a code on a poster, in pixels.
const CODE_PICTURE_PX: u32 = 1000;

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
    lead: String,
    /// Drawn from the address; `None` if the service's own picture stands in its place.
    code: Option<String>,
    code_alternative: String,
    address: String,
    steps: Vec<Step>,
    languages: Vec<LanguageWords<'p>>,
}

/// A step with its pictogram.
#[derive(Serialize)]
struct Step {
    icon: &'static str,
    text: String,
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
    title: String,
    free: String,
}

impl<'p> LanguageWords<'p> {
    /// Words on the board, and on its first channel for those who read the language.
    fn new(context: &RenderContext, locale: &'p Locale) -> Self {
        let config = &context.board.config;
        let channel = config.channels_for(&locale.code).into_iter().next();
        Self::with_channel(locale, channel.map(|channel| describe_channel(config, &channel, locale)))
    }

    fn with_channel(locale: &'p Locale, channel: Option<ChannelWords<'_>>) -> Self {
        let (title, free) = channel.map(|channel| (channel.title, channel.free)).unwrap_or_default();
        Self {
            lang: &locale.code,
            dir: &locale.direction,
            autonym: &locale.autonym,
            open: locale.text(key::place_open),
            scan: locale.text(key::scan_code),
            title,
            free,
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
        languages: context.locales.iter().map(|locale| LanguageWords::new(context, locale)).collect(),
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
            words: LanguageWords::new(context, locale),
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

/// Renders the poster of a channel as PDF: its QR code and the steps for joining. `index` is its position in `site.toml`.
///
/// # Errors
/// If the board has no such channel, or the poster cannot be typeset or does not fit on one page.
pub fn render_channel_poster(context: &RenderContext, index: usize, paper: PackOptions) -> Result<Vec<u8>, Error> {
    let (_, job) = channel_poster_job(context, index, paper)?;
    let [pdf] = print(context, &job, [PrintFormat::Pdf])?;
    Ok(pdf)
}

/// Renders the posters of channels as one PDF, a sheet for each: of those of a service, or of all that a telephone can scan.
///
/// # Errors
/// If the board has no such channel, or as [`render_channel_poster`].
pub fn render_channel_posters(
    context: &RenderContext,
    service: Option<&str>,
    paper: PackOptions,
    progress: &dyn Progress,
) -> Result<Vec<u8>, Error> {
    let channels = context.board.config.channels();
    let is_asked = |channel: &Channel<'_>| match service {
        Some(service) => slugify(channel.name) == slugify(service),
        None => channel.link().is_some() || channel.picture.is_some(),
    };
    let asked: Vec<usize> =
        channels.iter().enumerate().filter(|(_, channel)| is_asked(channel)).map(|(index, _)| index).collect();
    match (asked.as_slice(), service) {
        // Of a name to search for there is nothing to scan, but the steps.
        ([], None) => render_channel_poster(context, 0, paper),
        ([], Some(service)) => Err(unknown_channel_error(service, &channels)),
        ([only], _) => render_channel_poster(context, *only, paper),
        (asked, _) => {
            let sheets = asked.iter().map(|index| channel_poster_job(context, *index, paper));
            let (titles, sheets): (Vec<String>, Vec<PrintJob>) =
                sheets.collect::<Result<Vec<_>, Error>>()?.into_iter().unzip();
            print_pack(context, &Pack { title: titles.join(" · "), cover: None, sheets, four: None }, progress)
        }
    }
}

fn unknown_channel_error(service: &str, channels: &[Channel<'_>]) -> Error {
    let names: Vec<&str> = channels.iter().map(|channel| channel.name).collect();
    if names.is_empty() {
        return missing_channel_error();
    }
    let meant = nearest(service, names.iter().copied());
    let (service, known) = (show_name(service), names.join(", "));
    Error::Message(match meant {
        Some(meant) => localized!(
            "la bacheca non ha un canale «{service}»: volevi dire «{meant}»? Ci sono {known}",
            "the board has no channel `{service}`: did you mean `{meant}`? There are {known}"
        ),
        None => localized!(
            "la bacheca non ha un canale «{service}»: ci sono {known}",
            "the board has no channel `{service}`: there are {known}"
        ),
    })
}

/// Title and print job of the poster of a channel.
fn channel_poster_job(context: &RenderContext, index: usize, paper: PackOptions) -> Result<(String, PrintJob), Error> {
    let config = &context.board.config;
    let channels = config.channels();
    let channel = channels.get(index).ok_or_else(missing_channel_error)?;
    // Who reads its posts reads its poster.
    let own = channel.language.and_then(|code| context.locales.get(code));
    let locale = own.unwrap_or_else(|| context.locales.board_locale());
    let words = describe_channel(config, channel, locale);
    let is_plain = channel.is_whatsapp() && !words.own_steps;
    let opening = words.link.filter(|_| !words.own_steps && words.picture.is_none()).map(|_| words.open);
    let texts = std::iter::once(words.scan).chain(opening).chain(words.steps).enumerate();
    let steps = texts.map(|(position, text)| {
        let icon = match position {
            0 => "scan",
            1 if !words.own_steps => words.icon,
            _ if is_plain => STEP_ICONS.get(position).copied().unwrap_or(OWN_STEP_ICON),
            _ => OWN_STEP_ICON,
        };
        Step { icon, text }
    });
    let address = channel.address;
    let others = context.locales.iter().filter(|other| other.position != locale.position);
    let languages = std::iter::once(locale).chain(others);
    let content = ChannelPage {
        lead: locale.format(key::channel_lead, &[("free", words.free.as_str().into())]),
        code: channel.picture.is_none().then(|| qr::render_svg(address, paper.qr_level())).transpose()?,
        code_alternative: format!("{}: {address}", locale.text(key::code)),
        address: channel.link().map_or_else(|| format!("{}: {address}", channel.name), typeable_address),
        steps: steps.collect(),
        languages: languages
            .map(|other| LanguageWords::with_channel(other, Some(describe_channel(config, channel, other))))
            .collect(),
    };
    let mut document = PrintDocument::new(context, locale, "channel", words.title.clone(), content);
    document.size = paper.paper_size();
    let names = name_languages(context.locales.iter());
    let mut job = document.to_job(None, Some(1), names)?;
    if let Some(picture) = channel.picture {
        let picture = decode_image(&context.board, &context.board.root.join("static").join(picture))?;
        job.picture = Some(encode_jpeg(&picture, CODE_PICTURE_PX)?);
    }
    Ok((words.title, job))
}
