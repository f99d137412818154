//! The home: what is open, nearest deadline first.

use crate::error::Error;
use crate::publish::shared::listing::ListPage;
use crate::publish::{Sink, Site};

pub(super) fn publish(site: &Site<'_>, sink: &dyn Sink) -> Result<(), Error> {
    for locale in site.locales.iter() {
        let mut items = site.open.clone();
        items.extend(
            site.latest
                .iter()
                .filter(|index| site.item_at(**index).is_some_and(|item| item.status.as_str() == "recheck")),
        );
        let list = ListPage {
            path: "",
            template: "home.html",
            title: site.board.config.bacheca.nome.clone(),
            lead: locale.text("home_lead").to_owned(),
            empty: locale.text("home_empty"),
            feed: "feed.xml".to_owned(),
            items,
            kind: None,
            grouped: true,
        };
        site.publish_list(locale, &list, sink)?;
    }
    Ok(())
}
