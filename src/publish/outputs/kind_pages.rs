//! One list for each kind: open items first, then closed ones.

use crate::locale::key;
use crate::model::Kind;
use crate::publish::shared::listing::{ItemList, ListTexts, list_open_first, list_pages};
use crate::publish::{OfflineRank, PageSpec, RenderContext};

pub(super) fn pages(context: &RenderContext) -> Vec<PageSpec<'_>> {
    let list = |kind: Kind| ItemList {
        path: format!("{}/", kind.key()),
        template: "list.html",
        texts: Box::new(move |locale| ListTexts {
            title: locale.vocabulary_text("kind", kind.key()).unwrap_or(kind.key()).to_owned(),
            lead: locale.kind_lead(kind).to_owned(),
            empty: locale.text(key::kind_empty).to_owned(),
        }),
        feed: format!("{}/feed.xml", kind.key()),
        items: list_open_first(context, |item| item.kind() == kind),
        kind: Some(kind),
        grouped: true,
        offline: Some(OfflineRank::Kind),
    };
    Kind::ALL.into_iter().flat_map(|kind| list_pages(context, list(kind))).collect()
}
