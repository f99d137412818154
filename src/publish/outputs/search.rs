//! The search: a page that says what to do without script, and Pagefind's index of what every page
//! says, in its language. The index is in parts, each made again only when a page in it changed.

mod engine;
mod record;
mod shards;

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use serde_json::Value;

use crate::error::Error;
use crate::locale::Locale;
use crate::publish::shared::page_shell::PageHead;
use crate::publish::shared::{facets, print};
use crate::publish::{PrintTask, Sink, Site};
use engine::Engine;
use record::record;
use shards::Shard;

/// Where Pagefind's files are, below the site's root.
const FOLDER: &str = "pagefind";

/// Publishes pages and index, on threads of its own: Pagefind waits for rayon's pool, and must not do so in it.
pub(in crate::publish) fn publish(site: &Site<'_>, sink: &dyn Sink) -> Result<(), Error> {
    let shards: Vec<Vec<Shard<'_>>> = site.locales.iter().map(|locale| shards::of(site, locale)).collect();
    let names: BTreeMap<&str, Vec<&str>> = site
        .locales
        .iter()
        .zip(&shards)
        .map(|(locale, shards)| (locale.code.as_str(), shards.iter().map(|shard| shard.name.as_str()).collect()))
        .collect();
    for locale in site.locales.iter() {
        page(site, locale, &names, sink)?;
    }
    // Pagefind knows languages without their varieties.
    let languages = site.locales.iter().map(|locale| locale.code.split('-').next().unwrap_or_default().to_lowercase());
    let engine = Engine::new(&languages.collect())?;
    let entries: Mutex<BTreeMap<String, Value>> = Mutex::default();
    let (engine_of_all, known) = (&engine, &entries);
    let parts: Vec<PrintTask<'_>> = shards
        .into_iter()
        .flatten()
        .map(|shard| -> PrintTask<'_> { Box::new(move |sink| part(site, engine_of_all, &shard, known, sink)) })
        .collect();
    print::run_print_tasks(&parts, sink)?;
    drop(parts);
    let (path, bytes) = engine.entry(entries.into_inner().unwrap_or_else(PoisonError::into_inner))?;
    sink.put(&format!("{FOLDER}/{path}"), bytes)?;
    engine.files.into_iter().try_for_each(|(path, bytes)| sink.put(&format!("{FOLDER}/{path}"), bytes))
}

/// Makes a part of the index, and notes how it is found.
fn part(
    site: &Site<'_>,
    engine: &Engine,
    shard: &Shard<'_>,
    entries: &Mutex<BTreeMap<String, Value>>,
    sink: &dyn Sink,
) -> Result<(), Error> {
    let records = shard.items.iter().map(|item| record(site.board, &site.item_page(item, shard.locale))).collect();
    let part = engine.part(&shard.name, records, site.store)?;
    if let Some(entry) = part.entry {
        entries.lock().unwrap_or_else(PoisonError::into_inner).insert(shard.name.clone(), entry);
    }
    part.files.into_iter().try_for_each(|(path, bytes)| sink.put(&format!("{FOLDER}/{path}"), bytes))
}

/// The page of a language, which is told what parts there are in it and in the board's own.
fn page(site: &Site<'_>, locale: &Locale, shards: &BTreeMap<&str, Vec<&str>>, sink: &dyn Sink) -> Result<(), Error> {
    let path = format!("{}cerca/", site.prefix(locale));
    let head = PageHead {
        path: &path,
        title: locale.text("search_title"),
        description: locale.text("search_lead"),
        noindex: false,
        feed: "feed.xml".to_owned(),
        image: None,
    };
    let mut context = site.context(locale, &head, &site.everywhere(locale, "cerca/"))?;
    let [simple, personal, others] = facets::questions(site, locale);
    context.insert("simple_questions", &simple);
    context.insert("personal_questions", &personal);
    context.insert("other_questions", &others);
    context.insert("yes", facets::YES);
    // Plural forms for the script: one text for each number it may have to show.
    let counts: Vec<String> =
        (0..=100_u32).map(|count| locale.format("search_results", &[("count", count.into())])).collect();
    let own = &site.board.config.bacheca.lingua;
    let here: BTreeMap<_, _> = shards.iter().filter(|(code, _)| **code == locale.code || *code == own).collect();
    context.insert("shards", &serde_json::to_string(&here).unwrap_or_default());
    context.insert("result_counts", &serde_json::to_string(&counts).unwrap_or_default());
    sink.put(&format!("{path}index.html"), site.templates.render_page("search.html", &context)?)
}
