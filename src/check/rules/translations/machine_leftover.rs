//! Finds what programs that translate or write leave in a text: «Translated by Google», «Ecco la traduzione».

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings, word_lists};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::source::Document;

word_lists! { "machine_leftover.txt":
    /// Sentences that such programs add, and their placeholders.
    LEFTOVERS = "leftovers";
}

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

fn check(_: &Board, item: &Item, findings: &mut Findings<'_>) {
    report_in(&item.document, findings);
    for translation in item.translations.values() {
        report_in(&translation.document, findings);
    }
}

fn report_in(document: &Document, findings: &mut Findings<'_>) {
    let text = &document.source.text;
    let Some(range) = LEFTOVERS.find(text) else { return };
    let written = text.get(range.clone()).unwrap_or_default();
    findings.report_at_span(
        document,
        range,
        localized!("«{written}» è rimasto da un programma", "`{written}` was left by a program"),
        localized!(
            "togli la frase, e rileggi tutto il testo; se la traduzione è automatica: `modo: automatica`",
            "delete the sentence, and read the whole text again; if a program translated it: `modo: automatica`"
        ),
    );
}
