//! Finds repeated or too many exclamation marks.

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings, Prose};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "too-many-exclamation-marks",
        severity: Severity::Warning,
        group: RuleGroup::Clarity,
        summary: text("un punto esclamativo basta", "one exclamation mark is enough"),
        explanation: text(
            "Tanti punti esclamativi fanno sembrare l'annuncio una pubblicità o una truffa.",
            "Many exclamation marks make the announcement look like advertising or a fraud.",
        ),
        wrong: "titolo: \"Festa dei popoli!!!\"",
        right: "titolo: \"Festa dei popoli!\"",
        origin: "linee guida del canale, paragrafo 5, criterio «Qualità e affidabilità»",
    },
    function: CheckFunction::Prose(check),
};

fn check(_: &Board, item: &Item, prose: &Prose<'_>, findings: &mut Findings<'_>) {
    for passage in prose.passages() {
        let count = memchr::memchr_iter(b'!', passage.text.as_bytes()).count();
        if count == 0 {
            continue;
        }
        let (first, run) = (passage.text.find('!'), passage.text.find("!!"));
        // A text may have several, a title or a summary one, and none may have two in a row.
        let most = if passage.is_body() { 3 } else { 1 };
        let Some(at) = run.or(first.filter(|_| count > most)) else { continue };
        let length = passage.text.get(at..).map_or(1, |rest| rest.len() - rest.trim_start_matches('!').len());
        findings.report_in_passage(
            &item.document,
            &passage,
            at..at + length.max(1),
            localized!("ci sono {count} punti esclamativi", "there are {count} exclamation marks"),
            localized!("lasciane uno, o nessuno", "leave one, or none"),
        );
    }
}
