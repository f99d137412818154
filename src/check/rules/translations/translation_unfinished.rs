//! Reports translations that somebody has begun, which are left out until they are finished.

use crate::board::{Problem, Unfinished};
use crate::check::{Check, CheckFunction, problem_words::finding};
use crate::diagnostic::{Diagnostic, Rule, RuleGroup, Severity, text};
use crate::localized;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "translation-unfinished",
        severity: Severity::Warning,
        group: RuleGroup::Translations,
        summary: text("una traduzione cominciata si finisce", "a translation that was begun is finished"),
        explanation: text(
            "Una traduzione con `stato: bozza`, senza titolo, con un campo vuoto o con `non previsto` al posto di una frase non si pubblica ancora: chi legge quella lingua vede l'annuncio in italiano. Tutto il resto esce lo stesso.",
            "A translation with `stato: bozza`, without a title, with an empty field or with `non previsto` in place of a sentence is not published yet: readers of that language see the announcement in Italian. Everything else is published all the same.",
        ),
        wrong: "-- content/opportunita/2026/prova.en.md --\n---\ntitolo: \"\"\nmodo: umana\n---\n",
        right: "titolo: Corso di italiano",
        origin: "formato dei contenuti",
    },
    function: CheckFunction::LoadingProblem,
};

/// Finding for a translation that is not published yet.
pub(in crate::check) fn describe(at: &Problem, reason: &Unfinished) -> Diagnostic {
    let report = |message| finding(&const { CHECK.rule.brief() }, at, message);
    match reason {
        Unfinished::Draft => report(localized!(
            "la traduzione è una bozza: non si pubblica ancora",
            "the translation is a draft: it is not published yet"
        ))
        .hint(localized!("quando è finita, togli `stato: bozza`", "when it is finished, remove `stato: bozza`")),
        Unfinished::Empty { key } => report(localized!(
            "il campo «{key}» è vuoto: la traduzione non si pubblica ancora",
            "the field `{key}` is empty: the translation is not published yet"
        ))
        .hint(localized!(
            "traduci le parole; se il campo non serve, togli la riga",
            "translate the words; if the field is not needed, remove the line"
        )),
        Unfinished::NoTitle => report(localized!(
            "la traduzione non ha un titolo: non si pubblica ancora",
            "the translation has no title: it is not published yet"
        ))
        .hint(localized!("aggiungi `titolo:`", "add `titolo:`")),
        Unfinished::Placeholder { word } => report(localized!(
            "«{word}» non è una traduzione: non si pubblica ancora",
            "`{word}` is no translation: it is not published yet"
        ))
        .hint(localized!("scrivi la frase nella lingua del file", "write the sentence in the language of the file")),
    }
}
