//! Finds sentences that announce an hour and do not say it: «entro le ore del 15 febbraio».

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings, Phrase, Prose, near_after, word_lists};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;

word_lists! { "hour_missing.txt":
    /// Words before an hour that is not there, with the note of what shows it.
    PHRASES = "before an hour";
}

/// Note on words after which a date shows that the hour is missing.
const BEFORE_DATE: &str = "before a date";

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "hour-missing",
        severity: Severity::Warning,
        group: RuleGroup::Clarity,
        summary: text("dove si annuncia un'ora, l'ora c'è", "where an hour is announced, it is there"),
        explanation: text(
            "«Entro le ore del 15 febbraio»: copiando, il numero si è perso. Chi legge non sa se ha tempo fino a sera.",
            "«Entro le ore del 15 febbraio»: the number was lost in copying. Readers do not know whether they have time until the evening.",
        ),
        wrong: "---\nLa domanda si presenta entro le ore del 4 dicembre 2026.",
        right: "---\nLa domanda si presenta entro le ore 12 del 4 dicembre 2026.",
        origin: "linee guida del canale, paragrafo 5, criterio «Chiarezza delle informazioni»",
    },
    function: CheckFunction::Phrases(&PHRASES, on_match),
};

fn on_match(_: &Board, _: &Item, _: &Prose<'_>, phrase: &Phrase<'_>, findings: &mut Findings<'_>) {
    let rest = near_after(phrase.passage.text, phrase.range.end).trim_start_matches(' ');
    let is_missing = if phrase.note == BEFORE_DATE {
        rest.starts_with(|c: char| c.is_ascii_digit())
    } else {
        rest.is_empty() || rest.starts_with(['.', ',', ';', ')', '\n'])
    };
    if !is_missing {
        return;
    }
    let written = phrase.as_written();
    phrase
        .report(
            findings,
            localized!("dopo «{written}» manca l'ora", "after «{written}» the hour is missing"),
            localized!("scrivi l'ora, o togli «{written}»", "write the hour, or delete «{written}»"),
        )
        .ask(localized!("A che ora («{written}»)?", "At what time («{written}»)?"));
}
