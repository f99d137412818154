//! The search: a page, which works without a script as far as it can, and Pagefind's index of the text of every item
//! and contact point by language. The index is in shards; only those with a changed page are rebuilt.

mod engine;
mod record;
mod shards;

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use serde_json::Value;

use crate::board::Item;
use crate::error::Error;
use crate::locale::{Locale, key};
use crate::model::ContactPoint;
use crate::progress::Unobserved;
use crate::publish::shared::facets;
use crate::publish::shared::page_shell::PageHead;
use crate::publish::shared::print::{PrintTask, run_print_tasks};
use crate::publish::{Caching, PageSpec, RenderContext, Sink};
use engine::Engine;
use record::{build_contact_point_record, build_record};
use shards::{Shard, shards_of};

/// Path of Pagefind's files below the site's root.
const FOLDER: &str = "pagefind/";

/// The search page in each language.
pub(super) fn pages(context: &RenderContext) -> Vec<PageSpec<'_>> {
    let page = PageSpec::new(context, "cerca/", |page, locale| render(context, page, locale));
    vec![page.not_indexed("without a question there is nothing in it; whatever it finds is listed itself")]
}

/// The index, outside the shared thread pool: Pagefind waits for rayon's pool, and would deadlock inside it.
pub(super) fn index(context: &RenderContext) -> Vec<PageSpec<'_>> {
    vec![PageSpec::folder(context, FOLDER, |sink| render_index(context, sink))]
}

/// The names of most index files contain a hash of their content; those of the files that refer to them do not.
pub(super) fn caching(path: &str) -> Caching {
    let named = ["filter/", "fragment/", "index/"];
    let below = path.strip_prefix(FOLDER).is_some_and(|below| named.iter().any(|folder| below.starts_with(folder)));
    if below { Caching::Versioned } else { Caching::Revalidate }
}

fn render_index(context: &RenderContext, sink: &dyn Sink) -> Result<(), Error> {
    // Pagefind knows languages without region or script subtags.
    let languages =
        context.locales.iter().map(|locale| locale.code.split('-').next().unwrap_or_default().to_lowercase());
    let engine = Engine::new(&languages.collect())?;
    let entries: Mutex<BTreeMap<String, Value>> = Mutex::default();
    let (pagefind, found) = (&engine, &entries);
    let shards = context.locales.iter().flat_map(|locale| shards_of(context, locale));
    let tasks: Vec<PrintTask<'_>> = shards
        .map(|shard| -> PrintTask<'_> { Box::new(move |sink| build_shard(context, pagefind, &shard, found, sink)) })
        .collect();
    run_print_tasks(&tasks, sink, &Unobserved)?;
    drop(tasks);
    let (path, bytes) = engine.entry_file(entries.into_inner().unwrap_or_else(PoisonError::into_inner))?;
    sink.put(&format!("{FOLDER}{path}"), bytes)?;
    engine.files.into_iter().try_for_each(|(path, bytes)| sink.put(&format!("{FOLDER}{path}"), bytes))
}

/// Builds a shard of the index, and adds its entry to `entries`.
fn build_shard(
    context: &RenderContext,
    engine: &Engine,
    shard: &Shard<'_>,
    entries: &Mutex<BTreeMap<String, Value>>,
    sink: &dyn Sink,
) -> Result<(), Error> {
    let record = |item: &&Item| build_record(context, &context.item_page(item, shard.locale));
    let contact_point = |(id, contact_point): &(&str, &ContactPoint)| {
        build_contact_point_record(context, shard.locale, id, contact_point)
    };
    let records = shard.items.iter().map(record).chain(shard.contact_points.iter().map(contact_point));
    let records = records.collect::<Result<_, Error>>()?;
    let built = engine.build_shard(&shard.name, records, context.printer.store.as_deref())?;
    if let Some(entry) = built.entry {
        entries.lock().unwrap_or_else(PoisonError::into_inner).insert(shard.name.clone(), entry);
    }
    built.files.into_iter().try_for_each(|(path, bytes)| sink.put(&format!("{FOLDER}{path}"), bytes))
}

/// Renders the search page of a language, with the names of the shards in it and in the board's own language.
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
    values.insert("no_permit", facets::NO_PERMIT);
    values.insert("permit_unknown", facets::PERMIT_UNKNOWN);
    let counts = result_sentences(locale);
    let shards: BTreeMap<&str, Vec<String>> = [context.locales.board_locale(), locale]
        .into_iter()
        .map(|locale| (locale.code.as_str(), shards_of(context, locale).into_iter().map(|shard| shard.name).collect()))
        .collect();
    let json_error = |error: serde_json::Error| Error::internal("search page", error);
    values.insert("shards", &serde_json::to_string(&shards).map_err(json_error)?);
    values.insert("result_counts", &serde_json::to_string(&counts).map_err(json_error)?);
    context.templates.render_page("search.html", &values)
}

/// Plural forms for the script: each sentence once, with `#` for the number, and for each number of results up to 100
/// the position of its sentence.
fn result_sentences(locale: &Locale) -> (Vec<String>, String) {
    let mut sentences: Vec<String> = Vec::new();
    let position = |count: u32| {
        let sentence = locale.format(key::search_results, &[("count", count.into())]);
        let sentence = sentence.replace(&count.to_string(), "#");
        sentences.iter().position(|known| *known == sentence).unwrap_or_else(|| {
            sentences.push(sentence);
            sentences.len() - 1
        })
    };
    // A language has at most six plural forms (CLDR), so a position is one digit.
    let choice = (0..=100_u32).map(position).map(|position| position.to_string()).collect();
    (sentences, choice)
}
