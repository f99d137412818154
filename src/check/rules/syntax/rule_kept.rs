//! Finds `[regole.<name>]` in site.toml that would lower a rule of form.

use crate::board::Board;
use crate::check::{Check, CheckFunction, Findings, rules};
use crate::config::RuleSeverity;
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "rule-kept",
        severity: Severity::Warning,
        group: RuleGroup::Syntax,
        summary: text("le regole sulla forma dei file restano", "the rules on the form of files stay"),
        explanation: text(
            "Quello che non si riesce a leggere non si pubblica: se la regola che lo dice fosse spenta, l'informazione sparirebbe senza che nessuno lo sappia. Per questo `[regole]` non cambia le regole sulla forma.",
            "What cannot be read is not published: if the rule that says so were off, the information would be gone without anybody knowing. This is why `[regole]` does not change the rules on form.",
        ),
        wrong: "-- site.toml --\n=\n[regole.yaml-syntax]\ngravita = \"spenta\"\nmotivo = \"prova\"\n",
        right: "-- site.toml --\n=\n[regole.shouting]\ngravita = \"spenta\"\nmotivo = \"prova\"\n",
        origin: "formato di site.toml",
    },
    function: CheckFunction::Board(check),
};

fn check(board: &Board, findings: &mut Findings<'_>) {
    for (name, configured) in &board.config.regole {
        if configured.gravita == RuleSeverity::Errore || rules::can_be_lowered(name) {
            continue;
        }
        findings.report_in_other_file(
            crate::config::FILE,
            board.config.find_word(name),
            localized!("la regola «{name}» resta un errore", "the rule `{name}` stays an error"),
            localized!(
                "dice che qualcosa non si riesce a leggere: correggi il file, e togli questa tabella",
                "it says that something cannot be read: correct the file, and remove this table"
            ),
        );
    }
}
