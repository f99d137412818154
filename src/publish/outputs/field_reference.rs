//! The reference of fields: of each kind of announcement what can be written, from the declarations that the program reads
//! files with. In Italian, and in English for boards that have it.

use serde::Serialize;
use serde_json::Value as Json;

use crate::diagnostic::{MessageLanguage, text};
use crate::error::Error;
use crate::locale::Locale;
use crate::model::{Kind, Opportunity, Record, requirement};
use crate::publish::shared::addresses::{FIELD_REFERENCE_PATH, FIELD_REFERENCE_TITLE};
use crate::publish::shared::page_shell::PageHead;
use crate::publish::{PageSpec, RenderContext};

/// Most words that a value is listed with: longer vocabularies are in the schema.
const MAX_WORDS: usize = 40;

/// A field on the page of a kind.
#[derive(Serialize)]
struct FieldValues {
    key: &'static str,
    label: &'static str,
    /// What to ask whoever knows; `None` where the label says all.
    question: Option<String>,
    is_required: bool,
    /// Fields each of which is enough in its place.
    instead: &'static [&'static str],
    /// The words that are understood, if only some are.
    words: Vec<String>,
    example: &'static str,
}

pub(super) fn pages(context: &RenderContext) -> Vec<PageSpec<'_>> {
    let own = &context.board.config.bacheca.lingua;
    let list = PageSpec::new(context, FIELD_REFERENCE_PATH, |page, locale| render(context, page, locale, None));
    let kinds = Kind::ALL.into_iter().map(|kind| {
        PageSpec::new(context, format!("{FIELD_REFERENCE_PATH}{}/", kind.key()), move |page, locale| {
            render(context, page, locale, Some(kind))
        })
    });
    let pages = std::iter::once(list).chain(kinds);
    pages.map(|page| page.without_items().in_languages(|code| (code == own || code == "en").then_some(true))).collect()
}

fn render(context: &RenderContext, page: &PageSpec<'_>, locale: &Locale, kind: Option<Kind>) -> Result<Vec<u8>, Error> {
    let language = if locale.code == "en" { MessageLanguage::English } else { MessageLanguage::Italian };
    let text_in = |it, en| text(it, en).in_language(language);
    let list_title = FIELD_REFERENCE_TITLE.in_language(language);
    let lead = text_in(
        "Che cosa si può scrivere nel file di un annuncio: ogni campo con il suo nome, che cos'è e un esempio da copiare.",
        "What the file of an announcement can say: each field with its name, what it is, and an example to copy.",
    );
    let name = |kind: Kind| locale.vocabulary_text("kind", kind.key()).unwrap_or(kind.key());
    let title = kind
        .map_or_else(|| list_title.to_owned(), |kind| format!("{}: {}", text_in("I campi", "The fields"), name(kind)));
    let head = PageHead { description: lead, ..page.head(context, locale, &title) };
    let mut values = context.page_values(locale, &head)?;
    let kinds: Vec<(&str, &str)> = Kind::ALL.into_iter().map(|kind| (kind.key(), name(kind))).collect();
    values.insert("lead", lead);
    values.insert("list_title", list_title);
    values.insert("kinds", &kinds);
    values.insert("kind", &kind.map(Kind::key));
    values.insert("fields", &kind.map_or_else(Vec::new, |kind| describe_fields(kind, language)));
    values.insert("required_label", text_in("serve sempre", "always needed"));
    values.insert("instead_label", text_in("oppure", "or"));
    values.insert("words_label", text_in("Una di queste parole", "One of these words"));
    context.templates.render_page("field-reference.html", &values)
}

/// Fields of a kind: first what it must have.
fn describe_fields(kind: Kind, language: MessageLanguage) -> Vec<FieldValues> {
    let required = kind.required(None);
    let fields = Opportunity::described().filter(|(field, _)| kind.has_field(field.key));
    let mut fields: Vec<FieldValues> = fields
        .map(|(field, schema)| FieldValues {
            key: field.key,
            label: field.label.in_language(language),
            // Other records ask something else under the same key.
            question: requirement(field.key)
                .filter(|_| required.contains(&field.key))
                .map(|asked| kind.question(asked).in_language(language).to_owned()),
            is_required: field.key == "tipo" || required.contains(&field.key),
            instead: kind.instead_of(field.key),
            words: if field.key == "tipo" { Vec::new() } else { list_words(&schema()) },
            example: if field.key == "tipo" { kind.key() } else { kind.example(field) },
        })
        .collect();
    fields.sort_by_key(|field| !field.is_required);
    fields
}

/// The words of a vocabulary, alone or in a list; none where other texts are understood too.
fn list_words(schema: &Json) -> Vec<String> {
    let alternatives = schema["anyOf"].as_array();
    let found =
        alternatives.into_iter().flatten().chain([schema, &schema["items"]]).find_map(|one| one["enum"].as_array());
    let words: Vec<String> = found.into_iter().flatten().filter_map(Json::as_str).map(str::to_owned).collect();
    let is_placeholder = words.iter().any(|word| word == crate::model::TO_ASK);
    if is_placeholder || words.len() > MAX_WORDS { Vec::new() } else { words }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_says_what_it_is_and_shows_an_example() {
        for language in [MessageLanguage::Italian, MessageLanguage::English] {
            for kind in Kind::ALL {
                let fields = describe_fields(kind, language);
                for field in &fields {
                    assert!(!field.label.is_empty() && !field.example.is_empty(), "{}: {}", kind.key(), field.key);
                }
                for key in kind.required(None) {
                    let found = fields.iter().find(|field| field.key == *key);
                    assert!(
                        found.is_some_and(|field| field.is_required && field.question.is_some()),
                        "{}: {key}",
                        kind.key()
                    );
                }
                assert_eq!(fields.iter().find(|field| field.key == "stato").unwrap().words[0], "bozza");
            }
        }
    }
}
