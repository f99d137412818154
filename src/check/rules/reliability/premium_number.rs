//! Finds telephone numbers that cost the caller more than an ordinary call.

use std::ops::Range;

use crate::board::{Board, Item, Located};
use crate::check::phones::is_premium;
use crate::check::{Check, CheckFunction, Findings, Passage, Prose, written_values};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::{FieldPath, Phone};
use crate::path;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "premium-number",
        severity: Severity::Warning,
        group: RuleGroup::Reliability,
        summary: text("chiamare non costa più di una telefonata", "calling costs no more than a call"),
        explanation: text(
            "I numeri che cominciano con 892, 893, 894, 895, 899, 199, 144, 163, 164 o 166 si pagano a parte, anche qualche euro al minuto, e molti piani prepagati non li chiamano nemmeno. Chi truffa chi cerca lavoro vive di questi numeri. Metti un fisso, un cellulare o un numero verde (800).",
            "Numbers that begin with 892, 893, 894, 895, 899, 199, 144, 163, 164 or 166 are charged separately, up to some euros a minute, and many prepaid plans cannot call them at all. Who cheats people in search of work lives from such numbers. Give a landline, a mobile or a free number (800).",
        ),
        wrong: "contatti: {telefono: \"899 123 456\"}",
        right: "contatti: {telefono: \"800 123 456\"}",
        origin: "Agcom, delibera 8/15/CIR, piano di numerazione, servizi a sovrapprezzo e ad addebito ripartito",
    },
    function: CheckFunction::Several(&[
        CheckFunction::Board(check_profiles),
        CheckFunction::Item(check_fields),
        CheckFunction::Prose(check_text),
    ]),
};

/// Words in a sentence that gives a number to call; without one, digits are as likely an amount.
const CUES: [&str; 6] = ["chiam", "telefon", "numero", "tel.", "tel:", "call"];

fn check_profiles(board: &Board, findings: &mut Findings<'_>) {
    for organisation in board.organisations.values() {
        check_file(organisation, findings);
    }
    for contact_point in board.contact_points.values() {
        check_file(contact_point, findings);
    }
}

fn check_fields(_: &Board, item: &Item, findings: &mut Findings<'_>) {
    if !item.facts.is_archived() {
        check_file(item, findings);
    }
}

/// Numbers that are the whole of a value, which is how fields take them.
fn check_file(file: &dyn Located, findings: &mut Findings<'_>) {
    let within: [FieldPath; 4] = [path![contatti], path![ente], path![iscrizione], path![candidatura]];
    for value in written_values(file).filter(|value| within.iter().any(|field| value.field.is_within(field))) {
        if Phone::new(value.text).is_some_and(|phone| is_premium(phone.dialled())) {
            report(file, &value, 0..value.text.len(), findings);
        }
    }
}

fn check_text(_: &Board, item: &Item, prose: &Prose<'_>, findings: &mut Findings<'_>) {
    if item.facts.is_archived() {
        return;
    }
    for passage in prose.passages() {
        let mut start = 0;
        for sentence in passage.text.split_inclusive(['\n', ';', '!', '?']) {
            if let Some(number) = find_premium_number(sentence) {
                report(item, &passage, start + number.start..start + number.end, findings);
            }
            start += sentence.len();
        }
    }
}

/// The first such number of a sentence that speaks of calling, with its bytes.
fn find_premium_number(sentence: &str) -> Option<Range<usize>> {
    // Most sentences have no such digits.
    let may_begin = |pair: &[u8]| matches!(pair, [b'8', b'9'] | [b'1', b'9' | b'4' | b'6']);
    if !sentence.as_bytes().windows(2).any(may_begin) {
        return None;
    }
    let lower = sentence.to_lowercase();
    if !CUES.iter().any(|cue| lower.contains(cue)) {
        return None;
    }
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '-');
    let mut start = 0;
    for part in sentence.split_inclusive(|c| !is_part(c)) {
        let run = part.trim_end_matches(|c| !is_part(c));
        let number = run.trim_matches(|c: char| !c.is_ascii_digit());
        let digits: String = number.chars().filter(char::is_ascii_digit).collect();
        if digits.len() >= 6 && is_premium(&digits) {
            let at = start + run.find(number)?;
            return Some(at..at + number.len());
        }
        start += part.len();
    }
    None
}

fn report(file: &dyn Located, passage: &Passage<'_>, range: Range<usize>, findings: &mut Findings<'_>) {
    let number = passage.text.get(range.clone()).unwrap_or_default();
    findings
        .report_in_passage(
            file.document(),
            passage,
            range,
            localized!("chiamare il «{number}» si paga a parte", "calling `{number}` is charged separately"),
            localized!(
                "metti un fisso, un cellulare o un numero verde",
                "give a landline, a mobile or a number that is free to call"
            ),
        )
        .ask(localized!(
            "C'è un altro numero al posto del «{number}», che si paga a parte?",
            "Is there another number in place of `{number}`, which is charged separately?"
        ));
}

#[cfg(test)]
mod tests {
    use super::find_premium_number;

    #[test]
    fn numbers_are_told_from_amounts() {
        for (sentence, number) in [
            ("Chiama l'899 123 456 dalle 9.", Some("899 123 456")),
            ("numero 892424", Some("892424")),
            ("Telefona allo 06 5550 0899.", None),
            ("Chiama chi sa: l'affitto costa 899 euro e 199.000 in tutto.", None),
            ("Sono 892 424 persone.", None),
        ] {
            let found = find_premium_number(sentence).and_then(|range| sentence.get(range));
            assert_eq!(found, number, "{sentence}");
        }
    }
}
