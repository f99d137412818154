//! Finds organisations described in an announcement without `tipo`: nobody can say whether they may announce.

use crate::board::{AGGREGATED, Board, Item};
use crate::check::{Check, CheckFunction, Findings};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::Requirement;
use crate::path;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "organisation-kind-missing",
        severity: Severity::Error,
        group: RuleGroup::SocialPurpose,
        summary: text(
            "di un ente descritto nell'annuncio si sa che cos'è",
            "an organisation described in an announcement says what it is",
        ),
        explanation: text(
            "Aziende e agenzie possono annunciare solo a certe condizioni: di un'organizzazione nuova serve sapere che cos'è, come nel suo file in content/enti/. In una bozza va bene `tipo: da chiedere`.",
            "Companies and agencies may announce under some conditions only: of a new organisation one must know what it is, as in its file in content/enti/. In a draft, `tipo: da chiedere` will do.",
        ),
        wrong: "ente: {nome: Scuola del Ponte, contatti: {telefono: \"06 5550 0111\"}}",
        right: "ente: {nome: Scuola del Ponte, tipo: associazione, contatti: {telefono: \"06 5550 0111\"}}",
        origin: "linee guida del canale, paragrafi 4 e 5, criterio «Finalità sociale»",
    },
    function: CheckFunction::Item(check),
};

fn check(board: &Board, item: &Item, findings: &mut Findings<'_>) {
    let Some(organisation) = board.organisation_of(item).filter(|_| board.has_inline_organisation(item)) else {
        return;
    };
    // `unknown-word` reports one that could not be read; one to ask is open in a draft.
    let is_written = item.spans.find(&path![ente.tipo]).is_some();
    // What another board published, that board has checked.
    let is_aggregated = item.document.source.path.starts_with(AGGREGATED);
    if organisation.kind.is_some() || is_written || is_aggregated || item.facts.is_archived() {
        return;
    }
    let name = &organisation.name;
    findings
        .report_at_field(
            item,
            path![ente],
            localized!("di «{name}» non si sa che cos'è", "nobody says what `{name}` is"),
            localized!(
                "dentro `ente:` aggiungi `tipo:` (associazione, cooperativa sociale, ente pubblico, azienda…); non lo sai? `stato: bozza` e `tipo: da chiedere`",
                "in `ente:` add `tipo:` (associazione, cooperativa sociale, ente pubblico, azienda…); if you do not know: `stato: bozza` and `tipo: da chiedere`"
            ),
        )
        .ask(Requirement::Type.question().into());
}
