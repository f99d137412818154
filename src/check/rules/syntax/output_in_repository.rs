//! Reports folders of the program's output that are part of the repository.

use crate::board::Problem;
use crate::check::{Check, CheckFunction, problem_words::finding};
use crate::diagnostic::{Diagnostic, Rule, RuleGroup, Severity, text};
use crate::localized;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "output-in-repository",
        severity: Severity::Error,
        group: RuleGroup::Syntax,
        summary: text(
            ".bacheca/ e public/ non stanno nella storia di git",
            ".bacheca/ and public/ are not in the history of git",
        ),
        explanation: text(
            "In .bacheca/ il programma tiene le locandine già stampate, e in public/ il sito: si fida di quello che ci trova. Chi mette lì un file cambia quello che si pubblica senza che nessuno lo legga. Il file .gitignore li tiene fuori.",
            "In .bacheca/ the program keeps posters printed before, and in public/ the site: it trusts what it finds there. Anyone who puts a file there changes what is published, and nobody reviews it. The file .gitignore keeps them out.",
        ),
        wrong: "",
        right: "",
        origin: "formato dei contenuti",
    },
    function: CheckFunction::LoadingProblem,
};

/// Finding for a folder of output with a number of files that git keeps.
pub(in crate::check) fn describe(at: &Problem, folder: &str, files: usize) -> Diagnostic {
    let message = localized!(
        "{folder}/ la scrive il programma, ma è nel repository: file {files}",
        "{folder}/ is written by the program, but it is in the repository: files {files}"
    );
    finding(&const { CHECK.rule.brief() }, at, message).hint(localized!(
        "lancia `git rm -r --cached {folder}` e scrivi {folder}/ in .gitignore",
        "run `git rm -r --cached {folder}` and write {folder}/ into .gitignore"
    ))
}
