//! One list for each kind: open first, then what is over.

use crate::error::Error;
use crate::model::Kind;
use crate::publish::shared::listing::{ListPage, open_then_rest};
use crate::publish::{Sink, Site};

pub(super) fn publish(site: &Site<'_>, sink: &dyn Sink) -> Result<(), Error> {
    for kind in Kind::ALL {
        let items = open_then_rest(site, |item| item.kind() == kind);
        for locale in site.locales.iter() {
            let lead = format!("kind-{}-lead", kind.key());
            let list = ListPage {
                path: &format!("{}/", kind.key()),
                template: "list.html",
                title: locale.vocabulary_text("kind", kind.key()).unwrap_or(kind.key()).to_owned(),
                lead: locale.text(&lead).to_owned(),
                empty: locale.text("kind_empty"),
                feed: format!("{}/feed.xml", kind.key()),
                items: items.clone(),
                kind: Some(kind.key()),
                grouped: true,
            };
            site.publish_list(locale, &list, sink)?;
        }
    }
    Ok(())
}
