//! Asks about people who fled a country and are sent to its embassy.

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings, Phrase, Prose, word_lists};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::Permit;

word_lists! { "embassy_unsafe.txt":
    /// Phrases that send people to the embassy of their country.
    PHRASES = "embassies";
    /// Words of a sentence that says not to go there.
    WARNINGS = "warnings";
}

/// Note on phrases that say themselves that somebody fled.
const ALWAYS: &str = "always";

/// Permits of people who must not be sent to the authorities of their country.
const PROTECTED: [Permit; 3] = [Permit::AsylumRequest, Permit::Asylum, Permit::Subsidiary];

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "embassy-unsafe",
        severity: Severity::Warning,
        group: RuleGroup::Reliability,
        summary: text(
            "chi ha chiesto protezione non va mandato alla sua ambasciata",
            "those who asked for protection are not sent to their embassy",
        ),
        explanation: text(
            "Chi è fuggito da un Paese corre un rischio se si presenta alla sua ambasciata, e può perdere la protezione. Quasi sempre c'è un'altra strada: la Questura, il Tribunale, una dichiarazione. Se l'annuncio riguarda anche altri, scrivi per chi non vale.",
            "Those who fled a country run a risk if they go to its embassy, and may lose their protection. Nearly always there is another way: the police headquarters, the court, a declaration. If the announcement also concerns others, write whom this does not concern.",
        ),
        wrong: "tipo: normativa\npermessi_toccati: [asilo]\n---\nFatti dare un certificato dall'ambasciata del tuo Paese.",
        right: "tipo: normativa\npermessi_toccati: [asilo]\n---\nChiedi il certificato al Tribunale: non andare all'ambasciata del tuo Paese.",
        origin: "Convenzione di Ginevra del 1951, art. 1 C e 25; d.lgs. 251/2007, art. 9",
    },
    function: CheckFunction::Phrases(&PHRASES, on_match),
};

fn on_match(_: &Board, item: &Item, _: &Prose<'_>, phrase: &Phrase<'_>, findings: &mut Findings<'_>) {
    let facts = &item.facts;
    let audience = facts.audience.value().map(|audience| audience.permits.as_slice()).unwrap_or_default();
    let is_for_protected = facts.permits.iter().chain(audience).any(|permit| PROTECTED.contains(permit));
    let (before, after) = phrase.passage.sentence(&phrase.range);
    let sentence = format!("{before} {after}").to_lowercase();
    if phrase.note != ALWAYS && !is_for_protected || WARNINGS.matches(&sentence) || facts.is_archived() {
        return;
    }
    let written = phrase.as_written();
    phrase
        .report(
            findings,
            localized!(
                "«{written}»: per chi ha chiesto protezione può essere pericoloso",
                "«{written}»: for those who asked for protection this may be dangerous"
            ),
            localized!(
                "chiedi a un avvocato o a un patronato qual è l'altra strada, e scrivi per chi questa non vale",
                "ask a lawyer or a patronato for the other way, and write whom this one does not concern"
            ),
        )
        .ask(localized!(
            "C'è scritto «{written}»: vale anche per chi ha chiesto protezione? Qual è l'altra strada?",
            "It says «{written}»: does that hold for those who asked for protection too? What is the other way?"
        ));
}
