//! Finds curly quotes around values, which YAML reads as part of the value.

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "curly-quotes",
        severity: Severity::Warning,
        group: RuleGroup::Syntax,
        summary: text("un valore sta fra virgolette dritte", "a value stands in straight quotes"),
        explanation: text(
            "Word cambia le virgolette dritte in curve (“ ”). Per il programma sono lettere come le altre: finirebbero nel titolo. Usa quelle dritte, o nessuna.",
            "Word turns straight quotes into curly ones (“ ”). To the program they are letters like others: they would end up in the title. Use straight ones, or none.",
        ),
        wrong: "titolo: “Corso di italiano”",
        right: "titolo: \"Corso di italiano\"",
        origin: "YAML 1.2.2, 7.3",
    },
    function: CheckFunction::Item(check),
};

fn check(_: &Board, item: &Item, findings: &mut Findings<'_>) {
    let facts = item.document.facts();
    // The first byte of every curly quote.
    if memchr::memchr(0xe2, facts.as_bytes()).is_none() {
        return;
    }
    let mut start = item.document.facts.start;
    for line in facts.split_inclusive('\n') {
        let value = line.split_once(": ").map_or("", |(_, value)| value).trim();
        let inner = [('“', '”'), ('‘', '’'), ('„', '“')]
            .into_iter()
            .find_map(|(open, close)| value.strip_prefix(open)?.strip_suffix(close));
        if let Some(inner) = inner {
            let at = start + line.find(value).unwrap_or_default();
            let span = at..at + value.len();
            findings
                .report_at_span(
                    &item.document,
                    span.clone(),
                    localized!("le virgolette curve entrano nel testo", "curly quotes become part of the text"),
                    localized!("usa le virgolette dritte", "use straight quotes"),
                )
                .correct(span, format!("\"{}\"", inner.replace('"', "\\\"")), false);
        }
        start += line.len();
    }
}
