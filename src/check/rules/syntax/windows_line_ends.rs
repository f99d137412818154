//! Finds files with Windows line endings (CRLF).

use crate::board::Board;
use crate::check::{Check, CheckFunction, Findings};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "windows-line-ends",
        severity: Severity::Warning,
        group: RuleGroup::Syntax,
        summary: text("le righe finiscono come su tutti i computer", "lines end as on every computer"),
        explanation: text(
            "Windows finisce le righe con due segni (CRLF) invece di uno. Si legge lo stesso, ma ogni modifica sembra cambiare tutto il file. `bacheca check --fix` le sistema.",
            "Windows ends lines with two characters (CRLF) instead of one. They look the same, but every change seems to change the whole file. `bacheca check --fix` corrects them.",
        ),
        wrong: "titolo: Corso di italiano\r",
        right: "titolo: Corso di italiano",
        origin: "formato dei contenuti",
    },
    function: CheckFunction::Board(check),
};

fn check(board: &Board, findings: &mut Findings<'_>) {
    for document in board.texts() {
        let text = &document.source.text;
        if memchr::memchr(b'\r', text.as_bytes()).is_none() {
            continue;
        }
        let count = text.matches("\r\n").count();
        let Some(first) = text.find("\r\n").filter(|_| count > 0) else { continue };
        let last = text.rfind("\r\n").unwrap_or(first);
        let between = text.get(first..last + 2).unwrap_or_default().replace("\r\n", "\n");
        findings
            .report_at_span(
                document,
                first..first + 1,
                localized!(
                    "le righe finiscono alla maniera di Windows ({count} volte)",
                    "lines end in the Windows way ({count} times)"
                ),
                localized!("`bacheca check --fix` le sistema", "`bacheca check --fix` corrects them"),
            )
            .correct(first..last + 2, between, true);
    }
}
