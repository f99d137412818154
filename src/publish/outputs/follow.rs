//! The page that explains how to follow the board: the channel, calendars, then feeds and open data for programs.

use serde::Serialize;

use crate::locale::{Locale, key};
use crate::model::{Kind, SCHEMA_PATH};
use crate::publish::shared::addresses::{
    CATALOGUE_PATH, CONTACT_POINT_TABLE_PATH, CONTACT_POINTS_PATH, DATA_INDEX_PATH, DATA_PATH, DEADLINES,
    DIRECTORY_PATH, EVENTS, JSON_FEED, POINT_MAP_PATH, TABLE_PATH,
};
use crate::publish::shared::districts;
use crate::publish::shared::page_shell::PageHead;
use crate::publish::{PageSpec, RenderContext};

/// An address to open or to copy, with its label.
#[derive(Serialize)]
struct Link {
    label: String,
    /// Path below the site's root.
    path: String,
    /// Absolute URL, to be copied into another program.
    url: String,
    /// The same with the scheme `webcal:`, which calendar applications open as a subscription.
    subscribe: String,
}

pub(super) fn pages(context: &RenderContext) -> Vec<PageSpec<'_>> {
    let page = PageSpec::new(context, "segui/", |page, locale| {
        let head = PageHead {
            description: locale.text(key::follow_lead),
            ..page.head(context, locale, locale.text(key::follow_title))
        };
        let mut values = context.page_values(locale, &head)?;
        let address = |label: &str, below: String| {
            let path = format!("{}{below}", locale.root);
            let url = context.board.url(&path);
            let subscribe = format!("webcal:{}", url.split_once(':').map_or("", |(_, rest)| rest));
            Link { label: label.to_owned(), path, url, subscribe }
        };
        let calendars = [
            address(locale.text(key::calendar_events), EVENTS.to_owned()),
            address(locale.text(key::calendar_deadlines), DEADLINES.to_owned()),
        ];
        values.insert("feeds", &feed_addresses(context, locale, address));
        values.insert("calendars", &calendars);
        values.insert("data", &data_paths(context));
        context.templates.render_page("follow.html", &values)
    });
    vec![page]
}

/// Files of open data, below the site's root; those of contact points if there are any.
fn data_paths(context: &RenderContext) -> Vec<&'static str> {
    let mut paths = vec![TABLE_PATH, DATA_PATH, DATA_INDEX_PATH];
    if context.board.published_contact_points().next().is_some() {
        paths.extend([CONTACT_POINT_TABLE_PATH, CONTACT_POINTS_PATH, DIRECTORY_PATH, POINT_MAP_PATH]);
    }
    paths.extend([SCHEMA_PATH, CATALOGUE_PATH]);
    paths
}

fn feed_addresses(context: &RenderContext, locale: &Locale, address: impl Fn(&str, String) -> Link) -> Vec<Link> {
    let all = [address(locale.text(key::feed_all), "feed.xml".to_owned()), address("JSON Feed", JSON_FEED.to_owned())];
    let kinds =
        Kind::ALL.into_iter().map(|kind| address(locale.kind_list_name(kind), format!("{}/feed.xml", kind.key())));
    let territory = &context.board.config.territorio;
    let zones = territory
        .zone
        .iter()
        .map(|zone| address(&territory.zone_label(zone), format!("{}feed.xml", districts::list_path(zone))));
    all.into_iter().chain(kinds).chain(zones).collect()
}
