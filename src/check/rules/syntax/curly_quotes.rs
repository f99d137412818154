//! Finds curly quotes around values, which YAML reads as part of the value.

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::source::CURLY_QUOTES;

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
        for (at, inner) in quoted_values(line) {
            let quotes = '“'.len_utf8() + '”'.len_utf8();
            let span = start + at..start + at + inner.len() + quotes;
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

/// Values of a line in curly quotes, without them, and where the quotes open: the whole value, or values within brackets.
fn quoted_values(line: &str) -> Vec<(usize, &str)> {
    let line = line.trim_end();
    let from = line.find(": ").map_or(0, |colon| colon + 2);
    let whole = line.get(from..).unwrap_or_default().trim_start();
    let in_brackets = whole.starts_with(['[', '{']) || line.trim_start().starts_with("- {");
    let mut found = Vec::new();
    for (open, close) in CURLY_QUOTES {
        for (at, _) in line.match_indices(open) {
            let (before, rest) = line.split_at_checked(at).unwrap_or_default();
            let Some((inner, behind)) = rest.strip_prefix(open).and_then(|rest| rest.split_once(close)) else {
                continue;
            };
            let (before, behind) = (before.trim_end(), behind.trim_start());
            let opens =
                before.ends_with(':') || before.trim_start() == "-" || in_brackets && before.ends_with(['[', '{', ',']);
            let closes = behind.is_empty() || in_brackets && behind.starts_with([',', ']', '}']);
            if opens && closes {
                found.push((at, inner));
            }
        }
    }
    found
}
