//! The home page: open items, nearest deadline first; then items to recheck.

use crate::board::Status;
use crate::locale::key;
use crate::publish::shared::listing::{ItemList, ListTexts, list_pages};
use crate::publish::{OfflineRank, PageSpec, RenderContext};

pub(super) fn pages(context: &RenderContext) -> Vec<PageSpec<'_>> {
    let needs_recheck = |index: &&usize| context.item_at(**index).is_some_and(|item| item.status == Status::ToRecheck);
    let items = context.index.open.iter().chain(context.index.latest.iter().filter(needs_recheck)).copied().collect();
    let list = ItemList {
        path: String::new(),
        template: "home.html",
        texts: Box::new(|locale| ListTexts {
            title: context.board.config.bacheca.nome.clone(),
            lead: locale.text(key::home_lead).to_owned(),
            empty: locale.text(key::home_empty).to_owned(),
        }),
        feed: "feed.xml".to_owned(),
        items,
        kind: None,
        grouped: true,
        offline: Some(OfflineRank::Home),
    };
    list_pages(context, list)
}
