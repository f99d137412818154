//! Offline use of the board as a web application: manifest, service worker, list of pages to keep, and the fallback
//! page for those that were not kept.

use chrono::Datelike;
use serde::Serialize;
use serde_json::json;

use crate::board::version_of;
use crate::compose::help::offers_help;
use crate::config::appearance::{INK, PAPER};
use crate::error::Error;
use crate::locale::{Locale, key};
use crate::publish::shared::page_shell::{PageHead, own_style, root_path};
use crate::publish::{Caching, OfflineRank, PageSpec, RenderContext};

/// Path of the fallback page for pages that were not kept, below a language's root.
const FALLBACK_PATH: &str = "senza-rete/";
/// Path of the service worker. It is at the site's root because its scope is limited to its own folder.
const WORKER_PATH: &str = "sw.js";
/// Maximum number of items kept, of which the script fetches as many as fit into its limit.
const MAX_ITEMS: usize = 40;

pub(super) fn pages(context: &RenderContext) -> Vec<PageSpec<'_>> {
    vec![
        PageSpec::at_root(context, WORKER_PATH, |_, _| Ok(render_worker(context))),
        PageSpec::new(context, "manifest.webmanifest", |_, locale| render_manifest(context, locale)),
        PageSpec::new(context, "offline.json", |_, locale| render_list(context, locale)),
        PageSpec::new(context, FALLBACK_PATH, |page, locale| render_fallback(context, page, locale))
            .kept_offline(OfflineRank::Fallback)
            .not_indexed("it is shown in place of others, by browsers that have kept it"),
    ]
}

/// Browsers must always revalidate the service worker, because it refers to all other files.
pub(super) fn caching(path: &str) -> Caching {
    if path == WORKER_PATH { Caching::AlwaysRevalidate } else { Caching::Revalidate }
}

/// Renders the service worker: constants of this site, followed by the theme's script.
fn render_worker(context: &RenderContext) -> Vec<u8> {
    let version = context.theme.folder_version("assets");
    let mut assets: Vec<String> = ["style.css", "script.js", "help.css", "help.js", "open-now.js"]
        .map(|name| format!("assets/{name}?v={version}"))
        .into();
    assets.extend(own_style(&context.theme).map(|path| format!("{path}?v={version}")));
    assets.push("assets/icon.svg".to_owned());
    assets.push(FALLBACK_PATH.to_owned());
    let board_language = &context.board.config.bacheca.lingua;
    let others: Vec<&str> =
        context.locales.iter().map(|locale| locale.code.as_str()).filter(|code| code != board_language).collect();
    let mut script = format!(
        "const VERSION = {};\nconst ROOT_PAGES = {};\nconst ASSETS = {};\n",
        json!(shell_version(context)),
        json!(others),
        json!(assets)
    )
    .into_bytes();
    script.extend_from_slice(context.theme.bytes("offline/sw.js").unwrap_or_default());
    script
}

/// Short hash of all inputs of the page shell.
fn shell_version(context: &RenderContext) -> String {
    let [assets, pages, texts] = ["assets", "pages", "i18n"].map(|folder| context.theme.folder_version(folder));
    let config = &context.board.config.bacheca;
    let help = offers_help(&context.board);
    version_of(
        &assets,
        &pages,
        &format!("{texts} {} {:?} {:?} {help}", config.nome, config.lingue, context.board.config.channels()),
    )
}

#[derive(Serialize)]
struct OfflineList {
    /// Path below the language's root, and a short hash of the page's inputs.
    pages: Vec<(String, String)>,
}

/// Renders the list of pages to keep in a language, in the order in which they are fetched.
fn render_list(context: &RenderContext, locale: &Locale) -> Result<Vec<u8>, Error> {
    let shell = shell_version(context);
    let items: Vec<(String, String)> = context
        .open_items()
        .into_iter()
        .take(MAX_ITEMS)
        .map(|item| {
            let page = context.item_page(item, locale);
            let facts = serde_json::to_string(&page.sheet).map_err(|error| Error::internal("offline", error))?;
            Ok((format!("o/{}/", item.slug), version_of(&shell, &facts, item.body_in(&locale.code))))
        })
        .collect::<Result<_, Error>>()?;
    let everything = items.iter().map(|(_, version)| version.as_str()).collect::<Vec<_>>().join(" ");
    let lists = version_of(&shell, &everything, "");
    let kept = context.pages().filter_map(|(_, page)| Some((page.offline?, page)));
    let kept = kept.filter(|(_, page)| page.languages.iter().any(|language| language.locale.code == locale.code));
    let desks = contact_points_version(context, &shell);
    let needs = version_of(&lists, &desks, &format!("{:?}", context.board.config.aiuto));
    let version = |rank| match rank {
        OfflineRank::Help | OfflineRank::Need => needs.clone(),
        OfflineRank::Fallback => shell.clone(),
        OfflineRank::ContactPoint => desks.clone(),
        _ => lists.clone(),
    };
    let mut pages: Vec<(OfflineRank, (String, String))> =
        kept.map(|(rank, page)| (rank, (page.path, version(rank)))).collect();
    pages.extend(items.into_iter().map(|item| (OfflineRank::Item, item)));
    pages.sort_by_key(|(rank, _)| *rank);
    let pages = pages.into_iter().map(|(_, page)| page).collect();
    serde_json::to_vec(&OfflineList { pages }).map_err(|error| Error::internal("offline", error))
}

/// Short hash of what the pages of contact points show. They know the hours of two months, so once a week is enough.
fn contact_points_version(context: &RenderContext, shell: &str) -> String {
    let texts: Vec<&str> =
        context.board.contact_points.values().map(|file| file.document.source.text.as_str()).collect();
    version_of(shell, &texts.join("\n"), &format!("{:?}", context.board.today.iso_week()))
}

/// Renders the Web Application Manifest (W3C) of a language.
fn render_manifest(context: &RenderContext, locale: &Locale) -> Result<Vec<u8>, Error> {
    let config = &context.board.config.bacheca;
    let appearance = &context.board.config.aspetto;
    let background = appearance.paper().map_or_else(|| PAPER.to_owned(), |colour| colour.to_string());
    let colour = appearance.accent().map(|(colour, _)| colour).or(appearance.ink());
    let colour = colour.map_or_else(|| INK.to_owned(), |colour| colour.to_string());
    let depth = if locale.root.is_empty() { "" } else { "../" };
    let manifest = json!({
        "name": config.nome,
        "short_name": config.short_name(),
        "description": context.description(locale),
        "lang": locale.code,
        "dir": locale.direction,
        "id": format!("./{depth}"),
        "start_url": "./",
        "scope": format!("./{depth}"),
        "display": "minimal-ui",
        "background_color": background,
        "theme_color": colour,
        "icons": [{"src": format!("{depth}assets/icon.svg"), "sizes": "any", "type": "image/svg+xml", "purpose": "any"}],
    });
    serde_json::to_vec(&manifest).map_err(|error| Error::internal("offline", error))
}

fn render_fallback(context: &RenderContext, page: &PageSpec<'_>, locale: &Locale) -> Result<Vec<u8>, Error> {
    let head = PageHead {
        description: locale.text(key::offline_lead),
        ..page.head(context, locale, locale.text(key::offline_title))
    };
    let mut values = context.page_values(locale, &head)?;
    // Every item that may have been kept; the script removes the cards of those that were not.
    let items: Vec<usize> = context.index.open.iter().take(MAX_ITEMS).copied().collect();
    values.insert("groups", &context.group_cards_by_kind(locale, &items, &root_path(&head.path))?);
    context.templates.render_page("offline.html", &values)
}
