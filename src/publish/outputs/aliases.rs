//! Redirects from earlier addresses, which may be on printed posters: from former names of an item to its current one, in
//! each language; and from the pages of languages that the board no longer has to its own.

use std::collections::BTreeSet;

use crate::board::Item;
use crate::error::Error;
use crate::locale::Locale;
use crate::model::Slug;
use crate::publish::item_output::has_page;
use crate::publish::shared::page_shell::{PageHead, root_path};
use crate::publish::{PageSpec, RenderContext};

pub(super) fn pages<'c>(context: &'c RenderContext) -> Vec<PageSpec<'c>> {
    let aliases = context.board.published().flat_map(|item| item.facts.aliases.iter().map(move |alias| (item, alias)));
    let page = |(item, alias): (&'c Item, &'c Slug)| {
        PageSpec::new(context, item_path(alias), move |page, locale| {
            let target = format!("{}{}", locale.root, item_path(&item.slug));
            render_redirect(context, page, locale, item.title(), (&format!("../{}/", item.slug), &target))
        })
        .in_languages(|code| has_page(item, code, &context.board.config.bacheca.lingua).then_some(true))
        .not_indexed("it leads to the page of the item")
    };
    aliases.map(page).collect()
}

/// For each former language, a redirect from every address that the board's own language has.
pub(super) fn former_languages(context: &RenderContext) -> Vec<PageSpec<'_>> {
    let former = &context.board.config.bacheca.lingue_passate;
    if former.is_empty() {
        return Vec::new();
    }
    let mut paths = BTreeSet::new();
    let others: Vec<&str> = context.locales.iter().skip(1).map(|locale| locale.root.as_str()).collect();
    context.visit_listed(&mut |path| {
        let is_page = path.is_empty() || path.ends_with('/');
        if is_page && !others.iter().any(|root| path.starts_with(root)) {
            paths.insert(path.to_owned());
        }
    });
    // Withdrawn items and former names are not listed.
    for item in context.board.published() {
        paths.extend(std::iter::once(&item.slug).chain(&item.facts.aliases).map(item_path));
    }
    let page = |language: &str, target: &String| {
        let (path, target) = (format!("{language}/{target}"), target.clone());
        let page = PageSpec::at_root(context, path, move |page, locale| {
            let link = format!("{}{target}", root_path(&page.path));
            render_redirect(context, page, locale, &context.board.config.bacheca.nome, (&link, &target))
        });
        page.not_indexed("it leads to the same page in the board's own language")
    };
    former.iter().flat_map(|language| paths.iter().map(|target| page(language, target)).collect::<Vec<_>>()).collect()
}

fn item_path(slug: &Slug) -> String {
    format!("o/{slug}/")
}

/// A page that leads to another, by a relative link and its path below the site's root.
fn render_redirect(
    context: &RenderContext,
    page: &PageSpec<'_>,
    locale: &Locale,
    title: &str,
    (link, target): (&str, &str),
) -> Result<Vec<u8>, Error> {
    let head = PageHead { languages: Vec::new(), ..page.head(context, locale, title) };
    let mut values = context.page_values(locale, &head)?;
    values.insert("target", link);
    values.insert("target_url", &context.board.url(target));
    context.templates.render_page("redirect.html", &values)
}
