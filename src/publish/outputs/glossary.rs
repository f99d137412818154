//! The glossary: words of offices with what they mean in easy words, in each language that has them; and announcements in
//! easy words, in the board's language.

use serde::Serialize;

use crate::board::{Item, Term};
use crate::locale::{Locale, key};
use crate::publish::shared::addresses::{EASY_PATH, GLOSSARY_PAGE_PATH};
use crate::publish::shared::easy_text::{easy_lines, has_easy_items};
use crate::publish::shared::page_shell::{PageHead, root_path};
use crate::publish::{PageSpec, RenderContext};

/// A term in a language.
#[derive(Serialize)]
struct TermValues<'g> {
    /// Its place on the page.
    slug: String,
    /// As offices write it.
    term: &'g str,
    /// What it is called in the language of the page; `None` in the board's own, or if that is the term itself.
    name: Option<&'g str>,
    meaning: &'g str,
    /// Whether it has no translation: the meaning is in the board's language.
    foreign: bool,
}

/// An announcement in easy words.
#[derive(Serialize)]
struct EasyValues<'i> {
    slug: &'i str,
    kind_label: &'i str,
    title: &'i str,
    lines: Vec<tera::Value>,
}

pub(super) fn pages(context: &RenderContext) -> Vec<PageSpec<'_>> {
    let glossary = context.board.glossary.as_deref().filter(|glossary| !glossary.terms.is_empty());
    let own = &context.board.config.bacheca.lingua;
    let words = glossary.map(|glossary| {
        PageSpec::new(context, GLOSSARY_PAGE_PATH, move |page, locale| {
            let lead = locale.text(key::glossary_lead);
            let head = PageHead { description: lead, ..page.head(context, locale, locale.text(key::glossary_title)) };
            let mut values = context.page_values(locale, &head)?;
            values.insert("lead", lead);
            values.insert("terms", &glossary.terms.iter().map(|term| term_values(term, locale)).collect::<Vec<_>>());
            values.insert("easy", &(locale.position == 0 && has_easy_items(context)));
            context.templates.render_page("glossary.html", &values)
        })
        .in_languages(|code| (code == own || glossary.has_language(code)).then_some(true))
    });
    let easy = has_easy_items(context).then(|| {
        PageSpec::at_root(context, EASY_PATH, move |page, locale| {
            let title = locale.text(key::easy_title);
            let lead = locale.text(key::easy_lead);
            let head = PageHead { description: lead, ..page.head(context, locale, title) };
            let mut values = context.page_values(locale, &head)?;
            let root = root_path(EASY_PATH);
            let items = context.open_items().into_iter().filter(|item| !item.facts.easy.is_empty());
            values.insert("lead", lead);
            values.insert("items", &items.map(|item| easy_values(context, item, locale, &root)).collect::<Vec<_>>());
            context.templates.render_page("easy.html", &values)
        })
    });
    words.into_iter().chain(easy).collect()
}

fn term_values<'g>(term: &'g Term, locale: &Locale) -> TermValues<'g> {
    let translation = term.translations.get(&locale.code).filter(|_| locale.position > 0);
    let name = translation.and_then(|translation| translation.names.first()).map(String::as_str);
    TermValues {
        slug: term.slug(),
        term: &term.term,
        name: name.filter(|name| *name != term.term),
        meaning: translation.map_or(&term.meaning, |translation| &translation.meaning),
        foreign: locale.position > 0 && translation.is_none(),
    }
}

fn easy_values<'i>(context: &'i RenderContext, item: &'i Item, locale: &'i Locale, root: &str) -> EasyValues<'i> {
    EasyValues {
        slug: item.slug.as_str(),
        kind_label: locale.vocabulary_text("kind", item.kind().key()).unwrap_or_default(),
        title: item.short_title(),
        lines: easy_lines(&context.board, item, root),
    }
}
