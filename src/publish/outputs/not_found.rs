//! The page for addresses that do not exist. It is served at any depth, so its links start at the root.

use crate::error::Error;
use crate::publish::shared::page_shell::PageHead;
use crate::publish::{Sink, Site};

pub(super) fn publish(site: &Site<'_>, sink: &dyn Sink) -> Result<(), Error> {
    let locale = site.locales.own();
    let head = PageHead {
        path: "404.html",
        title: locale.text("not_found_title"),
        description: locale.text("not_found_lead"),
        noindex: true,
        feed: "feed.xml".to_owned(),
        image: None,
    };
    let mut context = site.context(locale, &head, &site.everywhere(locale, ""))?;
    let address = &site.board.config.bacheca.indirizzo;
    let root = url::Url::parse(address).map_or_else(|_| "/".to_owned(), |url| url.path().to_owned());
    context.insert("root", &root);
    context.insert("base", &root);
    site.render_parts(&mut context)?;
    sink.put("404.html", site.templates.render_page("404.html", &context)?)
}
