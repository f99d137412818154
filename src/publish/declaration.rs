//! The pages that the outputs of a site declare, in one list that all other code reads.

use std::collections::HashMap;

use super::{Indexing, ItemOutput, Output, PageSpec, Publisher, RenderContext};
use crate::board::Item;
use crate::error::Error;
use crate::locale::Locale;
use crate::localized;

/// A page or file of the site, found by path.
pub enum Address<'c> {
    /// A page or file in a language, or a folder that is rendered as a whole.
    Page(PageSpec<'c>, &'c Locale),
    /// A file beside the page of an item.
    Item(&'static ItemOutput, &'c Item, &'c Locale),
}

impl Address<'_> {
    /// Path of the folder, ending in `/`, if it is rendered as a whole.
    #[must_use]
    pub fn folder(&self) -> Option<&str> {
        match self {
            Self::Page(page, _) if page.is_folder() => Some(&page.path),
            Self::Page(..) | Self::Item(..) => None,
        }
    }
}

impl RenderContext {
    /// Pages of the site with their outputs, without the files beside item pages.
    pub(super) fn pages(&self) -> impl Iterator<Item = (&'static Publisher, PageSpec<'_>)> {
        self.publishers.iter().flat_map(move |publisher| pages_of(self, publisher, true))
    }

    /// Outputs with files beside item pages.
    pub(super) fn item_outputs(&self) -> impl Iterator<Item = (&'static Publisher, &'static ItemOutput)> {
        self.publishers.iter().filter_map(|publisher| match &publisher.output {
            Output::Item(output) => Some((*publisher, output)),
            Output::Site(_) | Output::Overview(_) => None,
        })
    }

    /// Calls `visit` with the path, below the site's root, of every page that search engines may list: language by
    /// language, first the pages of the site, then those of the items.
    pub(super) fn visit_listed(&self, visit: &mut dyn FnMut(&str)) {
        let pages: Vec<PageSpec<'_>> = self
            .publishers
            .iter()
            .flat_map(|publisher| pages_of(self, publisher, false))
            .map(|(_, page)| page)
            .collect();
        for locale in self.locales.iter() {
            for page in &pages {
                let language = page.languages.iter().find(|language| language.locale.code == locale.code);
                if language.is_some_and(|language| page.is_listed_in(language)) {
                    visit(&page.path_in(locale));
                }
            }
            for (_, output) in self.item_outputs() {
                for item in
                    self.board.published().filter(|item| self.languages_of(item).any(|other| other.code == locale.code))
                {
                    (output.files)(self, item, locale, &mut |name, indexing| {
                        if indexing == Indexing::Indexed {
                            let page = name.strip_suffix("index.html").unwrap_or(name);
                            visit(&format!("{}o/{}/{page}", locale.root, item.slug));
                        }
                    });
                }
            }
        }
    }

    /// Splits the path of a file beside an item's page, e.g. `ar/o/<slug>/index.html`, into item, language and file
    /// name.
    fn resolve_item_file<'p>(&self, path: &'p str) -> Option<(&Item, &Locale, &'p str)> {
        let (folder, name) = path.rsplit_once('/')?;
        let other = folder.split_once('/').and_then(|(language, below)| Some((self.locales.get(language)?, below)));
        let (locale, below) = other.unwrap_or((self.locales.board_locale(), folder));
        let item = self.board.item(below.strip_prefix("o/")?)?;
        let is_there = self.board.is_published(item) && self.languages_of(item).any(|other| other.code == locale.code);
        is_there.then_some((item, locale, name))
    }

    /// Output that declares a file name beside the page of an item.
    fn find_item_output(
        &self,
        item: &Item,
        locale: &Locale,
        name: &str,
    ) -> Option<(&'static Publisher, &'static ItemOutput)> {
        self.item_outputs().find(|(_, output)| {
            let mut has = false;
            (output.files)(self, item, locale, &mut |file, _| has |= file == name);
            has
        })
    }
}

/// Pages of one output; those of [`Output::Overview`] only if `overviews` is set.
fn pages_of<'c>(
    context: &'c RenderContext,
    publisher: &'static Publisher,
    overviews: bool,
) -> impl Iterator<Item = (&'static Publisher, PageSpec<'c>)> + use<'c> {
    let pages = match publisher.output {
        Output::Site(pages) => pages(context),
        Output::Overview(pages) if overviews => pages(context),
        Output::Overview(_) | Output::Item(_) => Vec::new(),
    };
    pages.into_iter().map(move |page| (publisher, page))
}

/// Finds the page or file at a path of the site.
#[must_use]
pub fn find_address<'c>(context: &'c RenderContext, path: &str) -> Option<Address<'c>> {
    if let Some((item, locale, name)) = context.resolve_item_file(path)
        && let Some((_, output)) = context.find_item_output(item, locale, name)
    {
        return Some(Address::Item(output, item, locale));
    }
    context.pages().find_map(|(_, page)| {
        let has = |file: &str| if page.is_folder() { path.starts_with(file) } else { path == file };
        let locale = page.languages.iter().find(|language| has(&page.file_in(language.locale)))?.locale;
        Some(Address::Page(page, locale))
    })
}

/// Every file that the site declares: path to name of the output. A folder whose file names are only known after
/// rendering is one entry ending in `/`.
///
/// # Errors
/// If the same path is declared twice.
pub fn declared_files(context: &RenderContext) -> Result<HashMap<String, &'static str>, Error> {
    let mut files = HashMap::new();
    let mut failed = None;
    let mut declare = |path: String, publisher: &'static str| {
        if let Some(other) = files.insert(path.clone(), publisher) {
            failed.get_or_insert_with(|| duplicate_error(&path, other, publisher));
        }
    };
    for (publisher, page) in context.pages() {
        if page.is_folder() {
            declare(page.path.clone(), publisher.name);
            continue;
        }
        for language in &page.languages {
            declare(page.file_in(language.locale), publisher.name);
        }
    }
    for item in context.board.published() {
        for locale in context.languages_of(item) {
            for (publisher, output) in context.item_outputs() {
                (output.files)(context, item, locale, &mut |name, _| {
                    declare(format!("{}o/{}/{name}", locale.root, item.slug), publisher.name);
                });
            }
        }
    }
    failed.map_or(Ok(files), Err)
}

/// Rejects a page whose path is also that of another page or of a file beside an item. Two files beside the same item
/// are not compared: the file names of the outputs are distinct constants.
pub(super) fn reject_duplicates(
    context: &RenderContext,
    pages: &[(&'static Publisher, PageSpec<'_>)],
) -> Result<(), Error> {
    let mut files: HashMap<String, &'static str> = HashMap::new();
    for (publisher, page) in pages.iter().filter(|(_, page)| !page.is_folder()) {
        let publisher = publisher.name;
        for language in &page.languages {
            let path = page.file_in(language.locale);
            if let Some((item, locale, name)) = context.resolve_item_file(&path)
                && let Some((other, _)) = context.find_item_output(item, locale, name)
            {
                return Err(duplicate_error(&path, other.name, publisher));
            }
            if let Some(other) = files.get(&path) {
                return Err(duplicate_error(&path, other, publisher));
            }
            files.insert(path, publisher);
        }
    }
    Ok(())
}

fn duplicate_error(path: &str, one: &str, other: &str) -> Error {
    Error::Message(localized!(
        "due parti del sito vogliono lo stesso indirizzo: {path} ({one}, {other})",
        "two parts of the site claim the same address: {path} ({one}, {other})"
    ))
}
