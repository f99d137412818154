//! Finds short lines, as of a message from WhatsApp, that are published as one.

use std::ops::Range;

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::markdown::find_joined_lines;
use crate::source::{Document, find_conflicts};

/// Most characters of a line that somebody ends on purpose: lines of running text that an editor breaks are longer.
const MAX_SHORT_LINE: usize = 50;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "lines-run-together",
        severity: Severity::Warning,
        group: RuleGroup::Clarity,
        summary: text("le righe restano righe", "lines stay lines"),
        explanation: text(
            "Una riga che segue l'altra senza niente in mezzo si pubblica sulla stessa riga: «Lunedì 10-12 Mercoledì 15-17». Perché restino due righe, finisci la prima con `\\`, fanne un elenco (`- Lunedì 10-12`), o lascia una riga vuota fra l'una e l'altra.",
            "A line that follows another with nothing between them is published on the same line: «Lunedì 10-12 Mercoledì 15-17». To keep two lines, end the first with `\\`, make a list (`- Lunedì 10-12`), or leave an empty line between them.",
        ),
        wrong: "---\nLunedì 10-12\nMercoledì 15-17\nVenerdì 10-12",
        right: "---\nLunedì 10-12\\\nMercoledì 15-17\\\nVenerdì 10-12",
        origin: "formato dei contenuti",
    },
    function: CheckFunction::Item(check),
};

fn check(_: &Board, item: &Item, findings: &mut Findings<'_>) {
    let translations = item.translations.values().map(|translation| &translation.document);
    for document in std::iter::once(&item.document).chain(translations) {
        check_body(document, findings);
    }
}

fn check_body(document: &Document, findings: &mut Findings<'_>) {
    let body = document.body();
    // Lines that git left are another rule's.
    if memchr::memchr(b'\n', body.trim().as_bytes()).is_none() || !find_conflicts(body, &(0..0)).is_empty() {
        return;
    }
    for breaks in find_joined_lines(body) {
        let all_short = breaks.iter().all(|end| is_short(line_before(body, end.start)));
        let is_meant = |end: &&Range<usize>| {
            let (line, next) = (line_before(body, end.start), body.get(end.end..).unwrap_or_default());
            is_short(line) && !line.ends_with([',', '،', '、', '，']) && (all_short || begins_anew(next))
        };
        let ended = breaks.iter().filter(is_meant);
        let ends: Vec<usize> = ended.map(|end| end.start).collect();
        let (Some(first), Some(last)) = (ends.first(), ends.last()) else { continue };
        let start = document.body.start;
        let line = line_before(body, *first);
        let line_start = first - line.len();
        let mut corrected = body.get(*first..=*last).unwrap_or_default().to_owned();
        for end in ends.iter().rev() {
            corrected.insert(end - first, '\\');
        }
        findings
            .report_at_span(
                document,
                start + line_start..start + first,
                localized!(
                    "dopo «{line}» la riga va a capo, ma si pubblica tutto su una riga",
                    "after «{line}» the line ends, but all of it is published on one line"
                ),
                localized!(
                    "finisci ogni riga con `\\`, o fanne un elenco con `- `",
                    "end each line with `\\`, or make a list with `- `"
                ),
            )
            .correct(start + first..start + last + 1, corrected, false);
    }
}

/// The line that ends at a byte.
fn line_before(body: &str, end: usize) -> &str {
    body.get(..end).unwrap_or_default().rsplit('\n').next().unwrap_or_default().trim_start()
}

/// Whether somebody who ends a line here does so on purpose.
fn is_short(line: &str) -> bool {
    line.chars().count() <= MAX_SHORT_LINE
}

/// Whether a line begins like one of its own: with a capital letter, a digit or a sign.
fn begins_anew(next: &str) -> bool {
    next.trim_start().chars().next().is_some_and(|first| first.is_uppercase() || !first.is_alphabetic())
}
