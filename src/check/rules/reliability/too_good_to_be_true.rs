//! Finds offers with which swindlers bait: easy money, work without a contract.

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings, Phrase, Prose, word_lists};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;

word_lists! { "too_good_to_be_true.txt":
    /// Phrases with which swindlers bait.
    PHRASES = "bait";
    /// Words of a sentence that warns or denies.
    WARNINGS = "warnings";
}

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "too-good-to-be-true",
        severity: Severity::Error,
        group: RuleGroup::Reliability,
        summary: text("nessuno promette soldi facili", "nobody promises easy money"),
        explanation: text(
            "«Guadagni facili», «senza contratto», «basta un telefono»: sono le parole con cui si reclutano persone per truffe, trasporto di denaro e lavoro nero. Un lavoro vero dice le mansioni, il contratto e la paga.",
            "«Easy money», «no contract», «all you need is a telephone»: with these words people are recruited for fraud, money transport and undeclared work. A real job says the duties, the contract and the pay.",
        ),
        wrong: "---\nLavoro facile, guadagni immediati.",
        right: "---\nIl contratto è a tempo determinato, la paga quella del contratto nazionale.",
        origin: "linee guida del canale, paragrafo 4, «Opportunità di lavoro»; codice penale, art. 603-bis",
    },
    function: CheckFunction::Phrases(&PHRASES, on_match),
};

fn on_match(_: &Board, item: &Item, _: &Prose<'_>, phrase: &Phrase<'_>, findings: &mut Findings<'_>) {
    let (before, after) = phrase.passage.sentence(&phrase.range);
    let sentence = format!("{before} {after}").to_lowercase();
    if WARNINGS.matches(&sentence) || item.facts.is_archived() {
        return;
    }
    let written = phrase.as_written();
    phrase
        .report(
            findings,
            localized!("«{written}»: è un'esca di truffatori", "«{written}»: swindlers bait with this"),
            localized!(
                "scrivi che lavoro è, con quale contratto e quale paga; se non lo si sa, non si pubblica",
                "write what the work is, its contract and its pay; if nobody knows, it is not published"
            ),
        )
        .ask(localized!(
            "C'è scritto «{written}»: che lavoro è, con quale contratto e quale paga?",
            "It says «{written}»: what is the work, under which contract and at what pay?"
        ));
}
