//! The home page: open items, nearest deadline first; then items to recheck.

use crate::board::{Item, Status};
use crate::locale::key;
use crate::publish::shared::listing::{ItemList, ListTexts, list_items, list_pages};
use crate::publish::{OfflineRank, PageSpec, RenderContext};

pub(super) fn pages(context: &RenderContext) -> Vec<PageSpec<'_>> {
    let wanted = |item: &Item| item.status.is_open() || item.status == Status::ToRecheck;
    let list = ItemList {
        path: String::new(),
        template: "home.html",
        texts: Box::new(|locale| ListTexts {
            title: context.board.config.bacheca.nome.clone(),
            lead: context.description(locale).to_owned(),
            empty: locale.text(key::home_empty).to_owned(),
        }),
        feed: "feed.xml".to_owned(),
        items: list_items(context, wanted),
        contact_points: Vec::new(),
        kind: None,
        offline: Some(OfflineRank::Home),
        paper: None,
        counts_kinds: false,
    };
    list_pages(context, list)
}
