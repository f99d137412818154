//! Reports items with the same file name in different folders.

use crate::board::Problem;
use crate::check::{Check, Visitor, problem_words::finding};
use crate::diagnostic::{Diagnostic, Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::Slug;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "duplicate-slug",
        severity: Severity::Error,
        group: RuleGroup::Syntax,
        summary: text("ogni annuncio ha un nome tutto suo, per sempre", "every item has a name of its own, for ever"),
        explanation: text(
            "L'indirizzo di una pagina è il nome del file, qualunque sia l'anno della sua cartella: due file con lo stesso nome avrebbero lo stesso indirizzo. Aggiungi una parola al nome nuovo, per esempio il quartiere.",
            "A page's address is its file's name, whatever the year of its folder: two files with one name would have one address. Add a word to the new name, for example the district.",
        ),
        wrong: "-- content/opportunita/2025/prova.md --\n---\ntipo: notizia\n---\n",
        right: "titolo: Corso di italiano",
        origin: "formato dei contenuti",
    },
    visit: Visitor::Reading,
};

/// Finding for a repeated name; `other` is the path of the file that already has it.
pub(in crate::check) fn describe(at: &Problem, slug: &Slug, other: &str) -> Diagnostic {
    finding(
        &CHECK.rule,
        at,
        localized!("il nome «{slug}» è già quello di {other}", "the name `{slug}` is that of {other} already"),
    )
    .hint(localized!("scegli un altro nome per il file", "choose another name for the file"))
}
