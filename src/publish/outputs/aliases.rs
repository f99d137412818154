//! Earlier addresses of an item, printed on walls: each leads to the one it has now, in each
//! language.

use crate::error::Error;
use crate::publish::shared::page_shell::PageHead;
use crate::publish::{Sink, Site};

pub(super) fn publish(site: &Site<'_>, sink: &dyn Sink) -> Result<(), Error> {
    for item in site.board.published() {
        for alias in &item.facts.aliases {
            for locale in site.languages_of(item) {
                let path = format!("{}o/{alias}/", site.prefix(locale));
                let head = PageHead {
                    path: &path,
                    title: item.title(),
                    description: "",
                    noindex: true,
                    feed: "feed.xml".to_owned(),
                    image: None,
                };
                let mut context = site.context(locale, &head, &[])?;
                context.insert("target", &format!("../{}/", item.slug));
                context.insert("target_url", &site.board.url(&format!("{}o/{}/", site.prefix(locale), item.slug)));
                sink.put(&format!("{path}index.html"), site.templates.render_page("redirect.html", &context)?)?;
            }
        }
    }
    Ok(())
}
