//! The page for addresses that do not exist. Hosts serve it at any depth, so its links are relative to the host's
//! root, and for every language, so it says the same in each.

use serde::Serialize;

use crate::locale::key;
use crate::publish::shared::page_shell::PageHead;
use crate::publish::{PageSpec, RenderContext};

/// The message in another language.
#[derive(Serialize)]
struct OtherLanguage<'p> {
    lang: &'p str,
    dir: &'p str,
    title: &'p str,
    link: &'p str,
    search: &'p str,
    /// Path of the language's home page below the site's root.
    path: &'p str,
}

pub(super) fn pages(context: &RenderContext) -> Vec<PageSpec<'_>> {
    let page = PageSpec::at_root(context, "404.html", |page, locale| {
        let head = PageHead {
            description: locale.text(key::not_found_lead),
            languages: context.home_links(locale),
            ..page.head(context, locale, locale.text(key::not_found_title))
        };
        let mut values = context.page_values(locale, &head)?;
        let address = &context.board.config.bacheca.indirizzo;
        let root = url::Url::parse(address).map_or_else(|_| "/".to_owned(), |url| url.path().to_owned());
        let others = context.locales.iter().skip(1).map(|other| OtherLanguage {
            lang: &other.code,
            dir: &other.direction,
            title: other.text(key::not_found_title),
            link: other.text(key::see_open),
            search: other.text(key::search_title),
            path: &other.root,
        });
        values.insert("others", &others.collect::<Vec<OtherLanguage<'_>>>());
        values.insert("root", &root);
        values.insert("base", &root);
        context.replace_parts(&mut values)?;
        context.templates.render_page("404.html", &values)
    });
    vec![page.not_indexed("there is nothing at the addresses that it stands for").without_items()]
}
