//! The texts of the theme: the same in every language, none missing, none that nobody uses.

use std::collections::{BTreeMap, BTreeSet};

use bacheca::locale::vocabulary_key;
use bacheca::model::{self, Kind};
use fluent_syntax::ast::Entry;

use crate::support::{Tree, none, repository, tree};

/// The language in which the theme is written first.
const FIRST: &str = "it";

fn theme() -> Tree {
    tree(&repository("themes/default"))
}

/// Texts by language and key: each as it is written.
fn texts() -> BTreeMap<String, BTreeMap<String, String>> {
    let files = theme().into_iter().filter_map(|(path, bytes)| {
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

fn keys() -> BTreeSet<String> {
    texts().remove(FIRST).unwrap().into_keys().collect()
}

/// The values that a text puts in, as the parser prints them.
fn variables(text: &str) -> BTreeSet<&str> {
    let found = text.split("VariableReference { id: Identifier { name: \"").skip(1);
    found.filter_map(|rest| rest.split('"').next()).collect()
}

/// The templates of the theme, by path.
fn templates() -> Vec<(String, String)> {
    let templates = theme().into_iter().filter(|(path, _)| path.starts_with("pages/") || path.starts_with("messages/"));
    templates.map(|(path, bytes)| (format!("themes/default/{path}"), String::from_utf8(bytes).unwrap())).collect()
}

/// What a template computes: the insides of `{{ … }}` and `{% … %}`, without comments and quoted texts.
fn expressions(template: &str) -> String {
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
        // A quoted text may hold what would close the tag.
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

/// Keys that a template takes: `t.key`.
fn taken(template: &str) -> BTreeSet<String> {
    let name = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
    let text = expressions(template);
    let found =
        text.match_indices("t.").filter(|(at, _)| !text[..*at].ends_with(|letter| name(letter) || letter == '.'));
    found
        .map(|(at, _)| text[at + 2..].chars().take_while(|letter| name(*letter)).collect())
        .filter(|key: &String| !key.is_empty())
        .collect()
}

#[test]
fn keys_in_comments_and_quotes_of_a_template_are_no_uses() {
    let template =
        "t.a {# t.b #} {{ t.c ~ \"t.d }}\" ~ x.t.e ~ at.f }} {% if t.g %}{ t.h }{% endif %} {#{{ t.i }}#}{{t.j|f}}";
    assert_eq!(taken(template).into_iter().collect::<Vec<_>>(), ["c", "g", "j"]);
}

#[test]
fn every_language_has_the_same_keys() {
    let texts = texts();
    assert!(texts.len() > 1);
    let first = keys();
    let mut problems = Vec::new();
    for (language, texts) in &texts {
        let own: BTreeSet<String> = texts.keys().cloned().collect();
        problems.extend(first.difference(&own).map(|key| format!("i18n/{language}.ftl has no {key}")));
        problems.extend(
            own.difference(&first).map(|key| format!("i18n/{language}.ftl has {key}, i18n/{FIRST}.ftl does not")),
        );
    }
    none(problems);
}

#[test]
fn every_language_puts_in_the_same_values() {
    let texts = texts();
    let mut problems = Vec::new();
    for (language, translated) in &texts {
        for (key, first) in &texts[FIRST] {
            let Some(text) = translated.get(key) else { continue };
            if variables(text) != variables(first) {
                problems.push(format!(
                    "i18n/{language}.ftl: {key} puts in {:?}, not {:?}",
                    variables(text),
                    variables(first)
                ));
            }
        }
    }
    none(problems);
}

#[test]
fn no_text_is_empty_or_left_in_another_language() {
    let texts = texts();
    let mut problems = Vec::new();
    for (language, translated) in texts.iter().filter(|(language, _)| *language != FIRST) {
        problems.extend(
            translated
                .iter()
                .filter(|(_, text)| *text == "None")
                .map(|(key, _)| format!("i18n/{language}.ftl: {key} is empty")),
        );
        let same = translated.iter().filter(|(key, text)| texts[FIRST].get(*key) == Some(text)).count();
        // Names, levels, signs are the same everywhere; a file that was copied has most of them.
        problems.extend(
            (same * 5 > translated.len())
                .then(|| format!("i18n/{language}.ftl: {same} texts of {} are Italian", translated.len())),
        );
    }
    none(problems);
}

#[test]
fn every_text_that_a_template_takes_exists() {
    let keys = keys();
    let mut problems = Vec::new();
    for (path, text) in templates() {
        problems.extend(taken(&text).difference(&keys).map(|key| format!("{path}: t.{key} is in no file of i18n/")));
    }
    none(problems);
}

/// Those that the program asks for are constants: the compiler says which exist and which nobody uses.
#[test]
fn every_text_of_the_interface_is_used() {
    let mut used: BTreeSet<String> = templates().iter().flat_map(|(_, text)| taken(text)).collect();
    used.extend(bacheca::locale::key::ALL.iter().map(|key| (*key).to_owned()));
    let orphans = keys().into_iter().filter(|key| key.contains('_') || !key.contains('-'));
    let orphans = orphans.filter(|key| !used.contains(key));
    none(orphans.map(|key| format!("nobody uses the text {key}: delete it from every file of i18n/")).collect());
}

/// Every vocabulary: the prefix of its texts and its words.
fn vocabularies() -> BTreeMap<&'static str, Vec<&'static str>> {
    macro_rules! vocabularies {
        ($($name:ident)*) => {
            [$((model::$name::VOCABULARY, model::$name::ALL.iter().map(|word| word.word()).collect())),*]
        };
    }
    let mut all = BTreeMap::from(vocabularies![
        ItemState Readership Attendance Weekday CostKind BenefitKind PayPeriod Recipient Permit PermitState Gender Level CourseSubject EnrolmentWay
        ContractKind HousingKind ActKind AccessKind Admission OrganisationKind CentreKind TranslationMode PartOfDay
    ]);
    all.insert("kind", Kind::ALL.map(Kind::key).to_vec());
    all.insert("deadline", model::Deadline::WORDS.to_vec());
    all.insert("fact", vec![model::NOT_OFFERED, model::NOT_STATED, model::TO_ASK]);
    all
}

#[test]
fn every_vocabulary_is_in_the_table() {
    let source = std::fs::read_to_string(repository("src/model/vocabulary.rs")).unwrap();
    let declared = source.matches("\nvocabulary! {").count();
    // Those that are no enum of this file: the kinds, the deadlines, the honest words.
    assert_eq!(vocabularies().len(), declared + 3, "add the new vocabulary to `vocabularies`");
}

#[test]
fn every_word_that_readers_meet_has_a_text_in_every_language() {
    let source = tree(&repository("src")).into_iter().filter(|(path, _)| !path.starts_with("model"));
    let source: String = source.map(|(_, bytes)| String::from_utf8(bytes).unwrap()).collect();
    let shown = |vocabulary: &str| source.contains(&format!("word(\"{vocabulary}\""));
    let vocabularies = vocabularies();
    let met: BTreeMap<_, _> = vocabularies.iter().filter(|(vocabulary, _)| shown(vocabulary)).collect();
    assert!(met.len() > 12, "the program asks for words otherwise than with `word(\"…\"`: {met:?}");
    let mut problems = Vec::new();
    for (language, texts) in texts() {
        for (vocabulary, words) in &met {
            let missing =
                words.iter().map(|word| vocabulary_key(vocabulary, word)).filter(|key| !texts.contains_key(key));
            problems.extend(missing.map(|key| format!("i18n/{language}.ftl has no {key}")));
        }
    }
    none(problems);
}

#[test]
fn every_text_of_a_vocabulary_is_one_of_its_words() {
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
        // What a kind's list is about.
        longest.is_some() && !(key.starts_with("kind-") && key.ends_with("-lead"))
    };
    let strangers = keys().into_iter().filter(|key| of_vocabulary(key) && !words.contains(key));
    none(strangers.map(|key| format!("the text {key} is of no word: delete it from every file of i18n/")).collect());
}
