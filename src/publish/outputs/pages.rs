//! Pages of the board: about, privacy, accessibility, how to announce.

use std::collections::BTreeMap;

use serde::Serialize;
use tera::Value;

use crate::board::PageFile;
use crate::diagnostic::MessageLanguage;
use crate::error::Error;
use crate::locale::Locale;
use crate::markdown;
use crate::model::{Kind, Opportunity, Record};
use crate::publish::shared::page_shell::{PageHead, root_path};
use crate::publish::{PageSpec, RenderContext};

/// Name of the page that explains how to announce; it also lists the required fields of every kind.
const ANNOUNCE_PAGE: &str = "come-annunciare";

#[derive(Serialize)]
struct KindFields {
    key: &'static str,
    label: String,
    /// Language of the labels in `fields`.
    lang: &'static str,
    fields: Vec<&'static str>,
}

pub(super) fn pages(context: &RenderContext) -> Vec<PageSpec<'_>> {
    let board_language = &context.board.config.bacheca.lingua;
    context.board.pages.iter().map(|(name, file)| page_spec(context, board_language, name, file)).collect()
}

fn page_spec<'c>(context: &'c RenderContext, own: &str, name: &'c str, file: &'c PageFile) -> PageSpec<'c> {
    let page =
        PageSpec::new(context, format!("{name}/"), move |page, locale| render(context, page, locale, name, file));
    page.in_languages(|code| Some(code == own || file.translations.contains_key(code)))
}

fn render(
    context: &RenderContext,
    page: &PageSpec<'_>,
    locale: &Locale,
    name: &str,
    file: &PageFile,
) -> Result<Vec<u8>, Error> {
    let translation = file.translations.get(&locale.code);
    let (title, summary, body) = match translation {
        Some(translation) => (&translation.facts.title, &translation.facts.summary, translation.document.body()),
        None => (&file.original.facts.title, &file.original.facts.summary, file.original.document.body()),
    };
    let head = PageHead {
        description: summary.as_deref().unwrap_or_default(),
        ..page.head(context, locale, title.as_deref().unwrap_or(name))
    };
    let mut values = context.page_values(locale, &head)?;
    values.insert("foreign", &(locale.position > 0 && translation.is_none()));
    values.insert("lead", &head.description);
    let body = markdown::render_html(body);
    let body = lead_to_existing_pages(context, page, locale, body.as_str());
    values.insert_value("body", Value::safe_string(&body));
    let fields = if name == ANNOUNCE_PAGE { kind_fields(locale) } else { Vec::new() };
    values.insert("kind_fields", &fields);
    context.templates.render_page("page.html", &values)
}

/// Makes relative links of a page lead to the board's own language where the page's language does not have their target:
/// texts link as if each language had every page.
fn lead_to_existing_pages(context: &RenderContext, page: &PageSpec<'_>, locale: &Locale, html: &str) -> String {
    const LINK: &str = "href=\"../";
    if locale.root.is_empty() || !html.contains(LINK) {
        return html.to_owned();
    }
    let mut pages: BTreeMap<String, (bool, bool)> = BTreeMap::new();
    for (_, other) in context.pages() {
        let has = |code: &str| other.languages.iter().any(|language| language.locale.code == code);
        let languages = (has(&locale.code), has(&context.board.config.bacheca.lingua));
        pages.insert(other.path, languages);
    }
    let up = root_path(&page.path_in(locale));
    let mut parts = html.split(LINK);
    let mut written = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        // Pages of texts are directly below the root of their language: `../regole/#campi` is `regole/`.
        let target = part.split(['"', '#', '?']).next().unwrap_or_default();
        if pages.get(target) == Some(&(false, true)) {
            written.extend(["href=\"", &up]);
        } else {
            written.push_str(LINK);
        }
        written.push_str(part);
    }
    written
}

/// Labels of the fields that the guidelines require for each kind: in English for readers of English, else in Italian.
fn kind_fields(locale: &Locale) -> Vec<KindFields> {
    let (lang, language) =
        if locale.code == "en" { ("en", MessageLanguage::English) } else { ("it", MessageLanguage::Italian) };
    Kind::ALL
        .into_iter()
        .map(|kind| KindFields {
            key: kind.key(),
            label: locale.kind_list_name(kind).to_owned(),
            lang,
            fields: kind
                .spec()
                .required
                .iter()
                .filter_map(|key| Opportunity::FIELDS.iter().find(|field| field.key == *key))
                .map(|field| field.label.in_language(language))
                .collect(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Locales;
    use crate::theme::Theme;

    #[test]
    fn required_fields_are_named_in_english_for_readers_of_english() {
        let locales = Locales::load(&Theme::embedded(), &["it", "en", "fr"].map(str::to_owned)).unwrap();
        for (code, lang, label) in
            [("it", "it", "A chi è rivolto"), ("en", "en", "Who it is for"), ("fr", "it", "A chi è rivolto")]
        {
            let kinds = kind_fields(locales.get(code).unwrap());
            assert!(kinds.iter().all(|kind| kind.lang == lang), "{code}");
            let training = kinds.iter().find(|kind| kind.key == Kind::Training.key()).unwrap();
            assert!(training.fields.contains(&label), "{code}: {:?}", training.fields);
        }
    }
}
