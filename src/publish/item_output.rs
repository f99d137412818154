//! Declaration of the files beside the page of each item, computed per item and language: a list of all would be
//! large.

use super::{Indexing, RenderContext, Sink};
use crate::board::Item;
use crate::compose::fact_sheet::FactSheet;
use crate::error::Error;
use crate::locale::Locale;

/// An output with files beside the page of each item, in every language in which the item has a page.
#[derive(Clone, Copy)]
pub struct ItemOutput {
    /// Calls back with the name of each file beside the page of an item in a language; never for items without such
    /// files.
    pub(super) files: FilesOf,
    /// Renders those files together, because they share work. Called only if there are any.
    pub(super) render: fn(&RenderContext, &ItemPage<'_>, &dyn Sink) -> Result<(), Error>,
}

/// Calls its last argument with the name of each file, and whether search engines may list it.
type FilesOf = fn(&RenderContext, &Item, &Locale, &mut dyn FnMut(&str, Indexing));

/// The page of an item in a language.
pub struct ItemPage<'c> {
    /// The item.
    pub item: &'c Item,
    /// The language.
    pub locale: &'c Locale,
    /// Facts of the item in that language.
    pub sheet: FactSheet<'c>,
    /// Path of the page below the site's root, e.g. `ar/o/<slug>/`.
    pub path: String,
}

impl ItemOutput {
    /// Whether an item has files of this output in a language.
    pub(super) fn has_files(&self, context: &RenderContext, item: &Item, locale: &Locale) -> bool {
        let mut any = false;
        (self.files)(context, item, locale, &mut |_, _| any = true);
        any
    }
}

/// Whether an item has a page in a language. Archived items have pages only in the board's own language (`own`) and in
/// those with a translation.
pub(super) fn has_page(item: &Item, language: &str, own: &str) -> bool {
    language == own || !item.facts.is_archived() || item.translation(language).is_some()
}
