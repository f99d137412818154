//! One list for each district of the territory: what is on near home.

use crate::error::Error;
use crate::publish::shared::districts::{is_in, path};
use crate::publish::shared::listing::{ListPage, open_then_rest};
use crate::publish::{Sink, Site};

pub(super) fn publish(site: &Site<'_>, sink: &dyn Sink) -> Result<(), Error> {
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
