//! Finds the sentence with which websites hide an e-mail address from bots, copied in place of the address.

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings, Phrase, Prose, near_after, near_before, word_lists};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::Email;

word_lists! { "antispam_phrase.txt":
    /// Sentences that websites show in place of an address.
    PHRASES = "phrases";
}

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "antispam-phrase",
        severity: Severity::Error,
        group: RuleGroup::Clarity,
        summary: text(
            "nel testo c'è l'indirizzo, non la frase che lo nasconde",
            "the text holds the address, not the sentence that hides it",
        ),
        explanation: text(
            "Molti siti nascondono gli indirizzi ai programmi: chi copia la pagina copia «Questo indirizzo email è protetto dagli spambots» o «[email protected]». Anche «info (at) sito (dot) it» nessuno lo può toccare sul telefono. Apri la pagina nel browser e copia l'indirizzo vero.",
            "Many sites hide addresses from programs: whoever copies the page copies «Questo indirizzo email è protetto dagli spambots» or «[email protected]». Nobody can tap «info (at) site (dot) it» either. Open the page in a browser and copy the real address.",
        ),
        wrong: "---\nScrivi a: Questo indirizzo email è protetto dagli spambots.",
        right: "---\nScrivi a info@example.org.",
        origin: "linee guida del canale, paragrafo 5, «Contatti per informazioni»",
    },
    function: CheckFunction::Phrases(&PHRASES, on_match),
};

/// Fields whose values are parsed as addresses.
const ADDRESSES: [&str; 5] = ["email", "pec", "contatti", "iscrizione", "candidatura"];

fn on_match(_: &Board, _: &Item, _: &Prose<'_>, phrase: &Phrase<'_>, findings: &mut Findings<'_>) {
    let (text, range) = (phrase.passage.text, &phrase.range);
    // In a field for addresses `invalid-email` already reports it.
    if ADDRESSES.iter().any(|key| phrase.passage.field.ends_with(key)) {
        return;
    }
    let hidden = matches!(phrase.form, "at" | "chiocciola");
    let meant =
        hidden.then(|| Email::parse_spelled_out(near_before(text, range.start), near_after(text, range.end))).flatten();
    if hidden && meant.is_none() {
        return;
    }
    let (message, hint) = match &meant {
        Some(meant) => {
            let meant = meant.as_str();
            (
                localized!(
                    "un indirizzo e-mail scritto a parole non si può usare",
                    "an e-mail address in words cannot be used"
                ),
                localized!("scrivi l'indirizzo: `{meant}`", "write the address: `{meant}`"),
            )
        }
        None => (
            localized!("qui doveva esserci un indirizzo e-mail", "an e-mail address should be here"),
            localized!(
                "il sito nasconde l'indirizzo ai programmi: apri la pagina nel browser e copia quello vero",
                "the site hides the address from programs: open the page in a browser and copy the real one"
            ),
        ),
    };
    phrase
        .report(findings, message, hint)
        .ask(localized!("Qual è l'indirizzo e-mail a cui scrivere?", "What is the right e-mail address?"));
}
