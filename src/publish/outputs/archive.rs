//! The archive: nothing is ever lost. A list of years, and a list for each year.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::locale::{Locale, key};
use crate::publish::shared::listing::{ItemList, ListWords, list_pages};
use crate::publish::shared::page_shell::PageHead;
use crate::publish::{PageSpec, RenderContext};

#[derive(Serialize)]
struct Year {
    year: i32,
    count: String,
}

/// Both are listed by search engines: the years are the only way to what is over, and people look for «2024».
pub(super) fn pages(context: &RenderContext) -> Vec<PageSpec<'_>> {
    let mut years: BTreeMap<i32, Vec<usize>> = BTreeMap::new();
    for index in &context.index.latest {
        if let Some(item) = context.item_at(*index) {
            years.entry(item.year()).or_default().push(*index);
        }
    }
    let counts: Vec<(i32, usize)> = years.iter().rev().map(|(year, items)| (*year, items.len())).collect();
    let archive = PageSpec::new(context, "archivio/", move |page, locale| {
        let lead = locale.text(key::archive_lead);
        let head = PageHead { description: lead, ..page.head(context, locale, locale.text(key::archive)) };
        let mut values = context.page_values(locale, &head)?;
        let year = |(year, items): &(i32, usize)| Year { year: *year, count: count(locale, *items) };
        values.insert("years", &counts.iter().map(year).collect::<Vec<Year>>());
        values.insert("lead", lead);
        context.templates.render_page("archive.html", &values)
    });
    std::iter::once(archive)
        .chain(years.into_iter().flat_map(|(year, items)| list_pages(context, list(year, items))))
        .collect()
}

fn list<'c>(year: i32, items: Vec<usize>) -> ItemList<'c> {
    let total = items.len();
    ItemList {
        path: format!("archivio/{year}/"),
        template: "list.html",
        words: Box::new(move |locale| ListWords {
            title: locale.format(key::archive_year, &[("year", year.to_string().into())]),
            lead: count(locale, total),
            empty: String::new(),
        }),
        feed: "feed.xml".to_owned(),
        items,
        kind: None,
        grouped: false,
        offline: None,
    }
}

fn count(locale: &Locale, items: usize) -> String {
    locale.format(key::archive_count, &[("count", items.into())])
}
