//! The parts of an RSS feed, each of the type that is escaped for it: the crate that writes the feed takes plain strings, and
//! is used here alone (`.clippy.toml`).
#![allow(clippy::disallowed_types, reason = "the only place that gives texts to the writer of feeds")]

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset};
use rss::extension::atom::{AtomExtension, Link};
use rss::extension::dublincore::DublinCoreExtension;
use rss::extension::{Extension, ExtensionMap};
use rss::{CategoryBuilder, ChannelBuilder, Enclosure, GuidBuilder, ItemBuilder};

use crate::publish::shared::feed_entry::FeedVoice;
use crate::text::escape::{FeedHtml, FeedText};

/// Namespace prefix of the elements for browsers.
const XHTML: &str = "h";

/// A feed.
pub(super) struct Channel {
    pub(super) title: FeedHtml,
    pub(super) description: FeedHtml,
    /// Absolute URL of the page that lists the same items.
    pub(super) page: String,
    /// Absolute URL of the feed.
    pub(super) itself: String,
    /// URL of the WebSub hub that tells of changes.
    pub(super) hub: Option<String>,
    pub(super) language: String,
    /// When its entries were last changed.
    pub(super) changed: Option<DateTime<FixedOffset>>,
    /// What a feed is, for people who open it in a browser.
    pub(super) explanation: Visible,
    pub(super) entries: Vec<Entry>,
}

/// An entry of a feed.
pub(super) struct Entry {
    pub(super) title: FeedHtml,
    pub(super) description: FeedHtml,
    pub(super) content: FeedHtml,
    pub(super) creator: Option<FeedHtml>,
    /// Name, and absolute URL of the list of its items.
    pub(super) category: (FeedText, String),
    /// Absolute URL, which is the permanent identifier too.
    pub(super) url: String,
    pub(super) date: Option<DateTime<FixedOffset>>,
    pub(super) voice: Option<FeedVoice>,
    /// Its title in a browser.
    pub(super) shown: Visible,
}

/// Words that a browser shows, and feed readers ignore.
pub(super) struct Visible {
    pub(super) words: FeedText,
    /// `ltr` or `rtl`.
    pub(super) direction: String,
}

impl Channel {
    /// Writes the feed as XML.
    pub(super) fn into_xml(self) -> Result<Vec<u8>, rss::Error> {
        let itself = Link {
            href: self.itself,
            rel: "self".to_owned(),
            mime_type: Some("application/rss+xml".to_owned()),
            ..Link::default()
        };
        let hub = self.hub.map(|href| Link { href, rel: "hub".to_owned(), ..Link::default() });
        let link = AtomExtension { links: std::iter::once(itself).chain(hub).collect() };
        let namespaces: BTreeMap<String, String> = [
            ("atom", "http://www.w3.org/2005/Atom"),
            ("dc", "http://purl.org/dc/elements/1.1/"),
            ("content", "http://purl.org/rss/1.0/modules/content/"),
            (XHTML, "http://www.w3.org/1999/xhtml"),
        ]
        .into_iter()
        .map(|(prefix, name)| (prefix.to_owned(), name.to_owned()))
        .collect();
        let channel = ChannelBuilder::default()
            .title(self.title)
            .link(self.page)
            .description(self.description)
            .language(Some(self.language))
            .last_build_date(self.changed.map(|date| date.to_rfc2822()))
            .docs(Some("https://www.rssboard.org/rss-specification".to_owned()))
            .ttl(Some("360".to_owned()))
            .atom_ext(Some(link))
            .extensions(browser_elements(self.explanation))
            .namespaces(namespaces)
            .items(self.entries.into_iter().map(Entry::into_item).collect::<Vec<_>>())
            .build();
        channel.write_to(Vec::new())
    }
}

impl Entry {
    fn into_item(self) -> rss::Item {
        let (name, list) = self.category;
        let creator = self
            .creator
            .map(|name| DublinCoreExtension { creators: vec![name.into()], ..DublinCoreExtension::default() });
        let enclosure = self.voice.map(|voice| Enclosure {
            url: voice.url,
            length: voice.bytes.to_string(),
            mime_type: voice.media_type.to_owned(),
        });
        ItemBuilder::default()
            .enclosure(enclosure)
            .extensions(xhtml_element("a", self.shown, Some(&self.url)))
            .title(Some(self.title.into()))
            .link(Some(self.url.clone()))
            .content(Some(self.content.into()))
            .guid(Some(GuidBuilder::default().value(self.url).permalink(true).build()))
            .pub_date(self.date.map(|date| date.to_rfc2822()))
            .description(Some(self.description.into()))
            .category(CategoryBuilder::default().name(name).domain(Some(list)).build())
            .dublin_core_ext(creator)
            .build()
    }
}

/// XHTML elements for people who open the feed in a browser: an explanation, and the viewport width for telephones.
fn browser_elements(explanation: Visible) -> ExtensionMap {
    let mut elements = xhtml_element("p", explanation, None);
    let width = [("name", "viewport"), ("content", "width=device-width")];
    let attrs = width.map(|(name, value)| (name.to_owned(), value.to_owned())).into();
    let meta = Extension { name: format!("{XHTML}:meta"), value: None, attrs, children: BTreeMap::new() };
    elements.entry(XHTML.to_owned()).or_default().insert("meta".to_owned(), vec![meta]);
    elements
}

/// An XHTML element with a text, and a link target if there is one.
fn xhtml_element(name: &str, shown: Visible, link: Option<&str>) -> ExtensionMap {
    let mut attrs = BTreeMap::from([("dir".to_owned(), shown.direction)]);
    attrs.extend(link.map(|link| ("href".to_owned(), link.to_owned())));
    let words = Some(shown.words.into());
    let element = Extension { name: format!("{XHTML}:{name}"), value: words, attrs, children: BTreeMap::new() };
    BTreeMap::from([(XHTML.to_owned(), BTreeMap::from([(name.to_owned(), vec![element])]))])
}
