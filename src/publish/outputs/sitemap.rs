//! For search engines: every page in a language that it is really in; and robots.txt.

use std::fmt::Write;

use crate::board::Status;
use crate::error::Error;
use crate::model::Kind;
use crate::publish::{Sink, Site};
use crate::text::escape::escape_text;

/// The most addresses that one sitemap may hold (sitemaps.org).
const MOST: usize = 50_000;

pub(super) fn publish(site: &Site<'_>, sink: &dyn Sink) -> Result<(), Error> {
    let paths = paths(site);
    let robots = format!("User-agent: *\nAllow: /\nSitemap: {}\n", site.board.url("sitemap.xml"));
    sink.put("robots.txt", robots.into_bytes())?;
    if paths.len() <= MOST {
        return sink.put("sitemap.xml", sitemap(site, &paths));
    }
    let mut index = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for (number, paths) in paths.chunks(MOST).enumerate() {
        let name = format!("sitemap-{}.xml", number + 1);
        let _ = writeln!(index, "<sitemap><loc>{}</loc></sitemap>", escape_text(&site.board.url(&name)));
        sink.put(&name, sitemap(site, paths))?;
    }
    index.push_str("</sitemapindex>\n");
    sink.put("sitemap.xml", index.into_bytes())
}

fn sitemap(site: &Site<'_>, paths: &[String]) -> Vec<u8> {
    let mut out = String::with_capacity(paths.len() * 96 + 128);
    out.push_str(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for path in paths {
        let _ = writeln!(out, "<url><loc>{}</loc></url>", escape_text(&site.board.url(path)));
    }
    out.push_str("</urlset>\n");
    out.into_bytes()
}

fn paths(site: &Site<'_>) -> Vec<String> {
    let mut paths = Vec::new();
    let own = &site.board.config.bacheca.lingua;
    for locale in site.locales.iter() {
        let prefix = site.prefix(locale);
        paths.push(prefix.to_owned());
        paths.extend(Kind::ALL.map(|kind| format!("{prefix}{}/", kind.key())));
        paths.push(format!("{prefix}archivio/"));
        paths.push(format!("{prefix}segui/"));
        let pages = site
            .board
            .pages
            .iter()
            .filter(|(_, page)| locale.code == *own || page.translations.contains_key(&locale.code));
        paths.extend(pages.map(|(name, _)| format!("{prefix}{name}/")));
        let items = site.board.published().filter(|item| item.status != Status::Withdrawn);
        // What another board published first is that board's to list.
        let items = items.filter(|item| locale.code != *own || item.permalink_elsewhere().is_none());
        let items = items.filter(|item| locale.code == *own || item.translation(&locale.code).is_some());
        paths.extend(items.map(|item| format!("{prefix}o/{}/", item.slug)));
    }
    paths
}
