//! Finds items without any contact of their own, of each edition or of the organisation.

use crate::board::{Board, Item, Status};
use crate::check::{Check, CheckFunction, Findings};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::Requirement;
use crate::path;

pub(in crate::check) const CHECK: Check = Check {
    rule: Rule {
        name: "contacts-missing",
        severity: Severity::Error,
        group: RuleGroup::Clarity,
        summary: text(
            "c'è un recapito a cui chiedere: dell'annuncio o dell'ente",
            "there is somebody to ask: the item's contacts or the organisation's",
        ),
        explanation: text(
            "Chi legge deve poter fare una domanda. I recapiti possono essere dell'annuncio, di ogni edizione, o dell'ente: se l'ente li ha, non serve ripeterli.",
            "Readers must be able to ask. Contacts may be the item's, each edition's, or the organisation's: if it has some, they need not be repeated.",
        ),
        wrong: "ente: senza\n-- content/enti/senza.md --\n---\nnome: Senza recapiti\ntipo: associazione\n---\n",
        right: "ente: senza\ncontatti: {email: info@example.org}\n-- content/enti/senza.md --\n---\nnome: Senza recapiti\ntipo: associazione\n---\n",
        origin: "linee guida del canale, paragrafo 5, «Contatti per informazioni» di tutti gli elenchi",
    },
    function: CheckFunction::Item(check),
};

fn check(board: &Board, item: &Item, findings: &mut Findings<'_>) {
    if item.status == Status::Withdrawn {
        return;
    }
    let editions = item.facts.editions();
    let by_edition = !editions.is_empty()
        && editions.iter().all(|edition| edition.contacts.as_ref().is_some_and(|contacts| !contacts.is_empty()));
    let has_placeholder = item.facts.contacts.placeholder().is_some();
    // `broken-reference` reports an organisation that does not exist, `invalid-slug` one that is no file name.
    let is_written = item.facts.organisation.value().is_some() || item.spans.find(&path![ente]).is_some();
    let unknown = is_written && board.organisation_of(item).is_none();
    // Invalid contacts are reported by the rule for their field.
    let unread = || item.facts.contacts.is_absent() && item.spans.find(&path![contatti]).is_some();
    let has_contacts = || board.contacts_of(item).is_some_and(|contacts| !contacts.is_empty());
    if has_placeholder || by_edition || unknown || has_contacts() || unread() {
        return;
    }
    findings.report_at_field(
        item,
        path![],
        localized!(
            "mancano i contatti, e l'ente non ne ha",
            "the contacts are missing, and the organisation has none"
        ),
        localized!(
            "aggiungi `contatti: {{email: …, telefono: …}}`; se li devi chiedere: `stato: bozza` e `contatti: da chiedere`",
            "add `contatti: {{email: …, telefono: …}}`; if you have to ask: `stato: bozza` and `contatti: da chiedere`"
        ),
    )
    .ask(Requirement::Contacts.question().into());
}
