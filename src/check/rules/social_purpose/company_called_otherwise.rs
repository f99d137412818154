//! Finds organisations with the legal form of a company in their name (Srl) but another `tipo`.

use crate::board::{Board, Located};
use crate::check::{Check, CheckFunction, Findings, companies};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::{FieldPath, Organisation, OrganisationKind, Organiser};
use crate::path;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "company-called-otherwise",
        severity: Severity::Warning,
        group: RuleGroup::SocialPurpose,
        summary: text("una società è dichiarata come azienda", "a company is declared as one"),
        explanation: text(
            "Il nome finisce con Srl, SpA o simili, ma `tipo` dice un'altra cosa. Le imprese sociali possono essere società: in questo caso scrivi «impresa sociale» nel nome, o che cosa fa in `inclusione`.",
            "The name ends in Srl, SpA or the like, but `tipo` says something else. Social enterprises may be companies: then put «impresa sociale» in the name, or what it does in `inclusione`.",
        ),
        wrong: "-- content/enti/ditta.md --\n---\nnome: Formazione Esempio Srl\ntipo: associazione\ncontatti: {email: info@example.org}\n---\n",
        right: "-- content/enti/ditta.md --\n---\nnome: Formazione Esempio Srl impresa sociale\ntipo: associazione\ncontatti: {email: info@example.org}\n---\n",
        origin: "codice civile, libro V, titolo V; d.lgs. 112/2017",
    },
    function: CheckFunction::Board(check),
};

fn check(board: &Board, findings: &mut Findings<'_>) {
    for profile in board.organisations.values() {
        report_company_name(&profile.facts, profile, path![tipo], findings);
    }
    for item in &board.items {
        if let Some(Organiser::Described(organisation)) = item.facts.organisation.value()
            && !item.facts.is_archived()
            && board.has_inline_organisation(item)
        {
            report_company_name(organisation, item, path![ente.tipo], findings);
        }
    }
}

fn report_company_name(organisation: &Organisation, file: &dyn Located, path: FieldPath, findings: &mut Findings<'_>) {
    let is_declared_company = matches!(
        organisation.kind,
        None | Some(OrganisationKind::Company | OrganisationKind::EmploymentAgency | OrganisationKind::PublicBody)
    );
    let Some(form) = companies::find_legal_form(organisation).filter(|_| !is_declared_company) else { return };
    findings.report_at_field(
        file,
        path,
        localized!("«{form}» è la forma di una società", "`{form}` is the form of a company"),
        localized!(
            "scrivi `tipo: azienda`, e in `inclusione` che cosa fa",
            "write `tipo: azienda`, and in `inclusione` what it does"
        ),
    );
}
