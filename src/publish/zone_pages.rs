//! One list for each district of the territory: what is on near home.

use super::listing::{ListPage, open_then_rest};
use super::{Failure, Sink, Site};
use crate::board::Item;

pub(super) fn publish(site: &Site<'_>, sink: &dyn Sink) -> Result<(), Failure> {
    let territory = &site.board.config.territorio;
    for zone in &territory.zone {
        let items = open_then_rest(site, |item| is_in(item, zone));
        let name = territory.zone_label(zone);
        for locale in site.locales.iter() {
            let list = ListPage {
                path: &path(zone),
                template: "list.html",
                title: locale.format("zone_title", &[("zone", name.as_str().into())]),
                lead: locale.format("zone_lead", &[("zone", name.as_str().into())]),
                empty: locale.text("kind_empty"),
                feed: format!("{}feed.xml", path(zone)),
                items: items.clone(),
                kind: None,
                grouped: true,
            };
            site.publish_list(locale, &list, sink)?;
        }
    }
    Ok(())
}

/// The path of a district's list below a language's root: `zone/v/`.
pub(super) fn path(zone: &str) -> String {
    format!("zone/{}/", crate::locale::text_key("", zone).trim_start_matches('-'))
}

/// Whether something of an item happens in a district.
pub(super) fn is_in(item: &Item, zone: &str) -> bool {
    zones(item).any(|other| other == zone)
}

/// The districts of an item.
pub(super) fn zones(item: &Item) -> impl Iterator<Item = &str> {
    let own = item.facts.place.value().and_then(|place| place.zone.as_deref());
    let editions = item.facts.editions().iter().filter_map(|edition| edition.place.as_ref()?.zone.as_deref());
    own.into_iter().chain(editions)
}
