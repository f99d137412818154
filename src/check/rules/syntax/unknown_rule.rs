//! `[regole.<name>]` in site.toml names rules that exist.

use crate::board::Board;
use crate::check::{Check, Findings, Look};
use crate::diagnostic::{Rule, nearest};
use crate::words;

pub(super) const CHECK: Check = Check {
    rule: Rule::error(
        "unknown-rule",
        "le regole nominate in site.toml esistono",
        "rules named in site.toml exist",
        "formato di site.toml",
    ),
    look: Look::Board(look),
};

fn look(board: &Board, findings: &mut Findings<'_>) {
    if board.config.regole.is_empty() {
        return;
    }
    let rules = super::all();
    for name in board.config.regole.keys() {
        if rules.iter().any(|rule| rule.name == name) {
            continue;
        }
        let hint = match nearest(name, rules.iter().map(|rule| rule.name)) {
            Some(meant) => words!("volevi dire `{meant}`?", "did you mean `{meant}`?"),
            None => words!("`bacheca explain` elenca tutte le regole", "`bacheca explain` lists every rule"),
        };
        findings.in_file(
            crate::config::FILE,
            words!("la regola «{name}» non esiste", "there is no rule `{name}`"),
            hint,
        );
    }
}
