//! Texts of the theme: every language has all of them, and all are used.

use std::collections::{BTreeMap, BTreeSet};

use bacheca::locale::vocabulary_key;
use bacheca::model::{self, Kind};
use fluent_syntax::ast::Entry;

use crate::support::{Tree, assert_no_problems, read_tree, repository_path};

/// Language in which the theme is written first.
const SOURCE_LANGUAGE: &str = "it";

fn theme_files() -> Tree {
    read_tree(&repository_path("themes/default"))
}

/// Source of each text, by language and key.
fn texts_by_language() -> BTreeMap<String, BTreeMap<String, String>> {
    let files = theme_files().into_iter().filter_map(|(path, bytes)| {
        let language = path.strip_prefix("i18n/")?.strip_suffix(".ftl")?.to_owned();
        let resource = fluent_syntax::parser::parse(String::from_utf8(bytes).unwrap());
        let resource = resource.unwrap_or_else(|(_, errors)| panic!("themes/default/{path}: {errors:?}"));
        let messages = resource.body.into_iter().filter_map(|entry| match entry {
            Entry::Message(message) => Some((message.id.name, format!("{:?}", message.value))),
            _ => None,
        });
        Some((language, messages.collect()))
    });
    files.collect()
}

fn theme_keys() -> BTreeSet<String> {
    texts_by_language().remove(SOURCE_LANGUAGE).unwrap().into_keys().collect()
}

/// Variables in a text, as the parser prints them.
fn used_variables(text: &str) -> BTreeSet<&str> {
    const REFERENCE: &str = "VariableReference { id: Identifier { name: \"";
    let found = text.match_indices(REFERENCE);
    // What only selects a form, such as an article, is a language's own affair.
    let put_in = found.filter(|(at, _)| !text[..*at].ends_with("selector: "));
    put_in.filter_map(|(at, _)| text[at + REFERENCE.len()..].split('"').next()).collect()
}

/// Path and source of each template of the theme.
fn theme_templates() -> Vec<(String, String)> {
    let templates =
        theme_files().into_iter().filter(|(path, _)| path.starts_with("pages/") || path.starts_with("messages/"));
    templates.map(|(path, bytes)| (format!("themes/default/{path}"), String::from_utf8(bytes).unwrap())).collect()
}

/// Expressions of a template: the contents of `{{ … }}` and `{% … %}` without comments and quoted texts.
fn template_expressions(template: &str) -> String {
    let (mut found, mut rest) = (String::new(), template);
    while let Some(at) = rest.find('{') {
        rest = &rest[at..];
        let Some(end) = [("{#", "#}"), ("{{", "}}"), ("{%", "%}")].iter().find(|(open, _)| rest.starts_with(open))
        else {
            rest = &rest[1..];
            continue;
        };
        let close = end.1;
        let is_comment = close == "#}";
        rest = &rest[2..];
        // A quoted text can contain the end of a tag.
        let mut quote = None;
        let length = rest.char_indices().find_map(|(at, letter)| {
            match quote {
                _ if is_comment => {}
                Some(open) if open == letter => quote = None,
                Some(_) => return None,
                None if matches!(letter, '"' | '\'' | '`') => quote = Some(letter),
                None => {}
            }
            let ends = quote.is_none() && rest[at..].starts_with(close);
            if !ends && !is_comment && quote.is_none() && !matches!(letter, '"' | '\'' | '`') {
                found.push(letter);
            }
            ends.then_some(at)
        });
        found.push('\n');
        rest = &rest[length.expect("a tag is closed") + 2..];
    }
    found
}

/// Keys that a template uses as `t.key`.
fn template_keys(template: &str) -> BTreeSet<String> {
    let name = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
    let text = template_expressions(template);
    let found =
        text.match_indices("t.").filter(|(at, _)| !text[..*at].ends_with(|letter| name(letter) || letter == '.'));
    found
        .map(|(at, _)| text[at + 2..].chars().take_while(|letter| name(*letter)).collect())
        .filter(|key: &String| !key.is_empty())
        .collect()
}

#[test]
fn template_keys_ignore_comments_and_quotes() {
    let template =
        "t.a {# t.b #} {{ t.c ~ \"t.d }}\" ~ x.t.e ~ at.f }} {% if t.g %}{ t.h }{% endif %} {#{{ t.i }}#}{{t.j|f}}";
    assert_eq!(template_keys(template).into_iter().collect::<Vec<_>>(), ["c", "g", "j"]);
}

#[test]
fn theme_languages_have_the_same_keys() {
    let texts = texts_by_language();
    assert!(texts.len() > 1);
    let first = theme_keys();
    let mut problems = Vec::new();
    for (language, texts) in &texts {
        let own: BTreeSet<String> = texts.keys().cloned().collect();
        problems.extend(first.difference(&own).map(|key| format!("i18n/{language}.ftl has no {key}")));
        problems.extend(
            own.difference(&first)
                .map(|key| format!("i18n/{language}.ftl has {key}, i18n/{SOURCE_LANGUAGE}.ftl does not")),
        );
    }
    assert_no_problems(problems);
}

