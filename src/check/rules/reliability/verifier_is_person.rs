//! Finds organisations whose file names a person as the one who verified them.

use crate::board::Board;
use crate::check::{Check, CheckFunction, Findings, find_first_name};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::path;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "verifier-is-person",
        severity: Severity::Warning,
        group: RuleGroup::Reliability,
        summary: text(
            "chi ha verificato un ente è un ruolo, non una persona",
            "whoever verified an organisation is a role, not a person",
        ),
        explanation: text(
            "`verificato_da` è scritto nella pagina dell'ente e resta per anni: scrivi la redazione, l'ufficio o il ruolo, mai il nome di una persona.",
            "`verificato_da` is shown on the organisation's page and stays for years: write the editors, the office or the role, never the name of a person.",
        ),
        wrong: "-- content/enti/quadrifoglio.md --\n---\nnome: Associazione Quadrifoglio\ntipo: associazione\ncontatti: {email: info@example.org}\nverificato: 2026-11-02\nverificato_da: Giulia Rossi\n---\n",
        right: "-- content/enti/quadrifoglio.md --\n---\nnome: Associazione Quadrifoglio\ntipo: associazione\ncontatti: {email: info@example.org}\nverificato: 2026-11-02\nverificato_da: redazione\n---\n",
        origin: "regolamento (UE) 2016/679, art. 5",
    },
    function: CheckFunction::Board(check),
};

fn check(board: &Board, findings: &mut Findings<'_>) {
    for file in board.organisations.values() {
        let who = file.facts.verified_by.as_deref().unwrap_or_default();
        let Some(name) = find_first_name(who).and_then(|range| who.get(range)) else { continue };
        findings.report_at_field(
            file,
            path![verificato_da],
            localized!("«{name}»: è il nome di una persona?", "«{name}»: is this the name of a person?"),
            localized!(
                "scrivi il ruolo o l'ufficio, per esempio `redazione`",
                "write the role or the office, for example `redazione`"
            ),
        );
    }
}
