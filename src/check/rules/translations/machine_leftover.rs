//! Finds what programs that translate or write leave in a text: «Translated by Google», «Ecco la traduzione».

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::source::Document;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "machine-leftover",
        severity: Severity::Warning,
        group: RuleGroup::Translations,
        summary: text("nel testo non restano frasi di programmi", "no sentences of programs are left in the text"),
        explanation: text(
            "I programmi che traducono o scrivono aggiungono frasi loro («Translated by Google», «Ecco la traduzione:»): chi legge capisce che nessuno ha riletto. La traduzione automatica si dichiara con `modo: automatica`, nel testo non va.",
            "Programs that translate or write add sentences of their own («Translated by Google», «Ecco la traduzione:»): readers see that nobody has read the text again. A machine translation is declared with `modo: automatica`, not in the text.",
        ),
        wrong: "---\nEcco la traduzione: porta un quaderno.",
        right: "---\nPorta un quaderno.",
        origin: "linee guida del canale, paragrafo 5, criterio «Chiarezza delle informazioni»",
    },
    function: CheckFunction::Item(check),
};

/// Such sentences. `None` only for more of them than fit.
static LEFTOVERS: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    let sentences = [
        "translation via google",
        "translated by google",
        "translated with google",
        "google translate",
        "translated by deepl",
        "translated with deepl",
        "translated by chatgpt",
        "here is the translation",
        "here's the translation",
        "as an ai language model",
        "as a language model",
        "tradotto con google",
        "tradotto con deepl",
        "tradotto da google",
        "traduzione di google",
        "ecco la traduzione",
        "ecco il testo tradotto",
        "ecco una bozza",
        "come modello linguistico",
        "voici la traduction",
        "traduit par google",
        "aquí está la traducción",
        "traducido por google",
        "[inserire",
        "[insert",
        "lorem ipsum",
    ];
    AhoCorasick::builder().ascii_case_insensitive(true).match_kind(MatchKind::LeftmostLongest).build(sentences).ok()
});

fn check(_: &Board, item: &Item, findings: &mut Findings<'_>) {
    report_in(&item.document, findings);
    for translation in item.translations.values() {
        report_in(&translation.document, findings);
    }
}

fn report_in(document: &Document, findings: &mut Findings<'_>) {
    let text = &document.source.text;
    let Some(found) = LEFTOVERS.iter().find_map(|leftovers| leftovers.find(text)) else { return };
    let written = text.get(found.range()).unwrap_or_default();
    findings.report_at_span(
        document,
        found.range(),
        localized!("«{written}» è rimasto da un programma", "`{written}` was left by a program"),
        localized!(
            "togli la frase, e rileggi tutto il testo; se la traduzione è automatica: `modo: automatica`",
            "delete the sentence, and read the whole text again; if a program translated it: `modo: automatica`"
        ),
    );
}
