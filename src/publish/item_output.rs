//! The declaration of the files beside the page of each item: by item and language, without a list of them all.

use super::{Indexing, RenderContext, Sink};
use crate::board::Item;
use crate::compose::fact_sheet::FactSheet;
use crate::error::Error;
use crate::locale::Locale;

/// An output with files beside the page of each item, in every language in which the item has one.
#[derive(Clone, Copy)]
pub struct ItemOutput {
    /// Tells the names of its files beside the page of an item in a language; none where the item has nothing of it.
    pub(super) files: FilesOf,
    /// Renders those files, together, for they share work; only where there are any.
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
    /// The facts of the item in that language.
    pub sheet: FactSheet<'c>,
    /// Path of the page below the site's root: `ar/o/<slug>/`.
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

/// Whether an item has a page in a language: archived items have none that nobody wrote.
pub(super) fn has_page(item: &Item, language: &str, own: &str) -> bool {
    language == own || item.facts.archived.is_none() || item.translation(language).is_some()
}
