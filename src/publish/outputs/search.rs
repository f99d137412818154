//! The search: a page that says what to do without script, and Pagefind's index of what every page
//! says, in its language. The index is in parts, each made again only when a page in it changed.

mod engine;
mod record;
mod shards;

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use serde_json::Value;

use crate::error::Error;
use crate::locale::{Locale, key};
use crate::publish::shared::facets;
use crate::publish::shared::page_shell::PageHead;
use crate::publish::shared::print::{PrintTask, run_print_tasks};
use crate::publish::{Caching, PageSpec, RenderContext, Sink};
use engine::Engine;
use record::record;
use shards::Shard;

/// Where Pagefind's files are, below the site's root.
const FOLDER: &str = "pagefind/";

/// The pages, one in each language.
pub(super) fn pages(context: &RenderContext) -> Vec<PageSpec<'_>> {
    let page = PageSpec::new(context, "cerca/", |page, locale| render(context, page, locale));
    vec![page.not_indexed("without a question there is nothing in it; whatever it finds is listed itself")]
}

/// The index, on threads of its own: Pagefind waits for rayon's pool, and must not do so in it.
pub(super) fn index(context: &RenderContext) -> Vec<PageSpec<'_>> {
    vec![PageSpec::folder(context, FOLDER, |sink| render_index(context, sink))]
}

/// Files of the index are named by their content; what leads to them is not.
pub(super) fn caching(path: &str) -> Caching {
    let named = ["filter/", "fragment/", "index/"];
    let below = path.strip_prefix(FOLDER).is_some_and(|below| named.iter().any(|folder| below.starts_with(folder)));
    if below { Caching::Versioned } else { Caching::Revalidate }
}

fn render_index(context: &RenderContext, sink: &dyn Sink) -> Result<(), Error> {
    // Pagefind knows languages without their varieties.
    let languages =
        context.locales.iter().map(|locale| locale.code.split('-').next().unwrap_or_default().to_lowercase());
    let engine = Engine::new(&languages.collect())?;
    let entries: Mutex<BTreeMap<String, Value>> = Mutex::default();
    let (engine_of_all, known) = (&engine, &entries);
    let shards = context.locales.iter().flat_map(|locale| shards::of(context, locale));
    let parts: Vec<PrintTask<'_>> = shards
        .map(|shard| -> PrintTask<'_> { Box::new(move |sink| part(context, engine_of_all, &shard, known, sink)) })
        .collect();
    run_print_tasks(&parts, sink)?;
    drop(parts);
    let (path, bytes) = engine.entry(entries.into_inner().unwrap_or_else(PoisonError::into_inner))?;
    sink.put(&format!("{FOLDER}{path}"), bytes)?;
    engine.files.into_iter().try_for_each(|(path, bytes)| sink.put(&format!("{FOLDER}{path}"), bytes))
}

/// Makes a part of the index, and notes how it is found.
fn part(
    context: &RenderContext,
    engine: &Engine,
    shard: &Shard<'_>,
    entries: &Mutex<BTreeMap<String, Value>>,
    sink: &dyn Sink,
) -> Result<(), Error> {
    let records =
        shard.items.iter().map(|item| record(&context.board, &context.item_page(item, shard.locale))).collect();
    let part = engine.part(&shard.name, records, context.printer.store.as_deref())?;
    if let Some(entry) = part.entry {
        entries.lock().unwrap_or_else(PoisonError::into_inner).insert(shard.name.clone(), entry);
    }
    part.files.into_iter().try_for_each(|(path, bytes)| sink.put(&format!("{FOLDER}{path}"), bytes))
}

/// The page of a language, which is told what parts there are in it and in the board's own.
fn render(context: &RenderContext, page: &PageSpec<'_>, locale: &Locale) -> Result<Vec<u8>, Error> {
    let head = PageHead {
        description: locale.text(key::search_lead),
        ..page.head(context, locale, locale.text(key::search_title))
    };
    let mut values = context.page_values(locale, &head)?;
    let [simple, personal, others] = facets::questions(context, locale);
    values.insert("simple_questions", &simple);
    values.insert("personal_questions", &personal);
    values.insert("other_questions", &others);
    values.insert("yes", facets::YES);
    // Plural forms for the script: one text for each number it may have to show.
    let counts: Vec<String> =
        (0..=100_u32).map(|count| locale.format(key::search_results, &[("count", count.into())])).collect();
    let shards: BTreeMap<&str, Vec<String>> = [context.locales.own(), locale]
        .into_iter()
        .map(|locale| (locale.code.as_str(), shards::of(context, locale).into_iter().map(|shard| shard.name).collect()))
        .collect();
    let said = |error: serde_json::Error| Error::internal("search page", error);
    values.insert("shards", &serde_json::to_string(&shards).map_err(said)?);
    values.insert("result_counts", &serde_json::to_string(&counts).map_err(said)?);
    context.templates.render_page("search.html", &values)
}
