//! Finds deadlines less than three days after publication.

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::PartialDate;
use crate::path;

/// Minimum days between publication and deadline, for people to hear of it, ask and apply.
const MIN_DAYS: i64 = 3;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "deadline-too-close",
        severity: Severity::Warning,
        group: RuleGroup::Clarity,
        summary: text(
            "fra pubblicazione e scadenza passano almeno tre giorni",
            "at least three days pass between publication and deadline",
        ),
        explanation: text(
            "Chi riceve un messaggio inoltrato ha bisogno di qualche giorno per capire, chiedere e preparare i documenti. Pubblica subito, o chiedi all'ente se può aspettare.",
            "People who get a forwarded message need some days to understand, ask and prepare papers. Publish at once, or ask the organisation whether it can wait.",
        ),
        wrong: "pubblicato: 2026-11-20\nscadenza: 2026-11-21",
        right: "pubblicato: 2026-11-20\nscadenza: 2026-12-04",
        origin: "linee guida del canale, paragrafo 5, «informazione tempestiva»",
    },
    function: CheckFunction::Item(check),
};

fn check(_: &Board, item: &Item, findings: &mut Findings<'_>) {
    let Some(PartialDate::Day(published)) = item.facts.published.value().copied() else { return };
    let Some(deadline) = item.facts.deadline.value().and_then(|deadline| deadline.date()) else { return };
    let days = (deadline - published).num_days();
    if !(0..MIN_DAYS).contains(&days) || item.facts.is_archived() {
        return;
    }
    findings
        .report_at_field(
            item,
            path![scadenza],
            localized!(
                "la scadenza viene subito dopo la pubblicazione ({published}): giorni di tempo: {days}",
                "the deadline comes right after publication ({published}): days left: {days}"
            ),
            localized!(
                "pubblica subito, e chiedi se la scadenza si può spostare",
                "publish at once, and ask whether the deadline can be moved"
            ),
        )
        .ask(localized!(
            "La scadenza è molto vicina: si può spostare?",
            "The deadline is very close: can it be moved?"
        ));
}
