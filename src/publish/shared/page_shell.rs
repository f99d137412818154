//! What stands around every page: head, menu, languages, footer. Made once for each language; a page
//! adds its own title, address and depth.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Serialize;
use tera::{Context, Value};

use crate::board::Board;
use crate::error::Error;
use crate::locale::{Locale, Locales, key};
use crate::model::Kind;
use crate::publish::RenderContext;
use crate::text::escape::escape_attribute;
use crate::theme::Theme;

/// How many folders deep a page may be: `ar/formazione/pagina/2/`, and some more.
const DEPTHS: usize = 8;

/// How many days ahead the script names the days that are left.
const DAYS_NAMED: u32 = 14;

/// What a pictogram's file needs and a page does not.
const NAMESPACE: &str = " xmlns=\"http://www.w3.org/2000/svg\"";
/// The one stroke of the pictograms: `.i` in the style sheet.
const STROKE: &str =
    " fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\" stroke-linecap=\"round\" stroke-linejoin=\"round\"";

/// Parts of a page that know nothing of it, by their names; each has a template of its own.
const PARTS: [&str; 3] = ["links", "top", "footer"];

/// Those parts, rendered.
type Parts = [Value; PARTS.len()];

/// The shells of all languages, in the order of the board.
pub(crate) struct PageShells(Vec<PageShell>);

/// The values that every page of a language shares.
struct PageShell {
    shared: Context,
    /// The parts that all pages have, by depth: they differ only by how far away the root is.
    parts: [OnceLock<Result<Parts, Error>>; DEPTHS],
}

#[derive(Serialize)]
struct SiteValues<'b> {
    name: &'b str,
    description: &'b str,
    url: &'b str,
    channel: Option<&'b str>,
    email: Option<&'b str>,
    telephone: Option<&'b str>,
    telephone_dialled: Option<String>,
    time_zone: &'b str,
    zone_name: Option<&'b str>,
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

/// What the page's script needs in words.
#[derive(Serialize)]
struct ScriptWords<'b> {
    today: &'b str,
    tomorrow: &'b str,
    days: Vec<String>,
    closed: &'b str,
    saved: String,
}

/// One language in the switcher.
#[derive(Serialize)]
pub(crate) struct LanguageLink<'b> {
    code: &'b str,
    autonym: &'b str,
    direction: &'b str,
    og_locale: &'b str,
    path: String,
    current: bool,
    /// The same page, really in that language: it may stand in `hreflang`.
    translated: bool,
}

/// What the head of a page says.
pub(crate) struct PageHead<'p> {
    /// Path of the page below the site's root, ending in `/` or a file name; empty for the home.
    pub(crate) path: String,
    pub(crate) title: &'p str,
    pub(crate) description: &'p str,
    /// Search engines should not list it.
    pub(crate) noindex: bool,
    /// The feed of what it shows, below the language's root.
    pub(crate) feed: String,
    /// The picture that chats show of a link to it, below the site's root.
    pub(crate) image: Option<String>,
    /// The switcher of languages.
    pub(crate) languages: Vec<LanguageLink<'p>>,
}

impl<'p> PageHead<'p> {
    /// A page that search engines may list, without description and picture, in one language alone; its feed is that of
    /// everything.
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
    /// Prepares the shells of all languages of a board.
    ///
    /// # Errors
    /// Words that cannot be written as JSON.
    pub(crate) fn new(board: &Board, locales: &Locales, theme: &Theme) -> Result<Self, Error> {
        let icons = Value::from_serializable(&icons(theme));
        let version = theme.folder_version("assets");
        Ok(Self(locales.iter().map(|locale| shell(board, locale, &icons, &version)).collect::<Result<_, Error>>()?))
    }

    fn get(&self, locale: &Locale) -> Result<&PageShell, Error> {
        let shell = self.0.get(locale.position);
        shell.ok_or_else(|| Error::internal("page shells", format!("{} is not a language of the board", locale.code)))
    }
}

