//! Finds texts that are not in the language of their file: an English body in an Italian announcement, a translation that
//! was left in Italian.

use std::collections::HashMap;
use std::sync::LazyLock;

use unicode_script::{Script, UnicodeScript};

use crate::board::{Board, Item, Located};
use crate::check::{Check, CheckFunction, Findings, word_lists, written_body};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::FieldPath;
use crate::path;
use crate::source::Document;

word_lists! { "other_language.txt":
    /// Small words of Italian that the other languages here do not have.
    ITALIAN = "it";
    /// Of English.
    ENGLISH = "en";
    /// Of French.
    FRENCH = "fr";
    /// Of Spanish.
    SPANISH = "es";
}

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "other-language",
        severity: Severity::Warning,
        group: RuleGroup::Translations,
        summary: text("ogni testo è nella lingua del suo file", "each text is in the language of its file"),
        explanation: text(
            "L'annuncio si scrive in italiano, ogni traduzione nel suo file (`corso.en.md`, `corso.ar.md`): solo così chi legge trova la sua lingua, e la voce del telefono legge bene.",
            "The announcement is written in Italian, each translation in its file (`corso.en.md`, `corso.ar.md`): only so do readers find their language, and the voice of the telephone reads well.",
        ),
        wrong: "---\nThis is a free course for people who want to learn Italian and meet new friends.",
        right: "---\nQuesto è un corso gratuito per chi vuole imparare l'italiano e conoscere persone.",
        origin: "WCAG 2.2, criteri 3.1.1 e 3.1.2",
    },
    function: CheckFunction::Item(check),
};

/// Fewest letters and fewest small words from which a language is told.
const MIN_LETTERS: usize = 12;
const MIN_WORDS: usize = 4;
/// Fewest bytes of a text in Latin letters that is certainly not in Arabic, Russian or Chinese: names are shorter.
const MIN_LATIN_BYTES: usize = 40;
/// Bytes of the beginning of a text that are read: enough for some forty words.
const MAX_BYTES: usize = 300;
/// Longest small word, in bytes.
const LONGEST: usize = 8;

/// A small word in lower case, and the place of its language in [`LATIN`].
type SmallWords = HashMap<[u8; LONGEST], usize, foldhash::fast::FixedState>;

/// Languages with Latin letters that are told apart.
const LATIN: [&str; 4] = ["it", "en", "fr", "es"];

/// Small words of all languages; those that two have tell nothing and are left out.
static SMALL_WORDS: LazyLock<SmallWords> = LazyLock::new(|| {
    let lists = [&ITALIAN, &ENGLISH, &FRENCH, &SPANISH];
    let mut words = SmallWords::default();
    let mut shared = Vec::new();
    for (language, list) in lists.iter().enumerate() {
        for word in list.entries().iter().flat_map(|entry| &entry.forms).filter_map(|form| small_word(form)) {
            if words.insert(word, language).is_some() {
                shared.push(word);
            }
        }
    }
    words.retain(|word, _| !shared.contains(word));
    words
});

/// The bytes of a word in lower case; `None` if it is too long.
fn small_word(word: &str) -> Option<[u8; LONGEST]> {
    let mut bytes = [0; LONGEST];
    bytes.get_mut(..word.len())?.copy_from_slice(word.as_bytes());
    bytes.make_ascii_lowercase();
    Some(bytes)
}

fn check(board: &Board, item: &Item, findings: &mut Findings<'_>) {
    let own = board.config.bacheca.lingua.as_str();
    let title = item.facts.title.value().map(String::as_str);
    let texts = [(path![titolo], title), (path![sintesi], Some(item.summary()))];
    report_first(own, item, &item.document, &texts, findings);
    for (language, translation) in &item.translations {
        let facts = &translation.facts;
        let texts = [(path![titolo], facts.title.as_deref()), (path![sintesi], facts.summary.as_deref())];
        report_first(language, translation, &translation.document, &texts, findings);
    }
}

