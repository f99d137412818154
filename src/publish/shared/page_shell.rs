//! The shell of every page: head, menu, language switcher, footer. Built once for each language; a page adds its own
//! title, path and depth.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Serialize;
use tera::{Context, Value};

use crate::board::{Board, CHARTER_PAGE};
use crate::compose::channel_words::{ChannelWords, describe_channels};
use crate::compose::help::offers_help;
use crate::compose::whatsapp_link;
use crate::error::Error;
use crate::locale::{Locale, Locales, key};
use crate::model::Kind;
use crate::publish::RenderContext;
use crate::publish::shared::item_files::PREVIEW;
use crate::text::escape::Attribute;
use crate::text::mail_address::{MailAddress, mail_link};
use crate::theme::Theme;

/// Maximum folder depth of pages whose parts are cached; the deepest today is `ar/formazione/pagina/2/`.
const MAX_DEPTH: usize = 8;

/// Maximum number of remaining days for which the script shows a countdown.
const MAX_NAMED_DAYS: u32 = 7;

/// Attributes that SVG files need and inline SVG does not: its height follows from width and `viewBox`, also without
/// style sheets.
const FILE_ATTRIBUTES: [&str; 2] = [" xmlns=\"http://www.w3.org/2000/svg\"", " height=\"24\""];
/// Stroke attributes of all pictograms, replaced by the class `i` of the style sheet.
const STROKE_ATTRIBUTES: &str =
    " fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\" stroke-linecap=\"round\" stroke-linejoin=\"round\"";

/// A board's own style sheet in its theme.
const OWN_STYLE: &str = "assets/extra.css";
/// Names of the parts that do not depend on the page; each has its own template.
const PARTS: [&str; 3] = ["links", "top", "footer"];

/// The rendered parts, in the order of [`PARTS`].
type Parts = [Value; PARTS.len()];

/// Shells of all languages, in the order of the board, for each thread its own: every look-up of a value counts who holds
/// it, and threads that count at the same place wait for each other.
pub(crate) struct PageShells {
    /// First those of threads outside the pool, then those of each thread of the pool; built on first use.
    by_thread: Vec<Vec<OnceLock<Result<PageShell, Error>>>>,
    /// Version of the assets.
    version: String,
}

/// Values that all pages of a language share.
struct PageShell {
    shared: Context,
    /// Parts by depth of the page, which determines the relative path of the root.
    parts: [OnceLock<Result<Parts, Error>>; MAX_DEPTH],
}

#[derive(Serialize)]
struct SiteValues<'b> {
    name: &'b str,
    short_name: &'b str,
    /// Who is behind the board, as a sentence.
    run_by: Option<String>,
    description: &'b str,
    url: &'b str,
    channels: Vec<ChannelWords<'b>>,
    email: Option<&'b str>,
    telephone: Option<&'b str>,
    telephone_dialled: Option<String>,
    time_zone: &'b str,
    zone_name: Option<&'b str>,
    /// Whether the board has pages for people who need help.
    help: bool,
    /// Whether the glossary has this language.
    glossary: bool,
    /// Whether anything open is in easy words, which are in the board's language.
    easy: bool,
}

#[derive(Serialize)]
struct KindValues<'b> {
    key: &'static str,
    label: &'b str,
    lead: String,
}

#[derive(Serialize)]
struct PageLink<'b> {
    name: &'b str,
    title: &'b str,
}

/// Texts for the page's script.
#[derive(Serialize)]
struct ScriptTexts<'b> {
    today: &'b str,
    tomorrow: &'b str,
    days: Vec<String>,
    closed: &'b str,
    /// Heading of the cards that have closed since the build.
    over: &'b str,
    saved: String,
}

/// Sentences on whether a contact point is open, for the script that knows the time.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct OpenNowTexts<'b> {
    always: &'b str,
    until: String,
    some: &'b str,
    appointment: &'b str,
    closed: &'b str,
    opens: String,
    opens_appointment: String,
}

impl<'b> OpenNowTexts<'b> {
    /// The script fills in times and moments.
    fn new(locale: &'b Locale) -> Self {
        let moment = [("moment", "{moment}".into())];
        Self {
            always: locale.text(key::open_always),
            until: locale.format(key::open_until, &[("time", "{time}".into())]),
            some: locale.text(key::open_some),
            appointment: locale.text(key::open_appointment),
            closed: locale.text(key::closed_now),
            opens: locale.format(key::opens_at, &moment),
            opens_appointment: locale.format(key::opens_appointment, &moment),
        }
    }
}

