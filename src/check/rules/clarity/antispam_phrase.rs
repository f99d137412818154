//! The sentence that sites put in place of an address.

use crate::board::{Board, Item};
use crate::check::{Check, Findings, Look, Phrase, Prose};
use crate::diagnostic::{Group, Rule, Severity, text};
use crate::words;

const PHRASES: &str = "\
protetto dagli spambots|protetto dagli spam bots|protetto dallo spam|protetto dagli spambot|protected from spambots
abilitare javascript per vederlo|devi abilitare javascript|need javascript enabled to view";

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "antispam-phrase",
        severity: Severity::Error,
        group: Group::Clarity,
        summary: text(
            "nel testo c'è l'indirizzo, non la frase che lo nasconde",
            "the text holds the address, not the sentence that hides it",
        ),
        explanation: text(
            "Molti siti nascondono gli indirizzi ai programmi: chi copia la pagina copia «Questo indirizzo email è protetto dagli spambots». Apri la pagina nel browser e copia l'indirizzo vero.",
            "Many sites hide addresses from programs: whoever copies the page copies «Questo indirizzo email è protetto dagli spambots». Open the page in a browser and copy the real address.",
        ),
        wrong: "---\nScrivi a: Questo indirizzo email è protetto dagli spambots.",
        right: "---\nScrivi a info@example.org.",
        origin: "linee guida del canale, paragrafo 5, «Contatti per informazioni»",
    },
    look: Look::Phrases(PHRASES, found),
};

fn found(_: &Board, item: &Item, _: &Prose<'_>, phrase: &Phrase<'_>, findings: &mut Findings<'_>) {
    // In a field for addresses it is `invalid-email`, which says the same.
    if phrase.passage.part == crate::check::Part::Facts {
        return;
    }
    findings
        .within(
            &item.document,
            &phrase.passage,
            phrase.range.clone(),
            words!("qui doveva esserci un indirizzo e-mail", "an e-mail address should stand here"),
            words!(
                "apri la pagina nel browser e copia l'indirizzo vero",
                "open the page in a browser and copy the real address"
            ),
        )
        .ask(words!("Qual è l'indirizzo e-mail a cui scrivere?", "Which e-mail address should one write to?"));
}