fn shell(board: &Board, locale: &Locale, icons: &Value, version: &str) -> Result<PageShell, Error> {
    let config = &board.config.bacheca;
    let site = SiteValues {
        name: &config.nome,
        description: &config.descrizione,
        url: &config.indirizzo,
        channel: config.canale.as_deref(),
        email: config.email.as_deref(),
        telephone: config.telefono.as_deref(),
        telephone_dialled: config
            .telefono
            .as_deref()
            .and_then(crate::model::Phone::new)
            .map(|phone| phone.dialled().to_owned()),
        time_zone: config.fuso.name(),
        zone_name: board.config.territorio.nome_zona.as_deref(),
    };
    let kinds: Vec<KindValues<'_>> = Kind::ALL
        .into_iter()
        .map(|kind| KindValues {
            key: kind.key(),
            label: locale.vocabulary_text("kind", kind.key()).unwrap_or(kind.key()),
            lead: locale.kind_lead(kind).to_owned(),
        })
        .collect();
    let pages: Vec<PageLink<'_>> = board
        .pages
        .iter()
        .map(|(name, page)| {
            let translated =
                page.translations.get(&locale.code).and_then(|translation| translation.facts.title.as_deref());
            PageLink { name, title: translated.or(page.original.facts.title.as_deref()).unwrap_or(name) }
        })
        .collect();
    let script = ScriptWords {
        today: locale.text(key::days_left_today),
        tomorrow: locale.text(key::days_left_tomorrow),
        days: (2..=DAYS_NAMED).map(|days| locale.format(key::days_left, &[("days", days.into())])).collect(),
        closed: locale.text(key::closed_since_build),
        // The script puts in the day on which the page was saved.
        saved: locale.format(key::offline_saved, &[("date", "{date}".into())]),
    };
    let mut shared = Context::new();
    shared.insert_value("t", locale.template_values().clone());
    shared.insert_value("icons", icons.clone());
    shared.insert("site", &site);
    shared.insert("kinds", &kinds);
    shared.insert("pages", &pages);
    shared.insert("lang", &locale.code);
    shared.insert("dir", &locale.direction);
    shared.insert("own_lang", &config.lingua);
    let script = serde_json::to_string(&script).map_err(|error| Error::internal("script words", error))?;
    shared.insert_value("script_words", Value::safe_string(&escape_attribute(&script)));
    shared.insert("updated", &locale.format(key::updated_on, &[("date", locale.format_day(board.today).into())]));
    shared.insert("version", version);
    Ok(PageShell { shared, parts: Default::default() })
}

/// The way from a page to the site's root.
pub(crate) fn root_of(path: &str) -> String {
    let depth = path.matches('/').count();
    if depth == 0 { "./".to_owned() } else { "../".repeat(depth) }
}

/// The pictograms, ready to stand in a page.
fn icons(theme: &Theme) -> BTreeMap<String, Value> {
    theme
        .files_below("icons")
        .filter_map(|(name, bytes)| {
            let name = name.strip_suffix(".svg")?;
            let svg = std::str::from_utf8(bytes).ok()?.trim();
            // The same on each of thirty pictograms a page: said once, in the style sheet.
            let svg = svg.replacen(NAMESPACE, "", 1).replacen(STROKE, " class=\"i\"", 1);
            let svg = svg.replacen("<svg ", "<svg aria-hidden=\"true\" ", 1);
            Some((name.replace('-', "_"), Value::safe_string(&svg)))
        })
        .collect()
}

fn insert(parts: Parts, values: &mut Context) {
    for (name, part) in PARTS.into_iter().zip(parts) {
        values.insert_value(name, part);
    }
}

impl<'p> LanguageLink<'p> {
    /// A way from a page in the `current` language to `path`, which is in another.
    pub(crate) fn new(locale: &'p Locale, current: &Locale, path: String, translated: bool) -> Self {
        Self {
            code: &locale.code,
            autonym: &locale.autonym,
            direction: &locale.direction,
            og_locale: locale.text(key::og_locale),
            path,
            current: locale.position == current.position,
            translated,
        }
    }
}

impl RenderContext {
    /// The values of a page: what its language shares, and its head.
    ///
    /// # Errors
    /// A language that the board does not have; a template of a part of all pages that fails.
    pub(crate) fn page_values(&self, locale: &Locale, head: &PageHead<'_>) -> Result<Context, Error> {
        let shell = self.shells.get(locale)?;
        let root = root_of(&head.path);
        let mut values = shell.shared.clone();
        values.insert("base", &format!("{root}{}", locale.root));
        values.insert("root", &root);
        let depth = head.path.matches('/').count();
        let render = || self.parts(&values);
        let parts = shell.parts.get(depth).map_or_else(render, |parts| parts.get_or_init(render).clone())?;
        insert(parts, &mut values);
        values.insert("title", head.title);
        values.insert("description", head.description);
        values.insert("canonical", &self.board.url(&head.path));
        values.insert("canonical_link", &self.board.url(&head.path));
        values.insert("path", &head.path);
        values.insert("noindex", &head.noindex);
        values.insert("feed", &head.feed);
        values.insert("image", &head.image.as_ref().map(|path| self.board.url(path)));
        values.insert("languages", &head.languages);
        Ok(values)
    }

    /// The values of a card: what its language shares, and what stands for the way to the root.
    pub(crate) fn card_values(&self, locale: &Locale, root: Value) -> Result<Context, Error> {
        let mut values = self.shells.get(locale)?.shared.clone();
        values.insert_value("root", root);
        Ok(values)
    }

    /// Renders the parts that all pages have again, with the root and base of these values.
    pub(crate) fn render_parts(&self, values: &mut Context) -> Result<(), Error> {
        insert(self.parts(values)?, values);
        Ok(())
    }

    fn parts(&self, values: &Context) -> Result<Parts, Error> {
        let mut parts = PARTS.map(|_| Value::none());
        for (name, part) in PARTS.iter().zip(&mut parts) {
            let html = self.templates.render_page(&format!("{name}.html"), values)?;
            *part = Value::safe_string(&String::from_utf8_lossy(&html));
        }
        Ok(parts)
    }

    /// A switcher that leads to the home of each language.
    pub(crate) fn links_to_homes<'p>(&'p self, current: &Locale) -> Vec<LanguageLink<'p>> {
        self.locales.iter().map(|locale| LanguageLink::new(locale, current, locale.root.clone(), true)).collect()
    }
}