/// One language in the switcher.
#[derive(Serialize)]
pub(crate) struct LanguageLink<'b> {
    code: &'b str,
    autonym: &'b str,
    direction: &'b str,
    path: String,
    current: bool,
    /// Whether the target is the same page, translated into that language, so that `hreflang` may name it.
    translated: bool,
}

/// Values of the head of a page.
pub(crate) struct PageHead<'p> {
    /// Path of the page below the site's root, ending in `/` or a file name; empty for the home page.
    pub(crate) path: String,
    pub(crate) title: &'p str,
    pub(crate) description: &'p str,
    /// Whether search engines are asked not to list the page.
    pub(crate) noindex: bool,
    /// Path of the feed with the same items, below the language's root.
    pub(crate) feed: String,
    /// Path of the preview image for chats, below the site's root; `None` for that of the language.
    pub(crate) image: Option<String>,
    /// Links of the language switcher.
    pub(crate) languages: Vec<LanguageLink<'p>>,
}

impl<'p> PageHead<'p> {
    /// Head of a page that search engines may list, with the feed of all items and without description, image and
    /// links to other languages.
    pub(crate) fn new(path: String, title: &'p str) -> Self {
        Self {
            path,
            title,
            description: "",
            noindex: false,
            feed: "feed.xml".to_owned(),
            image: None,
            languages: Vec::new(),
        }
    }
}

impl PageShells {
    /// Room for the shells of all languages of a board.
    pub(crate) fn new(locales: &Locales, theme: &Theme) -> Self {
        let of_thread = |_| locales.iter().map(|_| OnceLock::new()).collect();
        let by_thread = (0..=rayon::current_num_threads()).map(of_thread).collect();
        Self { by_thread, version: theme.folder_version("assets") }
    }

    fn get(&self, context: &RenderContext, locale: &Locale) -> Result<&PageShell, Error> {
        let thread = rayon::current_thread_index().map_or(0, |index| index + 1);
        let room = self.by_thread.get(thread).or(self.by_thread.first()).and_then(|shells| shells.get(locale.position));
        let room = room
            .ok_or_else(|| Error::internal("page shells", format!("{} is not a language of the board", locale.code)))?;
        let build = || build_shell(&context.board, locale, &context.theme, &self.version);
        room.get_or_init(build).as_ref().map_err(Clone::clone)
    }
}

