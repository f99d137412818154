//! Finds courses with a selection that start right after the last day for applying.

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::{Dates, Kind, PartialDate};
use crate::path;

/// Days between deadline and start in which nobody can be selected and told.
const MIN_DAYS: i64 = 3;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "start-too-close",
        severity: Severity::Warning,
        group: RuleGroup::Clarity,
        summary: text(
            "fra la scadenza e l'inizio c'è il tempo di una selezione",
            "between deadline and start there is time for a selection",
        ),
        explanation: text(
            "Chi si candida viene scelto dopo la scadenza (`selezione`) e deve saperlo prima che il corso cominci. Con meno di tre giorni di solito una delle due date è sbagliata.",
            "Candidates are chosen after the deadline (`selezione`) and must know before the course starts. With less than three days one of the dates is usually wrong.",
        ),
        wrong: "selezione: colloquio\nscadenza: 2026-12-04\ndate: {inizio: 2026-12-05, fine: 2027-02-26}",
        right: "selezione: colloquio\nscadenza: 2026-12-04\ndate: {inizio: 2026-12-14, fine: 2027-02-26}",
        origin: "linee guida del canale, paragrafo 5, «informazione tempestiva»",
    },
    function: CheckFunction::Item(check),
};

fn check(_: &Board, item: &Item, findings: &mut Findings<'_>) {
    let facts = &item.facts;
    if item.kind() != Kind::Training || facts.selection.is_none() || facts.is_archived() {
        return;
    }
    for (index, edition) in facts.editions().iter().enumerate() {
        let deadline =
            edition.deadline.as_ref().or(facts.deadline.value()).and_then(|deadline| deadline.partial_date());
        let start = edition.dates.value().map(Dates::start);
        let (Some(PartialDate::Day(deadline)), Some(PartialDate::Day(start))) = (deadline, start) else { continue };
        let days = (start - deadline).num_days();
        if !(0..MIN_DAYS).contains(&days) {
            continue;
        }
        findings
            .report_at_field(
                item,
                path![edizioni[index].date],
                localized!(
                    "comincia il {start}, subito dopo la scadenza ({deadline}): non c'è il tempo di scegliere chi entra",
                    "it starts on {start}, right after the deadline ({deadline}): there is no time to choose"
                ),
                localized!("controlla la scadenza e l'inizio", "check the deadline and the start"),
            )
            .ask(localized!(
                "Ci si iscrive fino al {deadline}, poi c'è una selezione, e il corso comincia il {start}: sono giuste le due date?",
                "One can apply until {deadline}, then there is a selection, and the course starts on {start}: are both dates right?"
            ));
    }
}
