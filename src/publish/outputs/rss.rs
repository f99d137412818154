//! RSS 2.0 feeds: of everything, of each kind, of each district, in each language (RSS Advisory
//! Board, Best Practices Profile).
//!
//! Opened in a browser a feed is a page: a style sheet, and two elements of XHTML that only it shows. XSLT would be
//! the usual way, but browsers take it away (Chrome did in version 155).

use std::collections::BTreeMap;

use rayon::prelude::*;
use rss::extension::atom::{AtomExtension, Link};
use rss::extension::dublincore::DublinCoreExtension;
use rss::extension::{Extension, ExtensionMap};
use rss::{CategoryBuilder, ChannelBuilder, GuidBuilder, ItemBuilder};

use crate::board::Item;
use crate::error::Error;
use crate::locale::Locale;
use crate::model::Kind;
use crate::publish::shared::districts;
use crate::publish::shared::feed_entry::{FeedEntry, recent};
use crate::publish::{Sink, Site};

/// What browsers show a feed with, below the site's root.
const STYLE: &str = "assets/feed.css";
/// The prefix of the elements that only people need.
const XHTML: &str = "h";

struct Feed<'f> {
    /// Its path below the language's root.
    path: String,
    title: String,
    /// The page it belongs to, below the language's root.
    page: String,
    wanted: &'f (dyn Fn(&Item) -> bool + Sync),
}

pub(super) fn publish(site: &Site<'_>, sink: &dyn Sink) -> Result<(), Error> {
    let board = site.board;
    let name = &board.config.bacheca.nome;
    let locales: Vec<&Locale> = site.locales.iter().collect();
    locales.into_par_iter().try_for_each(|locale| {
        let all = Feed { path: "feed.xml".to_owned(), title: name.clone(), page: String::new(), wanted: &|_| true };
        write(site, locale, &all, sink)?;
        for kind in Kind::ALL {
            let label = locale.vocabulary_text("kind", kind.key()).unwrap_or(kind.key());
            let feed = Feed {
                path: format!("{}/feed.xml", kind.key()),
                title: format!("{name}: {label}"),
                page: format!("{}/", kind.key()),
                wanted: &|item| item.kind() == kind,
            };
            write(site, locale, &feed, sink)?;
        }
        for zone in &board.config.territorio.zone {
            let path = districts::path(zone);
            let feed = Feed {
                path: format!("{path}feed.xml"),
                title: format!("{name}: {}", board.config.territorio.zone_label(zone)),
                page: path,
                wanted: &|item| districts::is_in(item, zone),
            };
            write(site, locale, &feed, sink)?;
        }
        Ok(())
    })
}

fn write(site: &Site<'_>, locale: &Locale, feed: &Feed<'_>, sink: &dyn Sink) -> Result<(), Error> {
    let board = site.board;
    let path = format!("{}{}", site.prefix(locale), feed.path);
    let entries = recent(site, locale, feed.wanted);
    let newest = entries.first().and_then(|entry| entry.date).map(|date| date.to_rfc2822());
    let link = AtomExtension {
        links: vec![Link {
            href: board.url(&path),
            rel: "self".to_owned(),
            mime_type: Some("application/rss+xml".to_owned()),
            ..Link::default()
        }],
    };
    let namespaces: BTreeMap<String, String> = [
        ("atom", "http://www.w3.org/2005/Atom"),
        ("dc", "http://purl.org/dc/elements/1.1/"),
        ("content", "http://purl.org/rss/1.0/modules/content/"),
        (XHTML, "http://www.w3.org/1999/xhtml"),
    ]
    .into_iter()
    .map(|(prefix, name)| (prefix.to_owned(), name.to_owned()))
    .collect();
    let page = board.url(&format!("{}{}", site.prefix(locale), feed.page));
    let own = locale.code == board.config.bacheca.lingua;
    let description = if own { &board.config.bacheca.descrizione } else { locale.text("home_lead") }.to_owned();
    let channel = ChannelBuilder::default()
        .title(feed.title.clone())
        .link(page)
        .description(description)
        .language(Some(locale.code.clone()))
        .last_build_date(newest)
        .docs(Some("https://www.rssboard.org/rss-specification".to_owned()))
        .ttl(Some("360".to_owned()))
        .atom_ext(Some(link))
        .extensions(explained(locale))
        .namespaces(namespaces)
        .items(entries.into_iter().map(|entry| rss_item(site, locale, entry)).collect::<Vec<_>>())
        .build();
    let xml = channel.write_to(Vec::new()).map_err(|error| Error::internal("RSS", error))?;
    sink.put(&path, styled(&path, &xml))
}

fn rss_item(site: &Site<'_>, locale: &Locale, entry: FeedEntry<'_>) -> rss::Item {
    let kind = entry.item.kind().key();
    let category = CategoryBuilder::default()
        .name(entry.kind_label.to_owned())
        .domain(Some(site.board.url(&format!("{kind}/"))))
        .build();
    let creator = entry
        .organisation
        .map(|name| DublinCoreExtension { creators: vec![name.to_owned()], ..DublinCoreExtension::default() });
    ItemBuilder::default()
        .extensions(xhtml_element("a", locale, &entry.title, Some(&entry.url)))
        .title(Some(entry.title))
        .link(Some(entry.url.clone()))
        .content(Some(entry.html))
        .guid(Some(GuidBuilder::default().value(entry.url).permalink(true).build()))
        .pub_date(entry.date.map(|date| date.to_rfc2822()))
        .description(Some(entry.description))
        .category(category)
        .dublin_core_ext(creator)
        .build()
}

/// What a person reads who opens the feed in a browser: what it is, as wide as a telephone is.
fn explained(locale: &Locale) -> ExtensionMap {
    let mut elements = xhtml_element("p", locale, locale.text("feed_what"), None);
    let width = [("name", "viewport"), ("content", "width=device-width")];
    let attrs = width.map(|(name, value)| (name.to_owned(), value.to_owned())).into();
    let meta = Extension { name: format!("{XHTML}:meta"), value: None, attrs, children: BTreeMap::new() };
    elements.entry(XHTML.to_owned()).or_default().insert("meta".to_owned(), vec![meta]);
    elements
}

/// An element of XHTML: a paragraph, or a link to click.
fn xhtml_element(name: &str, locale: &Locale, words: &str, link: Option<&str>) -> ExtensionMap {
    let mut attrs = BTreeMap::from([("dir".to_owned(), locale.direction.clone())]);
    attrs.extend(link.map(|link| ("href".to_owned(), link.to_owned())));
    let element =
        Extension { name: format!("{XHTML}:{name}"), value: Some(words.to_owned()), attrs, children: BTreeMap::new() };
    BTreeMap::from([(XHTML.to_owned(), BTreeMap::from([(name.to_owned(), vec![element])]))])
}

/// The feed with its style sheet, named relative to it.
fn styled(path: &str, xml: &[u8]) -> Vec<u8> {
    let declaration = b"?>";
    let end = xml.windows(2).position(|pair| pair == declaration).map_or(0, |start| start + declaration.len());
    let (head, feed) = xml.split_at_checked(end).unwrap_or((&[], xml));
    let root = "../".repeat(path.matches('/').count());
    let style = format!("\n<?xml-stylesheet type=\"text/css\" href=\"{root}{STYLE}\"?>\n");
    [head, style.as_bytes(), feed, b"\n"].concat()
}
