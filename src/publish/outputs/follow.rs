//! The page that explains how to hear of what is new: feeds, calendars, open data.

use serde::Serialize;

use crate::locale::{Locale, key};
use crate::model::{Kind, SCHEMA_PATH};
use crate::publish::shared::addresses::{CATALOGUE_PATH, DATA_PATH, DEADLINES, EVENTS, JSON_FEED, TABLE_PATH};
use crate::publish::shared::districts;
use crate::publish::shared::page_shell::PageHead;
use crate::publish::{PageSpec, RenderContext};

/// An address to copy, or to open.
#[derive(Serialize)]
struct Address {
    label: String,
    /// Below the language's root, or the site's.
    path: String,
    /// Whole, to be copied into another program.
    url: String,
}

pub(super) fn pages(context: &RenderContext) -> Vec<PageSpec<'_>> {
    let page = PageSpec::new(context, "segui/", |page, locale| {
        let head = PageHead {
            description: locale.text(key::follow_lead),
            ..page.head(context, locale, locale.text(key::follow_title))
        };
        let mut values = context.page_values(locale, &head)?;
        let address = |label: &str, below: String| Address {
            label: label.to_owned(),
            url: context.board.url(&format!("{}{below}", locale.root)),
            path: format!("{}{below}", locale.root),
        };
        let calendars = [
            address(locale.text(key::calendar_events), EVENTS.to_owned()),
            address(locale.text(key::calendar_deadlines), DEADLINES.to_owned()),
        ];
        values.insert("feeds", &feeds(context, locale, address));
        values.insert("calendars", &calendars);
        values.insert("data", &[TABLE_PATH, DATA_PATH, SCHEMA_PATH, CATALOGUE_PATH]);
        context.templates.render_page("follow.html", &values)
    });
    vec![page]
}

fn feeds(context: &RenderContext, locale: &Locale, address: impl Fn(&str, String) -> Address) -> Vec<Address> {
    let all = [address(locale.text(key::feed_all), "feed.xml".to_owned()), address("JSON Feed", JSON_FEED.to_owned())];
    let kinds = Kind::ALL.into_iter().map(|kind| {
        address(locale.vocabulary_text("kind", kind.key()).unwrap_or(kind.key()), format!("{}/feed.xml", kind.key()))
    });
    let territory = &context.board.config.territorio;
    let zones = territory
        .zone
        .iter()
        .map(|zone| address(&territory.zone_label(zone), format!("{}feed.xml", districts::path(zone))));
    all.into_iter().chain(kinds).chain(zones).collect()
}
