//! One list for each kind: open items first, then closed ones.

use crate::locale::key;
use crate::model::Kind;
use crate::publish::shared::listing::{ItemList, ListTexts, list_items, list_pages};
use crate::publish::{OfflineRank, PageSpec, RenderContext};

pub(super) fn pages(context: &RenderContext) -> Vec<PageSpec<'_>> {
    let list = |kind: Kind| ItemList {
        path: format!("{}/", kind.key()),
        template: "list.html",
        texts: Box::new(move |locale| ListTexts {
            title: locale.kind_list_name(kind).to_owned(),
            lead: locale.kind_lead(kind).to_owned(),
            empty: locale.text(key::kind_empty).to_owned(),
        }),
        feed: format!("{}/feed.xml", kind.key()),
        items: list_items(context, |item| item.kind() == kind),
        contact_points: Vec::new(),
        kind: Some(kind),
        offline: Some(OfflineRank::Kind),
        paper: None,
        counts_kinds: false,
    };
    Kind::ALL.into_iter().flat_map(|kind| list_pages(context, list(kind))).collect()
}
