//! Reports content files larger than the size limit.

use crate::board::{OUTLINES_PATH, Problem};
use crate::check::{Check, CheckFunction, problem_words::finding};
use crate::diagnostic::{Diagnostic, Rule, RuleGroup, Severity, text};
use crate::files::{MAX_OUTLINES_BYTES, MAX_TEXT_BYTES};
use crate::localized;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "file-too-large",
        severity: Severity::Error,
        group: RuleGroup::Syntax,
        summary: text("un file non supera i 64 KB", "a file is at most 64 KB"),
        explanation: text(
            "Un annuncio è una pagina di testo: venti volte meno di questo limite. Di solito un file così grande è un'immagine o un documento Word con il nome cambiato.",
            "An announcement is a page of text: twenty times less than this limit. Such a file is usually an image or a Word document under another name.",
        ),
        wrong: "",
        right: "",
        origin: "formato dei contenuti",
    },
    function: CheckFunction::LoadingProblem,
};

pub(in crate::check) fn describe(at: &Problem, bytes: u64) -> Diagnostic {
    let kilobytes = bytes.div_ceil(1024);
    let message = if at.file == OUTLINES_PATH {
        let most = MAX_OUTLINES_BYTES / 1024;
        localized!(
            "il file è di {kilobytes} KB, troppo grande per una mappa di zone: al massimo {most}",
            "the file has {kilobytes} KB, too much for a map of districts: {most} at most"
        )
    } else {
        let most = MAX_TEXT_BYTES / 1024;
        localized!(
            "il file è di {kilobytes} KB, troppo grande per un annuncio: al massimo {most}",
            "the file has {kilobytes} KB, too much for an announcement: {most} at most"
        )
    };
    finding(&const { CHECK.rule.brief() }, at, message)
}
