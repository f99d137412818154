//! The search: a page, which works without a script as far as it can, and an index of every item and contact point by
//! language. The index is in parts; only those with a changed record get other files.

mod folding;
mod index;
mod language;
mod record;
mod shards;

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::board::Item;
use crate::compose::whatsapp_link;
use crate::error::Error;
use crate::locale::{Locale, key};
use crate::model::ContactPoint;
use crate::publish::shared::facets;
use crate::publish::shared::page_shell::PageHead;
use crate::publish::{Caching, PageSpec, RenderContext, Sink};
use folding::Folding;
use index::{build_part, content_name};
use language::SearchLanguage;
use record::{build_contact_point_record, build_record};
use shards::{Shard, shards_of};

/// Path of the index below the site's root.
const FOLDER: &str = "ricerca/";

/// The search page in each language.
pub(super) fn pages(context: &RenderContext) -> Vec<PageSpec<'_>> {
    let page = PageSpec::new(context, "cerca/", |page, locale| render(context, page, locale));
    vec![page.not_indexed("without a question there is nothing in it; whatever it finds is listed itself")]
}

/// The index.
pub(super) fn index(context: &RenderContext) -> Vec<PageSpec<'_>> {
    vec![PageSpec::folder(context, FOLDER, |sink| render_index(context, sink))]
}

/// Files in the folders of parts are named by their content; the entry of a language, which names them, is not.
pub(super) fn caching(path: &str) -> Caching {
    let is_in_part = path.strip_prefix(FOLDER).is_some_and(|below| below.contains('/'));
    if is_in_part { Caching::Versioned } else { Caching::Revalidate }
}

fn render_index(context: &RenderContext, sink: &dyn Sink) -> Result<(), Error> {
    let folding = Folding::new();
    context.locales.iter().try_for_each(|locale| render_language(context, locale, &folding, sink))
}

/// Writes the index of a language: its parts, and the entry that the script reads first.
fn render_language(context: &RenderContext, locale: &Locale, folding: &Folding, sink: &dyn Sink) -> Result<(), Error> {
    let language = SearchLanguage::read(&context.theme, &locale.code);
    let ignored = language.fold_ignored(folding);
    let mut parts: Vec<Value> = Vec::new();
    let mut letters: BTreeSet<String> = language.letters(folding);
    for shard in shards_of(context, locale) {
        let part = build_part(&shard.name, &records_of(context, &shard)?, folding, &ignored)?;
        part.files.into_iter().try_for_each(|(path, bytes)| sink.put(&format!("{FOLDER}{path}"), bytes))?;
        let description = write_json(&part.description)?;
        let path = format!("{}/part-{}.json", shard.name, content_name(&description));
        parts.push(json!({ "path": path, "open": shard.is_open }));
        sink.put(&format!("{FOLDER}{path}"), description)?;
        letters.extend(part.letters);
    }
    let letters = letters.iter().map(String::as_str).collect();
    let entry = json!({ "parts": parts, "language": language, "folding": folding.to_json(&letters) });
    sink.put(&format!("{FOLDER}{}.json", locale.code), write_json(&entry)?)
}

/// The records of a shard, in the order of lists: what closes first, the archive backwards.
fn records_of(context: &RenderContext, shard: &Shard<'_>) -> Result<Vec<record::Record>, Error> {
    let record = |item: &&Item| build_record(context, &context.item_page(item, shard.locale));
    let contact_point = |(id, contact_point): &(&str, &ContactPoint)| {
        build_contact_point_record(context, shard.locale, id, contact_point)
    };
    let records = shard.items.iter().map(record).chain(shard.contact_points.iter().map(contact_point));
    let mut records = records.collect::<Result<Vec<_>, Error>>()?;
    records.sort_by(|one, other| one.sort.cmp(&other.sort));
    if !shard.is_open {
        records.reverse();
    }
    Ok(records)
}

fn write_json(value: &Value) -> Result<Vec<u8>, Error> {
    serde_json::to_vec(value).map_err(|error| Error::internal("search index", error))
}

/// Renders the search page of a language.
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
    let words = |key, names: &[&'static str]| {
        let placeholders: Vec<_> = names.iter().map(|name| (*name, format!("{{{name}}}").into())).collect();
        locale.format(key, &placeholders)
    };
    let (sentences, choice) = result_sentences(locale);
    let texts = json!({
        "counts": sentences,
        "choice": choice,
        "failed": locale.text(key::search_failed),
        "instead": words(key::search_instead, &["asked", "word"]),
        "nothing": words(key::search_nothing_open, &["words"]),
        "unfiltered": words(key::search_unfiltered, &["count"]),
    });
    values.insert("texts", &texts.to_string());
    // The script adds what was asked.
    values.insert("whatsapp", &context.whatsapp_number().map(|number| whatsapp_link(&number, "")));
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
