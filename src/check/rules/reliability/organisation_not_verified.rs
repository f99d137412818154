//! Finds organisations that announce although nobody has ever verified them.

use crate::board::Board;
use crate::check::organisations::present_organisations;
use crate::check::{Check, CheckFunction, Findings};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::path;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "organisation-not-verified",
        severity: Severity::Warning,
        group: RuleGroup::Reliability,
        summary: text("chi ha annunci aperti è stato verificato", "whoever has open announcements was verified"),
        explanation: text(
            "Cerca l'ente in RUNTS o IPA, chiama un numero che hai trovato da un'altra parte, chiedi che cosa fa e se chi si candida paga qualcosa. Poi scrivi quando, chi (un ruolo, mai il nome di una persona) e che cosa: `verificato: 2026-11-30`, `verificato_da: redazione`, `verifica: [registro, richiamata, scopo, nessun costo]`. La pagina dell'ente lo dice a chi legge. Un controllo di più di un anno fa è di `not-verified-for-a-year`.",
            "Look the organisation up in RUNTS or IPA, call a number that you found elsewhere, ask what it does and whether candidates pay anything. Then write when, who (a role, never the name of a person) and what: `verificato: 2026-11-30`, `verificato_da: redazione`, `verifica: [registro, richiamata, scopo, nessun costo]`. The organisation's page tells readers. A check of more than a year ago is for `not-verified-for-a-year`.",
        ),
        wrong: "tipo: formazione\nente: nuova\n-- content/enti/nuova.md --\n---\nnome: Associazione nuova\ntipo: associazione\ncontatti: {email: info@example.org}\n---\n",
        right: "tipo: formazione\nente: nuova\n-- content/enti/nuova.md --\n---\nnome: Associazione nuova\ntipo: associazione\ncontatti: {email: info@example.org}\nverificato: 2026-11-02\n---\n",
        origin: "linee guida del canale, paragrafo 5, criterio «Qualità e affidabilità»",
    },
    function: CheckFunction::Board(check),
};

fn check(board: &Board, findings: &mut Findings<'_>) {
    let today = board.today;
    for (file, announces) in present_organisations(board) {
        if announces && file.facts.verified.is_none() {
            findings.report_at_field(
                file,
                path![verificato],
                localized!("ha annunci aperti, ma nessuno l'ha verificata", "it has open announcements, but nobody has verified it"),
                localized!(
                    "cercala in RUNTS o IPA e richiama; poi scrivi `verificato: {today}`, `verificato_da: redazione` e in `verifica` che cosa hai controllato",
                    "look it up in RUNTS or IPA and call back; then write `verificato: {today}`, `verificato_da: redazione` and in `verifica` what you checked"
                ),
            );
        }
    }
}
