//! Finds the placeholder `da chiedere` outside drafts.

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings, placeholders};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "to-ask-outside-draft",
        severity: Severity::Error,
        group: RuleGroup::Clarity,
        summary: text("«da chiedere» sta solo nelle bozze", "`da chiedere` is used only in drafts"),
        explanation: text(
            "`da chiedere` dice a chi cura il canale che manca una risposta: chi legge la pagina pubblicata non saprebbe che farne. Scrivi il valore, oppure aggiungi `stato: bozza` e manda le domande con `bacheca ask`.",
            "`da chiedere` tells the editors that an answer is missing: readers of a published page could do nothing with it. Write the value, or add `stato: bozza` and send the questions with `bacheca ask`.",
        ),
        wrong: "costo: da chiedere",
        right: "stato: bozza\ncosto: da chiedere",
        origin: "linee guida del canale, paragrafo 5, criterio «Chiarezza delle informazioni»",
    },
    function: CheckFunction::Item(check),
};

fn check(_: &Board, item: &Item, findings: &mut Findings<'_>) {
    if item.facts.is_draft() {
        return;
    }
    for (_, span) in placeholders::find_placeholders(item, crate::model::TO_ASK) {
        findings.report_at_span(
            &item.document,
            span,
            localized!("«da chiedere» va bene solo in una bozza", "`da chiedere` is for drafts only"),
            localized!("scrivi il valore, o aggiungi `stato: bozza`", "write the value, or add `stato: bozza`"),
        );
    }
}
