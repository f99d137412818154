//! A file that the system does not let us read.

use crate::board::Problem;
use crate::check::{Check, Visitor, problem_words::finding};
use crate::diagnostic::{Diagnostic, Rule, RuleGroup, Severity, text};
use crate::localized;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "unreadable-file",
        severity: Severity::Error,
        group: RuleGroup::Syntax,
        summary: text("i file si possono leggere", "files can be read"),
        explanation: text(
            "Il computer non permette di leggere questo file: di solito mancano i permessi, o il disco ha un problema.",
            "The computer does not allow this file to be read: mostly a permission is missing, or the disk has a problem.",
        ),
        wrong: "",
        right: "",
        origin: "formato dei contenuti",
    },
    visit: Visitor::Reading,
};

/// `error` is what the system says.
pub(in crate::check) fn describe(at: &Problem, error: &str) -> Diagnostic {
    finding(&CHECK.rule, at, localized!("il file non si può leggere: {error}", "the file cannot be read: {error}"))
}
