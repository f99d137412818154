//! Findings in the words of a form, whose reader sees labels and no file.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::diagnostic::{MessageLanguage, StaticText};
use crate::model::{Opportunity, Record, fields_within};

/// Labels of fields by key, those of the announcement before those within.
static LABELS: LazyLock<HashMap<&str, StaticText>> = LazyLock::new(|| {
    let within = Opportunity::FIELDS.iter().flat_map(|field| fields_within(field.key));
    let mut labels = HashMap::new();
    for field in Opportunity::FIELDS.iter().chain(within) {
        labels.entry(field.key).or_insert(field.label);
    }
    labels
});

/// Replaces keys in a message by the labels of their fields, and code by quoted words.
#[must_use]
pub fn name_fields(message: &str, language: MessageLanguage) -> String {
    let (open, close) = match language {
        MessageLanguage::Italian => ('«', '»'),
        MessageLanguage::English => ('“', '”'),
    };
    let mut named = String::with_capacity(message.len());
    let mut rest = message;
    while let Some(start) = rest.find(['`', '«']) {
        let (before, quoted) = rest.split_at(start);
        let (sign, end) = if quoted.starts_with('`') { ('`', '`') } else { ('«', '»') };
        let inner = quoted.get(sign.len_utf8()..).unwrap_or_default();
        let Some(length) = inner.find(end) else { break };
        let (word, after) = inner.split_at(length);
        named.push_str(before);
        named.push(open);
        named.push_str(LABELS.get(word).map_or(word.trim_matches('"'), |label| label.in_language(language)));
        named.push(close);
        rest = after.get(end.len_utf8()..).unwrap_or_default();
    }
    named.push_str(rest);
    named
}

/// The hint of a finding, if it says what to answer and not how to write a file or run the program.
pub(super) fn hint_for_form(hint: &str, language: MessageLanguage) -> Option<String> {
    let is_about_files = hint.split('`').skip(1).step_by(2).any(|code| {
        let key = code.split(':').next().unwrap_or_default();
        code.contains(['{', '['])
            || code.starts_with("bacheca ")
            || code.contains(".md")
            || key.len() < code.len() && is_key(key)
    });
    (!is_about_files && !hint.contains(".md") && !hint.contains("content/")).then(|| name_fields(hint, language))
}

/// Whether a word is the key of a line in a file.
fn is_key(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_become_labels_and_other_words_stay() {
        let italian = |message| name_fields(message, MessageLanguage::Italian);
        assert_eq!(
            italian("manca «titolo»: per «formazione» è obbligatorio"),
            "manca «Titolo»: per «formazione» è obbligatorio"
        );
        assert_eq!(italian("senza fine: «titolo"), "senza fine: «titolo");
        let english = |message| name_fields(message, MessageLanguage::English);
        assert_eq!(english("`titolo` is missing"), "“Title” is missing");
        assert_eq!(english("write `\"10:00-12:30\"`"), "write “10:00-12:30”");
    }

    #[test]
    fn hints_about_files_are_left_out() {
        let hint = |hint| hint_for_form(hint, MessageLanguage::Italian);
        assert_eq!(hint("aggiungi una riga come `date: {inizio: 2026-12-01}`"), None);
        assert_eq!(hint("se lo devi chiedere: `stato: bozza`"), None);
        assert_eq!(hint("`bacheca check --fix` le sistema"), None);
        assert_eq!(hint("scrivi il nome del file senza `.md`"), None);
        assert_eq!(hint("scrivi `\"10:00-12:30\"`").as_deref(), Some("scrivi «10:00-12:30»"));
        assert_eq!(hint("scrivi tutto l'indirizzo").as_deref(), Some("scrivi tutto l'indirizzo"));
    }
}
