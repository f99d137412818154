//! Finds contacts and facts that were not verified within the last year.

use chrono::{Months, NaiveDate};

use crate::board::{Board, Item, Located};
use crate::check::{Check, CheckFunction, Findings};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::path;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "not-verified-for-a-year",
        severity: Severity::Warning,
        group: RuleGroup::Reliability,
        summary: text(
            "i recapiti sono stati controllati nell'ultimo anno",
            "contacts were verified within the last year",
        ),
        explanation: text(
            "Telefoni e orari cambiano. Chiama, o guarda il sito, poi scrivi la data di oggi in `verificato`.",
            "Numbers and hours change. Call, or look at the site, then write today's date in `verificato`.",
        ),
        wrong: "-- content/enti/vecchia.md --\n---\nnome: Vecchia associazione\ntipo: associazione\ncontatti: {email: info@example.org}\nverificato: 2024-05-02\n---\n",
        right: "-- content/enti/vecchia.md --\n---\nnome: Vecchia associazione\ntipo: associazione\ncontatti: {email: info@example.org}\nverificato: 2026-11-02\n---\n",
        origin: "linee guida del canale, paragrafo 5, criterio «Qualità e affidabilità»",
    },
    function: CheckFunction::Board(check),
};

fn check(board: &Board, findings: &mut Findings<'_>) {
    for organisation in board.organisations.values() {
        report_if_outdated(board, organisation, organisation.facts.verified, findings);
    }
    for centre in board.contact_points.values() {
        report_if_outdated(board, centre, centre.facts.verified, findings);
    }
    // An item with a deadline expires by itself.
    let kept_open =
        |item: &&Item| !item.facts.is_archived() && item.status.is_open() && item.status.closing().is_none();
    for item in board.items.iter().filter(kept_open) {
        report_if_outdated(board, item, item.facts.verified, findings);
    }
}

fn report_if_outdated(board: &Board, file: &dyn Located, verified: Option<NaiveDate>, findings: &mut Findings<'_>) {
    let Some(verified) = verified else { return };
    if verified.checked_add_months(Months::new(12)).is_none_or(|end| end >= board.today) {
        return;
    }
    findings
        .report_at_field(
            file,
            path![verificato],
            localized!("l'ultimo controllo è del {verified}", "it was last made sure of on {verified}"),
            localized!(
                "chiama o guarda il sito, poi scrivi qui la data di oggi",
                "call or look at the site, then write today's date here"
            ),
        )
        .ask(localized!(
            "È ancora tutto giusto: recapiti, indirizzo, orari?",
            "Is all of it still right: contacts, address, hours?"
        ));
}
