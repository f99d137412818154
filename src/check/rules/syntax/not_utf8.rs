//! Reports files with bytes that are not UTF-8.

use crate::board::Problem;
use crate::check::{Check, CheckFunction, problem_words::finding};
use crate::diagnostic::{Diagnostic, Rule, RuleGroup, Severity, text};
use crate::localized;

pub(in crate::check) const CHECK: Check = Check {
    rule: Rule {
        name: "not-utf8",
        severity: Severity::Error,
        group: RuleGroup::Syntax,
        summary: text("il file è salvato in UTF-8", "the file is saved as UTF-8"),
        explanation: text(
            "Alcuni programmi di Windows salvano le lettere accentate in un modo vecchio (Windows-1252, o quello dei vecchi Mac). Su altri computer «città» diventa «citt�». `bacheca check --fix` converte il file senza cambiare le parole; oppure riapri il file e salvalo scegliendo la codifica «UTF-8».",
            "Some Windows programs save accented letters in an old way (Windows-1252, or that of old Macs). On other computers «città» becomes «citt�». `bacheca check --fix` converts the file without changing a word; or open it again and save it with the encoding UTF-8.",
        ),
        wrong: "titolo: Citt<E0> aperta",
        right: "titolo: Città aperta",
        origin: "RFC 3629",
    },
    function: CheckFunction::LoadingProblem,
};

/// Finding for a wrong encoding; `at` starts at the first invalid byte.
pub(in crate::check) fn describe(at: &Problem) -> Diagnostic {
    let message = localized!(
        "da qui il file non è in UTF-8: le lettere accentate sono salvate alla maniera di Windows",
        "from here on the file is not UTF-8: its accented letters are saved in a Windows encoding"
    );
    finding(&CHECK.rule, at, message).hint(localized!(
        "riapri il file e salvalo scegliendo la codifica «UTF-8»",
        "open the file again and save it with the encoding `UTF-8`"
    ))
}
