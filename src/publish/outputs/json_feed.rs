//! Recent items as JSON Feed 1.1 (jsonfeed.org/version/1.1), in each language.

use serde::Serialize;

use crate::error::Error;
use crate::locale::{Locale, key};
use crate::model::Deadline;
use crate::publish::shared::addresses::JSON_FEED;
use crate::publish::shared::feed_entry::{FeedEntry, declare_feed, recent_entries};
use crate::publish::{PageSpec, RenderContext};
use crate::text::escape::{FeedHtml, FeedText};

#[derive(Serialize)]
struct Feed<'f> {
    version: &'static str,
    title: &'f str,
    home_page_url: String,
    feed_url: String,
    description: &'f str,
    user_comment: &'f str,
    icon: String,
    language: &'f str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    hubs: Vec<Hub<'f>>,
    items: Vec<Item<'f>>,
}

/// Where a program asks to be told of changes.
#[derive(Serialize)]
struct Hub<'f> {
    #[serde(rename = "type")]
    kind: &'static str,
    url: &'f str,
}

#[derive(Serialize)]
struct Item<'f> {
    id: &'f str,
    url: &'f str,
    title: &'f FeedText,
    summary: &'f FeedText,
    content_html: &'f FeedHtml,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_modified: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    authors: Vec<Author<'f>>,
    tags: [&'f str; 1],
    language: &'f str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    attachments: Vec<Attachment<'f>>,
    /// Facts that programs may filter and sort by: a custom extension (JSON Feed 1.1, section «Extensions»).
    #[serde(rename = "_opportunita")]
    opportunity: Opportunity<'f>,
}

/// A voice message.
#[derive(Serialize)]
struct Attachment<'f> {
    url: &'f str,
    mime_type: &'static str,
    size_in_bytes: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    duration_in_seconds: Option<u64>,
}

#[derive(Serialize)]
struct Author<'f> {
    name: &'f FeedText,
}

/// Facts under the field names of the front matter, as in `dati/opportunita.json`.
#[derive(Serialize)]
struct Opportunity<'f> {
    slug: &'f str,
    tipo: &'static str,
    aperta: bool,
    /// Last day, inclusive, with its hour if one is given.
    #[serde(skip_serializing_if = "Option::is_none")]
    scadenza: Option<String>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    esempio: bool,
}

pub(super) fn pages(context: &RenderContext) -> Vec<PageSpec<'_>> {
    let feed = PageSpec::new(context, JSON_FEED, |page, locale| {
        let entries = recent_entries(context, locale, &|_| true);
        let config = &context.board.config.bacheca;
        let feed = Feed {
            version: "https://jsonfeed.org/version/1.1",
            title: &config.nome,
            home_page_url: context.board.url(&locale.root),
            feed_url: context.board.url(&page.path_in(locale)),
            description: context.description(locale),
            user_comment: locale.text(key::feed_what),
            icon: context.board.url("assets/icon.svg"),
            language: &locale.code,
            hubs: context.board.config.feed.hub.iter().map(|url| Hub { kind: "WebSub", url }).collect(),
            items: entries.iter().map(|entry| feed_item(context, locale, entry)).collect(),
        };
        serde_json::to_vec(&feed).map_err(|error| Error::internal(JSON_FEED, error))
    });
    vec![declare_feed(context, feed, &|_| true)]
}

fn feed_item<'f>(context: &'f RenderContext, locale: &'f Locale, entry: &'f FeedEntry<'_>) -> Item<'f> {
    let item = entry.item;
    let board_language = &context.board.config.bacheca.lingua;
    let translated = item.translation(&locale.code).is_some();
    let act_by = item.timing(context.board.today).act_by.map(|(_, closing)| closing);
    Item {
        id: &entry.url,
        url: &entry.url,
        title: &entry.title,
        summary: &entry.description,
        content_html: &entry.html,
        date_published: entry.date.map(|date| date.to_rfc3339()),
        date_modified: entry.modified.map(|date| date.to_rfc3339()),
        authors: entry.organisation.as_ref().map(|name| Author { name }).into_iter().collect(),
        tags: [entry.kind_label],
        language: if translated { &locale.code } else { board_language },
        attachments: entry
            .voice
            .iter()
            .map(|voice| Attachment {
                url: &voice.url,
                mime_type: voice.media_type,
                size_in_bytes: voice.bytes,
                duration_in_seconds: voice.seconds,
            })
            .collect(),
        opportunity: Opportunity {
            slug: item.slug.as_str(),
            tipo: item.kind().key(),
            aperta: item.status.is_open(),
            scadenza: act_by
                .or(item.status.closing())
                .map(|closing| Deadline::On(closing.date, closing.time).to_string()),
            esempio: item.facts.example,
        },
    }
}