fn build_shell(board: &Board, locale: &Locale, theme: &Theme, version: &str) -> Result<PageShell, Error> {
    let config = &board.config.bacheca;
    let site = SiteValues {
        name: &config.nome,
        short_name: config.short_name(),
        run_by: run_by(board, locale),
        description: &config.descrizione,
        url: &config.indirizzo,
        channels: describe_channels(&board.config, locale),
        email: config.email.as_deref(),
        telephone: config.telefono.as_deref(),
        telephone_dialled: config
            .telefono
            .as_deref()
            .and_then(crate::model::Phone::new)
            .map(|phone| phone.dialled().to_owned()),
        time_zone: config.fuso.name(),
        zone_name: board.config.territorio.nome_zona.as_deref(),
        help: offers_help(board),
        easy: locale.position == 0 && board.open_items().iter().any(|item| !item.facts.easy.is_empty()),
        glossary: board.glossary.as_deref().is_some_and(|glossary| {
            !glossary.terms.is_empty() && (locale.position == 0 || glossary.has_language(&locale.code))
        }),
    };
    let kinds: Vec<KindValues<'_>> = Kind::ALL
        .into_iter()
        .map(|kind| KindValues {
            key: kind.key(),
            label: locale.kind_list_name(kind),
            lead: locale.kind_lead(kind).to_owned(),
        })
        .collect();
    let pages: Vec<PageLink<'_>> = board
        .pages
        .iter()
        // The charter is for those who announce: the pages about announcing lead to it.
        .filter(|(name, _)| name.as_str() != CHARTER_PAGE)
        .map(|(name, page)| {
            let translated =
                page.translations.get(&locale.code).and_then(|translation| translation.facts.title.as_deref());
            PageLink { name, title: translated.or(page.original.facts.title.as_deref()).unwrap_or(name) }
        })
        .collect();
    let script = ScriptTexts {
        today: locale.text(key::days_left_today),
        tomorrow: locale.text(key::days_left_tomorrow),
        days: (2..=MAX_NAMED_DAYS).map(|days| locale.format(key::days_left, &[("days", days.into())])).collect(),
        closed: locale.text(key::closed_since_build),
        over: locale.text(key::list_over),
        // The script fills in the day on which the page was saved.
        saved: locale.format(key::offline_saved, &[("date", "{date}".into())]),
    };
    let mut shared = Context::new();
    shared.insert("t", locale.all_texts());
    shared.insert("icons", &inline_icons(theme));
    shared.insert("site", &site);
    shared.insert("kinds", &kinds);
    shared.insert("pages", &pages);
    shared.insert("lang", &locale.code);
    shared.insert("dir", &locale.direction);
    shared.insert("own_lang", &config.lingua);
    let script = serde_json::to_string(&script).map_err(|error| Error::internal("script words", error))?;
    shared.insert_value("script_words", Value::safe_string(Attribute::new(&script).as_str()));
    let open_now = serde_json::to_string(&OpenNowTexts::new(locale));
    let open_now = open_now.map_err(|error| Error::internal("words on opening hours", error))?;
    shared.insert_value("open_now_words", Value::safe_string(Attribute::new(&open_now).as_str()));
    shared.insert("updated", &updated(board, locale));
    shared.insert("version", version);
    shared.insert("own_style", &own_style(theme));
    shared.insert("preview", &board.url(&format!("{}{PREVIEW}", locale.root)));
    Ok(PageShell { shared, parts: Default::default() })
}

/// The board's own style sheet, which pages load after ours.
pub(crate) fn own_style(theme: &Theme) -> Option<&'static str> {
    theme.bytes(OWN_STYLE).map(|_| OWN_STYLE)
}

/// Day on which the board was built, in a sentence.
fn updated(board: &Board, locale: &Locale) -> String {
    locale.format(key::updated_on, &[("date", locale.format_day(board.today).into())])
}

/// Who is behind the board, as a sentence; `None` if `site.toml` has no `promotori`.
fn run_by(board: &Board, locale: &Locale) -> Option<String> {
    let names = &board.config.bacheca.promotori;
    let joined = locale.join_and(names.iter().map(String::as_str));
    (!names.is_empty()).then(|| locale.format(key::run_by, &[("names", joined.into())]))
}

/// Relative path from a page to the site's root, e.g. `../../`.
pub(crate) fn root_path(path: &str) -> String {
    let depth = path.matches('/').count();
    if depth == 0 { "./".to_owned() } else { "../".repeat(depth) }
}

/// Pictograms of the theme as inline SVG, by name.
///
/// Each stands in a page as often as it is used. Once in a page with `<use>` elsewhere makes pages a tenth shorter, but not
/// once compressed, and browsers keep a copy for each `<use>`: Chromium needs 6 % more memory for a list.
fn inline_icons(theme: &Theme) -> BTreeMap<String, Value> {
    theme
        .files_below("icons")
        .filter_map(|(name, bytes)| {
            let name = name.strip_suffix(".svg")?;
            Some((name.replace('-', "_"), Value::safe_string(&inline_svg(std::str::from_utf8(bytes).ok()?))))
        })
        .collect()
}

/// Shortens the file of a pictogram to what a page needs.
fn inline_svg(file: &str) -> String {
    // A page has about thirty pictograms with the same stroke: it is defined once, in the style sheet.
    let svg = file.trim().replacen(STROKE_ATTRIBUTES, " class=\"i\"", 1);
    let svg = FILE_ATTRIBUTES.into_iter().fold(svg, |svg, attribute| svg.replacen(attribute, "", 1));
    svg.replacen("<svg ", "<svg aria-hidden=\"true\" ", 1)
}

fn insert_parts(parts: Parts, values: &mut Context) {
    for (name, part) in PARTS.into_iter().zip(parts) {
        values.insert_value(name, part);
    }
}

