//! A translation says which words it translates; when they have changed since, the reader is told.

use crate::board::{Board, Item};
use crate::check::{Check, Findings, Look};
use crate::diagnostic::Rule;
use crate::source::Step;
use crate::words;

pub(super) const CHECK: Check = Check {
    rule: Rule::warning(
        "translation-stale",
        "una traduzione segue l'originale",
        "a translation follows its original",
        "formato dei contenuti",
    ),
    look: Look::Item(look),
};

fn look(_: &Board, item: &Item, findings: &mut Findings<'_>) {
    if item.translations.is_empty() {
        return;
    }
    let version = item.version();
    for translation in item.translations.values() {
        if translation.facts.original.as_deref() != Some(version.as_str()) {
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
