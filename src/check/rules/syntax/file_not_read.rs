//! Reports files below `content/` that nothing reads.

use crate::board::Problem;
use crate::check::{Check, CheckFunction, problem_words::finding};
use crate::diagnostic::{Diagnostic, Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::PUBLICATIONS_ENDING;
use crate::text::visible::show_name;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "file-not-read",
        severity: Severity::Warning,
        group: RuleGroup::Syntax,
        summary: text("ogni file di content/ si legge", "every file of content/ is read"),
        explanation: text(
            "Si leggono solo i file che finiscono con `.md`, in lettere minuscole, nelle cartelle content/opportunita, enti, centri e pagine, e accanto agli annunci le immagini e i loro post (`<nome>.pubblicazioni.yaml`). Un file con un altro nome o in un'altra cartella resterebbe fuori dal sito senza che nessuno se ne accorga.",
            "Only files that end with `.md`, in small letters, in the folders content/opportunita, enti, centri and pagine are read, and beside announcements pictures and their posts (`<name>.pubblicazioni.yaml`). A file with another name or in another folder would be missing from the site, and nobody would notice.",
        ),
        wrong: "-- content/opportunita/2026/corso.MD --\n---\ntipo: formazione\n---\n",
        right: "titolo: Corso di italiano",
        origin: "formato dei contenuti",
    },
    function: CheckFunction::LoadingProblem,
};

/// Finding for a file that is not read; `meant` is the path under which it would be.
pub(in crate::check) fn describe(at: &Problem, meant: Option<&str>) -> Diagnostic {
    let found =
        finding(&const { CHECK.rule.brief() }, at, localized!("questo file non si legge", "this file is not read"));
    match meant.map(show_name) {
        Some(meant) if meant.ends_with(PUBLICATIONS_ENDING) => {
            found.hint(localized!("se dice dove è uscito un annuncio, chiamalo {meant}", "if it says where an announcement was posted, call it {meant}"))
        }
        Some(meant) => found.hint(localized!("se è un annuncio o un ente, chiamalo {meant}", "if it is an announcement or an organisation, call it {meant}")),
        None => found.hint(localized!(
            "un annuncio è un file di testo che finisce con `.md`, in content/opportunita; il resto va fuori da content/",
            "an announcement is a text file that ends with `.md`, in content/opportunita; keep the rest outside content/"
        )),
    }
}
