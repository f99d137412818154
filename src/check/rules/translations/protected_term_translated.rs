//! Finds acronyms that a translation has lost: readers look for them on doors and letters.

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::path;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "protected-term-translated",
        severity: Severity::Warning,
        group: RuleGroup::Translations,
        summary: text(
            "le sigle degli uffici restano anche nelle traduzioni",
            "acronyms of offices stay in translations too",
        ),
        explanation: text(
            "ISEE, CAF, CPIA: chi va allo sportello legge queste lettere sulla porta e sui moduli. La traduzione le spiega, ma le lascia scritte così. Sono le parole con `resta_italiano: sì` in content/glossario.csv.",
            "ISEE, CAF, CPIA: whoever goes to an office reads these letters on the door and on forms. A translation explains them and keeps them as they are. They are the words with `sì` in the column `resta_italiano` of content/glossario.csv.",
        ),
        wrong: "titolo: Sportello per l'ISEE (il documento del reddito)\n-- content/glossario.csv --\ntermine;resta_italiano;spiegazione\nISEE;sì;Il foglio che misura il reddito.\n-- content/opportunita/2026/prova.en.md --\n---\ntitolo: Desk for the income paper\nmodo: umana\noriginale: \"00000000\"\n---\n",
        right: "titolo: Sportello per l'ISEE (il documento del reddito)\n-- content/glossario.csv --\ntermine;resta_italiano;spiegazione\nISEE;sì;Il foglio che misura il reddito.\n-- content/opportunita/2026/prova.en.md --\n---\ntitolo: Desk for the income paper (ISEE)\nmodo: umana\noriginale: \"00000000\"\n---\n",
        origin: "formato dei contenuti: content/glossario.csv",
    },
    function: CheckFunction::Item(check),
};

fn check(board: &Board, item: &Item, findings: &mut Findings<'_>) {
    let Some(glossary) = board.glossary.as_deref().filter(|_| !item.translations.is_empty()) else { return };
    let title = item.facts.title.value().map_or("", String::as_str);
    let words = [title, item.summary(), item.document.body()];
    let mut terms: Vec<&str> = Vec::new();
    for (term, _) in words.iter().flat_map(|text| glossary.find_terms(text)) {
        if term.is_protected && !terms.contains(&term.term.as_str()) {
            terms.push(&term.term);
        }
    }
    for translation in item.translations.values() {
        let text = &translation.document.source.text;
        for term in terms.iter().filter(|term| !text.contains(**term)) {
            findings.report_at_field(
                translation,
                path![],
                localized!(
                    "l'originale dice «{term}», la traduzione non lo lascia scritto",
                    "the original says `{term}`, the translation does not keep it"
                ),
                localized!("scrivi anche «{term}», fra parentesi", "write `{term}` too, in brackets"),
            );
        }
    }
}
