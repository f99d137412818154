//! Finds references to organisations, items or centres that do not exist.

use crate::board::{Board, Item, Located};
use crate::check::{Check, CheckFunction, Findings};
use crate::diagnostic::{Rule, RuleGroup, Severity, nearest, text};
use crate::localized;
use crate::model::Organiser;
use crate::path;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "broken-reference",
        severity: Severity::Error,
        group: RuleGroup::Syntax,
        summary: text("gli enti e gli annunci nominati esistono", "organisations and items that are named exist"),
        explanation: text(
            "`ente`, `edizione_di`, `sostituisce`, `sostituita_da` contengono il nome di un altro file, senza `.md`. Se l'organizzazione è nuova, aggiungi il suo file in content/enti/.",
            "`ente`, `edizione_di`, `sostituisce`, `sostituita_da` hold the name of another file, without `.md`. If the organisation is new, add its file in content/enti/.",
        ),
        wrong: "ente: pontte",
        right: "ente: ponte",
        origin: "formato dei contenuti",
    },
    function: CheckFunction::Board(check),
};

fn check(board: &Board, findings: &mut Findings<'_>) {
    for item in &board.items {
        if let Some(Organiser::Known(id)) = item.facts.organisation.value() {
            check_organisation(board, item, id.as_str(), findings);
        }
        check_items(board, item, findings);
    }
    for centre in board.centres.values() {
        if let Some(id) = &centre.facts.organisation {
            check_organisation(board, centre, id.as_str(), findings);
        }
    }
}

fn check_organisation(board: &Board, file: &dyn Located, id: &str, findings: &mut Findings<'_>) {
    if board.organisations.contains_key(id) {
        return;
    }
    let organisation_ids = board.organisations.keys().map(String::as_str);
    let hint = match nearest(id, organisation_ids) {
        Some(meant) => localized!("volevi dire `ente: {meant}`?", "did you mean `ente: {meant}`?"),
        None => localized!(
            "scrivi il nome di un file di content/enti/ senza `.md`, o aggiungi content/enti/{id}.md",
            "write the name of a file in content/enti/ without `.md`, or add content/enti/{id}.md"
        ),
    };
    findings.report_at_field(
        file,
        path![ente],
        localized!("l'ente «{id}» non c'è in content/enti/", "the organisation `{id}` is not in content/enti/"),
        hint,
    );
}

fn check_items(board: &Board, item: &Item, findings: &mut Findings<'_>) {
    let facts = &item.facts;
    let named = [
        (path![edizione_di], &facts.edition_of),
        (path![sostituisce], &facts.replaces),
        (path![sostituita_da], &facts.replaced_by),
    ];
    for (field, slug) in named {
        let Some(slug) = slug else { continue };
        if board.item(slug.as_str()).is_none() {
            let hint = match nearest(slug.as_str(), board.items.iter().map(|item| item.slug.as_str())) {
                Some(meant) => localized!("volevi dire `{meant}`?", "did you mean `{meant}`?"),
                None => localized!(
                    "scrivi il nome del file dell'altro annuncio, senza `.md`",
                    "write the file name of the other item, without `.md`"
                ),
            };
            findings.report_at_field(
                item,
                field,
                localized!("l'annuncio «{slug}» non c'è", "there is no item `{slug}`"),
                hint,
            );
        }
    }
}
