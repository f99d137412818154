//! Finds items and pages named like a part of the site (lists, languages, feeds).

use crate::board::Board;
use crate::check::{Check, CheckFunction, Findings};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::Kind;
use crate::path;

/// Folders of the site, except kinds and languages.
const FOLDERS: [&str; 19] = [
    "aiuto",
    "annuncia",
    "enti",
    "sportelli",
    "o",
    "archivio",
    "assets",
    "cerca",
    "dati",
    "pagina",
    "posso-andare",
    "redazione",
    "regole",
    "riferimento",
    "ricerca",
    "segui",
    "senza-rete",
    "stampa",
    "zone",
];

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "reserved-name",
        severity: Severity::Error,
        group: RuleGroup::Syntax,
        summary: text(
            "una pagina non ha il nome di una parte del sito",
            "a page does not have the name of a part of the site",
        ),
        explanation: text(
            "Pagine, tipi, lingue e cartelle del sito stanno tutti in cima all'indirizzo: due con lo stesso nome si coprirebbero.",
            "Pages, kinds, languages and folders of the site share the first part of its addresses: two with the same name would hide each other.",
        ),
        wrong: "-- content/pagine/archivio.md --\n---\ntitolo: Archivio\n---\n",
        right: "-- content/pagine/storia.md --\n---\ntitolo: Storia\n---\n",
        origin: "formato dei contenuti",
    },
    function: CheckFunction::Board(check),
};

fn check(board: &Board, findings: &mut Findings<'_>) {
    for (name, page) in board.pages.iter() {
        let language = board.config.bacheca.lingue.contains(name);
        if language || FOLDERS.contains(&name.as_str()) || Kind::from_key(name).is_some() {
            findings.report_at_field(
                &page.original,
                path![],
                localized!(
                    "«{name}» è già il nome di una parte del sito",
                    "`{name}` is the name of a part of the site already"
                ),
                localized!("dai alla pagina un altro nome di file", "give the page another file name"),
            );
        }
    }
}
