//! Finds the placeholder `non previsto` in fields of which every item has a value.

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings, placeholders};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::{ContractKind, NOT_OFFERED, Requirement, last_key, requirement};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "cannot-be-none",
        severity: Severity::Error,
        group: RuleGroup::Clarity,
        summary: text(
            "«non previsto» sta solo dove una cosa può non esserci",
            "`non previsto` is used only where there may be no such thing",
        ),
        explanation: text(
            "Un corso può non avere un'iscrizione, un lavoro può non chiedere requisiti: lì `non previsto` risponde a chi legge. Ma ogni annuncio ha un titolo, un ente e qualcuno a cui è rivolto, ogni lavoro ha delle mansioni e una paga: lì `non previsto` nasconde che non lo sappiamo. Se va chiesto: `stato: bozza` e `da chiedere`.",
            "A course may need no enrolment, a job may ask for nothing: there `non previsto` answers the reader. But every announcement has a title, an organisation and readers, every job has duties and a wage: there `non previsto` hides that we do not know. If you have to ask: `stato: bozza` and `da chiedere`.",
        ),
        wrong: "sintesi: non previsto",
        right: "iscrizione: non previsto",
        origin: "linee guida del canale, paragrafo 5, elenchi delle informazioni necessarie",
    },
    function: CheckFunction::Item(check),
};

fn check(board: &Board, item: &Item, findings: &mut Findings<'_>) {
    for (field, span) in placeholders::find_placeholders(item, NOT_OFFERED) {
        let Some(required) = last_key(&field).and_then(|key| requirement(if key == "date" { "edizioni" } else { key }))
        else {
            continue;
        };
        let key = if required == Requirement::Dates { "date" } else { required.key() };
        let none = match required {
            Requirement::Contacts => board
                .organisation_of(item)
                .and_then(|organisation| organisation.contacts.as_ref())
                .filter(|contacts| !contacts.is_empty())
                .map(|_| NOT_OFFERED),
            // Volunteers are not paid.
            Requirement::Pay if is_voluntary(item) => Some(NOT_OFFERED),
            _ => required.word_for_none(),
        };
        if none == Some(NOT_OFFERED) {
            continue;
        }
        let hint = match none {
            Some(word) => localized!("scrivi `{key}: {word}`", "write `{key}: {word}`"),
            None => localized!(
                "scrivilo; non lo sai? `stato: bozza` e `{key}: da chiedere`",
                "write it; if you do not know: `stato: bozza` and `{key}: da chiedere`"
            ),
        };
        let message = localized!("«{key}» non può essere «non previsto»", "`{key}` cannot be `non previsto`");
        findings.report_at_span(&item.document, span, message, hint).ask(required.question().into());
    }
}

fn is_voluntary(item: &Item) -> bool {
    let mut contracts = item.facts.contracts().iter();
    contracts.any(|contract| contract.kind.value() == Some(&ContractKind::Volunteering))
}
