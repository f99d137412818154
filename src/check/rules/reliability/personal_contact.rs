//! Finds a private person's name beside a mobile number or a personal mailbox.

use std::ops::Range;

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings, Passage, Prose, find_first_name, has_mobile, written_values};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::FieldPath;
use crate::path;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "personal-contact",
        severity: Severity::Warning,
        group: RuleGroup::Reliability,
        summary: text(
            "i recapiti sono dell'organizzazione, non di una persona",
            "contacts are those of the organisation, not of a person",
        ),
        explanation: text(
            "Il nome e il cellulare di una persona restano per anni in un archivio pubblico. Metti il numero o l'e-mail dell'organizzazione; se è il numero dell'ufficio, basta togliere il nome.",
            "Somebody's name and mobile number stay for years in a public archive. Give the number or e-mail of the organisation; if it is the office's number, deleting the name will do.",
        ),
        wrong: "---\nPer informazioni chiama Giulia, 333 1234567.",
        right: "---\nPer informazioni chiama l'ufficio, 06 5550 0111.",
        origin: "regolamento (UE) 2016/679, art. 5",
    },
    function: CheckFunction::Several(&[CheckFunction::Prose(check_text), CheckFunction::Item(check_fields)]),
};

fn check_text(_: &Board, item: &Item, prose: &Prose<'_>, findings: &mut Findings<'_>) {
    if item.facts.is_archived() {
        return;
    }
    for passage in prose.passages().into_iter().filter(|passage| has_mobile(passage.text)) {
        let mut start = 0;
        for sentence in passage.text.split_inclusive(['\n', ';', '!', '?']) {
            if let Some(name) = find_first_name(sentence).filter(|_| has_mobile(sentence)) {
                report(item, &passage, start + name.start..start + name.end, findings);
            }
            start += sentence.len();
        }
    }
}

/// A note with a name, beside a mobile number of the same contacts.
fn check_fields(_: &Board, item: &Item, findings: &mut Findings<'_>) {
    let within: [FieldPath; 3] = [path![contatti], path![iscrizione], path![candidatura]];
    let is_contact = |value: &Passage<'_>| within.iter().any(|field| value.field.is_within(field));
    if item.facts.is_archived() || !written_values(item).any(|value| is_contact(&value) && has_mobile(value.text)) {
        return;
    }
    for value in written_values(item).filter(is_contact) {
        // A name is part of an address or a link there.
        if let Some(name) = find_first_name(value.text).filter(|_| !value.text.contains(['@', '/'])) {
            report(item, &value, name, findings);
        }
    }
}

fn report(item: &Item, passage: &Passage<'_>, range: Range<usize>, findings: &mut Findings<'_>) {
    let name = passage.text.get(range.clone()).unwrap_or_default();
    findings
        .report_in_passage(
            &item.document,
            passage,
            range,
            localized!(
                "«{name}» e un cellulare: sono i dati di una persona?",
                "«{name}» and a mobile number: are these a person's data?"
            ),
            localized!(
                "metti il recapito dell'organizzazione, o togli il nome se il numero è dell'ufficio",
                "give the organisation's contact, or delete the name if the number is the office's"
            ),
        )
        .ask(localized!(
            "Il cellulare accanto a «{name}» è dell'organizzazione? C'è un recapito dell'ufficio da pubblicare?",
            "Is the mobile number beside «{name}» the organisation's? Is there a contact of the office to publish?"
        ));
}
