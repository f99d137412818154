//! Finds companies outside the network that do not say what they do for inclusion.

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings, companies};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::OrganisationKind;
use crate::path;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "company-without-inclusion",
        severity: Severity::Error,
        group: RuleGroup::SocialPurpose,
        summary: text(
            "un'azienda è nella rete, o dice che cosa fa per l'inclusione",
            "a company belongs to the network, or says what it does for inclusion",
        ),
        explanation: text(
            "Il canale è per associazioni, cooperative, enti pubblici e del terzo settore. Un'azienda o un'agenzia per il lavoro può annunciare se fa parte della rete (`rete: sì` nel suo file in content/enti/) o se sostiene davvero l'inclusione: scrivilo in `inclusione`, o nel testo. Un ente pubblico che porta aziende a un incontro va bene così.",
            "The channel is for associations, cooperatives, public bodies and the third sector. A company or employment agency may announce if it belongs to the network (`rete: sì` in its file in content/enti/) or really supports inclusion: say how in `inclusione`, or in the text. A public body that brings companies to a job day is fine.",
        ),
        wrong: "ente: ditta\n-- content/enti/ditta.md --\n---\nnome: Ditta Esempio Srl\ntipo: azienda\ncontatti: {email: info@example.org}\n---\n",
        right: "ente: ditta\n-- content/enti/ditta.md --\n---\nnome: Ditta Esempio Srl\ntipo: azienda\ninclusione: assume ogni anno dieci persone rifugiate\ncontatti: {email: info@example.org}\n---\n",
        origin: "linee guida del canale, paragrafi 4 e 5, criterio «Finalità sociale»",
    },
    function: CheckFunction::Item(check),
};

fn check(board: &Board, item: &Item, findings: &mut Findings<'_>) {
    let Some(organisation) = board.organisation_of(item) else { return };
    let private = matches!(organisation.kind, Some(OrganisationKind::Company | OrganisationKind::EmploymentAgency));
    // An association with the legal form of a company in its name is treated as a company.
    let called_otherwise = matches!(
        organisation.kind,
        None | Some(OrganisationKind::Association | OrganisationKind::ThirdSector | OrganisationKind::Ngo)
    ) && companies::find_legal_form(organisation).is_some();
    let vouched = organisation.in_network == Some(true)
        || organisation.inclusion.is_some()
        || companies::is_social_enterprise(organisation)
        || companies::tells_inclusion(item.document.body());
    if !(private || called_otherwise) || vouched || item.facts.is_archived() {
        return;
    }
    let name = &organisation.name;
    let hint = if board.has_inline_organisation(item) {
        localized!(
            "dentro `ente:` aggiungi `rete: sì` se è nella rete, o `inclusione:` con quello che fa",
            "in `ente:` add `rete: sì` if it is in the network, or `inclusione:` with what it does"
        )
    } else {
        localized!(
            "nel suo file in content/enti/ aggiungi `rete: sì` se è nella rete, o `inclusione:` con quello che fa",
            "in its file in content/enti/ add `rete: sì` if it is in the network, or `inclusione:` with what it does"
        )
    };
    findings
        .report_at_field(
            item,
            path![ente],
            localized!(
                "«{name}» è un'azienda: non si sa che cosa fa per l'inclusione",
                "`{name}` is a company: nobody says what it does for inclusion"
            ),
            hint,
        )
        .ask(localized!(
        "Che cosa fate per l'inclusione di persone rifugiate e migranti? Lavorate con un'associazione o un ente della rete?",
        "What do you do for the inclusion of refugees and migrants? Do you work with an association or body of the network?"
    ));
}
