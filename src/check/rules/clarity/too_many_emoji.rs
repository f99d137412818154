//! Finds titles with more than three emoji, whose names screen readers read aloud.

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings, Prose};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::text::emoji::is_emoji;

/// Maximum emoji in a title.
const MAX_EMOJI: usize = 3;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "too-many-emoji",
        severity: Severity::Warning,
        group: RuleGroup::Clarity,
        summary: text("un titolo ha tre emoji al massimo", "a title has at most three emoji"),
        explanation: text(
            "I lettori automatici pronunciano il nome di ogni emoji, e su carta in bianco e nero diventano macchie. Il messaggio per il canale mette da solo quelle che servono.",
            "Screen readers say the name of every emoji, and on black-and-white paper they become smudges. The message for the channel adds those that help by itself.",
        ),
        wrong: "titolo: \"🔥🔥🎉🎉 Festa dei popoli\"",
        right: "titolo: \"🎉 Festa dei popoli\"",
        origin: "WCAG 2.2, criterio 1.1.1",
    },
    function: CheckFunction::Prose(check),
};

fn check(_: &Board, item: &Item, prose: &Prose<'_>, findings: &mut Findings<'_>) {
    let title = prose.title();
    let count = title.text.chars().filter(|c| is_emoji(*c)).count();
    if count > MAX_EMOJI {
        findings.report_in_passage(
            &item.document,
            &title,
            0..title.text.len(),
            localized!("il titolo ha {count} emoji", "the title has {count} emoji"),
            localized!("tienine una, al massimo tre", "keep one, three at most"),
        );
    }
}
