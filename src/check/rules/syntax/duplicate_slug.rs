//! Reports items, organisations, contact points or pages with the same file name in different folders.

use crate::board::Problem;
use crate::check::{Check, CheckFunction, problem_words::finding};
use crate::diagnostic::{Diagnostic, Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::Slug;
use crate::text::visible::show_name;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "duplicate-slug",
        severity: Severity::Error,
        group: RuleGroup::Syntax,
        summary: text(
            "ogni annuncio, ente, sportello e pagina ha un nome tutto suo, per sempre",
            "every item, organisation, contact point and page has a name of its own, for ever",
        ),
        explanation: text(
            "L'indirizzo di una pagina è il nome del file, qualunque sia l'anno della sua cartella: due file con lo stesso nome avrebbero lo stesso indirizzo. Di due enti, sportelli o pagine con lo stesso nome uno prenderebbe il posto dell'altro, con i suoi contatti. Aggiungi una parola al nome nuovo, per esempio il quartiere.",
            "A page's address is its file's name, whatever the year of its folder: two files with one name would have one address. Of two organisations, contact points or pages with one name, one would take the other's place, with its contacts. Add a word to the new name, for example the district.",
        ),
        wrong: "-- content/opportunita/2025/prova.md --\n---\ntipo: notizia\n---\n",
        right: "titolo: Corso di italiano",
        origin: "formato dei contenuti",
    },
    function: CheckFunction::LoadingProblem,
};

/// Finding for a repeated name; `other` is the path of the file that already has it.
pub(in crate::check) fn describe(at: &Problem, slug: &Slug, other: &str) -> Diagnostic {
    let other = show_name(other);
    finding(
        &const { CHECK.rule.brief() },
        at,
        localized!("il nome «{slug}» è già quello di {other}", "the name `{slug}` is that of {other} already"),
    )
    .hint(localized!("scegli un altro nome per il file", "choose another name for the file"))
}
