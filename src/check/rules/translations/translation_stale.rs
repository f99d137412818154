//! Finds translations of an older version of their original.

use std::collections::BTreeMap;

use crate::board::{Board, ContentFile, Item};
use crate::check::{Check, CheckFunction, Findings};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::Translation;
use crate::path;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "translation-stale",
        severity: Severity::Warning,
        group: RuleGroup::Translations,
        summary: text("una traduzione segue l'originale", "a translation follows its original"),
        explanation: text(
            "La traduzione dice quale versione dell'originale traduce. Quando l'originale cambia, la pagina tradotta avvisa chi legge finché qualcuno non la rivede.",
            "A translation says which version of its original it translates. When the original changes, the translated page warns its reader until somebody reviews it.",
        ),
        wrong: "-- content/opportunita/2026/prova.en.md --\n---\ntitolo: Italian course\nmodo: umana\noriginale: \"00000000\"\n---\n",
        right: "titolo: Corso di italiano",
        origin: "formato dei contenuti",
    },
    function: CheckFunction::Board(check),
};

fn check(board: &Board, findings: &mut Findings<'_>) {
    for item in board.items.iter().filter(|item| !item.translations.is_empty()) {
        compare(&item.version(), &item.translations, findings);
        compare_words(item, findings);
    }
    for page in board.pages.values().filter(|page| !page.translations.is_empty()) {
        compare(&page.version(), &page.translations, findings);
    }
}

/// Words of fields that a translation has and the original no longer has.
fn compare_words(item: &Item, findings: &mut Findings<'_>) {
    for translation in item.translations.values().filter(|translation| !translation.facts.texts.is_empty()) {
        let known = item.words();
        for (index, text) in translation.facts.texts.iter().enumerate() {
            let words = text.original.trim();
            if !known.iter().any(|(_, known)| known == words) {
                findings.report_at_field(
                    translation,
                    path![testi[index].originale],
                    localized!(
                        "l'originale non ha queste parole in nessun campo di testo",
                        "the original has these words in none of its text fields"
                    ),
                    localized!(
                        "copiale dall'originale come sono adesso, o togli la riga",
                        "copy them from the original as they are now, or remove the line"
                    ),
                );
            }
        }
    }
}

fn compare(version: &str, translations: &BTreeMap<String, ContentFile<Translation>>, findings: &mut Findings<'_>) {
    for translation in translations.values() {
        if translation.facts.original.is_none() {
            findings.report_at_field(
                translation,
                path![],
                localized!(
                    "la traduzione non dice quale versione dell'originale traduce",
                    "the translation does not say which version of the original it translates"
                ),
                localized!(
                    "controlla che dica le stesse cose, poi aggiungi `originale: \"{version}\"`",
                    "check that it says the same, then add `originale: \"{version}\"`"
                ),
            );
        } else if translation.facts.original.as_deref() != Some(version) {
            findings.report_at_field(
                translation,
                path![originale],
                localized!(
                    "l'originale è cambiato da quando è stato tradotto",
                    "the original has changed since it was translated"
                ),
                localized!(
                    "rivedi la traduzione, poi scrivi `originale: \"{version}\"`",
                    "review the translation, then write `originale: \"{version}\"`"
                ),
            );
        }
    }
}