impl<'p> LanguageLink<'p> {
    /// Link from a page in the language `current` to `path` in the language `locale`.
    pub(crate) fn new(locale: &'p Locale, current: &Locale, path: String, translated: bool) -> Self {
        Self {
            code: &locale.code,
            autonym: &locale.autonym,
            direction: &locale.direction,
            path,
            current: locale.position == current.position,
            translated,
        }
    }
}

impl RenderContext {
    /// Template values of a page: those shared by its language, and its head.
    ///
    /// # Errors
    /// A language that the board does not have; a part whose template fails.
    pub(crate) fn page_values(&self, locale: &Locale, head: &PageHead<'_>) -> Result<Context, Error> {
        let shell = self.shells.get(self, locale)?;
        let root = root_path(&head.path);
        let mut values = shell.shared.clone();
        values.insert("base", &format!("{root}{}", locale.root));
        values.insert("root", &root);
        let depth = head.path.matches('/').count();
        let render = || self.render_parts(&values);
        let parts = shell.parts.get(depth).map_or_else(render, |parts| parts.get_or_init(render).clone())?;
        insert_parts(parts, &mut values);
        values.insert("title", head.title);
        values.insert("description", head.description);
        values.insert("canonical", &self.board.url(&head.path));
        values.insert("canonical_link", &self.board.url(&head.path));
        values.insert("path", &head.path);
        values.insert("noindex", &head.noindex);
        values.insert("feed", &head.feed);
        values.insert("image", &head.image.as_ref().map(|path| self.board.url(path)));
        values.insert("languages", &head.languages);
        values.insert("report", &self.report_link(&self.board.url(&head.path)));
        Ok(values)
    }

    /// Day on which the board was built, in a sentence in a language.
    pub(crate) fn updated(&self, locale: &Locale) -> String {
        updated(&self.board, locale)
    }

    /// Who is behind the board, if it says so, and that it never asks for money.
    pub(crate) fn trust(&self, locale: &Locale) -> String {
        let sentences = run_by(&self.board, locale).into_iter().chain([locale.text(key::never_money).to_owned()]);
        sentences.collect::<Vec<_>>().join(" ")
    }

    /// Opens a message to the board about one of its pages, in the board's language: on WhatsApp if its number is a
    /// mobile one, else by e-mail.
    fn report_link(&self, address: &str) -> Option<String> {
        let config = &self.board.config.bacheca;
        let text = self.locales.board_locale().format(key::report_message, &[("address", address.into())]);
        match (self.whatsapp_number(), config.email.as_deref().and_then(MailAddress::new)) {
            (Some(number), _) => Some(whatsapp_link(&number, &text)),
            (None, Some(email)) => Some(mail_link(Some(&email), &[("subject", &config.nome), ("body", &text)])),
            (None, None) => None,
        }
    }

    /// Digits of the board's number with the country's, as `wa.me` takes them, if it is an Italian mobile number.
    pub(crate) fn whatsapp_number(&self) -> Option<String> {
        let phone = crate::model::Phone::new(self.board.config.bacheca.telefono.as_deref()?)?;
        phone.dialled().strip_prefix('+').filter(|number| number.starts_with("393")).map(str::to_owned)
    }

    /// Template values of a card: those shared by its language, and a placeholder for the relative path of the root.
    pub(crate) fn card_values(&self, locale: &Locale, root: Value) -> Result<Context, Error> {
        let mut values = self.shells.get(self, locale)?.shared.clone();
        values.insert_value("root", root);
        Ok(values)
    }

    /// Renders the shared parts again with the `root` and `base` of these values.
    pub(crate) fn replace_parts(&self, values: &mut Context) -> Result<(), Error> {
        insert_parts(self.render_parts(values)?, values);
        Ok(())
    }

    fn render_parts(&self, values: &Context) -> Result<Parts, Error> {
        let mut parts = PARTS.map(|_| Value::none());
        for (name, part) in PARTS.iter().zip(&mut parts) {
            let html = self.templates.render_page(&format!("{name}.html"), values)?;
            *part = Value::safe_string(&String::from_utf8_lossy(&html));
        }
        Ok(parts)
    }

    /// Links of a language switcher that leads to the home page of each language.
    pub(crate) fn home_links<'p>(&'p self, current: &Locale) -> Vec<LanguageLink<'p>> {
        self.locales.iter().map(|locale| LanguageLink::new(locale, current, locale.root.clone(), true)).collect()
    }
}
