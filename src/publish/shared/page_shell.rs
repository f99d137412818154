//! What stands around every page: head, menu, languages, foot. Made once for each language; a page
//! adds its own title, address and depth.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Serialize;
use tera::{Context, Value};

use crate::board::Board;
use crate::error::Error;
use crate::locale::{Locale, Locales};
use crate::model::Kind;
use crate::publish::Site;
use crate::publish::shared::item_card::ROOT;
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

/// The values that every page of a language shares.
pub(crate) struct PageShell {
    shared: Context,
    /// The parts that all pages have, by depth: they differ only by how far away the root is.
    parts: [OnceLock<Result<Parts, Error>>; DEPTHS],
    /// Path of the language's root below the site's: empty, or `ar/`.
    pub(crate) prefix: String,
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

/// A page about to be rendered.
pub(crate) struct PageHead<'p> {
    /// Its path below the site's root, ending in `/` or a file name; empty for the home.
    pub(crate) path: &'p str,
    pub(crate) title: &'p str,
    pub(crate) description: &'p str,
    /// Search engines should not list it.
    pub(crate) noindex: bool,
    /// The feed of what it shows, below the language's root.
    pub(crate) feed: String,
    /// The picture that chats show of a link to it, below the site's root.
    pub(crate) image: Option<String>,
}

pub(crate) fn frames(board: &Board, locales: &Locales, theme: &Theme) -> Vec<PageShell> {
    let icons = Value::from_serializable(&icons(theme));
    let version = theme.folder_version("assets");
    locales.iter().map(|locale| frame(board, locale, &icons, &version)).collect()
}

fn frame(board: &Board, locale: &Locale, icons: &Value, version: &str) -> PageShell {
    let config = &board.config.bacheca;
    let own = locale.code == config.lingua;
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
            lead: locale.text(&format!("kind-{}-lead", kind.key())).to_owned(),
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
        today: locale.text("days_left_today"),
        tomorrow: locale.text("days_left_tomorrow"),
        days: (2..=DAYS_NAMED).map(|days| locale.format("days_left", &[("days", days.into())])).collect(),
        closed: locale.text("closed_since_build"),
        // The script puts in the day on which the page was saved.
        saved: locale.format("offline_saved", &[("date", "{date}".into())]),
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
    shared.insert_value(
        "script_words",
        Value::safe_string(&escape_attribute(&serde_json::to_string(&script).unwrap_or_default())),
    );
    shared.insert("updated", &locale.format("updated_on", &[("date", locale.format_day(board.today).into())]));
    shared.insert("version", version);
    PageShell {
        shared,
        parts: Default::default(),
        prefix: if own { String::new() } else { format!("{}/", locale.code) },
    }
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

fn insert(parts: Parts, context: &mut Context) {
    for (name, part) in PARTS.into_iter().zip(parts) {
        context.insert_value(name, part);
    }
}

impl Site<'_> {
    /// The position of a language among the board's.
    pub(crate) fn index_of(&self, locale: &Locale) -> usize {
        self.locales.iter().position(|other| other.code == locale.code).unwrap_or_default()
    }

    /// The path of a language's root below the site's: empty, or `ar/`.
    pub(crate) fn prefix(&self, locale: &Locale) -> &str {
        self.frames.get(self.index_of(locale)).map_or("", |frame| frame.prefix.as_str())
    }

    /// The context of a page: what its language shares, and its head.
    pub(crate) fn context(
        &self,
        locale: &Locale,
        head: &PageHead<'_>,
        languages: &[LanguageLink<'_>],
    ) -> Result<Context, Error> {
        let Some(frame) = self.frames.get(self.index_of(locale)) else { return Ok(Context::new()) };
        let depth = head.path.matches('/').count();
        let root = root_of(head.path);
        let mut context = frame.shared.clone();
        context.insert("base", &format!("{root}{}", frame.prefix));
        context.insert("root", &root);
        self.insert_parts(frame, depth, &mut context)?;
        context.insert("title", head.title);
        context.insert("description", head.description);
        context.insert("canonical", &self.board.url(head.path));
        context.insert("canonical_link", &self.board.url(head.path));
        context.insert("path", head.path);
        context.insert("noindex", &head.noindex);
        context.insert("feed", &head.feed);
        context.insert("image", &head.image.as_ref().map(|path| self.board.url(path)));
        context.insert("languages", languages);
        Ok(context)
    }

    /// The context of cards: what their language shares, and signs that stand for the way to the root.
    pub(crate) fn context_of_cards(&self, locale: &Locale) -> Context {
        let Some(frame) = self.frames.get(self.index_of(locale)) else { return Context::new() };
        let mut context = frame.shared.clone();
        context.insert("root", ROOT);
        context.insert("base", &format!("{ROOT}{}", frame.prefix));
        context
    }

    /// The parts that all pages have, made once for a language and depth.
    fn insert_parts(&self, frame: &PageShell, depth: usize, context: &mut Context) -> Result<(), Error> {
        let make = || self.parts(context);
        let parts = frame.parts.get(depth).map_or_else(make, |parts| parts.get_or_init(make).clone())?;
        insert(parts, context);
        Ok(())
    }

    /// The parts that all pages have, with the root and base of this context.
    pub(crate) fn render_parts(&self, context: &mut Context) -> Result<(), Error> {
        insert(self.parts(context)?, context);
        Ok(())
    }

    fn parts(&self, context: &Context) -> Result<Parts, Error> {
        let mut parts = PARTS.map(|_| Value::none());
        for (name, part) in PARTS.iter().zip(&mut parts) {
            let html = self.templates.render_page(&format!("{name}.html"), context)?;
            *part = Value::safe_string(&String::from_utf8_lossy(&html));
        }
        Ok(parts)
    }

    /// The switcher for a page that is at the same place in every language.
    pub(crate) fn everywhere<'l>(&'l self, current: &Locale, below: &str) -> Vec<LanguageLink<'l>> {
        self.locales
            .iter()
            .map(|locale| LanguageLink {
                code: &locale.code,
                autonym: &locale.autonym,
                direction: &locale.direction,
                og_locale: locale.text("og_locale"),
                path: format!("{}{below}", self.prefix(locale)),
                current: locale.code == current.code,
                translated: true,
            })
            .collect()
    }

    /// The switcher for a page that only some languages have; the others lead to their home.
    pub(crate) fn languages_with_page<'l>(
        &'l self,
        current: &Locale,
        below: &str,
        exists: impl Fn(&str) -> bool,
        translated: impl Fn(&str) -> bool,
    ) -> Vec<LanguageLink<'l>> {
        let mut links = self.everywhere(current, below);
        for link in &mut links {
            link.translated = translated(link.code);
            if !exists(link.code) {
                link.path.truncate(link.path.len() - below.len());
                link.translated = false;
            }
        }
        links
    }
}
