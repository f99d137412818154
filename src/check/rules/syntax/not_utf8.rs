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
            "Alcuni programmi salvano le lettere in un modo vecchio: Windows-1252 o quello dei vecchi Mac, Windows-1251 per il cirillico, Windows-1256 per l'arabo, UTF-16. Su altri computer «città» diventa «citt�». `bacheca check --fix` riconosce la codifica dalla lingua del file (`corso.ru.md`) e dalle lettere, e converte senza cambiare le parole; se non è sicuro lascia il file com'è.",
            "Some programs save letters in an old way: Windows-1252 or that of old Macs, Windows-1251 for Cyrillic, Windows-1256 for Arabic, UTF-16. On other computers «città» becomes «citt�». `bacheca check --fix` tells the encoding by the language of the file (`corso.ru.md`) and its letters, and converts it without changing a word; if it is not sure it leaves the file alone.",
        ),
        wrong: "titolo: Citt<E0> aperta",
        right: "titolo: Città aperta",
        origin: "RFC 3629",
    },
    function: CheckFunction::LoadingProblem,
};

/// Finding for a wrong encoding; `at` starts at the first invalid byte, `encoding` is the one that explains them.
pub(in crate::check) fn describe(at: &Problem, encoding: Option<&str>) -> Diagnostic {
    match encoding {
        Some(encoding) => finding(
            &const { CHECK.rule.brief() },
            at,
            localized!(
                "il file non è in UTF-8: è salvato in «{encoding}»",
                "the file is not UTF-8: it is saved as `{encoding}`"
            ),
        )
        .hint(localized!(
            "`bacheca check --fix` lo converte; o riapri il file e salvalo scegliendo la codifica «UTF-8»",
            "`bacheca check --fix` converts it; or open the file again and save it with the encoding `UTF-8`"
        )),
        None => finding(
            &const { CHECK.rule.brief() },
            at,
            localized!(
                "il file non è in UTF-8, e non si capisce con quale codifica è salvato",
                "the file is not UTF-8, and its encoding cannot be told"
            ),
        )
        .hint(localized!(
            "riaprilo nel programma che l'ha scritto e salvalo scegliendo la codifica «UTF-8»: nessuno lo cambia per te",
            "open it in the program that wrote it and save it with the encoding `UTF-8`: nothing changes it for you"
        )),
    }
}
