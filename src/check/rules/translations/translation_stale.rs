//! A translation says which words it translates; when they have changed since, the reader is told.

use std::collections::BTreeMap;

use crate::board::{Board, Profile};
use crate::check::{Check, Findings, Look};
use crate::diagnostic::Rule;
use crate::model::Translation;
use crate::source::Step;
use crate::words;

pub(super) const CHECK: Check = Check {
    rule: Rule::warning(
        "translation-stale",
        "una traduzione segue l'originale",
        "a translation follows its original",
        "formato dei contenuti",
    ),
    look: Look::Board(look),
};

fn look(board: &Board, findings: &mut Findings<'_>) {
    for item in board.items.iter().filter(|item| !item.translations.is_empty()) {
        compare(&item.version(), &item.translations, findings);
    }
    for page in board.pages.values().filter(|page| !page.translations.is_empty()) {
        compare(&page.version(), &page.translations, findings);
    }
}

fn compare(version: &str, translations: &BTreeMap<String, Profile<Translation>>, findings: &mut Findings<'_>) {
    for translation in translations.values() {
        if translation.facts.original.as_deref() != Some(version) {
            findings.at(
                &translation.document,
                &[Step::Key("originale")],
                words!(
                    "l'originale è cambiato da quando è stato tradotto",
                    "the original has changed since it was translated"
                ),
                words!(
                    "rivedi la traduzione, poi scrivi `originale: \"{version}\"`",
                    "review the translation, then write `originale: \"{version}\"`"
                ),
            );
        }
    }
}
