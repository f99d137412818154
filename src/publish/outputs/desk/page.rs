//! What the pages of the desk share: their paths, their head, data for their scripts.

use serde::Serialize;
use tera::Value;

use crate::board::Item;
use crate::error::Error;
use crate::publish::shared::page_shell::PageHead;
use crate::publish::{PageSpec, RenderContext};
use crate::text::escape::escape_script;

/// Folder of the desk below the site's root.
pub(super) const FOLDER: &str = "redazione/";

/// Path of an item's page at the desk, below the site's root.
pub(super) fn item_path(item: &Item) -> String {
    format!("{FOLDER}{}/", item.slug)
}

pub(super) fn page_values(context: &RenderContext, page: &PageSpec<'_>, title: &str) -> Result<tera::Context, Error> {
    let locale = context.locales.board_locale();
    let head = page.head(context, locale, title);
    context.page_values(locale, &PageHead { description: title, languages: Vec::new(), ..head })
}

/// Data for the page's script.
pub(super) fn script_data(data: &impl Serialize) -> Result<Value, Error> {
    let json = serde_json::to_string(data).map_err(|error| Error::internal("data of the desk", error))?;
    Ok(Value::safe_string(&escape_script(json)))
}
