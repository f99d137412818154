//! One list of items for each district of the territory.

use crate::locale::key;
use crate::publish::shared::districts::{is_in, list_path};
use crate::publish::shared::listing::{ItemList, ListTexts, list_items, list_pages};
use crate::publish::{OfflineRank, PageSpec, RenderContext};

/// Search engines list them, because people search for their district.
pub(super) fn pages(context: &RenderContext) -> Vec<PageSpec<'_>> {
    let territory = &context.board.config.territorio;
    let list = |zone: &str| {
        let name = territory.zone_label(zone);
        let items = list_items(context, |item| is_in(item, zone));
        let busy =
            items.first().and_then(|(_, index)| context.item_at(*index)).is_some_and(|item| item.status.is_open());
        ItemList {
            path: list_path(zone),
            template: "list.html",
            texts: Box::new(move |locale| ListTexts {
                title: locale.format(key::zone_title, &[("zone", name.as_str().into())]),
                lead: locale.format(key::zone_lead, &[("zone", name.as_str().into())]),
                empty: locale.text(key::kind_empty).to_owned(),
            }),
            feed: format!("{}feed.xml", list_path(zone)),
            items,
            kind: None,
            offline: busy.then_some(OfflineRank::District),
        }
    };
    territory.zone.iter().flat_map(|zone| list_pages(context, list(zone))).collect()
}
