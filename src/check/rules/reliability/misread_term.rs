//! Finds names of documents and permits distorted by machine translation.

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings, Phrase, Prose, near_after, word_lists};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;

word_lists! { "misread_term.txt":
    /// Wrong names and their corrections.
    PHRASES = "misread terms";
}

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "misread-term",
        severity: Severity::Warning,
        group: RuleGroup::Reliability,
        summary: text(
            "permessi e documenti hanno il nome che dà loro la legge",
            "permits and documents have the names that the law gives them",
        ),
        explanation: text(
            "Traduzioni automatiche e copie cambiano i nomi di permessi e documenti: «VEDO» era ISEE, la «protezione straordinaria» non esiste. Chi si presenta allo sportello con la parola sbagliata torna a casa senza niente.",
            "Machine translation and copying change the names of permits and papers: «VEDO» was ISEE, there is no «protezione straordinaria». Whoever comes to the desk with the wrong word goes home with nothing.",
        ),
        wrong: "---\nServe il permesso di residenza.",
        right: "---\nServe il permesso di soggiorno.",
        origin: "d.lgs. 286/1998; d.lgs. 251/2007; d.P.C.M. 159/2013",
    },
    function: CheckFunction::Phrases(&PHRASES, on_match),
};

fn on_match(_: &Board, _: &Item, _: &Prose<'_>, phrase: &Phrase<'_>, findings: &mut Findings<'_>) {
    let (written, advice) = (phrase.as_written(), phrase.note);
    // The permit for elective residence (d.P.R. 394/1999, art. 11) has that name.
    let behind = near_after(phrase.passage.text, phrase.range.end);
    if written.ends_with("residenza") && behind.trim_start().starts_with("elettiva") {
        return;
    }
    phrase
        .report(
            findings,
            localized!(
                "«{written}» forse è una traduzione o una copia sbagliata",
                "«{written}» may be a slip of translation or copying"
            ),
            localized!("di solito si intende: {advice}", "this is usually meant: {advice}"),
        )
        .ask(localized!(
            "Nel testo c'è «{written}»: si intende {advice}?",
            "The text says «{written}»: is this meant: {advice}?"
        ));
}
