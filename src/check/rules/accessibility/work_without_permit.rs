//! Finds jobs offered to people who may not legally work («anche senza documenti»).

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings, Phrase, Prose, word_lists};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::Kind;

word_lists! { "work_without_permit.txt":
    /// Phrases that offer illegal work.
    OFFERS_OF_ILLEGAL_WORK = "offers of illegal work";
    /// Words of a sentence that warns of such work.
    WARNING_WORDS = "warning words";
}

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "work-without-permit",
        severity: Severity::Warning,
        group: RuleGroup::Accessibility,
        summary: text(
            "nessun lavoro si promette a chi non può lavorare in regola",
            "no job is promised to those who may not work legally",
        ),
        explanation: text(
            "«Anche senza documenti» attira chi è più debole: chi lavora senza permesso o senza contratto non ha difese, e rischia anche i documenti che ha. Di' quali permessi consentono di lavorare lì; anche la ricevuta del rinnovo vale.",
            "«Even without papers» attracts the most vulnerable: people who work without a permit or a contract have no protection, and risk losing the papers they have. Say which permits allow people to work there; the receipt for a renewal counts too.",
        ),
        wrong: "tipo: lavoro\n---\nVa bene anche senza documenti in regola.",
        right: "tipo: lavoro\n---\nVa bene ogni permesso che consente di lavorare, e anche la ricevuta del rinnovo.",
        origin: "d.lgs. 286/1998, art. 22, comma 12; linee guida del canale, paragrafo 4, «Opportunità di lavoro»",
    },
    function: CheckFunction::Phrases(&OFFERS_OF_ILLEGAL_WORK, on_match),
};

fn on_match(_: &Board, item: &Item, _: &Prose<'_>, phrase: &Phrase<'_>, findings: &mut Findings<'_>) {
    if item.kind() != Kind::Job || item.facts.is_archived() {
        return;
    }
    let (before, after) = phrase.passage.sentence(&phrase.range);
    let sentence = format!("{before} {after}");
    let phrase_has_negation = phrase.form.starts_with("non");
    // «Non si lavora senza contratto» and «chi ti fa lavorare senza contratto…» are warnings.
    let is_warning = sentence
        .split(|c: char| !c.is_alphabetic())
        .any(|word| WARNING_WORDS.matches(word) || (word.eq_ignore_ascii_case("non") && !phrase_has_negation));
    if is_warning {
        return;
    }
    let written = phrase.as_written();
    phrase
        .report(
            findings,
            localized!("«{written}» promette un lavoro fuori dalle regole", "«{written}» promises work outside the law"),
            localized!(
                "scrivi con quali permessi si può lavorare, per esempio `destinatari: {{permesso_stato: [che consenta il lavoro]}}`; se il lavoro non è in regola non si pubblica",
                "write which permits allow people to work, for example `destinatari: {{permesso_stato: [che consenta il lavoro]}}`; work outside the law is not published"
            ),
        )
        .ask(localized!(
            "Con quale contratto si lavora, e con quali permessi di soggiorno si può essere assunti?",
            "What contract do you offer, and with which residence permits can people be hired?"
        ));
}
