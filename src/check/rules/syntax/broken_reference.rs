//! Finds references to organisations, items or contact points that do not exist.

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

/// References for which a similar name is looked for among all: whoever writes more wrong ones made no slip.
const MAX_PROPOSALS: usize = 20;

fn check(board: &Board, findings: &mut Findings<'_>) {
    for item in &board.items {
        if let Some(Organiser::Known(id)) = item.facts.organisation.value() {
            check_organisation(board, item, id.as_str(), findings);
        }
        check_items(board, item, findings);
    }
    for centre in board.contact_points.values() {
        if let Some(id) = &centre.facts.organisation {
            check_organisation(board, centre, id.as_str(), findings);
        }
    }
}

fn check_organisation(board: &Board, file: &dyn Located, id: &str, findings: &mut Findings<'_>) {
    if board.organisations.contains_key(id) {
        return;
    }
    let mut others = board.organisations.keys().filter(|_| findings.count() < MAX_PROPOSALS);
    let hint = match others.find(|other| is_slip(id, other)) {
        Some(meant) => localized!(
            "volevi dire `ente: {meant}`? Se è un'altra organizzazione: `ente: {NEW_ORGANISATION}`, o il suo file content/enti/{id}.md",
            "did you mean `ente: {meant}`? If it is another organisation: `ente: {NEW_ORGANISATION}`, or its file content/enti/{id}.md"
        ),
        None => localized!(
            "se è nuova scrivi `ente: {NEW_ORGANISATION}`, o aggiungi content/enti/{id}.md; se c'è già, il nome del suo file senza `.md`",
            "if it is new write `ente: {NEW_ORGANISATION}`, or add content/enti/{id}.md; if it is there, the name of its file without `.md`"
        ),
    };
    findings.report_at_field(
        file,
        path![ente],
        localized!("l'ente «{id}» non c'è in content/enti/", "the organisation `{id}` is not in content/enti/"),
        hint,
    );
}

/// How an announcement describes an organisation that has no file.
const NEW_ORGANISATION: &str = "{nome: …, tipo: …, contatti: {…}}";

/// Whether an id is that of `other` with a slip of the keyboard. Places and numbers tell organisations apart: `asl-roma-3` is
/// not `asl-roma-2`, nor `questura-roma` `questura-bergamo`.
fn is_slip(id: &str, other: &str) -> bool {
    let (left, right) = (id.to_lowercase(), other.to_lowercase());
    if left.replace('-', "") == right.replace('-', "") {
        return true;
    }
    let words = |text: &str| text.split('-').map(str::to_owned).collect::<Vec<String>>();
    let (left, right) = (words(&left), words(&right));
    let slip = |(written, meant): (&String, &String)| {
        let longest = written.chars().count().max(meant.chars().count());
        let has_digit = |word: &str| word.contains(|c: char| c.is_ascii_digit());
        written == meant
            || !has_digit(written) && !has_digit(meant) && strsim::osa_distance(written, meant) <= longest / 5
    };
    left.len() == right.len() && left.iter().zip(&right).all(slip)
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
        let (message, hint) = match board.item(slug.as_str()) {
            Some(other) if other.facts.refused.is_some() => (
                localized!(
                    "l'annuncio «{slug}» è stato rifiutato: non ha una pagina",
                    "the item `{slug}` was refused: it has no page"
                ),
                localized!("togli il suo nome", "take its name away"),
            ),
            Some(_) => continue,
            None => {
                let others = board.items.iter().filter(|_| findings.count() < MAX_PROPOSALS);
                let hint = match nearest(slug.as_str(), others.map(|item| item.slug.as_str())) {
                    Some(meant) => localized!("volevi dire `{meant}`?", "did you mean `{meant}`?"),
                    None => localized!(
                        "scrivi il nome del file dell'altro annuncio, senza `.md`",
                        "write the file name of the other item, without `.md`"
                    ),
                };
                (localized!("l'annuncio «{slug}» non c'è", "there is no item `{slug}`"), hint)
            }
        };
        findings.report_at_field(item, field, message, hint);
    }
}

#[cfg(test)]
mod tests {
    use super::is_slip;

    #[test]
    fn a_slip_is_told_from_another_organisation() {
        for (written, meant) in [
            ("programmaintegra", "programma-integra"),
            ("pontte", "ponte"),
            ("caritass-roma", "caritas-roma"),
            ("Programa-Integra", "programma-integra"),
        ] {
            assert!(is_slip(written, meant), "{written}");
        }
        for (written, other) in [
            ("questura-roma", "questura-bergamo"),
            ("asl-roma-3", "asl-roma-2"),
            ("cpia-roma", "cpia-fermo"),
            ("cpia-como", "cpia-roma"),
            ("universita-roma-tre", "universita-bicocca"),
            ("arci-roma", "acli-roma"),
        ] {
            assert!(!is_slip(written, other), "{written}");
        }
    }
}
