//! Accents and apostrophes as Italian writes them.

use crate::board::{Board, Item};
use crate::check::{Check, Findings, Phrase, Prose, Visitor};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "wrong-accent",
        severity: Severity::Warning,
        group: RuleGroup::Clarity,
        summary: text("accenti e apostrofi sono al loro posto", "accents and apostrophes stand in their place"),
        explanation: text(
            "Chi impara la lingua copia quello che legge, e i lettori automatici pronunciano male «perchè» ed «E'».",
            "Learners copy what they read, and screen readers mispronounce «perchè» and «E'».",
        ),
        wrong: "---\nE' gratuito, perchè lo paga il Comune.",
        right: "---\nÈ gratuito, perché lo paga il Comune.",
        origin: "norma UNI 6015",
    },
    visit: Visitor::Phrases(include_str!("../../words/accents.tsv"), on_match),
};

fn on_match(_: &Board, _: &Item, _: &Prose<'_>, phrase: &Phrase<'_>, findings: &mut Findings<'_>) {
    let written = phrase.written();
    // A form with a capital is a slip only as it stands in the list.
    if phrase.form.starts_with(char::is_uppercase) && written != phrase.form {
        return;
    }
    let mut right = phrase.advice.to_owned();
    if written.chars().next().is_some_and(char::is_uppercase) {
        let mut letters = right.chars();
        right =
            letters.next().map(|first| first.to_uppercase().collect::<String>() + letters.as_str()).unwrap_or_default();
    }
    let span = phrase.passage.in_file(&phrase.range);
    phrase
        .report(
            findings,
            localized!("«{written}» si scrive «{right}»", "«{written}» is written «{right}»"),
            localized!("scrivi «{right}»", "write «{right}»"),
        )
        .correct(span, right, false);
}
