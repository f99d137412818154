//! Pages of the board: about, privacy, accessibility, how to announce.

use serde::Serialize;
use tera::Value;

use crate::compose::markdown;
use crate::error::Error;
use crate::model::{Kind, Opportunity, Record};
use crate::publish::shared::page_shell::PageHead;
use crate::publish::{Sink, Site};

/// The page that explains how to announce: the program adds the fields of every kind.
const ANNOUNCE: &str = "come-annunciare";

#[derive(Serialize)]
struct KindFields {
    key: &'static str,
    label: String,
    fields: Vec<&'static str>,
}

pub(super) fn publish(site: &Site<'_>, sink: &dyn Sink) -> Result<(), Error> {
    let own = &site.board.config.bacheca.lingua;
    for (name, page) in &site.board.pages {
        for locale in site.locales.iter() {
            let translation = page.translations.get(&locale.code);
            let is_own = locale.code == *own;
            let (title, summary, body) = match translation {
                Some(translation) => {
                    (&translation.facts.title, &translation.facts.summary, translation.document.body())
                }
                None => (&page.original.facts.title, &page.original.facts.summary, page.original.document.body()),
            };
            let below = format!("{name}/");
            let path = format!("{}{below}", site.prefix(locale));
            let head = PageHead {
                path: &path,
                title: title.as_deref().unwrap_or(name),
                description: summary.as_deref().unwrap_or_default(),
                noindex: !is_own && translation.is_none(),
                feed: "feed.xml".to_owned(),
                image: None,
            };
            let languages = site.languages_with_page(
                locale,
                &below,
                |_| true,
                |code| code == own || page.translations.contains_key(code),
            );
            let mut context = site.context(locale, &head, &languages)?;
            context.insert("foreign", &(!is_own && translation.is_none()));
            context.insert("lead", &head.description);
            context.insert_value("body", Value::safe_string(&markdown::render_html(body)));
            let fields = if name == ANNOUNCE { fields(locale) } else { Vec::new() };
            context.insert("kind_fields", &fields);
            sink.put(&format!("{path}index.html"), site.templates.render_page("page.html", &context)?)?;
        }
    }
    Ok(())
}

/// What the guidelines ask of each kind, from its declaration.
fn fields(locale: &crate::locale::Locale) -> Vec<KindFields> {
    Kind::ALL
        .into_iter()
        .map(|kind| KindFields {
            key: kind.key(),
            label: locale.vocabulary_text("kind", kind.key()).unwrap_or(kind.key()).to_owned(),
            fields: kind
                .spec()
                .required
                .iter()
                .filter_map(|key| Opportunity::FIELDS.iter().find(|field| field.key == *key))
                .map(|field| field.label)
                .collect(),
        })
        .collect()
}
