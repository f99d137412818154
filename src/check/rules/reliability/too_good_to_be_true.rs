//! Finds offers with which swindlers bait: easy money, certain permits, homes that nobody may visit.

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings, Phrase, Prose, word_lists};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::Kind;

word_lists! { "too_good_to_be_true.txt":
    /// Phrases with which swindlers bait, with what they offer.
    PHRASES = "bait";
    /// Words of a sentence that warns or denies.
    WARNINGS = "warnings";
    /// Words for what an office alone decides.
    PERMITS = "permits";
}

/// Note on bait for workers: the words are harmless elsewhere.
const WORK: &str = "work";
/// Note on promises about residence permits and visas.
const PERMIT: &str = "permit";
/// Note on words that promise a permit only right after the word for one.
const CERTAIN_PERMIT: &str = "certain permit";
/// Note on homes offered unseen.
const HOME: &str = "home";

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "too-good-to-be-true",
        severity: Severity::Error,
        group: RuleGroup::Reliability,
        summary: text(
            "nessuno promette soldi facili, permessi sicuri, case da non vedere",
            "nobody promises easy money, certain permits, homes unseen",
        ),
        explanation: text(
            "«Guadagni facili», «basta un telefono»: sono le parole con cui si reclutano persone per truffe e trasporto di denaro. Un permesso lo dà solo la Questura, e nessuno lo può promettere. Una casa si visita prima di pagare: le chiavi non arrivano con il corriere.",
            "«Easy money», «all you need is a telephone»: with these words people are recruited for fraud and money transport. Permits are given by the police headquarters alone, and nobody can promise one. A home is visited before it is paid for: keys do not come by courier.",
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
    let hint = match (phrase.note, item.kind()) {
        (WORK, Kind::Job | Kind::News) | ("", _) => localized!(
            "scrivi che lavoro è, con quale contratto e quale paga; se non lo si sa, non si pubblica",
            "write what the work is, its contract and its pay; if nobody knows, it is not published"
        ),
        (CERTAIN_PERMIT, _) if !follows_permit(before) => return,
        (PERMIT | CERTAIN_PERMIT, _) => localized!(
            "togli la promessa: si può aiutare a preparare la domanda, ma il permesso lo decide la Questura",
            "delete the promise: one can help to prepare the application, but the police headquarters decide"
        ),
        (HOME, Kind::Housing) => localized!(
            "scrivi quando e con chi si visita la casa, prima di firmare e di pagare; se non si può, non si pubblica",
            "write when and with whom the home is visited, before signing and paying; if that is not possible, it is not published"
        ),
        _ => return,
    };
    if WARNINGS.matches(&sentence) || item.facts.is_archived() {
        return;
    }
    let written = phrase.as_written();
    phrase
        .report(
            findings,
            localized!("«{written}»: è un'esca di truffatori", "«{written}»: swindlers bait with this"),
            hint,
        )
        .ask(localized!(
            "C'è scritto «{written}»: che cosa si offre davvero, chi lo garantisce, e dove si può controllare?",
            "It says «{written}»: what is really offered, who vouches for it, and where can it be checked?"
        ));
}

/// Whether one of the last words names a permit: «il permesso di soggiorno è ⟨assicurato⟩», but not «non è ⟨sicuro⟩».
fn follows_permit(before: &str) -> bool {
    const REACH: usize = 5;
    let words = || before.split(|c: char| !c.is_alphanumeric()).rev().filter(|word| !word.is_empty()).take(REACH);
    words().any(|word| PERMITS.matches(word))
        && !words().any(|word| matches!(word, "non" | "se" | "che" | "posto" | "luogo"))
}
