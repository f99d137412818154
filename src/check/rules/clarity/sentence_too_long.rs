//! Finds sentences longer than 35 words.

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings, Prose};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;

/// Maximum words of a sentence; guides to plain language recommend 20 to 25.
const MAX_WORDS: usize = 35;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "sentence-too-long",
        severity: Severity::Warning,
        group: RuleGroup::Clarity,
        summary: text("una frase non supera le 35 parole", "a sentence has at most 35 words"),
        explanation: text(
            "Le guide per scrivere chiaro consigliano 20-25 parole. Oltre 35 anche chi legge bene torna indietro. Una frase, una cosa: metti un punto, o fai un elenco.",
            "Guides to plain writing advise 20 to 25 words. Beyond 35 even good readers go back. One sentence, one thing: put a full stop, or make a list.",
        ),
        wrong: "---\nIl corso comincia a gennaio e finisce a giugno e si tiene ogni lunedì e mercoledì nella sala grande della biblioteca del quartiere che si trova vicino alla fermata della metro e che ha anche un giardino dove si può aspettare.",
        right: "---\nIl corso comincia a gennaio e finisce a giugno. Si tiene ogni lunedì e mercoledì nella biblioteca del quartiere, vicino alla metro.",
        origin: "Cortelazzo e Pellegrino, 30 regole per scrivere testi amministrativi chiari, 2003",
    },
    function: CheckFunction::Prose(check),
};

fn check(_: &Board, item: &Item, prose: &Prose<'_>, findings: &mut Findings<'_>) {
    for (passage, sentence) in prose.sentences().filter(|(_, sentence)| sentence.words > MAX_WORDS) {
        let words = sentence.words;
        findings.report_in_passage(
            &item.document,
            &passage,
            sentence.range.clone(),
            localized!("questa frase ha {words} parole", "this sentence has {words} words"),
            localized!("dividila in due o tre, o fai un elenco", "split it into two or three, or make a list"),
        );
    }
}
