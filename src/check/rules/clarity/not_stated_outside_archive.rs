//! Finds the placeholder `non indicato` in items that are not archived.

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings, placeholders};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "not-stated-outside-archive",
        severity: Severity::Error,
        group: RuleGroup::Clarity,
        summary: text(
            "«non indicato» sta solo negli annunci archiviati, con la loro fonte",
            "`non indicato` is used only in archived items, with their source",
        ),
        explanation: text(
            "Di un annuncio già chiuso non si può più chiedere niente: `non indicato` lo dice con onestà. Di un annuncio aperto si chiede all'ente.",
            "Nobody can ask about an opportunity that is over: `non indicato` says so honestly. For an open one, ask the organisation.",
        ),
        wrong: "costo: non indicato",
        right: "archiviato: 2027-03-01\nfonte: https://www.example.org/corso\ncosto: non indicato",
        origin: "linee guida del canale, paragrafo 5, criterio «Chiarezza delle informazioni»",
    },
    function: CheckFunction::Item(check),
};

fn check(_: &Board, item: &Item, findings: &mut Findings<'_>) {
    if item.facts.is_archived() {
        return;
    }
    for (_, span) in placeholders::find_placeholders(item, crate::model::NOT_STATED) {
        findings.report_at_span(
            &item.document,
            span,
            localized!(
                "«non indicato» va bene solo in un annuncio archiviato",
                "`non indicato` is for archived items only"
            ),
            localized!(
                "chiedilo all'ente (`stato: bozza` e `da chiedere`), o aggiungi `archiviato:` se era già chiuso",
                "ask the organisation (`stato: bozza` and `da chiedere`), or add `archiviato:` if it was closed already"
            ),
        );
    }
}
