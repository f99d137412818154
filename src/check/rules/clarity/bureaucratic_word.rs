//! Words of offices that have a plainer one.

use crate::board::{Board, Item};
use crate::check::{Check, Findings, Look, Phrase, Prose};
use crate::diagnostic::{Group, Rule, Severity, text};
use crate::words;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "bureaucratic-word",
        severity: Severity::Warning,
        group: Group::Clarity,
        summary: text("si usano parole di tutti i giorni", "everyday words are used"),
        explanation: text(
            "Chi legge sta imparando l'italiano: «presentare istanza entro e non oltre» è un muro, «fare domanda entro» si capisce. Il messaggio propone parole più semplici; se sono parole di legge che servono proprio così, lasciale.",
            "Readers are learning Italian: «presentare istanza entro e non oltre» is a wall, «fare domanda entro» is understood. The message offers plainer words; words of the law that are needed as they are may stay.",
        ),
        wrong: "---\nLa domanda va presentata entro e non oltre venerdì.",
        right: "---\nFai domanda entro venerdì.",
        origin: "Dipartimento della funzione pubblica, direttiva 8 maggio 2002; Guida al linguaggio della pubblica amministrazione",
    },
    look: Look::Phrases(include_str!("../../words/bureaucratic.tsv"), found),
};

fn found(_: &Board, item: &Item, _: &Prose<'_>, phrase: &Phrase<'_>, findings: &mut Findings<'_>) {
    let (written, advice) = (phrase.written(), phrase.advice);
    findings.within(
        &item.document,
        &phrase.passage,
        phrase.range.clone(),
        words!("«{written}» è una parola da ufficio", "«{written}» is a word of offices"),
        words!("più semplice: {advice}", "plainer: {advice}"),
    );
}
