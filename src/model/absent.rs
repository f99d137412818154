//! What the guidelines ask for and nobody wrote.

use super::opportunity::Opportunity;
use super::record::{Reader, Record};
use super::rules::requirement;
use crate::diagnostic::Diagnostic;
use crate::localized;
use crate::source::Node;

/// Some date stands there, though perhaps not where it belongs, or not as it should.
pub(super) fn is_dated(written: &Node<'_>) -> bool {
    ["date", "inizio", "fine"].iter().any(|key| written.get(key).is_some())
}

/// What to write where there is none of a thing; some things there always are.
fn none_of(key: &str) -> Option<&'static str> {
    match key {
        "titolo" | "sintesi" | "ente" | "pubblicato" | "fonte" | "modalita" | "edizioni" | "mansioni" | "attivita"
        | "obiettivi" => None,
        "scadenza" => Some("nessuna`, `sempre aperte` o `fino a esaurimento posti"),
        _ => Some(super::fact::NOT_OFFERED),
    }
}

/// Reports a required field that is not there.
pub(super) fn missing(key: &str, kind: &str, root: &Node<'_>, reader: &mut Reader<'_>) {
    let Some(required) = requirement(key) else { return };
    let field = Opportunity::FIELDS.iter().find(|field| field.key == key);
    let (label, example) = field.map_or((key, ""), |field| (field.label, field.example));
    let message = localized!(
        "manca «{key}» ({label}): per «{kind}» è obbligatorio",
        "`{key}` ({label}) is missing: `{kind}` requires it"
    );
    let found = Diagnostic::new(&required.rule, reader.path(), root.span.start..root.span.start, message);
    reader.push(found.question(required.question.into()).hint(match none_of(key) {
            Some(none) => localized!(
                "aggiungi una riga come `{key}: {example}`; se non c'è: `{key}: {none}`; se lo devi chiedere: `stato: bozza` e `{key}: da chiedere`",
                "add a line such as `{key}: {example}`; if there is none: `{key}: {none}`; if you have to ask: `stato: bozza` and `{key}: da chiedere`"
            ),
            None => localized!(
                "aggiungi una riga come `{key}: {example}`; se lo devi chiedere: `stato: bozza` e `{key}: da chiedere`",
                "add a line such as `{key}: {example}`; if you have to ask: `stato: bozza` and `{key}: da chiedere`"
            ),
    }));
}
