//! Finds `[regole.<name>]` in site.toml with the name of no rule.

use crate::board::Board;
use crate::check::{Check, CheckFunction, Findings, rules};
use crate::diagnostic::{Rule, RuleGroup, Severity, nearest, text};
use crate::localized;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "unknown-rule",
        severity: Severity::Error,
        group: RuleGroup::Syntax,
        summary: text("le regole nominate in site.toml esistono", "rules named in site.toml exist"),
        explanation: text(
            "Una regola con il nome sbagliato in `[regole]` resterebbe com'è, e nessuno se ne accorgerebbe. `bacheca explain` elenca i nomi.",
            "A rule under a wrong name in `[regole]` would stay as it is, and nobody would notice. `bacheca explain` lists the names.",
        ),
        wrong: "-- site.toml --\n=\n[regole.shoutin]\ngravita = \"spenta\"\nmotivo = \"prova\"\n",
        right: "-- site.toml --\n=\n[regole.shouting]\ngravita = \"spenta\"\nmotivo = \"prova\"\n",
        origin: "formato di site.toml",
    },
    function: CheckFunction::Board(check),
};

fn check(board: &Board, findings: &mut Findings<'_>) {
    if board.config.regole.is_empty() {
        return;
    }
    for name in board.config.regole.keys() {
        if rules::names().any(|known| known == name) {
            continue;
        }
        let hint = match nearest(name, rules::names()) {
            Some(meant) => localized!("volevi dire `{meant}`?", "did you mean `{meant}`?"),
            None => localized!("`bacheca explain` elenca tutte le regole", "`bacheca explain` lists every rule"),
        };
        findings.report_in_other_file(
            crate::config::FILE,
            board.config.find_word(name),
            localized!("la regola «{name}» non esiste", "there is no rule `{name}`"),
            hint,
        );
    }
}
