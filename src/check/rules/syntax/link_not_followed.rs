//! Reports links among the content, which are not followed.

use crate::board::Problem;
use crate::check::{Check, CheckFunction, problem_words::finding};
use crate::diagnostic::{Diagnostic, Rule, RuleGroup, Severity, text};
use crate::localized;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "link-not-followed",
        severity: Severity::Error,
        group: RuleGroup::Syntax,
        summary: text(
            "in content/ ci sono file e cartelle, non collegamenti",
            "content/ holds files and folders, no links",
        ),
        explanation: text(
            "Un collegamento può portare fuori dalla bacheca, a file privati di chi la costruisce: per questo non si segue, e l'annuncio mancherebbe dal sito. In una proposta è quasi sempre uno sbaglio, o un attacco.",
            "A link can lead out of the board, to private files of whoever builds it: so it is not followed, and the announcement would be missing from the site. In a proposal it is usually a mistake, or an attack.",
        ),
        wrong: "",
        right: "",
        origin: "formato dei contenuti",
    },
    function: CheckFunction::LoadingProblem,
};

pub(in crate::check) fn describe(at: &Problem) -> Diagnostic {
    let message =
        localized!("è un collegamento, e i collegamenti non si seguono", "this is a link, and links are not followed");
    finding(&const { CHECK.rule.brief() }, at, message)
        .hint(localized!("metti qui il file stesso, o toglilo", "put the file itself here, or remove it"))
}
