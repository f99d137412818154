//! Finds HTML entities («citt&agrave;») in the front matter.

use crate::board::Board;
use crate::check::{Check, CheckFunction, Findings};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::source::Document;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "html-entity",
        severity: Severity::Error,
        group: RuleGroup::Syntax,
        summary: text(
            "le lettere accentate sono lettere, non codici HTML",
            "accented letters are letters, not HTML codes",
        ),
        explanation: text(
            "Copiando il sorgente di una pagina restano codici come `&agrave;` o `&#8217;`: su carta e nei messaggi si vedrebbero così. Scrivi la lettera.",
            "Copying the source of a page leaves codes such as `&agrave;` or `&#8217;`: on paper and in messages they would show as they are. Write the letter.",
        ),
        wrong: "titolo: Citt&agrave; aperta",
        right: "titolo: Città aperta",
        origin: "formato dei contenuti",
    },
    function: CheckFunction::Board(check),
};

fn check(board: &Board, findings: &mut Findings<'_>) {
    for document in board.texts().filter(|document| document.facts().contains('&')) {
        report_entities(document, findings);
    }
}

fn report_entities(document: &Document, findings: &mut Findings<'_>) {
    let facts = document.facts();
    for (at, _) in facts.match_indices('&') {
        let rest = facts.get(at + 1..).unwrap_or_default();
        let Some(end) = rest.find(';').filter(|end| (2..=8).contains(end)) else { continue };
        let name = rest.get(..end).unwrap_or_default();
        let number = name.strip_prefix('#').is_some_and(|code| code.chars().all(|c| c.is_ascii_hexdigit() || c == 'x'));
        if !number && !name.chars().all(|c| c.is_ascii_alphabetic()) {
            continue;
        }
        let start = document.facts.start + at;
        findings.report_at_span(
            document,
            start..start + end + 2,
            localized!("«&{name};» è un codice HTML", "`&{name};` is an HTML code"),
            localized!("scrivi la lettera o il segno", "write the character itself"),
        );
    }
}
