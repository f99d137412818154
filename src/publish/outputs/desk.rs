//! The editors' desk, `redazione/`: what to post and what to mend, and for each open item its texts by language and
//! messenger, ready to send. The pages are static, not indexed, and not linked from public pages; what an editor marks as
//! posted is kept on the device until it is written into the board's files.

mod home;
mod item;
mod page;
mod streams;
mod texts;

use std::sync::Arc;

use crate::board::Item;
use crate::publish::{PageSpec, RenderContext};
use item::NextPosts;
use page::{FOLDER, item_path};
use streams::changed_streams;

pub(super) fn pages<'c>(context: &'c RenderContext) -> Vec<PageSpec<'c>> {
    let home = PageSpec::at_root(context, FOLDER, |page, _| home::render(context, page));
    let next = Arc::new(NextPosts::default());
    let item = |item: &'c Item| {
        let next = Arc::clone(&next);
        PageSpec::at_root(context, item_path(item), move |page, _| item::render(context, page, item, &next))
    };
    // What was posted and is off has a notice to send.
    let off = context.board.items_to_post().filter(|item| !item.status.is_open());
    let off = off.filter(|item| !changed_streams(&context.board, item).is_empty());
    let pages = std::iter::once(home).chain(context.open_items().into_iter().chain(off).map(item));
    pages.map(|page| page.not_indexed("a tool for editors, linked from nowhere public")).collect()
}
