//! Finds entries of a list that a comma has cut off from the one before: `[permesso, o ricevuta]`.

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::Place;
use crate::path;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "list-comma",
        severity: Severity::Warning,
        group: RuleGroup::Syntax,
        summary: text("ogni voce di un elenco sta in piedi da sola", "each entry of a list stands alone"),
        explanation: text(
            "Fra parentesi quadre la virgola comincia un'altra voce: `[permesso di soggiorno, o ricevuta]` sono due documenti, da portare tutti e due. Se la virgola è parte del testo, la voce va fra virgolette; se ne basta uno: `{uno_di: [permesso di soggiorno, ricevuta]}`.",
            "Within square brackets a comma starts another entry: `[permesso di soggiorno, o ricevuta]` are two documents, both of them needed. If the comma is part of the text, put the entry in quotes; if one is enough: `{uno_di: [permesso di soggiorno, ricevuta]}`.",
        ),
        wrong: "documenti: [permesso di soggiorno, o ricevuta, codice fiscale]",
        right: "documenti: [{uno_di: [permesso di soggiorno, ricevuta]}, codice fiscale]",
        origin: "YAML 1.2.2, 7.4",
    },
    function: CheckFunction::Item(check),
};

/// Beginnings of entries that continue the one before.
const JOINTS: [&str; 11] =
    ["o ", "oppure ", "anche ", "e ", "ma ", "se ", "con il ", "con la ", "uno per ", "una per ", "esclus"];

fn check(_: &Board, item: &Item, findings: &mut Findings<'_>) {
    check_places(item, findings);
    let text = &item.document.source.text;
    if memchr::memchr(b'[', item.document.facts().as_bytes()).is_none() {
        return;
    }
    for (_, span) in item.spans.scalars() {
        let entry = text.get(span.clone()).unwrap_or_default();
        if !JOINTS.iter().any(|joint| entry.starts_with(joint)) {
            continue;
        }
        let before = text.get(..span.start).unwrap_or_default();
        // Plain entries behind a comma, within square brackets on one line.
        let line = before.rsplit('\n').next().unwrap_or_default();
        let is_behind_comma = line.trim_end().ends_with(',') && line.matches('[').count() > line.matches(']').count();
        if !is_behind_comma || line.rfind('{') > line.rfind('[') {
            continue;
        }
        findings.report_at_span(
            &item.document,
            span,
            localized!(
                "la virgola prima di «{entry}» comincia un'altra voce",
                "the comma before `{entry}` starts another entry"
            ),
            localized!(
                "se è parte della voce di prima, metti tutta la voce fra virgolette; se ne basta uno: `uno_di: […]`",
                "if it is part of the entry before, put the whole entry in quotes; if one is enough: `uno_di: […]`"
            ),
        );
    }
}

/// Reports a street and its town that the comma makes two places: `[via Roma 1, Roma]`.
fn check_places(item: &Item, findings: &mut Findings<'_>) {
    let places = item.facts.places();
    let Some(addresses) = places.iter().map(plain_address).collect::<Option<Vec<_>>>() else { return };
    let has_number = |address: &&str| address.contains(|c: char| c.is_ascii_digit());
    let Some(town) = addresses.iter().find(|address| !has_number(address)) else { return };
    if !addresses.iter().any(has_number) {
        return;
    }
    findings
        .report_at_field(
            item,
            path![luogo],
            localized!("«{town}» è un altro luogo?", "is `{town}` another place?"),
            localized!(
                "se è parte dell'indirizzo, metti tutto l'indirizzo fra virgolette: `[\"via Roma 1, Roma\", …]`",
                "if it is part of the address, put the whole address in quotes: `[\"via Roma 1, Roma\", …]`"
            ),
        )
        .ask(localized!(
            "«{town}» è parte di un indirizzo, o un altro luogo?",
            "Is «{town}» part of an address, or another place?"
        ));
}

/// The address of a place that is written as text alone.
fn plain_address(place: &Place) -> Option<&str> {
    let address = place.address.as_deref()?;
    (*place == Place { address: place.address.clone(), ..Place::default() }).then_some(address)
}
