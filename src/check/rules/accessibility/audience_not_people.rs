//! Finds announcements addressed to professionals or organisations instead of refugees and migrants.

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::Readership;
use crate::path;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "audience-not-people",
        severity: Severity::Warning,
        group: RuleGroup::Accessibility,
        summary: text("chi legge il canale può partecipare", "readers of the channel can take part"),
        explanation: text(
            "L'annuncio è per operatori o per enti. Il canale lo leggono soprattutto persone rifugiate e migranti: decidi se pubblicarlo, e se sì fai capire dal titolo per chi è.",
            "The announcement is for workers or organisations. The channel is read by refugees and migrants above all: decide whether to publish it, and if so let the title say for whom it is.",
        ),
        wrong: "pubblico: [operatori]",
        right: "pubblico: [persone, operatori]",
        origin: "linee guida del canale, paragrafo 2, «Target di riferimento»",
    },
    function: CheckFunction::Item(check),
};

fn check(_: &Board, item: &Item, findings: &mut Findings<'_>) {
    let readers = &item.facts.readership;
    let for_people = readers.iter().any(|reader| matches!(reader, Readership::People | Readership::Families));
    if readers.is_empty() || for_people || item.facts.is_archived() {
        return;
    }
    let who = readers.iter().map(|reader| reader.word()).collect::<Vec<_>>().join(", ");
    findings.report_at_field(
        item,
        path![pubblico],
        localized!("è un annuncio per {who}, non per le persone", "this is for {who}, not for the people themselves"),
        localized!(
            "decidi se va sul canale; se sì, il titolo dica per chi è",
            "decide whether it belongs on the channel; if so, let the title say for whom it is"
        ),
    );
}
