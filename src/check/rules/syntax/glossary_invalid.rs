//! Reports what is wrong with the file of the glossary.

use crate::board::{GlossaryProblem, Problem};
use crate::check::{Check, CheckFunction, problem_words::finding};
use crate::diagnostic::{Diagnostic, Rule, RuleGroup, Severity, text};
use crate::localized;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "glossary-invalid",
        severity: Severity::Error,
        group: RuleGroup::Syntax,
        summary: text("il glossario si legge", "the glossary can be read"),
        explanation: text(
            "content/glossario.csv è una tabella: una riga per parola, con le colonne `termine`, `altre_forme` (separate da `|`), `resta_italiano` (`sì` per le sigle che non si traducono), `spiegazione` in parole facili, e per ogni lingua il suo codice (`en`) e `spiegazione_en`. Se una lingua manca in una riga, si lasciano vuote tutte e due le celle.",
            "content/glossario.csv is a table: one row a word, with the columns `termine`, `altre_forme` (divided by `|`), `resta_italiano` (`sì` for acronyms that are not translated), `spiegazione` in easy words, and for each language its code (`en`) and `spiegazione_en`. If a row lacks a language, both cells stay empty.",
        ),
        wrong: "-- content/glossario.csv --\ntermine;spiegazione\nISEE;\n",
        right: "titolo: Corso di italiano",
        origin: "RFC 4180",
    },
    function: CheckFunction::LoadingProblem,
};

/// Finding for a problem of the glossary.
pub(in crate::check) fn describe(at: &Problem, problem: &GlossaryProblem) -> Diagnostic {
    let report = |message| finding(&const { CHECK.rule.brief() }, at, message);
    match problem {
        GlossaryProblem::OpenQuote => report(localized!(
            "queste virgolette non si chiudono, o sono seguite da altro",
            "these quotes do not close, or something follows them"
        ))
        .hint(localized!(
            "dentro una cella fra virgolette, le virgolette si scrivono due volte: `\"\"`",
            "within a cell in quotes, quotes are written twice: `\"\"`"
        )),
        GlossaryProblem::UnknownColumn(name) => report(localized!(
            "la colonna «{name}» non è del glossario, o non è una lingua della bacheca",
            "the column `{name}` is not one of a glossary, or no language of the board"
        )),
        GlossaryProblem::MissingColumn(name) => {
            report(localized!("manca la colonna «{name}»", "the column `{name}` is missing"))
        }
        GlossaryProblem::TooManyCells => {
            report(localized!("la riga ha più celle che colonne", "the row has more cells than there are columns"))
                .hint(localized!(
                    "una cella con un punto e virgola va fra virgolette",
                    "a cell with a semicolon needs quotes"
                ))
        }
        GlossaryProblem::EmptyCell(name) => {
            report(localized!("in questa riga manca «{name}»", "this row lacks `{name}`"))
        }
        GlossaryProblem::Duplicate(name) => report(localized!("«{name}» c'è già", "`{name}` is there already")),
        GlossaryProblem::NotYesOrNo(word) => {
            report(localized!("«{word}» non è né `sì` né `no`", "`{word}` is neither `sì` nor `no`"))
        }
        GlossaryProblem::NoAddress(term) => report(localized!(
            "«{term}» non ha lettere latine né cifre, e senza non ha un indirizzo",
            "`{term}` has no Latin letters or digits, and without them it has no address"
        ))
        .hint(localized!(
            "scrivi la parola nella lingua della bacheca; nelle altre lingue ha le sue colonne",
            "write the word in the language of the board; other languages have columns of their own"
        )),
        GlossaryProblem::Half(language) => report(localized!(
            "per «{language}» ci vogliono il nome e la spiegazione, o nessuno dei due",
            "for `{language}` both the name and the meaning are needed, or neither"
        )),
    }
}
