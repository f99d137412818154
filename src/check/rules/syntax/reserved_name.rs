//! Pages of a board share the top of its address with lists, languages, feeds: those names are taken.

use crate::board::Board;
use crate::check::{Check, Findings, Look};
use crate::diagnostic::Rule;
use crate::model::Kind;
use crate::words;

/// Folders of the site, kinds and languages apart.
const FOLDERS: [&str; 11] =
    ["o", "archivio", "assets", "cerca", "dati", "pagefind", "pagina", "redazione", "regole", "stampa", "zone"];

pub(super) const CHECK: Check = Check {
    rule: Rule::error(
        "reserved-name",
        "una pagina non ha il nome di una parte del sito",
        "a page does not have the name of a part of the site",
        "formato dei contenuti",
    ),
    look: Look::Board(look),
};

fn look(board: &Board, findings: &mut Findings<'_>) {
    for (name, page) in &board.pages {
        let language = board.config.bacheca.lingue.contains(name);
        if language || FOLDERS.contains(&name.as_str()) || Kind::from_key(name).is_some() {
            findings.at(
                &page.original.document,
                &[],
                words!(
                    "«{name}» è già il nome di una parte del sito",
                    "`{name}` is the name of a part of the site already"
                ),
                words!("dai alla pagina un altro nome di file", "give the page another file name"),
            );
        }
    }
}
