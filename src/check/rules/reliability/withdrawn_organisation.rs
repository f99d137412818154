//! Finds open announcements and contact points of organisations that no longer announce.

use crate::board::{Board, Located};
use crate::check::organisations::{is_withdrawn, open_items_by_organisation};
use crate::check::{Check, CheckFunction, Findings};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::path;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "withdrawn-organisation",
        severity: Severity::Warning,
        group: RuleGroup::Reliability,
        summary: text(
            "chi è stato ritirato non ha annunci aperti né sportelli",
            "an organisation that was withdrawn has no open announcements and no desks",
        ),
        explanation: text(
            "`stato: ritirato` nel file di un ente dice che non annuncia più: ha chiuso, ha chiesto di uscire, o non rispetta la carta. I suoi annunci ancora aperti porterebbero le persone da chi non c'è più: chiudili (`stato: annullato` o `stato: ritirato`) e togli o affida ad altri i suoi sportelli.",
            "`stato: ritirato` in the file of an organisation says that it no longer announces: it has closed, asked to leave, or does not respect the charter. Its announcements that are still open would lead people to somebody who is not there: close them (`stato: annullato` or `stato: ritirato`), and take out its desks or give them to others.",
        ),
        wrong: "tipo: formazione\nente: andata\n-- content/enti/andata.md --\n---\nnome: Associazione andata\ntipo: associazione\nstato: ritirato\ncontatti: {email: info@example.org}\n---\n",
        right: "tipo: formazione\nente: andata\n-- content/enti/andata.md --\n---\nnome: Associazione andata\ntipo: associazione\ncontatti: {email: info@example.org}\n---\n",
        origin: "linee guida del canale, paragrafo 5, criterio «Qualità e affidabilità»",
    },
    function: CheckFunction::Board(check),
};

fn check(board: &Board, findings: &mut Findings<'_>) {
    let withdrawn = |id: &str| board.organisations.get(id).map(|file| &file.facts).filter(|facts| is_withdrawn(facts));
    for (id, items) in open_items_by_organisation(board) {
        let Some(organisation) = withdrawn(id) else { continue };
        for item in items {
            let hint = localized!(
                "chiudi l'annuncio con `stato: annullato` o `stato: ritirato`, o scrivi chi lo segue adesso",
                "close the announcement with `stato: annullato` or `stato: ritirato`, or write who runs it now"
            );
            report(item, &organisation.name, hint, findings);
        }
    }
    for desk in board.contact_points.values() {
        let organisation = desk.facts.organisation.as_ref().and_then(|id| withdrawn(id.as_str()));
        if let Some(organisation) = organisation {
            let hint = localized!(
                "togli lo sportello, o scrivi in `ente` chi lo gestisce adesso",
                "take out the desk, or write in `ente` who runs it now"
            );
            report(desk, &organisation.name, hint, findings);
        }
    }
}

fn report(file: &dyn Located, name: &str, hint: crate::diagnostic::LocalizedString, findings: &mut Findings<'_>) {
    let message = localized!("«{name}» è un ente ritirato", "«{name}» is an organisation that was withdrawn");
    findings.report_at_field(file, path![ente], message, hint);
}
