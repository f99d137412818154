//! Finds closures and extra openings of contact points that are long over, and suspensions whose last day has passed.

use chrono::{Days, NaiveDate};

use crate::board::{Board, ContentFile};
use crate::check::{Check, CheckFunction, Findings};
use crate::diagnostic::{LocalizedString, Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::ContactPoint;
use crate::path;

/// Days after which a closure or an extra opening is reported.
const KEPT_DAYS: Days = Days::new(90);

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "closure-outdated",
        severity: Severity::Warning,
        group: RuleGroup::Reliability,
        summary: text(
            "chiusure e sospensioni di un centro non sono vecchie",
            "closures and suspensions of a contact point are not old",
        ),
        explanation: text(
            "Quando `sospeso_fino` è passato il centro risulta di nuovo aperto: bisogna sapere se è vero. Una chiusura o un'apertura straordinaria finita da tre mesi non dice più niente, e di solito manca quella nuova.",
            "Once `sospeso_fino` has passed the contact point counts as open again: one has to know whether that is true. A closure or an extra opening that ended three months ago says nothing any more, and usually the new one is missing.",
        ),
        wrong: "-- content/centri/fermo.md --\n---\nnome: Sportello fermo\ntipo: sportello\nindirizzo: via Roma 1, Borgo\norari: [{giorni: [lun], ore: \"9:00-13:00\"}]\nsospeso_fino: 2026-10-31\nverificato: 2026-11-02\n---\n",
        right: "-- content/centri/fermo.md --\n---\nnome: Sportello fermo\ntipo: sportello\nindirizzo: via Roma 1, Borgo\norari: [{giorni: [lun], ore: \"9:00-13:00\"}]\nsospeso_fino: 2026-12-31\nverificato: 2026-11-02\n---\n",
        origin: "linee guida del canale, paragrafo 5, criterio «Qualità e affidabilità»",
    },
    function: CheckFunction::Board(check),
};

fn check(board: &Board, findings: &mut Findings<'_>) {
    for centre in board.contact_points.values() {
        check_suspension(board.today, centre, findings);
        check_closures(board.today, centre, findings);
    }
}

fn check_suspension(today: NaiveDate, centre: &ContentFile<ContactPoint>, findings: &mut Findings<'_>) {
    let Some(last) = centre.facts.suspended_until.filter(|last| *last < today) else { return };
    findings
        .report_at_field(
            centre,
            path![sospeso_fino],
            localized!("la sospensione è finita il {last}", "the suspension ended on {last}"),
            localized!(
                "se ha riaperto togli la riga, altrimenti scrivi la nuova data",
                "if it has opened again remove the line, otherwise write the new date"
            ),
        )
        .ask(localized!("Il servizio è di nuovo aperto?", "Is the service open again?"));
}

fn check_closures(today: NaiveDate, centre: &ContentFile<ContactPoint>, findings: &mut Findings<'_>) {
    let is_over = |last: NaiveDate| last.checked_add_days(KEPT_DAYS).is_some_and(|end| end < today);
    let closures = centre.facts.closures.iter().enumerate();
    for (index, last) in closures.filter_map(|(index, closure)| Some((index, closure.dates?.end.last_day()))) {
        if is_over(last) {
            let message = localized!("la chiusura è finita il {last}", "the closure ended on {last}");
            findings.report_at_field(centre, path![chiusure[index]], message, hint()).ask(localized!(
                "In quali giorni sarete chiusi la prossima volta?",
                "On which days will you be closed next time?"
            ));
        }
    }
    let openings = centre.facts.extra_openings.iter().enumerate();
    for (index, last) in openings.filter_map(|(index, opening)| Some((index, *opening.dates.iter().max()?))) {
        if is_over(last) {
            let message = localized!("l'apertura straordinaria era il {last}", "the extra opening was on {last}");
            findings.report_at_field(centre, path![aperture[index]], message, hint());
        }
    }
}

fn hint() -> LocalizedString {
    localized!("togli la riga, o scrivi la data nuova", "remove the line, or write the new date")
}
