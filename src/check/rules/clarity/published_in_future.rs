//! Finds days of publication that are still to come.

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::path;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "published-in-future",
        severity: Severity::Warning,
        group: RuleGroup::Clarity,
        summary: text("la data di pubblicazione non è nel futuro", "the day of publication is not in the future"),
        explanation: text(
            "`pubblicato` è il giorno in cui l'ente ha reso pubblico l'annuncio: una data che deve ancora venire è un errore di battitura, o la data di un'altra cosa.",
            "`pubblicato` is the day on which the organisation made it public: a day to come is a slip, or the date of something else.",
        ),
        wrong: "pubblicato: 2027-11-20",
        right: "pubblicato: 2026-11-20",
        origin: "formato dei contenuti",
    },
    function: CheckFunction::Item(check),
};

fn check(board: &Board, item: &Item, findings: &mut Findings<'_>) {
    let Some(published) = item.facts.published.value().filter(|published| published.first_day() > board.today) else {
        return;
    };
    findings.report_at_field(
        item,
        path![pubblicato],
        localized!("{published} deve ancora venire", "{published} is still to come"),
        localized!(
            "scrivi il giorno in cui l'ente l'ha pubblicato; se uscirà più avanti: `stato: bozza`",
            "write the day on which the organisation published it; if it comes out later: `stato: bozza`"
        ),
    );
}
