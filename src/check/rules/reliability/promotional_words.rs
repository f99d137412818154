//! Finds words of advertising («imperdibile»).

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings, Phrase, Prose, word_lists};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;

word_lists! { "promotional_words.txt":
    /// Advertising words.
    PHRASES = "advertising phrases";
}

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "promotional-words",
        severity: Severity::Warning,
        group: RuleGroup::Reliability,
        summary: text("il testo informa, non fa pubblicità", "the text informs and does not advertise"),
        explanation: text(
            "Parole come «imperdibile» o «affrettatevi» mettono fretta e non dicono niente. Di' che cosa si impara o si riceve, quanti posti ci sono e fino a quando.",
            "Words such as «imperdibile» or «affrettatevi» press people and say nothing. Say what one learns or receives, how many places there are and until when.",
        ),
        wrong: "---\nUn'occasione imperdibile: affrettatevi!",
        right: "---\nCi sono quindici posti. Conta l'ordine di iscrizione.",
        origin: "linee guida del canale, paragrafo 5, criterio «Qualità e affidabilità»",
    },
    function: CheckFunction::Phrases(&PHRASES, on_match),
};

fn on_match(_: &Board, _: &Item, _: &Prose<'_>, phrase: &Phrase<'_>, findings: &mut Findings<'_>) {
    let written = phrase.as_written();
    phrase.report(
        findings,
        localized!("«{written}» è un'espressione da pubblicità", "«{written}» is a word of advertising"),
        localized!("toglila, o scrivi il fatto che c'è dietro", "delete it, or write the fact behind it"),
    );
}
