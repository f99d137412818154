//! Redirects from earlier addresses of an item, which may be on printed posters, to the current one in each language.

use crate::board::Item;
use crate::model::Slug;
use crate::publish::item_output::has_page;
use crate::publish::shared::page_shell::PageHead;
use crate::publish::{PageSpec, RenderContext};

pub(super) fn pages<'c>(context: &'c RenderContext) -> Vec<PageSpec<'c>> {
    let aliases = context.board.published().flat_map(|item| item.facts.aliases.iter().map(move |alias| (item, alias)));
    let page = |(item, alias): (&'c Item, &'c Slug)| {
        PageSpec::new(context, format!("o/{alias}/"), move |page, locale| {
            let head = PageHead { languages: Vec::new(), ..page.head(context, locale, item.title()) };
            let mut values = context.page_values(locale, &head)?;
            values.insert("target", &format!("../{}/", item.slug));
            values.insert("target_url", &context.board.url(&format!("{}o/{}/", locale.root, item.slug)));
            context.templates.render_page("redirect.html", &values)
        })
        .in_languages(|code| has_page(item, code, &context.board.config.bacheca.lingua).then_some(true))
        .not_indexed("it leads to the page of the item")
    };
    aliases.map(page).collect()
}
