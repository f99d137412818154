//! Finds vague words («da definire», «a breve») in place of a date or an amount.

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings, Phrase, Prose, word_lists};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;

word_lists! { "uncertain_words.txt":
    /// Words that leave time or amount open.
    PHRASES = "uncertain phrases";
}

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "uncertain-words",
        severity: Severity::Warning,
        group: RuleGroup::Clarity,
        summary: text("i fatti sono certi, o si chiedono", "facts are certain, or asked for"),
        explanation: text(
            "«Da definire», «salvo variazioni», «a breve» non dicono quando né quanto. Chiedi all'ente; se non lo sa ancora nemmeno lui, scrivi quando lo saprà.",
            "«Da definire», «salvo variazioni», «a breve» do not say when or how much. Ask the organisation; if it does not know yet, write when it will.",
        ),
        wrong: "---\nLa data è da confermare.",
        right: "---\nLa data si sa il 10 gennaio 2027: guarda questa pagina.",
        origin: "linee guida del canale, paragrafo 5, criterio «Chiarezza delle informazioni»",
    },
    function: CheckFunction::Phrases(&PHRASES, on_match),
};

fn on_match(_: &Board, _: &Item, _: &Prose<'_>, phrase: &Phrase<'_>, findings: &mut Findings<'_>) {
    let written = phrase.as_written();
    phrase
        .report(
            findings,
            localized!(
                "«{written}» lascia chi legge senza risposta",
                "«{written}» leaves the reader without an answer"
            ),
            localized!(
                "chiedi all'ente e scrivi il fatto, o quando si saprà",
                "ask the organisation and write the fact, or when it will be known"
            ),
        )
        .ask(localized!(
            "C'è scritto «{written}»: sapete già dircelo con precisione, o quando lo saprete?",
            "It says «{written}»: can you tell us exactly, or when will you know?"
        ));
}
