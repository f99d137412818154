//! Reports files that the operating system does not allow to read.

use crate::board::Problem;
use crate::check::{Check, CheckFunction, problem_words::finding};
use crate::diagnostic::{Diagnostic, LocalizedString, Rule, RuleGroup, Severity, text};
use crate::error::Cause;
use crate::localized;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "unreadable-file",
        severity: Severity::Error,
        group: RuleGroup::Syntax,
        summary: text("i file si possono leggere", "files can be read"),
        explanation: text(
            "Il computer non permette di leggere questo file: di solito mancano i permessi, o il disco ha un problema.",
            "The computer does not allow this file to be read: usually a permission is missing, or the disk has a problem.",
        ),
        wrong: "",
        right: "",
        origin: "formato dei contenuti",
    },
    function: CheckFunction::LoadingProblem,
};

pub(in crate::check) fn describe(at: &Problem, cause: &Cause) -> Diagnostic {
    let LocalizedString { it, en } = cause.localized();
    finding(
        &const { CHECK.rule.brief() },
        at,
        localized!("il file non si può leggere: {it}", "the file cannot be read: {en}"),
    )
}
