//! What makes the board an application that works without a network: a manifest, a service worker, the list of the
//! pages worth keeping, and the page shown instead of one that was not kept.

use serde::Serialize;
use serde_json::json;

use crate::board::version_of;
use crate::compose::fact_sheet::item_path;
use crate::error::Error;
use crate::locale::{Locale, key};
use crate::publish::shared::page_shell::PageHead;
use crate::publish::{Caching, OfflineRank, PageSpec, RenderContext};

/// The page shown instead of one that was not kept, below a language's root.
const FOLDER: &str = "senza-rete/";
/// The service worker, at the site's root: it may do nothing above its own folder.
const WORKER: &str = "sw.js";
/// How many items are kept at most: what is fetched ahead is half a megabyte, whatever is open.
const ITEMS: usize = 40;

pub(super) fn pages(context: &RenderContext) -> Vec<PageSpec<'_>> {
    vec![
        PageSpec::own(context, WORKER, |_, _| Ok(worker(context))),
        PageSpec::new(context, "manifest.webmanifest", |_, locale| manifest(context, locale)),
        PageSpec::new(context, "offline.json", |_, locale| list(context, locale)),
        PageSpec::new(context, FOLDER, |page, locale| fallback(context, page, locale))
            .kept_offline(OfflineRank::Fallback)
            .not_indexed("it is shown in place of others, by browsers that have kept it"),
    ]
}

/// The service worker leads to everything else.
pub(super) fn caching(path: &str) -> Caching {
    if path == WORKER { Caching::AlwaysRevalidate } else { Caching::Revalidate }
}

/// The service worker: the theme's, below what it must know of the site.
fn worker(context: &RenderContext) -> Vec<u8> {
    let version = context.theme.folder_version("assets");
    let mut assets: Vec<String> = ["style.css", "script.js"].map(|name| format!("assets/{name}?v={version}")).into();
    assets.push("assets/icon.svg".to_owned());
    assets.push(FOLDER.to_owned());
    let own = &context.board.config.bacheca.lingua;
    let others: Vec<&str> =
        context.locales.iter().map(|locale| locale.code.as_str()).filter(|code| code != own).collect();
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

/// A short hash of everything around the content of a page.
fn shell_version(context: &RenderContext) -> String {
    let [assets, pages, texts] = ["assets", "pages", "i18n"].map(|folder| context.theme.folder_version(folder));
    let config = &context.board.config.bacheca;
    version_of(&assets, &pages, &format!("{texts} {} {:?} {:?}", config.nome, config.lingue, config.canale))
}

#[derive(Serialize)]
struct List {
    /// Path below the language's root, and a short hash of what is there.
    pages: Vec<(String, String)>,
}

/// The pages worth keeping in a language, in the order in which they are fetched.
fn list(context: &RenderContext, locale: &Locale) -> Result<Vec<u8>, Error> {
    let shell = shell_version(context);
    let items: Vec<(String, String)> = context
        .open_items()
        .into_iter()
        .take(ITEMS)
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
    let version = |rank| if rank == OfflineRank::Fallback { shell.clone() } else { lists.clone() };
    let mut pages: Vec<(OfflineRank, (String, String))> =
        kept.map(|(rank, page)| (rank, (page.path, version(rank)))).collect();
    pages.extend(items.into_iter().map(|item| (OfflineRank::Item, item)));
    pages.sort_by_key(|(rank, _)| *rank);
    let pages = pages.into_iter().map(|(_, page)| page).collect();
    serde_json::to_vec(&List { pages }).map_err(|error| Error::internal("offline", error))
}

/// Web Application Manifest (W3C): a name, an icon, a home.
fn manifest(context: &RenderContext, locale: &Locale) -> Result<Vec<u8>, Error> {
    let config = &context.board.config.bacheca;
    let depth = if locale.root.is_empty() { "" } else { "../" };
    let manifest = json!({
        "name": config.nome,
        "short_name": config.nome,
        "description": locale.text(key::home_lead),
        "lang": locale.code,
        "dir": locale.direction,
        "id": format!("./{depth}"),
        "start_url": "./",
        "scope": format!("./{depth}"),
        "display": "minimal-ui",
        "background_color": "#FBFAF7",
        "theme_color": "#17202A",
        "icons": [{"src": format!("{depth}assets/icon.svg"), "sizes": "any", "type": "image/svg+xml", "purpose": "any"}],
    });
    serde_json::to_vec(&manifest).map_err(|error| Error::internal("offline", error))
}

fn fallback(context: &RenderContext, page: &PageSpec<'_>, locale: &Locale) -> Result<Vec<u8>, Error> {
    let head = PageHead {
        description: locale.text(key::offline_lead),
        ..page.head(context, locale, locale.text(key::offline_title))
    };
    let mut values = context.page_values(locale, &head)?;
    // All that may be kept; the script takes away what is not.
    let names: Vec<(String, String)> = context
        .open_items()
        .into_iter()
        .take(ITEMS)
        .map(|item| (item_path(&context.board, &item.slug, &locale.code), item.title_in(&locale.code).to_owned()))
        .collect();
    values.insert("kept", &names);
    context.templates.render_page("offline.html", &values)
}
