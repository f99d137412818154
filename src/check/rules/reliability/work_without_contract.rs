//! Finds work without a contract, before it is signed, or without pay.

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings, Phrase, Prose, word_lists};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::Kind;

word_lists! { "work_without_contract.txt":
    /// Phrases that offer work without a contract, before it, or without pay.
    PHRASES = "without contract";
    /// Words of a sentence about a trial.
    TRIAL_WORDS = "trial words";
    /// Words of a sentence that warns or denies.
    WARNINGS = "warnings";
}

/// Note on phrases that offer unpaid work only in a sentence about a trial.
const IN_TRIAL: &str = "trial";

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "work-without-contract",
        severity: Severity::Error,
        group: RuleGroup::Reliability,
        summary: text(
            "il contratto si firma prima, e ogni giorno di lavoro è pagato",
            "the contract is signed first, and each day of work is paid",
        ),
        explanation: text(
            "Chi assume comunica il rapporto entro il giorno prima e consegna le condizioni per iscritto: anche il periodo di prova è lavoro, con contratto e paga. Giorni «per conoscersi» senza firma sono lavoro nero. Il volontariato non sostituisce un lavoro.",
            "Employers register the relationship the day before it begins and hand over its terms in writing: a trial period is work too, with contract and pay. Days «to get to know each other» without a signature are undeclared work. Volunteering does not replace a job.",
        ),
        wrong: "tipo: lavoro\n---\nI primi venti giorni sono una prova non pagata.",
        right: "tipo: lavoro\n---\nIl contratto si firma prima di cominciare, con un mese di prova pagato.",
        origin: "l. 296/2006, art. 1, c. 1180; d.lgs. 152/1997, art. 1; linee guida del canale, paragrafo 4, «Opportunità di lavoro»",
    },
    function: CheckFunction::Phrases(&PHRASES, on_match),
};

fn on_match(_: &Board, item: &Item, _: &Prose<'_>, phrase: &Phrase<'_>, findings: &mut Findings<'_>) {
    let is_work = matches!(item.kind(), Kind::Job | Kind::Training | Kind::News);
    let sentence = phrase.passage.sentence_around(&phrase.range).to_lowercase();
    let is_other = phrase.note == IN_TRIAL && (item.kind() != Kind::Job || !TRIAL_WORDS.matches(&sentence));
    if !is_work || is_other || WARNINGS.matches(&sentence) || item.facts.is_archived() {
        return;
    }
    let written = phrase.as_written();
    phrase
        .report(
            findings,
            localized!("«{written}»: è lavoro senza contratto", "«{written}»: this is work without a contract"),
            localized!(
                "scrivi quale contratto si firma, prima di quale giorno, e la paga dal primo giorno; senza, non si pubblica",
                "write which contract is signed, before which day, and the pay from the first day; without it nothing is published"
            ),
        )
        .ask(localized!(
            "C'è scritto «{written}»: il contratto si firma prima di cominciare, e la prova è pagata?",
            "It says «{written}»: is the contract signed before the start, and is the trial paid?"
        ));
}
