//! Finds wrong Italian accents and apostrophes («perchè», «E'»).

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings, Phrase, Prose, word_lists};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;

word_lists! { "wrong_accent.txt":
    /// Wrong spellings and their corrections.
    PHRASES = "wrong accents";
}

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "wrong-accent",
        severity: Severity::Warning,
        group: RuleGroup::Clarity,
        summary: text("accenti e apostrofi sono al loro posto", "accents and apostrophes are where they belong"),
        explanation: text(
            "Chi impara la lingua copia quello che legge, e i lettori automatici pronunciano male «perchè» ed «E'».",
            "Learners copy what they read, and screen readers mispronounce «perchè» and «E'».",
        ),
        wrong: "---\nE' gratuito, perchè lo paga il Comune.",
        right: "---\nÈ gratuito, perché lo paga il Comune.",
        origin: "norma UNI 6015",
    },
    function: CheckFunction::Phrases(&PHRASES, on_match),
};

fn on_match(_: &Board, _: &Item, _: &Prose<'_>, phrase: &Phrase<'_>, findings: &mut Findings<'_>) {
    let written = phrase.as_written();
    let right = copy_capitals(written, phrase.note);
    let span = phrase.passage.in_file(&phrase.range);
    phrase
        .report(
            findings,
            localized!("«{written}» si scrive «{right}»", "«{written}» is written «{right}»"),
            localized!("scrivi «{right}»", "write «{right}»"),
        )
        .correct(span, right, false);
}

/// The correction with the capitals of the wrong form: «PERCHÈ» gives «PERCHÉ», «Perchè» gives «Perché».
fn copy_capitals(written: &str, right: &str) -> String {
    let mut letters = written.chars().filter(|c| c.is_alphabetic());
    let first = letters.next().is_some_and(char::is_uppercase);
    let mut others = letters.peekable();
    if first && others.peek().is_some() && others.all(char::is_uppercase) {
        return right.to_uppercase();
    }
    let mut letters = right.chars();
    match letters.next().filter(|_| first) {
        Some(initial) => initial.to_uppercase().collect::<String>() + letters.as_str(),
        None => right.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::copy_capitals;

    #[test]
    fn a_correction_keeps_the_capitals() {
        for (written, right, expected) in [
            ("perchè", "perché", "perché"),
            ("Perchè", "perché", "Perché"),
            ("PERCHÈ", "perché", "PERCHÉ"),
            ("E'", "È", "È"),
        ] {
            assert_eq!(copy_capitals(written, right), expected);
        }
    }
}
