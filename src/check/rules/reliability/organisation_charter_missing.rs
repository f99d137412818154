//! Finds organisations in the network, and others that announce, that have not accepted the board's charter.

use crate::board::Board;
use crate::check::organisations::present_organisations;
use crate::check::{Check, CheckFunction, Findings};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::path;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "organisation-charter-missing",
        severity: Severity::Warning,
        group: RuleGroup::Reliability,
        summary: text("chi annuncia ha accettato la carta", "whoever announces has accepted the charter"),
        explanation: text(
            "Una bacheca con la pagina `carta` chiede a chi è nella rete, e a chi ha annunci aperti, di accettarla. Nel file dell'ente si scrive quale versione e quando: `carta: {versione: 2026-1, data: 2026-11-30}`; la pagina `annuncia/ente/` lo fa da sola. In site.toml, `[regole]` può farne un errore.",
            "A board with the page `carta` asks those in its network, and those with open announcements, to accept it. The organisation's file says which version, and when: `carta: {versione: 2026-1, data: 2026-11-30}`; the page `annuncia/ente/` does so by itself. In site.toml, `[regole]` can make an error of it.",
        ),
        wrong: "-- content/pagine/carta.md --\n---\ntitolo: Carta di chi annuncia\nversione: 2026-1\n---\n\nChi annuncia non chiede soldi.\n-- content/enti/rete.md --\n---\nnome: Associazione in rete\ntipo: associazione\nrete: sì\ncontatti: {email: info@example.org}\n---\n",
        right: "-- content/pagine/carta.md --\n---\ntitolo: Carta di chi annuncia\nversione: 2026-1\n---\n\nChi annuncia non chiede soldi.\n-- content/enti/rete.md --\n---\nnome: Associazione in rete\ntipo: associazione\nrete: sì\ncontatti: {email: info@example.org}\ncarta: {versione: 2026-1, data: 2026-11-02}\n---\n",
        origin: "linee guida del canale, paragrafo 5, «Criteri di pubblicazione delle opportunità»",
    },
    function: CheckFunction::Board(check),
};

fn check(board: &Board, findings: &mut Findings<'_>) {
    let Some(version) = board.charter_version() else { return };
    let today = board.today;
    for (file, announces) in present_organisations(board) {
        if file.facts.charter.is_some() || !announces && file.facts.in_network != Some(true) {
            continue;
        }
        let message = if announces {
            localized!("annuncia, ma non ha accettato la carta", "it announces, but has not accepted the charter")
        } else {
            localized!(
                "è nella rete, ma non ha accettato la carta",
                "it is in the network, but has not accepted the charter"
            )
        };
        let hint = localized!(
            "manda all'ente la pagina della carta; quando dice di sì: `carta: {{versione: {version}, data: {today}}}`",
            "send the organisation the page of the charter; when it agrees: `carta: {{versione: {version}, data: {today}}}`"
        );
        findings
            .report_at_field(file, path![carta], message, hint)
            .ask(localized!("Accettate la carta di chi annuncia?", "Do you accept the charter for announcers?"));
    }
}
