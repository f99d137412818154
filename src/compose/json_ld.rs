//! schema.org data of items and contact points as JSON-LD, one file for each class.
//!
//! Examples are invented, so search engines get no data of them.

mod contact_point;
mod course;
mod data;
mod event;
mod job;
mod news;
mod organisation;
mod parts;
mod service;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use crate::board::{Board, Item, Status, find_local_instant};
use crate::compose::fact_sheet::FactSheet;
use crate::locale::Locale;
use crate::model::Kind;
use crate::text::escape::{Html, escape_script};

pub use contact_point::contact_point_json_ld;
pub use organisation::organisation_json_ld;

use data::{JsonObject, Property, scalar};

/// Everything the data of an item are built from.
#[derive(Clone, Copy)]
struct JsonLdContext<'s> {
    board: &'s Board,
    item: &'s Item,
    locale: &'s Locale,
    sheet: &'s FactSheet<'s>,
    /// Absolute URL of its page.
    url: &'s str,
    /// Absolute URL of its preview image.
    image: Option<&'s str>,
}

/// JSON-LD of an item, escaped for a `<script>` element. `None` for examples, withdrawn items, and jobs that are closed.
#[must_use]
pub fn item_json_ld(
    board: &Board,
    item: &Item,
    locale: &Locale,
    sheet: &FactSheet<'_>,
    url: &str,
    image: Option<&str>,
) -> Option<String> {
    if item.facts.example || item.status == Status::Withdrawn {
        return None;
    }
    let subject = JsonLdContext { board, item, locale, sheet, url, image };
    let data = match item.kind() {
        Kind::Training => course::course(subject),
        Kind::Job => job::job_posting(subject)?,
        Kind::Event => event::events(subject)?,
        Kind::Regulation | Kind::News => news::news_article(subject),
        Kind::Housing | Kind::Project => service::service(subject),
    };
    let data = data.in_context("https://schema.org");
    Some(escape_script(serde_json::to_string(&data).unwrap_or_default()))
}

impl<'s> JsonLdContext<'s> {
    /// Properties of every class: name, description, URL, language.
    fn common_properties(self, class: &'s str, name: &'static str) -> JsonObject<'s> {
        let description = match self.sheet.summary.text.as_ref() {
            "" => &self.sheet.title.text,
            _ => &self.sheet.summary.text,
        };
        JsonObject::with_type(
            class,
            [
                (name, Some(self.sheet.title.text.as_ref().into())),
                ("description", Some(description.as_ref().into())),
                ("url", Some(self.url.into())),
                ("image", self.image.map(Property::from)),
            ],
        )
    }

    /// Language of the text, a BCP 47 tag.
    fn language(self) -> Property<'s> {
        let translated = !self.sheet.title.foreign;
        if translated { self.locale.code.as_str().into() } else { self.board.config.bacheca.lingua.as_str().into() }
    }

    /// Words of a field in the language of the page, if its translation has them.
    fn translated(self, words: &'s str) -> &'s str {
        let translation = self.item.translation(&self.locale.code).filter(|_| !self.sheet.title.foreign);
        let mut texts = translation.into_iter().flat_map(|translation| &translation.facts.texts);
        let found = texts.find(|text| text.original.trim() == words.trim() && !text.translated.trim().is_empty());
        found.map_or(words, |text| text.translated.trim())
    }

    /// Publication date at its known precision: `2026-11-18`, `2026-11`.
    fn published(self) -> Option<Property<'s>> {
        self.item.facts.published.value().map(scalar)
    }

    /// Instant in the board's time zone, `2026-11-30T23:59:59+01:00` (ISO 8601).
    fn moment(self, day: NaiveDate, minutes: i64) -> Option<Property<'s>> {
        let local: NaiveDateTime = day.and_time(NaiveTime::MIN) + chrono::Duration::minutes(minutes);
        Some(find_local_instant(self.board.config.bacheca.fuso, local)?.to_rfc3339().into())
    }
}

/// Texts as an HTML list: search engines read descriptions as HTML.
fn html_list<'t>(texts: impl Iterator<Item = &'t str>) -> String {
    let items: Vec<String> = texts.map(|text| Html::from_text(text).into()).collect();
    if items.is_empty() { String::new() } else { format!("<ul><li>{}</li></ul>", items.join("</li><li>")) }
}
