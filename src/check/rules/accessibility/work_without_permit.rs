//! Finds jobs offered to people who may not legally work («anche senza documenti»).

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings, Phrase, Prose, word_lists};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::Kind;

word_lists! { "work_without_permit.txt":
    /// Phrases that offer illegal work.
    PHRASES = "outside the law";
    /// Words of a sentence that warns of such work.
    WARNING = "warning";
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
            "«Even without papers» attracts those who are weakest: whoever works without a permit or a contract has no protection, and risks the papers they have. Say which permits allow to work there; the receipt of a renewal is one.",
        ),
        wrong: "tipo: lavoro\n---\nVa bene anche senza documenti in regola.",
        right: "tipo: lavoro\n---\nVa bene ogni permesso che consente di lavorare, e anche la ricevuta del rinnovo.",
        origin: "d.lgs. 286/1998, art. 22, comma 12; linee guida del canale, paragrafo 4, «Opportunità di lavoro»",
    },
    function: CheckFunction::Phrases(&PHRASES, on_match),
};

fn on_match(_: &Board, item: &Item, _: &Prose<'_>, phrase: &Phrase<'_>, findings: &mut Findings<'_>) {
    if item.kind() != Kind::Job || item.facts.archived.is_some() {
        return;
    }
    let (before, after) = phrase.passage.sentence(&phrase.range);
    let sentence = format!("{before} {after}");
    let own_no = phrase.form.starts_with("non");
    // «Non si lavora senza contratto» and «chi ti fa lavorare senza contratto…» are warnings.
    let warned = sentence
        .split(|c: char| !c.is_alphabetic())
        .any(|word| WARNING.matches(word) || (word.eq_ignore_ascii_case("non") && !own_no));
    if warned {
        return;
    }
    let written = phrase.written();
    phrase
        .report(
            findings,
            localized!("«{written}» promette un lavoro fuori dalle regole", "«{written}» promises work outside the law"),
            localized!(
                "scrivi con quali permessi si può lavorare, per esempio `destinatari: {{permesso_stato: [che consenta il lavoro]}}`; se il lavoro non è in regola non si pubblica",
                "write with which permits one may work, for example `destinatari: {{permesso_stato: [che consenta il lavoro]}}`; work outside the law is not published"
            ),
        )
        .ask(localized!(
            "Con quale contratto si lavora, e con quali permessi di soggiorno si può essere assunti?",
            "With which contract does one work, and with which residence permits can one be hired?"
        ));
}
