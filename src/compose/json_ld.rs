//! The facts of an opportunity as search engines read them: schema.org in JSON-LD, one file for each of its classes.
//!
//! An example is invented: nothing of it is said to machines that tell others about jobs, courses, events.

mod course;
mod data;
mod event;
mod job;
mod news;
mod parts;
mod service;

use std::borrow::Cow;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeZone};

use crate::board::{Board, Item, Status};
use crate::compose::fact_sheet::FactSheet;
use crate::locale::Locale;
use crate::model::Kind;

use data::{Data, Object, leaf};

/// What an item's data are written with.
#[derive(Clone, Copy)]
struct JsonLdContext<'s> {
    board: &'s Board,
    item: &'s Item,
    locale: &'s Locale,
    sheet: &'s FactSheet<'s>,
    /// Its page, whole.
    url: &'s str,
    /// The picture of its page, whole.
    image: Option<&'s str>,
}

/// What a page says of an item to machines: JSON that may stand between `<script>` tags. `None` for an example, for
/// what was taken back, and for a job to which nobody can apply any more.
#[must_use]
pub fn json_ld(
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
        Kind::Training => course::of(subject),
        Kind::Job => job::of(subject)?,
        Kind::Event => event::of(subject)?,
        Kind::Regulation | Kind::News => news::of(subject),
        Kind::Housing | Kind::Project => service::of(subject),
    };
    let data = data.in_context("https://schema.org");
    Some(within_script(serde_json::to_string(&data).unwrap_or_default()))
}

/// No sign that could end the element or open a comment in it (HTML, section 4.12.1.3).
fn within_script(json: String) -> String {
    if json.contains(['<', '>']) { json.replace('<', "\\u003c").replace('>', "\\u003e") } else { json }
}

impl<'s> JsonLdContext<'s> {
    /// What a thing of every class says: name, description, page, language.
    fn thing(self, class: &'s str, name: &'static str) -> Object<'s> {
        let description = match self.sheet.summary.text.as_ref() {
            "" => &self.sheet.title.text,
            _ => &self.sheet.summary.text,
        };
        Object::of(
            class,
            [
                (name, Some(self.sheet.title.text.as_ref().into())),
                ("description", Some(description.as_ref().into())),
                ("url", Some(self.url.into())),
                ("image", self.image.map(Data::from)),
            ],
        )
    }

    /// The language of the words.
    fn language(self) -> Data<'s> {
        let translated = !self.sheet.title.foreign;
        if translated { self.locale.code.as_str().into() } else { self.board.config.bacheca.lingua.as_str().into() }
    }

    /// When it was made public, as precisely as anybody knows: `2026-11-18`, `2026-11`.
    fn published(self) -> Option<Data<'s>> {
        self.item.facts.published.value().map(leaf)
    }

    /// A moment on the clocks of the board's time zone, `2026-11-30T23:59:59+01:00` (ISO 8601).
    fn moment(self, day: NaiveDate, minutes: i64) -> Option<Data<'s>> {
        let local: NaiveDateTime = day.and_time(NaiveTime::MIN) + chrono::Duration::minutes(minutes);
        let moment = self.board.config.bacheca.fuso.from_local_datetime(&local).earliest()?;
        Some(moment.to_rfc3339().into())
    }
}

/// Texts in one line each as HTML: what search engines take a description for.
fn html_list(texts: &[String]) -> Cow<'_, str> {
    if texts.is_empty() {
        return Cow::Borrowed("");
    }
    let escape = |text: &String| text.replace('&', "&amp;").replace('<', "&lt;");
    Cow::Owned(format!("<ul><li>{}</li></ul>", texts.iter().map(escape).collect::<Vec<_>>().join("</li><li>")))
}
