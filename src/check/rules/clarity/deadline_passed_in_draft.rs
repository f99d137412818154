//! Finds drafts whose deadline has passed or is less than three days away.

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings};
use crate::diagnostic::{LocalizedString, Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::spell_out_with_article;
use crate::path;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "deadline-passed-in-draft",
        severity: Severity::Warning,
        group: RuleGroup::Clarity,
        summary: text("una bozza si pubblica prima della scadenza", "a draft is published before its deadline"),
        explanation: text(
            "Mentre si aspettavano le risposte la scadenza è passata, o mancano meno di tre giorni. Pubblica subito quello che si sa, o archivia l'annuncio (`archiviato:` con la data di oggi).",
            "While answers were awaited the deadline passed, or fewer than three days are left. Publish at once what is known, or archive the item (`archiviato:` with today's date).",
        ),
        wrong: "stato: bozza\npubblicato: 2026-10-01\nscadenza: 2026-10-20",
        right: "stato: bozza\nscadenza: 2026-12-04",
        origin: "linee guida del canale, paragrafo 6, «Modalità di gestione»",
    },
    function: CheckFunction::Item(check),
};

fn check(board: &Board, item: &Item, findings: &mut Findings<'_>) {
    let deadline = item.facts.deadline.value().and_then(|deadline| deadline.date());
    let Some(deadline) = deadline.filter(|_| item.facts.is_draft() && !item.facts.is_archived()) else { return };
    let left = (deadline - board.today).num_days();
    if left >= 3 {
        return;
    }
    let LocalizedString { it: day, en: day_en } = spell_out_with_article(deadline);
    let message = if left < 0 {
        localized!(
            "è ancora una bozza, e la scadenza è passata: era {day}",
            "this is still a draft, and its deadline has passed: it was {day_en}"
        )
    } else {
        localized!("è ancora una bozza, e scade {day}", "this is still a draft, and closes on {day_en}")
    };
    findings.report_at_field(
        item,
        path![scadenza],
        message,
        localized!(
            "pubblica quello che si sa, o aggiungi `archiviato:` con la data di oggi",
            "publish what is known, or add `archiviato:` with today's date"
        ),
    );
}
