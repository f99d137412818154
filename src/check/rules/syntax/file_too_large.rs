//! Reports content files larger than the size limit.

use crate::board::Problem;
use crate::check::{Check, Visitor, problem_words::finding};
use crate::diagnostic::{Diagnostic, Rule, RuleGroup, Severity, text};
use crate::localized;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "file-too-large",
        severity: Severity::Error,
        group: RuleGroup::Syntax,
        summary: text("un file non supera i 256 KB", "a file is at most 256 KB"),
        explanation: text(
            "Un annuncio è una pagina di testo: cento volte meno di questo limite. Di solito un file così grande è un'immagine o un documento Word con il nome cambiato.",
            "An announcement is a page of text: a hundred times less than this limit. Such a file is mostly an image or a Word document under another name.",
        ),
        wrong: "",
        right: "",
        origin: "formato dei contenuti",
    },
    visit: Visitor::Reading,
};

pub(in crate::check) fn describe(at: &Problem, kilobytes: usize) -> Diagnostic {
    finding(
        &CHECK.rule,
        at,
        localized!(
            "il file è di {kilobytes} KB, troppo grande per un annuncio",
            "the file has {kilobytes} KB, too much for an announcement"
        ),
    )
}
