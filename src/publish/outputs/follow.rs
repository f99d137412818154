//! The page that explains how to hear of what is new: feeds, calendars, open data.

use serde::Serialize;

use crate::error::Error;
use crate::locale::Locale;
use crate::model::{Kind, SCHEMA_PATH};
use crate::publish::shared::addresses::{CATALOGUE_PATH, DATA_PATH, DEADLINES, EVENTS, JSON_FEED, TABLE_PATH};
use crate::publish::shared::districts;
use crate::publish::shared::page_shell::PageHead;
use crate::publish::{Sink, Site};

/// Its path below a language's root.
pub(super) const PATH: &str = "segui/";

/// An address to copy, or to open.
#[derive(Serialize)]
struct Address {
    label: String,
    /// Below the language's root, or the site's.
    path: String,
    /// Whole, to be copied into another program.
    url: String,
}

pub(super) fn publish(site: &Site<'_>, sink: &dyn Sink) -> Result<(), Error> {
    for locale in site.locales.iter() {
        let path = format!("{}{PATH}", site.prefix(locale));
        let head = PageHead {
            path: &path,
            title: locale.text("follow_title"),
            description: locale.text("follow_lead"),
            noindex: false,
            feed: "feed.xml".to_owned(),
            image: None,
        };
        let mut context = site.context(locale, &head, &site.everywhere(locale, PATH))?;
        let address = |label: &str, below: String| Address {
            label: label.to_owned(),
            url: site.board.url(&format!("{}{below}", site.prefix(locale))),
            path: format!("{}{below}", site.prefix(locale)),
        };
        let calendars = [
            address(locale.text("calendar_events"), EVENTS.to_owned()),
            address(locale.text("calendar_deadlines"), DEADLINES.to_owned()),
        ];
        context.insert("feeds", &feeds(site, locale, address));
        context.insert("calendars", &calendars);
        let data = [TABLE_PATH, DATA_PATH, SCHEMA_PATH, CATALOGUE_PATH];
        context.insert("data", &data);
        sink.put(&format!("{path}index.html"), site.templates.render_page("follow.html", &context)?)?;
    }
    Ok(())
}

fn feeds(site: &Site<'_>, locale: &Locale, address: impl Fn(&str, String) -> Address) -> Vec<Address> {
    let all = [address(locale.text("feed_all"), "feed.xml".to_owned()), address("JSON Feed", JSON_FEED.to_owned())];
    let kinds = Kind::ALL.into_iter().map(|kind| {
        address(locale.vocabulary_text("kind", kind.key()).unwrap_or(kind.key()), format!("{}/feed.xml", kind.key()))
    });
    let territory = &site.board.config.territorio;
    let zones = territory
        .zone
        .iter()
        .map(|zone| address(&territory.zone_label(zone), format!("{}feed.xml", districts::path(zone))));
    all.into_iter().chain(kinds).chain(zones).collect()
}
