//! One list for each district of the territory: what is on near home.

use crate::locale::key;
use crate::publish::shared::districts::{is_in, path};
use crate::publish::shared::listing::{ItemList, ListWords, list_pages, open_then_rest};
use crate::publish::{OfflineRank, PageSpec, RenderContext};

/// Search engines list them: people look for what is on in their district.
pub(super) fn pages(context: &RenderContext) -> Vec<PageSpec<'_>> {
    let territory = &context.board.config.territorio;
    let list = |zone: &str| {
        let name = territory.zone_label(zone);
        let items = open_then_rest(context, |item| is_in(item, zone));
        let busy = items.first().and_then(|index| context.item_at(*index)).is_some_and(|item| item.status.is_open());
        ItemList {
            path: path(zone),
            template: "list.html",
            words: Box::new(move |locale| ListWords {
                title: locale.format(key::zone_title, &[("zone", name.as_str().into())]),
                lead: locale.format(key::zone_lead, &[("zone", name.as_str().into())]),
                empty: locale.text(key::kind_empty).to_owned(),
            }),
            feed: format!("{}feed.xml", path(zone)),
            items,
            kind: None,
            grouped: true,
            offline: busy.then_some(OfflineRank::District),
        }
    };
    territory.zone.iter().flat_map(|zone| list_pages(context, list(zone))).collect()
}
