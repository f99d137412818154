//! Finds bureaucratic words that have a plainer equivalent.

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings, Phrase, Prose, word_lists};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::path;

word_lists! { "bureaucratic_word.txt":
    /// Bureaucratic words and their plainer equivalents.
    PHRASES = "bureaucratic phrases";
}

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "bureaucratic-word",
        severity: Severity::Warning,
        group: RuleGroup::Clarity,
        summary: text("si usano parole di tutti i giorni", "everyday words are used"),
        explanation: text(
            "Chi legge sta imparando l'italiano: «presentare istanza entro e non oltre» è un muro, «fare domanda entro» si capisce. Il messaggio propone parole più semplici; se sono parole di legge che servono proprio così, lasciale.",
            "Readers are learning Italian: «presentare istanza entro e non oltre» is a wall, «fare domanda entro» is understood. The message offers plainer words; words of the law that are needed as they are may stay.",
        ),
        wrong: "---\nLa domanda va presentata entro e non oltre venerdì.",
        right: "---\nFai domanda entro venerdì.",
        origin: "Dipartimento della funzione pubblica, direttiva 8 maggio 2002; Guida al linguaggio della pubblica amministrazione",
    },
    function: CheckFunction::Phrases(&PHRASES, on_match),
};

fn on_match(_: &Board, _: &Item, _: &Prose<'_>, phrase: &Phrase<'_>, findings: &mut Findings<'_>) {
    // «Quattordici mensilità» is the word of contracts for pay.
    if phrase.form == "mensilità" && phrase.passage.field.is_within(&path![retribuzione]) {
        return;
    }
    let (written, advice) = (phrase.as_written(), phrase.note);
    phrase.report(
        findings,
        localized!("«{written}» è una parola da ufficio", "«{written}» is bureaucratic"),
        localized!("più semplice: {advice}", "plainer: {advice}"),
    );
}