#[test]
fn theme_languages_use_the_same_variables() {
    let texts = texts_by_language();
    let mut problems = Vec::new();
    for (language, translated) in &texts {
        for (key, first) in &texts[SOURCE_LANGUAGE] {
            let Some(text) = translated.get(key) else { continue };
            if used_variables(text) != used_variables(first) {
                problems.push(format!(
                    "i18n/{language}.ftl: {key} puts in {:?}, not {:?}",
                    used_variables(text),
                    used_variables(first)
                ));
            }
        }
    }
    assert_no_problems(problems);
}

#[test]
fn theme_text_is_not_empty_or_untranslated() {
    let texts = texts_by_language();
    let mut problems = Vec::new();
    for (language, translated) in texts.iter().filter(|(language, _)| *language != SOURCE_LANGUAGE) {
        problems.extend(
            translated
                .iter()
                .filter(|(_, text)| *text == "None")
                .map(|(key, _)| format!("i18n/{language}.ftl: {key} is empty")),
        );
        let same = translated.iter().filter(|(key, text)| texts[SOURCE_LANGUAGE].get(*key) == Some(text)).count();
        // Names, levels and punctuation are the same in every language; a copied file has most texts the same.
        problems.extend(
            (same * 5 > translated.len())
                .then(|| format!("i18n/{language}.ftl: {same} texts of {} are Italian", translated.len())),
        );
    }
    assert_no_problems(problems);
}

#[test]
fn template_keys_exist() {
    let keys = theme_keys();
    let mut problems = Vec::new();
    for (path, text) in theme_templates() {
        problems.extend(
            template_keys(&text).difference(&keys).map(|key| format!("{path}: t.{key} is in no file of i18n/")),
        );
    }
    assert_no_problems(problems);
}

/// Keys used by the program are constants, so the compiler reports missing and unused ones.
#[test]
fn theme_texts_are_all_used() {
    let mut used: BTreeSet<String> = theme_templates().iter().flat_map(|(_, text)| template_keys(text)).collect();
    used.extend(bacheca::locale::key::ALL.iter().map(|key| (*key).to_owned()));
    let orphans = theme_keys().into_iter().filter(|key| key.contains('_') || !key.contains('-'));
    let orphans = orphans.filter(|key| !used.contains(key));
    assert_no_problems(
        orphans.map(|key| format!("nobody uses the text {key}: delete it from every file of i18n/")).collect(),
    );
}

/// Vocabularies whose words the theme never shows.
const NOT_SHOWN: [&str; 8] = [
    "state",
    "readership",
    "recipient",
    "subject",
    "channel",
    "organisation-state",
    "translation",
    "translation-state",
];

/// Words of each vocabulary, by the prefix of their texts' keys: those of fields, kinds, deadlines and placeholders.
fn vocabularies() -> BTreeMap<&'static str, Vec<&'static str>> {
    let mut all: BTreeMap<_, _> = model::VOCABULARIES.iter().map(|(name, words)| (*name, words.to_vec())).collect();
    all.insert("kind", Kind::ALL.map(Kind::key).to_vec());
    all.insert("deadline", model::Deadline::WORDS.to_vec());
    all.insert("fact", vec![model::NOT_OFFERED, model::NOT_STATED, model::TO_ASK]);
    all
}

#[test]
fn vocabulary_words_have_a_text_in_every_language() {
    let vocabularies = vocabularies();
    assert!(NOT_SHOWN.iter().all(|name| vocabularies.contains_key(name)));
    let shown: Vec<_> = vocabularies.iter().filter(|(vocabulary, _)| !NOT_SHOWN.contains(vocabulary)).collect();
    let mut problems = Vec::new();
    for (language, texts) in texts_by_language() {
        for (vocabulary, words) in &shown {
            let missing =
                words.iter().map(|word| vocabulary_key(vocabulary, word)).filter(|key| !texts.contains_key(key));
            problems.extend(missing.map(|key| format!("i18n/{language}.ftl has no {key}")));
        }
    }
    assert_no_problems(problems);
}

#[test]
fn vocabulary_texts_belong_to_a_word() {
    let vocabularies = vocabularies();
    let words: BTreeSet<String> = vocabularies
        .iter()
        .flat_map(|(vocabulary, words)| words.iter().map(|word| vocabulary_key(vocabulary, word)))
        .collect();
    let of_vocabulary = |key: &String| {
        let longest = vocabularies
            .keys()
            .filter(|vocabulary| key.starts_with(&format!("{vocabulary}-")))
            .max_by_key(|name| name.len());
        // Titles of the lists of kinds.
        longest.is_some() && !(key.starts_with("kind-") && key.ends_with("-lead"))
    };
    let strangers = theme_keys().into_iter().filter(|key| of_vocabulary(key) && !words.contains(key));
    assert_no_problems(
        strangers.map(|key| format!("the text {key} is of no word: delete it from every file of i18n/")).collect(),
    );
}
