//! The archive: a list of years, and for each year the list of what is over, by the month in which it closed. No item
//! is ever removed.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::board::{Item, Status};
use crate::locale::{Locale, key};
use crate::publish::shared::list_group::ListGroup;
use crate::publish::shared::listing::{ItemList, KindCount, ListTexts, list_items, list_pages};
use crate::publish::shared::page_shell::PageHead;
use crate::publish::{PageSpec, RenderContext};

#[derive(Serialize)]
struct Year<'l> {
    year: i32,
    count: String,
    kinds: Vec<KindCount<'l>>,
}

/// Search engines list both: closed items can only be reached through their year, and people search for «2024».
pub(super) fn pages(context: &RenderContext) -> Vec<PageSpec<'_>> {
    let mut years: BTreeMap<i32, Vec<(ListGroup, usize)>> = BTreeMap::new();
    for (_, index) in list_items(context, is_over) {
        if let Some(item) = context.item_at(index) {
            let (year, group) = ListGroup::in_archive(item);
            years.entry(year).or_default().push((group, index));
        }
    }
    for items in years.values_mut() {
        items.sort_by_key(|(group, _)| *group);
    }
    let by_year = years.clone();
    let archive = PageSpec::new(context, "archivio/", move |page, locale| {
        let lead = locale.text(key::archive_lead);
        let head = PageHead { description: lead, ..page.head(context, locale, locale.text(key::archive)) };
        let mut values = context.page_values(locale, &head)?;
        let year = |(year, items): (&i32, &Vec<(ListGroup, usize)>)| Year {
            year: *year,
            count: format_count(locale, items.len()),
            kinds: context.count_kinds(locale, items),
        };
        values.insert("years", &by_year.iter().rev().map(year).collect::<Vec<Year<'_>>>());
        values.insert("lead", lead);
        let open = context.index.open.len();
        let open_label = locale.format(key::archive_open, &[("count", open.into())]);
        values.insert("open", &(open > 0).then_some(open_label));
        context.templates.render_page("archive.html", &values)
    });
    std::iter::once(archive)
        .chain(years.into_iter().flat_map(|(year, items)| list_pages(context, year_list(year, items))))
        .collect()
}

/// Whether an item is over: neither open, nor full, nor to be checked again.
fn is_over(item: &Item) -> bool {
    matches!(item.status, Status::Closed(_) | Status::Cancelled(_))
}

fn year_list<'c>(year: i32, items: Vec<(ListGroup, usize)>) -> ItemList<'c> {
    let total = items.len();
    ItemList {
        path: format!("archivio/{year}/"),
        template: "list.html",
        texts: Box::new(move |locale| ListTexts {
            title: locale.format(key::archive_year, &[("year", year.to_string().into())]),
            lead: format_count(locale, total),
            empty: String::new(),
        }),
        feed: "feed.xml".to_owned(),
        items,
        contact_points: Vec::new(),
        kind: None,
        offline: None,
        paper: None,
        counts_kinds: true,
    }
}

fn format_count(locale: &Locale, items: usize) -> String {
    locale.format(key::archive_count, &[("count", items.into())])
}
