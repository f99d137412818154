//! What makes the board an application that works without a network: a manifest, a service worker, the list of the
//! pages worth keeping, and the page shown instead of one that was not kept.

use serde::Serialize;
use serde_json::json;

use crate::board::version_of;
use crate::compose::fact_sheet::item_path;
use crate::error::Error;
use crate::locale::Locale;
use crate::model::Kind;
use crate::publish::shared::districts;
use crate::publish::shared::page_shell::PageHead;
use crate::publish::{Sink, Site};

/// The page shown instead of one that was not kept, below a language's root.
pub(super) const FOLDER: &str = "senza-rete/";
/// How many items are kept at most: what is fetched ahead is half a megabyte, whatever is open.
const ITEMS: usize = 40;

pub(super) fn publish(site: &Site<'_>, sink: &dyn Sink) -> Result<(), Error> {
    sink.put("sw.js", worker(site))?;
    for locale in site.locales.iter() {
        let prefix = site.prefix(locale);
        sink.put(&format!("{prefix}manifest.webmanifest"), manifest(site, locale)?)?;
        sink.put(&format!("{prefix}offline.json"), list(site, locale)?)?;
        page(site, locale, sink)?;
    }
    Ok(())
}

/// The service worker: the theme's, below what it must know of the site.
fn worker(site: &Site<'_>) -> Vec<u8> {
    let version = site.theme.folder_version("assets");
    let mut assets: Vec<String> = ["style.css", "script.js"].map(|name| format!("assets/{name}?v={version}")).into();
    assets.push("assets/icon.svg".to_owned());
    assets.push(FOLDER.to_owned());
    let own = &site.board.config.bacheca.lingua;
    let others: Vec<&str> = site.locales.iter().map(|locale| locale.code.as_str()).filter(|code| code != own).collect();
    let mut script = format!(
        "const VERSION = {};\nconst ROOT_PAGES = {};\nconst ASSETS = {};\n",
        json!(shell_version(site)),
        json!(others),
        json!(assets)
    )
    .into_bytes();
    script.extend_from_slice(site.theme.bytes("offline/sw.js").unwrap_or_default());
    script
}

/// A short hash of everything around the content of a page.
fn shell_version(site: &Site<'_>) -> String {
    let [assets, pages, texts] = ["assets", "pages", "i18n"].map(|folder| site.theme.folder_version(folder));
    let config = &site.board.config.bacheca;
    version_of(&assets, &pages, &format!("{texts} {} {:?} {:?}", config.nome, config.lingue, config.canale))
}

#[derive(Serialize)]
struct List {
    /// Path below the language's root, and a short hash of what is there.
    pages: Vec<(String, String)>,
}

/// The pages worth keeping in a language, the most urgent first: how to get anywhere, then what closes soonest.
fn list(site: &Site<'_>, locale: &Locale) -> Result<Vec<u8>, Error> {
    let shell = shell_version(site);
    let items: Vec<(String, String)> = site
        .open_items()
        .into_iter()
        .take(ITEMS)
        .map(|item| {
            let page = site.item_page(item, locale);
            let translation = item.translation(&locale.code);
            let body = translation.map_or_else(|| item.document.body(), |translation| translation.document.body());
            let facts = serde_json::to_string(&page.sheet).unwrap_or_default();
            (format!("o/{}/", item.slug), version_of(&shell, &facts, body))
        })
        .collect();
    let everything = items.iter().map(|(_, version)| version.as_str()).collect::<Vec<_>>().join(" ");
    let lists = version_of(&shell, &everything, "");
    let mut pages = vec![(String::new(), lists.clone()), (FOLDER.to_owned(), shell)];
    pages.extend(Kind::ALL.into_iter().map(|kind| (format!("{}/", kind.key()), lists.clone())));
    let zones = site.board.config.territorio.zone.iter();
    let open = site.open_items();
    let busy = zones.filter(|zone| open.iter().any(|item| districts::is_in(item, zone)));
    let busy: Vec<(String, String)> = busy.map(|zone| (districts::path(zone), lists.clone())).collect();
    pages.extend(items);
    // Last: what they list is there already.
    pages.extend(busy);
    serde_json::to_vec(&List { pages }).map_err(|error| Error::internal("offline", error))
}

/// Web Application Manifest (W3C): a name, an icon, a home.
fn manifest(site: &Site<'_>, locale: &Locale) -> Result<Vec<u8>, Error> {
    let config = &site.board.config.bacheca;
    let depth = if site.prefix(locale).is_empty() { "" } else { "../" };
    let manifest = json!({
        "name": config.nome,
        "short_name": config.nome,
        "description": locale.text("home_lead"),
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

fn page(site: &Site<'_>, locale: &Locale, sink: &dyn Sink) -> Result<(), Error> {
    let path = format!("{}{FOLDER}", site.prefix(locale));
    let head = PageHead {
        path: &path,
        title: locale.text("offline_title"),
        description: locale.text("offline_lead"),
        noindex: true,
        feed: "feed.xml".to_owned(),
        image: None,
    };
    let mut context = site.context(locale, &head, &site.everywhere(locale, FOLDER))?;
    // All that may be kept; the script takes away what is not.
    let names: Vec<(String, String)> = site
        .open_items()
        .into_iter()
        .take(ITEMS)
        .map(|item| {
            let translated = item.translation(&locale.code).and_then(|translation| translation.facts.title.as_deref());
            (item_path(site.board, &item.slug, &locale.code), translated.unwrap_or(item.title()).to_owned())
        })
        .collect();
    context.insert("kept", &names);
    sink.put(&format!("{path}index.html"), site.templates.render_page("offline.html", &context)?)
}
