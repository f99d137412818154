//! Finds relative dates («domani», «la settimana prossima»), wrong once a message is forwarded.

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings, Phrase, Prose, near_before, word_lists};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;

word_lists! { "relative_time.txt":
    /// Phrases whose day depends on when they are read.
    PHRASES = "phrases";
}

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "relative-time",
        severity: Severity::Warning,
        group: RuleGroup::Clarity,
        summary: text("il testo dice la data, non «domani»", "the text says the date, not «domani»"),
        explanation: text(
            "Un messaggio inoltrato arriva giorni dopo, e una locandina resta sul muro: «domani» e «la prossima settimana» diventano sbagliati. Scrivi il giorno.",
            "A forwarded message arrives days later, and a poster stays on the wall: «domani» and «la prossima settimana» become wrong. Write the day.",
        ),
        wrong: "---\nDomani è l'ultimo giorno per iscriversi.",
        right: "---\nIl 4 dicembre 2026 è l'ultimo giorno per iscriversi.",
        origin: "linee guida del canale, paragrafo 1: i messaggi si inoltrano",
    },
    function: CheckFunction::Phrases(&PHRASES, on_match),
};

fn on_match(_: &Board, _: &Item, _: &Prose<'_>, phrase: &Phrase<'_>, findings: &mut Findings<'_>) {
    let text = phrase.passage.text;
    let written = phrase.as_written();
    // «Il domani», «di ieri» and a name with a capital are not days.
    let before = near_before(text, phrase.range.start).trim_end().to_lowercase();
    let noun = ["il", "del", "un", "di", "al", "nel"].iter().any(|word| {
        before.strip_suffix(word).is_some_and(|rest| rest.is_empty() || rest.ends_with(char::is_whitespace))
    });
    let starts = before.is_empty() || before.ends_with(['.', '!', '?', ':', '\n', '»']);
    let name = written.starts_with(char::is_uppercase) && !starts;
    if matches!(phrase.form, "domani" | "ieri") && (noun || name) {
        return;
    }
    phrase
        .report(
            findings,
            localized!("«{written}» cambia significato ogni giorno", "«{written}» means another day every day"),
            localized!("scrivi la data", "write the date"),
        )
        .ask(localized!("Che giorno è «{written}»?", "Which day is «{written}»?"));
}
