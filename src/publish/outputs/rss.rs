//! RSS 2.0 feeds of all items, of each kind, and of each district, in each language (RSS Advisory Board, Best
//! Practices Profile).
//!
//! Browsers show a feed as a page, thanks to a style sheet and some XHTML elements that feed readers ignore. XSLT
//! would be the usual way, but browsers are removing it (Chrome in version 155).

use std::collections::BTreeMap;

use rss::extension::atom::{AtomExtension, Link};
use rss::extension::dublincore::DublinCoreExtension;
use rss::extension::{Extension, ExtensionMap};
use rss::{CategoryBuilder, ChannelBuilder, GuidBuilder, ItemBuilder};

use crate::board::Item;
use crate::error::Error;
use crate::locale::{Locale, key};
use crate::model::Kind;
use crate::publish::shared::districts;
use crate::publish::shared::feed_entry::{FeedEntry, recent_entries};
use crate::publish::{PageSpec, RenderContext};
use crate::text::escape::{FeedHtml, FeedText};

/// Path of the style sheet for browsers, below the site's root.
const STYLE_SHEET: &str = "assets/feed.css";
/// Namespace prefix of the elements for browsers.
const XHTML: &str = "h";

pub(super) fn pages(context: &RenderContext) -> Vec<PageSpec<'_>> {
    let config = &context.board.config;
    let name = &config.bacheca.nome;
    let all = PageSpec::new(context, "feed.xml", move |page, locale| {
        render(context, &page.path_in(locale), locale, (name, ""), &|_| true)
    });
    let kinds = Kind::ALL.into_iter().map(move |kind| {
        let list = format!("{}/", kind.key());
        PageSpec::new(context, format!("{list}feed.xml"), move |page, locale| {
            let title = format!("{name}: {}", locale.kind_list_name(kind));
            render(context, &page.path_in(locale), locale, (&title, &list), &|item| item.kind() == kind)
        })
    });
    let zones = config.territorio.zone.iter().map(move |zone| {
        let list = districts::list_path(zone);
        PageSpec::new(context, format!("{list}feed.xml"), move |page, locale| {
            let title = format!("{name}: {}", config.territorio.zone_label(zone));
            render(context, &page.path_in(locale), locale, (&title, &list), &|item| districts::is_in(item, zone))
        })
    });
    std::iter::once(all).chain(kinds).chain(zones).collect()
}

/// Renders the feed at `path` below the site's root, with the items that are `wanted`, a title, and the path of the
/// page that lists the same items.
fn render(
    context: &RenderContext,
    path: &str,
    locale: &Locale,
    (title, page): (&str, &str),
    wanted: &(dyn Fn(&Item) -> bool + Sync),
) -> Result<Vec<u8>, Error> {
    let board = &context.board;
    let entries = recent_entries(context, locale, wanted);
    let newest = entries.first().and_then(|entry| entry.date).map(|date| date.to_rfc2822());
    let link = AtomExtension {
        links: vec![Link {
            href: board.url(path),
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
    let page = board.url(&format!("{}{page}", locale.root));
    let channel = ChannelBuilder::default()
        .title(FeedHtml::from_title(&FeedText::new(title)))
        .link(page)
        .description(FeedHtml::from_text(&FeedText::new(context.description(locale))))
        .language(Some(locale.code.clone()))
        .last_build_date(newest)
        .docs(Some("https://www.rssboard.org/rss-specification".to_owned()))
        .ttl(Some("360".to_owned()))
        .atom_ext(Some(link))
        .extensions(browser_elements(locale))
        .namespaces(namespaces)
        .items(entries.into_iter().map(|entry| rss_item(context, locale, entry)).collect::<Vec<_>>())
        .build();
    let xml = channel.write_to(Vec::new()).map_err(|error| Error::internal("RSS", error))?;
    Ok(add_style_sheet(path, &xml))
}

fn rss_item(context: &RenderContext, locale: &Locale, entry: FeedEntry<'_>) -> rss::Item {
    let kind = entry.item.kind().key();
    let category = CategoryBuilder::default()
        .name(FeedText::new(entry.kind_label))
        .domain(Some(context.board.url(&format!("{kind}/"))))
        .build();
    let creator = entry.organisation.map(|name| DublinCoreExtension {
        creators: vec![FeedHtml::from_title(&name).into()],
        ..DublinCoreExtension::default()
    });
    ItemBuilder::default()
        .extensions(xhtml_element("a", locale, &entry.title, Some(&entry.url)))
        .title(Some(FeedHtml::from_title(&entry.title).into()))
        .link(Some(entry.url.clone()))
        .content(Some(entry.html.into()))
        .guid(Some(GuidBuilder::default().value(entry.url).permalink(true).build()))
        .pub_date(entry.date.map(|date| date.to_rfc2822()))
        .description(Some(FeedHtml::from_text(&entry.description).into()))
        .category(category)
        .dublin_core_ext(creator)
        .build()
}

/// XHTML elements for people who open the feed in a browser: an explanation, and the viewport width for telephones.
fn browser_elements(locale: &Locale) -> ExtensionMap {
    let mut elements = xhtml_element("p", locale, &FeedText::new(locale.text(key::feed_what)), None);
    let width = [("name", "viewport"), ("content", "width=device-width")];
    let attrs = width.map(|(name, value)| (name.to_owned(), value.to_owned())).into();
    let meta = Extension { name: format!("{XHTML}:meta"), value: None, attrs, children: BTreeMap::new() };
    elements.entry(XHTML.to_owned()).or_default().insert("meta".to_owned(), vec![meta]);
    elements
}

/// An XHTML element with a text, and a link target if there is one.
fn xhtml_element(name: &str, locale: &Locale, words: &FeedText, link: Option<&str>) -> ExtensionMap {
    let mut attrs = BTreeMap::from([("dir".to_owned(), locale.direction.clone())]);
    attrs.extend(link.map(|link| ("href".to_owned(), link.to_owned())));
    let element =
        Extension { name: format!("{XHTML}:{name}"), value: Some(words.to_string()), attrs, children: BTreeMap::new() };
    BTreeMap::from([(XHTML.to_owned(), BTreeMap::from([(name.to_owned(), vec![element])]))])
}

/// Inserts a reference to the style sheet after the XML declaration, relative to the path of the feed.
fn add_style_sheet(path: &str, xml: &[u8]) -> Vec<u8> {
    let declaration = b"?>";
    let end = xml.windows(2).position(|pair| pair == declaration).map_or(0, |start| start + declaration.len());
    let (head, feed) = xml.split_at_checked(end).unwrap_or((&[], xml));
    let root = "../".repeat(path.matches('/').count());
    let style = format!("\n<?xml-stylesheet type=\"text/css\" href=\"{root}{STYLE_SHEET}\"?>\n");
    [head, style.as_bytes(), feed, b"\n"].concat()
}
