//! Reports files among the content by which git and GitHub show other files differently.

use crate::board::Problem;
use crate::check::{Check, CheckFunction, problem_words::finding};
use crate::diagnostic::{Diagnostic, Rule, RuleGroup, Severity, text};
use crate::localized;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "git-attributes",
        severity: Severity::Error,
        group: RuleGroup::Syntax,
        summary: text(
            "in content/ nessun file cambia come git mostra gli altri",
            "in content/ no file changes how git shows the others",
        ),
        explanation: text(
            "Con un file .gitattributes una proposta può nascondere le sue modifiche a chi la legge su GitHub, o far scrivere a git un testo diverso da quello che si è letto. Se serve, sta nella prima cartella del repository, dove lo guarda chi cura la bacheca.",
            "With a file .gitattributes a proposal can hide its changes from whoever reads it on GitHub, or make git write another text than the one that was read. If it is needed, it is in the first folder of the repository, where those who look after the board see it.",
        ),
        wrong: "",
        right: "",
        origin: "gitattributes(5); GitHub Linguist, linguist-generated",
    },
    function: CheckFunction::LoadingProblem,
};

pub(in crate::check) fn describe(at: &Problem) -> Diagnostic {
    let message = localized!(
        "questo file può nascondere ad altri che cosa cambia",
        "this file can hide from others what changes"
    );
    finding(&const { CHECK.rule.brief() }, at, message).hint(localized!("toglilo", "remove it"))
}
