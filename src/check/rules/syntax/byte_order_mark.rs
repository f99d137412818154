//! Finds byte order marks, written by Windows editors at the start of a file.

use crate::board::Board;
use crate::check::{Check, CheckFunction, Findings};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "byte-order-mark",
        severity: Severity::Warning,
        group: RuleGroup::Syntax,
        summary: text("il file comincia con la sua prima lettera", "a file starts with its first letter"),
        explanation: text(
            "Il Blocco note di Windows mette in cima al file un segno che non si vede (BOM). Qui non dà fastidio, ad altri programmi sì. `bacheca check --fix` lo toglie.",
            "Windows Notepad puts a mark that nobody sees (BOM) at the top of a file. Here it does no harm, to other programs it does. `bacheca check --fix` takes it away.",
        ),
        wrong: "-- content/opportunita/2026/prova.md --\n\u{feff}=",
        right: "titolo: Corso di italiano",
        origin: "RFC 3629, 6",
    },
    function: CheckFunction::Board(check),
};

fn check(board: &Board, findings: &mut Findings<'_>) {
    for document in board.texts().filter(|document| document.source.text.starts_with('\u{feff}')) {
        let span = 0..'\u{feff}'.len_utf8();
        findings
            .report_at_span(
                document,
                span.clone(),
                localized!(
                    "in cima al file c'è un segno invisibile (BOM)",
                    "an invisible mark (BOM) stands at the top of the file"
                ),
                localized!(
                    "`bacheca check --fix` lo toglie; o salva come «UTF-8», non «UTF-8 con BOM»",
                    "`bacheca check --fix` takes it away; or save as «UTF-8», not «UTF-8 with BOM»"
                ),
            )
            .correct(span, String::new(), true);
    }
}
