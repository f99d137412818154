//! The archive: nothing is ever lost. A list of years, and a list for each year.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::error::Error;
use crate::publish::shared::listing::ListPage;
use crate::publish::shared::page_shell::PageHead;
use crate::publish::{Sink, Site};

#[derive(Serialize)]
struct Year {
    year: i32,
    count: String,
}

pub(super) fn publish(site: &Site<'_>, sink: &dyn Sink) -> Result<(), Error> {
    let mut years: BTreeMap<i32, Vec<usize>> = BTreeMap::new();
    for index in &site.latest {
        if let Some(item) = site.item_at(*index) {
            years.entry(item.year()).or_default().push(*index);
        }
    }
    for locale in site.locales.iter() {
        let path = format!("{}archivio/", site.prefix(locale));
        let head = PageHead {
            path: &path,
            title: locale.text("archive"),
            description: locale.text("archive_lead"),
            noindex: false,
            feed: "feed.xml".to_owned(),
            image: None,
        };
        let mut context = site.context(locale, &head, &site.everywhere(locale, "archivio/"))?;
        let listed: Vec<Year> = years
            .iter()
            .rev()
            .map(|(year, items)| Year {
                year: *year,
                count: locale.format("archive_count", &[("count", items.len().into())]),
            })
            .collect();
        context.insert("years", &listed);
        context.insert("lead", locale.text("archive_lead"));
        sink.put(&format!("{path}index.html"), site.templates.render_page("archive.html", &context)?)?;
        for (year, items) in &years {
            let list = ListPage {
                path: &format!("archivio/{year}/"),
                template: "list.html",
                title: locale.format("archive_year", &[("year", year.to_string().into())]),
                lead: locale.format("archive_count", &[("count", items.len().into())]),
                empty: "",
                feed: "feed.xml".to_owned(),
                items: items.clone(),
                kind: None,
                grouped: false,
            };
            site.publish_list(locale, &list, sink)?;
        }
    }
    Ok(())
}
