//! The search: a page that says what to do without script, and Pagefind's index of what every page
//! says, in its language.

use std::collections::BTreeMap;

use pagefind::api::PagefindIndex;
use pagefind::options::PagefindServiceConfig;
use rayon::prelude::*;

use super::facets::{self, FACETS};
use super::frame::Head;
use super::{Failure, PageOf, Sink, Site};
use crate::board::{Board, Item, Status};
use crate::compose::markdown;

/// Sorts behind every date: what never closes.
const NEVER: &str = "9999-12-31";

/// Files of Pagefind that the search page loads; its ready-made interfaces stay out.
fn is_needed(path: &str) -> bool {
    let interface =
        path.starts_with("pagefind-") && !path.starts_with("pagefind-entry") && !path.starts_with("pagefind-worker");
    !interface || path.ends_with(".pf_meta")
}

struct Record {
    url: String,
    content: String,
    language: String,
    meta: BTreeMap<String, String>,
    filters: BTreeMap<String, Vec<String>>,
    sort: BTreeMap<String, String>,
}

pub(super) fn publish(site: &Site<'_>, sink: &dyn Sink) -> Result<(), Failure> {
    for locale in site.locales.iter() {
        page(site, locale, sink)?;
    }
    let items: Vec<&Item> = site.board.published().filter(|item| item.status != Status::Withdrawn).collect();
    let records: Vec<Record> = items
        .par_iter()
        .flat_map_iter(|item| {
            site.languages_of(item).map(|locale| record(site.board, &site.page_of(item, locale))).collect::<Vec<_>>()
        })
        .collect();
    for file in index(records)? {
        let path = file.filename.to_string_lossy().replace('\\', "/");
        if is_needed(&path) {
            sink.put(&format!("pagefind/{path}"), file.contents)?;
        }
    }
    Ok(())
}

fn index(records: Vec<Record>) -> Result<Vec<pagefind::api::SyntheticFile>, Failure> {
    let said = |error: &dyn std::fmt::Display| format!("ricerca: {error}");
    let runtime = tokio::runtime::Builder::new_current_thread().build().map_err(|error| said(&error))?;
    runtime.block_on(async {
        let options = PagefindServiceConfig::builder().build();
        let mut index = PagefindIndex::new(Some(options)).map_err(|error| said(&error))?;
        for record in records {
            index
                .add_custom_record(
                    record.url,
                    record.content,
                    record.language,
                    Some(record.meta),
                    Some(record.filters),
                    Some(record.sort),
                )
                .await
                .map_err(|error| said(&error))?;
        }
        let mut files = index.get_files().await.map_err(|error| said(&error))?;
        files.sort_by(|left, right| left.filename.cmp(&right.filename));
        Ok(files)
    })
}

fn record(board: &Board, page: &PageOf<'_>) -> Record {
    let (item, sheet) = (page.item, &page.sheet);
    let translation = item.translation(&page.locale.code);
    let body = translation.map_or_else(|| item.document.body(), |translation| translation.document.body());
    let mut content = format!("{}. {}\n", sheet.title.text, sheet.summary.text);
    for row in sheet.facts.iter().chain(&sheet.rows) {
        for line in &row.lines {
            content.push_str(&line.text);
            content.push('\n');
        }
    }
    content.push_str(sheet.organisation.unwrap_or_default());
    content.push('\n');
    // What is over is found by what it was called and what it offered; its prose would weigh more
    // than all that is open.
    if sheet.is_open {
        content.push_str(&markdown::plain(body));
    }
    let meta = [
        ("title", sheet.title.text.to_string()),
        ("summary", sheet.summary.text.to_string()),
        ("kind", sheet.kind.to_owned()),
        ("kind_label", sheet.kind_label.to_owned()),
        ("status", sheet.status.word.to_owned()),
        ("sentence", sheet.status.sentence.clone()),
        ("example", if sheet.example { page.locale.text("example").to_owned() } else { String::new() }),
    ];
    let mut filters =
        BTreeMap::from([("stato".to_owned(), vec![if sheet.is_open { "open" } else { "closed" }.to_owned()])]);
    for facet in &FACETS {
        let values = (facet.values)(board, item);
        if !values.is_empty() {
            filters.insert(facet.name.to_owned(), values);
        }
    }
    let deadline = item.status.closing().map_or_else(|| NEVER.to_owned(), |closing| closing.day.to_string());
    Record {
        url: format!("/{}", page.path),
        content,
        language: page.locale.code.clone(),
        meta: meta.into_iter().map(|(key, value)| (key.to_owned(), value)).collect(),
        filters,
        sort: BTreeMap::from([("scadenza".to_owned(), deadline)]),
    }
}

fn page(site: &Site<'_>, locale: &crate::locale::Locale, sink: &dyn Sink) -> Result<(), Failure> {
    let path = format!("{}cerca/", site.prefix(locale));
    let head = Head {
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
    context.insert("result_counts", &serde_json::to_string(&counts).unwrap_or_default());
    sink.put(&format!("{path}index.html"), site.templates.page("search.html", &context)?)
}
