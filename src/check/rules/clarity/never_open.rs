//! Finds contact points that open on no day of the next year.

use chrono::Months;

use crate::board::{Board, OpeningCalendar};
use crate::check::{Check, CheckFunction, Findings};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::path;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "never-open",
        severity: Severity::Warning,
        group: RuleGroup::Clarity,
        summary: text("un centro apre almeno una volta l'anno", "a contact point opens at least once a year"),
        explanation: text(
            "Con questi orari, chiusure e sospensione nel prossimo anno il centro non apre mai: di solito è sbagliato l'anno di una chiusura. Se il centro ha chiuso per sempre, togli il suo file.",
            "With these hours, closures and suspension the contact point never opens within the next year: usually the year of a closure is wrong. If it has closed for good, remove its file.",
        ),
        wrong: "-- content/centri/chiuso.md --\n---\nnome: Sportello chiuso\ntipo: sportello\nindirizzo: via Roma 1, Borgo\norari: [{giorni: [lun], ore: \"9:00-13:00\"}]\nchiusure: [2026-07-01/2028-08-31]\nverificato: 2026-11-02\n---\n",
        right: "-- content/centri/chiuso.md --\n---\nnome: Sportello chiuso\ntipo: sportello\nindirizzo: via Roma 1, Borgo\norari: [{giorni: [lun], ore: \"9:00-13:00\"}]\nchiusure: [2027-07-01/2027-08-31]\nverificato: 2026-11-02\n---\n",
        origin: "formato dei contenuti",
    },
    function: CheckFunction::Board(check),
};

fn check(board: &Board, findings: &mut Findings<'_>) {
    let next_year = board.today.checked_add_months(Months::new(12));
    for centre in board.contact_points.values() {
        if OpeningCalendar::new(&board.config.territorio, &centre.facts).opens_within_a_year(board.today) {
            continue;
        }
        let is_suspended = centre.facts.suspended_until.is_some_and(|last| next_year.is_some_and(|end| end <= last));
        let path = if is_suspended {
            path![sospeso_fino]
        } else if centre.facts.closures.is_empty() {
            path![orari]
        } else {
            path![chiusure]
        };
        findings
            .report_at_field(
                centre,
                path,
                localized!("nel prossimo anno non apre mai", "it never opens within the next year"),
                localized!(
                    "controlla gli anni in `chiusure` e `sospeso_fino`, e gli `orari`; se ha chiuso per sempre togli il file",
                    "check the years in `chiusure` and `sospeso_fino`, and `orari`; if it has closed for good remove the file"
                ),
            )
            .ask(localized!("In quali giorni e a che ora siete aperti?", "On which days and at which hours are you open?"));
    }
}
