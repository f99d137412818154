//! Reports references that are not valid file names.

use crate::board::Problem;
use crate::check::problem_words::quote;
use crate::check::{Check, CheckFunction, problem_words::finding};
use crate::diagnostic::{Diagnostic, Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::Written;
use crate::text::slug::slugify;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "invalid-slug",
        severity: Severity::Error,
        group: RuleGroup::Syntax,
        summary: text(
            "il nome del file è fatto di lettere minuscole, cifre e trattini",
            "the file name is made of small letters, digits and hyphens",
        ),
        explanation: text(
            "Il nome di un annuncio è quello del suo file senza `.md`: diventa un indirizzo del sito, quindi niente spazi, accenti o maiuscole.",
            "The name of an item is its file's without `.md`: it becomes an address of the site, so no spaces, accents or capitals.",
        ),
        wrong: "alias: [Corso di Italiano]",
        right: "alias: [corso-di-italiano]",
        origin: "formato dei contenuti",
    },
    function: CheckFunction::LoadingProblem,
};

pub(in crate::check) fn describe(at: &Problem, written: &Written) -> Diagnostic {
    let slug = match written {
        Written::Text(text) => slugify(text),
        Written::List | Written::Map => String::new(),
    };
    let hint = if slug.is_empty() {
        localized!(
            "scrivi il nome del file senza `.md`: lettere minuscole, cifre, trattini",
            "write the file name without `.md`: small letters, digits, hyphens"
        )
    } else {
        localized!(
            "scrivi il nome del file senza `.md`, in lettere minuscole, cifre e trattini: `{slug}`",
            "write the file name without `.md`, in small letters, digits and hyphens: `{slug}`"
        )
    };
    let written = quote(written);
    finding(
        &const { CHECK.rule.brief() },
        at,
        localized!("{written} non è il nome di un file", "{written} is not the name of a file"),
    )
    .hint(hint)
}
