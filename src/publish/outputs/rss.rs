//! RSS 2.0 feeds of all items, of each kind, and of each district, in each language (RSS Advisory Board, Best
//! Practices Profile).
//!
//! Browsers show a feed as a page, thanks to a style sheet and some XHTML elements that feed readers ignore. XSLT
//! would be the usual way, but browsers are removing it (Chrome in version 155).

mod escaped;

use escaped::{Channel, Entry, Visible};

use crate::board::Item;
use crate::error::Error;
use crate::locale::{Locale, key};
use crate::model::Kind;
use crate::publish::shared::districts;
use crate::publish::shared::feed_entry::{FeedEntry, declare_feed, last_change, recent_entries};
use crate::publish::{PageSpec, RenderContext};
use crate::text::escape::{FeedHtml, FeedText};

/// Path of the style sheet for browsers, below the site's root.
const STYLE_SHEET: &str = "assets/feed.css";

pub(super) fn pages(context: &RenderContext) -> Vec<PageSpec<'_>> {
    let config = &context.board.config;
    let name = &config.bacheca.nome;
    let all = feed(context, String::new(), move |_| name.clone(), |_| true);
    let kinds = Kind::ALL.into_iter().map(move |kind| {
        let title = move |locale: &Locale| format!("{name}{}{}", locale.text(key::colon), locale.kind_list_name(kind));
        feed(context, format!("{}/", kind.key()), title, move |item| item.kind() == kind)
    });
    let zones = config.territorio.zone.iter().map(move |zone| {
        let title =
            move |locale: &Locale| format!("{name}{}{}", locale.text(key::colon), config.territorio.zone_label(zone));
        feed(context, districts::list_path(zone), title, move |item| districts::is_in(item, zone))
    });
    std::iter::once(all).chain(kinds).chain(zones).collect()
}

/// The feed beside a list, given by its path, with the items that are `wanted`.
fn feed<'c>(
    context: &'c RenderContext,
    list: String,
    title: impl Fn(&Locale) -> String + Send + Sync + 'c,
    wanted: impl Fn(&Item) -> bool + Clone + Send + Sync + 'c,
) -> PageSpec<'c> {
    let shown = wanted.clone();
    let page = PageSpec::new(context, format!("{list}feed.xml"), move |page, locale| {
        render(context, &page.path_in(locale), locale, (&title(locale), &list), &wanted)
    });
    declare_feed(context, page, &shown)
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
    let channel = Channel {
        title: FeedHtml::from_title(&FeedText::new(title)),
        description: FeedHtml::from_text(&FeedText::new(context.description(locale))),
        page: board.url(&format!("{}{page}", locale.root)),
        itself: board.url(path),
        hub: board.config.feed.hub.clone(),
        language: locale.code.clone(),
        changed: last_change(context, &entries),
        explanation: Visible { words: FeedText::new(locale.text(key::feed_what)), direction: locale.direction.clone() },
        entries: entries.into_iter().map(|entry| escape_entry(context, locale, entry)).collect(),
    };
    let xml = channel.into_xml().map_err(|error| Error::internal("RSS", error))?;
    Ok(add_style_sheet(path, &xml))
}

fn escape_entry(context: &RenderContext, locale: &Locale, entry: FeedEntry<'_>) -> Entry {
    let kind = entry.item.kind().key();
    Entry {
        title: FeedHtml::from_title(&entry.title),
        description: FeedHtml::from_text(&entry.description),
        content: entry.html,
        creator: entry.organisation.map(|name| FeedHtml::from_title(&name)),
        category: (FeedText::new(entry.kind_label), context.board.url(&format!("{kind}/"))),
        voice: entry.voice,
        url: entry.url,
        date: entry.date,
        shown: Visible { words: entry.title, direction: locale.direction.clone() },
    }
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
