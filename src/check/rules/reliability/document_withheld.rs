//! Finds who keeps the documents of those who work or live somewhere.

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings, Phrase, Prose, word_lists};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;

word_lists! { "document_withheld.txt":
    /// Phrases of who keeps documents.
    PHRASES = "kept documents";
    /// Documents that belong to a person.
    DOCUMENTS = "documents";
    /// Words of a sentence that warns, denies, or speaks of a counter that gives them back.
    WARNINGS = "warnings";
}

/// Note on phrases that mean it only in a sentence that names a document.
const DOCUMENT: &str = "document";

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "document-withheld",
        severity: Severity::Error,
        group: RuleGroup::Reliability,
        summary: text("nessuno tiene i documenti di un altro", "nobody keeps another's documents"),
        explanation: text(
            "Chi trattiene il passaporto o il permesso di chi lavora o abita da lui lo tiene in pugno: è un segno di sfruttamento, e un reato. I documenti si mostrano, si copiano se serve, e si ridanno subito.",
            "Who keeps the passport or permit of those who work or live there has power over them: it is a sign of exploitation, and a crime. Documents are shown, copied if necessary, and given back at once.",
        ),
        wrong: "---\nIl primo giorno ci lasci il passaporto: lo riprendi a fine stagione.",
        right: "---\nIl primo giorno porta il passaporto: lo guardiamo e te lo ridiamo.",
        origin: "codice penale, art. 603-bis e 646; l. 1185/1967",
    },
    function: CheckFunction::Phrases(&PHRASES, on_match),
};

fn on_match(_: &Board, item: &Item, _: &Prose<'_>, phrase: &Phrase<'_>, findings: &mut Findings<'_>) {
    let (before, after) = phrase.passage.sentence(&phrase.range);
    let sentence = format!("{before} {after}").to_lowercase();
    let is_of_document = phrase.note != DOCUMENT || DOCUMENTS.matches(&sentence);
    if !is_of_document || WARNINGS.matches(&sentence) || item.facts.is_archived() {
        return;
    }
    let written = phrase.as_written();
    phrase
        .report(
            findings,
            localized!("«{written}»: nessuno può tenere i documenti di un altro", "«{written}»: nobody may keep another's documents"),
            localized!(
                "scrivi che il documento si mostra e si ridà subito; se lo tengono davvero, non si pubblica, e si avvisa chi aiuta contro lo sfruttamento",
                "write that the document is shown and given back at once; if they really keep it, it is not published, and those who help against exploitation are told"
            ),
        )
        .ask(localized!(
            "C'è scritto «{written}»: il documento resta a chi lavora o abita da voi?",
            "It says «{written}»: does the document stay with those who work or live there?"
        ));
}
