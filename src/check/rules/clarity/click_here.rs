//! Finds «clicca qui» and similar phrases without an address, which lead nowhere on paper or in a message; «qui» said of a
//! room or of the same page is meant so.

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings, Phrase, Prose, near_after, word_lists};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::Step;

word_lists! { "click_here.txt":
    /// Phrases used in place of an address.
    PHRASES = "phrases";
    /// Things that are «qui» only on a screen, as parts of words.
    SCREEN_OBJECT_PARTS = "screen objects";
    /// The same as whole words, so that «formazione» is not taken for «form».
    SCREEN_OBJECT_WORDS = "screen objects as whole words";
}

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "click-here",
        severity: Severity::Warning,
        group: RuleGroup::Clarity,
        summary: text("un link è un indirizzo, non «clicca qui»", "a link is an address, not «clicca qui»"),
        explanation: text(
            "Copiando una pagina il link va perso e resta «clicca qui», che su carta e in un messaggio non porta da nessuna parte. Scrivi l'indirizzo, o un link Markdown: `[modulo](https://example.org/modulo)`.",
            "When a page is copied the link is lost and «clicca qui» stays, which leads nowhere on paper and in a message. Write the address, or a Markdown link: `[modulo](https://example.org/modulo)`.",
        ),
        wrong: "---\nPer iscriverti clicca qui.",
        right: "---\nPer iscriverti [clicca qui](https://example.org/modulo).",
        origin: "WCAG 2.2, criterio 2.4.4",
    },
    function: CheckFunction::Phrases(&PHRASES, on_match),
};

/// Note on words that need an address only at the end of a sentence.
const AT_THE_END: &str = "at the end";

fn on_match(_: &Board, item: &Item, _: &Prose<'_>, phrase: &Phrase<'_>, findings: &mut Findings<'_>) {
    let range = phrase.passage.in_file(&phrase.range);
    let text = &item.document.source.text;
    let rest = near_after(text, range.end);
    let line = rest.lines().next().unwrap_or_default();
    // A Markdown link, or an address on the same line or the next.
    let has_address = line.find("](").is_some_and(|at| !line.get(..at).unwrap_or_default().contains('['))
        || rest.lines().take(2).any(|line| line.contains("://") || line.contains("www."));
    let refers_to_place = (phrase.form.contains("trov") || phrase.form.starts_with("disponibil")) && {
        let (before, _) = phrase.passage.sentence(&phrase.range);
        let mut words = before.split(|c: char| !c.is_alphanumeric());
        !SCREEN_OBJECT_PARTS.matches(before) && !words.any(|word| SCREEN_OBJECT_WORDS.matches(word))
    };
    // «Che leggi qui sopra» refers to the same page.
    let refers_to_same_page = rest.trim_start().starts_with("sopra") || rest.trim_start().starts_with("accanto");
    // A way to enrol that begins so is reported by `unusable-enrolment`.
    let is_reported = phrase.range.start == 0
        && phrase.passage.field.passes(const { &[Step::key("iscrizione"), Step::key("candidatura")] });
    // «Scarica il bando dal sito del Comune» says where it is.
    let goes_on = phrase.note == AT_THE_END && !rest.starts_with(['.', ';', '!', '\n', '\r']) && !rest.is_empty();
    if has_address || goes_on || is_reported || refers_to_place || refers_to_same_page {
        return;
    }
    let written = phrase.as_written();
    phrase
        .report(
            findings,
            localized!("«{written}», ma il link non c'è", "«{written}», but there is no link"),
            localized!("scrivi l'indirizzo intero", "write the whole address"),
        )
        .ask(localized!("Qual è l'indirizzo del link «{written}»?", "What is the address of the link «{written}»?"));
}
