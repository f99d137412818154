//! Finds days of a verification, or of the acceptance of a charter, that have not come yet.

use chrono::NaiveDate;

use crate::board::{Board, Located};
use crate::check::{Check, CheckFunction, Findings};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::FieldPath;
use crate::path;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "verified-in-future",
        severity: Severity::Warning,
        group: RuleGroup::Reliability,
        summary: text("chi ha verificato lo ha già fatto", "what was verified has been verified"),
        explanation: text(
            "Una data di domani in `verificato` è un anno o un mese sbagliato: la pagina direbbe a chi legge che qualcuno ha controllato, e per anni nessuno lo chiederebbe più. Finché la data non è passata vale come mai verificato. Lo stesso per il giorno in cui un ente ha accettato la carta.",
            "A day to come in `verificato` is a wrong year or month: the page would tell readers that somebody has made sure, and for years nobody would be asked again. Until that day it counts as never verified. The same holds for the day on which an organisation accepted the charter.",
        ),
        wrong: "-- content/centri/domani.md --\n---\nnome: Sportello di domani\ntipo: sportello\nindirizzo: via Roma 1, Borgo\nbisogni: [lavoro]\nverificato: 2027-11-02\n---\n",
        right: "-- content/centri/domani.md --\n---\nnome: Sportello di domani\ntipo: sportello\nindirizzo: via Roma 1, Borgo\nbisogni: [lavoro]\nverificato: 2026-11-02\n---\n",
        origin: "linee guida del canale, paragrafo 5, criterio «Qualità e affidabilità»",
    },
    function: CheckFunction::Board(check),
};

fn check(board: &Board, findings: &mut Findings<'_>) {
    for organisation in board.organisations.values() {
        report_if_to_come(board, organisation, organisation.facts.verified, path![verificato], findings);
        let accepted = organisation.facts.charter.as_ref().and_then(|charter| charter.date);
        report_if_to_come(board, organisation, accepted, path![carta.data], findings);
    }
    for contact_point in board.contact_points.values() {
        report_if_to_come(board, contact_point, contact_point.facts.verified, path![verificato], findings);
    }
    for item in &board.items {
        report_if_to_come(board, item, item.facts.verified, path![verificato], findings);
    }
}

fn report_if_to_come(
    board: &Board,
    file: &dyn Located,
    day: Option<NaiveDate>,
    path: FieldPath,
    findings: &mut Findings<'_>,
) {
    let Some(day) = day.filter(|day| *day > board.today) else { return };
    findings.report_at_field(
        file,
        path,
        localized!("il {day} non è ancora passato", "{day} has not come yet"),
        localized!("scrivi il giorno in cui è successo davvero", "write the day on which it really happened"),
    );
}