/// Reports the first of title, summary and text that is in another language.
fn report_first(
    language: &str,
    file: &dyn Located,
    document: &Document,
    texts: &[(FieldPath, Option<&str>)],
    findings: &mut Findings<'_>,
) {
    let words = |found: &str| {
        (
            localized!(
                "questo testo non è in «{language}»: sembra «{found}»",
                "this text is not in `{language}`: it looks like `{found}`"
            ),
            localized!(
                "metti ogni lingua nel suo file: il nome finisce con `.{found}.md`",
                "put each language into its file: the name ends in `.{found}.md`"
            ),
        )
    };
    for (field, text) in texts {
        if let Some(found) = text.and_then(|text| other_language(language, text)) {
            let (message, hint) = words(found);
            findings.report_at_field(file, *field, message, hint);
            return;
        }
    }
    let body = written_body(file);
    // Each text alone may be too short.
    let is_short = body.text.len() < MAX_BYTES;
    let all = || texts.iter().filter_map(|(_, text)| *text).chain([body.text]).collect::<Vec<_>>().join(" ");
    if let Some(found) = other_language(language, document.body())
        .or_else(|| is_short.then(all).and_then(|all| other_language(language, &all)))
    {
        let (message, hint) = words(found);
        let start = body.text.len() - body.text.trim_start().len();
        let end = start + body.text.trim_start().lines().next().unwrap_or_default().trim_end().len();
        findings.report_in_passage(document, &body, start..end, message, hint);
    }
}

/// The language of a text, if it is clearly another than `language`.
fn other_language(language: &str, text: &str) -> Option<&'static str> {
    let text = text.get(..text.floor_char_boundary(MAX_BYTES.min(text.len()))).unwrap_or_default();
    let script = main_script(text)?;
    let expected = match language {
        "ar" | "fa" | "ur" | "ps" => Script::Arabic,
        "bn" => Script::Bengali,
        "ru" | "uk" => Script::Cyrillic,
        "zh" => Script::Han,
        "it" | "en" | "fr" | "es" => Script::Latin,
        // Of other languages nothing is known here.
        _ => return None,
    };
    match script {
        // A long text in Latin letters has few small words only if it is a list of names.
        Script::Latin if expected != Script::Latin && text.len() >= MIN_LATIN_BYTES => {
            Some(latin_language(text, MIN_WORDS / 2).unwrap_or("it"))
        }
        Script::Latin => latin_language(text, MIN_WORDS).filter(|found| *found != language),
        script if script == expected => None,
        Script::Arabic => Some("ar"),
        Script::Bengali => Some("bn"),
        Script::Cyrillic => Some("ru"),
        Script::Han => Some("zh"),
        _ => None,
    }
}

/// The script of nearly all letters of a text.
fn main_script(text: &str) -> Option<Script> {
    let mut counts: Vec<(Script, usize)> = Vec::new();
    for letter in text.chars().filter(|c| c.is_alphabetic()) {
        let script = if letter.is_ascii() { Script::Latin } else { letter.script() };
        match counts.iter_mut().find(|(known, _)| *known == script) {
            Some((_, count)) => *count += 1,
            None => counts.push((script, 1)),
        }
    }
    let all: usize = counts.iter().map(|(_, count)| count).sum();
    let (script, most) = counts.into_iter().max_by_key(|(_, count)| *count)?;
    (all >= MIN_LETTERS && most * 4 > all * 3).then_some(script)
}

/// The language of a text in Latin letters by its small words, if one leads clearly.
fn latin_language(text: &str, fewest: usize) -> Option<&'static str> {
    let mut counts = LATIN.map(|language| (0_usize, language));
    for word in text.split(|c: char| !c.is_alphabetic()) {
        let language = small_word(word).and_then(|word| SMALL_WORDS.get(&word).copied());
        if let Some((count, _)) = language.and_then(|language| counts.get_mut(language)) {
            *count += 1;
        }
    }
    counts.sort_unstable_by(|left, right| right.cmp(left));
    let [(most, language), (second, _), ..] = counts;
    (most >= fewest && most > second * 2).then_some(language)
}

#[cfg(test)]
mod tests {
    use super::other_language;

    #[test]
    fn languages_are_told_by_script_and_small_words() {
        let italian = "Questo è un corso gratuito per chi vuole imparare la lingua e non la conosce.";
        let english = "This is a free course for people who want to learn the language with us.";
        for (language, text, found) in [
            ("it", italian, None),
            ("it", english, Some("en")),
            ("en", italian, Some("it")),
            ("ar", italian, Some("it")),
            ("it", "دورة مجانية في اللغة", Some("ar")),
            ("fa", "دوره رایگان زبان ایتالیایی", None),
            ("it", "Know Your Rights", None),
            ("it", "Corso con Google Meet e WhatsApp: العربية", None),
            ("ar", "Corso di italiano per chi capisce frasi semplici", Some("it")),
            ("ar", "Know Your Rights", None),
            ("sq", english, None),
        ] {
            assert_eq!(other_language(language, text), found, "{text}");
        }
    }
}
