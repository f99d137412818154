//! The editors' desk, `redazione/`: what to post and what to mend, and for each open item its texts by language and
//! messenger, ready to send. The pages are static, not indexed, and not linked from public pages; what an editor marks as
//! posted is kept on the device until it is written into the board's files.

mod home;
mod item;
mod streams;
mod texts;

use std::sync::Arc;

use serde::Serialize;
use tera::Value;

use crate::board::Item;
use crate::error::Error;
use crate::publish::shared::page_shell::PageHead;
use crate::publish::{PageSpec, RenderContext};
use crate::text::escape::escape_script;
use item::NextPosts;
use streams::changed_streams;

const FOLDER: &str = "redazione/";

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

/// Path of an item's page at the desk, below the site's root.
fn item_path(item: &Item) -> String {
    format!("{FOLDER}{}/", item.slug)
}

fn page_values(context: &RenderContext, page: &PageSpec<'_>, title: &str) -> Result<tera::Context, Error> {
    let locale = context.locales.board_locale();
    let head = page.head(context, locale, title);
    context.page_values(locale, &PageHead { description: title, languages: Vec::new(), ..head })
}

/// Data for the page's script.
fn script_data(data: &impl Serialize) -> Result<Value, Error> {
    let json = serde_json::to_string(data).map_err(|error| Error::internal("data of the desk", error))?;
    Ok(Value::safe_string(&escape_script(json)))
}
