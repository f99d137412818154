//! Finds events less than three days after publication.

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::{Kind, PartialDate};
use crate::path;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "event-too-close",
        severity: Severity::Warning,
        group: RuleGroup::Clarity,
        summary: text(
            "un evento si annuncia almeno tre giorni prima",
            "an event is announced at least three days before",
        ),
        explanation: text(
            "Chi riceve un messaggio inoltrato ha bisogno di tempo per organizzarsi. Se l'evento è domani, il canale arriva tardi: pubblica subito, e chiedi di avvisare prima la prossima volta.",
            "People who get a forwarded message need time to arrange it. If the event is tomorrow the channel is late: publish at once, and ask to be told earlier next time.",
        ),
        wrong: "tipo: evento\npubblicato: 2026-11-20\ndate: 2026-11-21",
        right: "tipo: evento\npubblicato: 2026-11-20\ndate: 2026-11-28",
        origin: "linee guida del canale, paragrafo 5, «informazione tempestiva»",
    },
    function: CheckFunction::Item(check),
};

/// Least days between publication and an event.
const MIN_DAYS: i64 = 3;

fn check(_: &Board, item: &Item, findings: &mut Findings<'_>) {
    if item.kind() != Kind::Event || item.facts.is_archived() {
        return;
    }
    let Some(PartialDate::Day(published)) = item.facts.published.value().copied() else { return };
    let starts = item.facts.editions().iter().filter_map(|edition| Some(edition.dates.value()?.start().first_day()));
    let Some(last) = starts.max().filter(|day| (0..MIN_DAYS).contains(&(*day - published).num_days())) else { return };
    findings.report_at_field(
        item,
        path![edizioni],
        localized!(
            "l'evento ({last}) viene subito dopo la pubblicazione ({published})",
            "the event ({last}) comes right after publication ({published})"
        ),
        localized!("pubblica subito", "publish at once"),
    );
}
