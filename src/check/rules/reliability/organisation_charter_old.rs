//! Finds organisations that accepted another version of the board's charter than the present one.

use crate::board::Board;
use crate::check::organisations::present_organisations;
use crate::check::{Check, CheckFunction, Findings};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::path;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "organisation-charter-old",
        severity: Severity::Warning,
        group: RuleGroup::Reliability,
        summary: text("la carta accettata è quella di oggi", "the charter that was accepted is today's"),
        explanation: text(
            "Quando la carta cambia, la sua pagina ha un'altra `versione`, e chi l'ha accettata prima la deve accettare di nuovo. Manda la pagina all'ente e scrivi la versione nuova e la data.",
            "When the charter changes, its page has another `versione`, and whoever accepted it before must accept it again. Send the page to the organisation and write the new version and the date.",
        ),
        wrong: "-- content/pagine/carta.md --\n---\ntitolo: Carta di chi annuncia\nversione: 2026-1\n---\n\nChi annuncia non chiede soldi.\n-- content/enti/rete.md --\n---\nnome: Associazione in rete\ntipo: associazione\ncontatti: {email: info@example.org}\ncarta: {versione: 2025-2, data: 2025-11-02}\n---\n",
        right: "-- content/pagine/carta.md --\n---\ntitolo: Carta di chi annuncia\nversione: 2026-1\n---\n\nChi annuncia non chiede soldi.\n-- content/enti/rete.md --\n---\nnome: Associazione in rete\ntipo: associazione\ncontatti: {email: info@example.org}\ncarta: {versione: 2026-1, data: 2026-11-02}\n---\n",
        origin: "linee guida del canale, paragrafo 5, «Criteri di pubblicazione delle opportunità»",
    },
    function: CheckFunction::Board(check),
};

fn check(board: &Board, findings: &mut Findings<'_>) {
    let Some(version) = board.charter_version() else { return };
    for (file, _) in present_organisations(board) {
        let Some(charter) = &file.facts.charter else { continue };
        let message = match charter.version.as_deref() {
            Some(accepted) if accepted == version => continue,
            Some(accepted) => localized!(
                "ha accettato la carta «{accepted}», ma adesso è «{version}»",
                "it accepted the charter «{accepted}», but now it is «{version}»"
            ),
            None => localized!(
                "non si sa quale versione della carta ha accettato",
                "nobody says which version of the charter it accepted"
            ),
        };
        let hint = localized!(
            "manda all'ente la carta nuova; quando dice di sì scrivi `versione: {version}` e la data",
            "send the organisation the new charter; when it agrees, write `versione: {version}` and the date"
        );
        findings.report_at_field(file, path![carta.versione], message, hint).ask(localized!(
            "La carta di chi annuncia è cambiata: accettate quella nuova?",
            "The charter for announcers has changed: do you accept the new one?"
        ));
    }
}
