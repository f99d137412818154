//! What entered the archive with `non indicato` must let its reader look for himself.

use crate::board::{Board, Item};
use crate::check::{Check, Findings, Look};
use crate::diagnostic::Rule;
use crate::source::Step;
use crate::words;

pub(super) const CHECK: Check = Check {
    rule: Rule::error(
        "archive-without-source",
        "un annuncio archiviato porta il link alla sua fonte",
        "an archived item links to its source",
        "linee guida del canale, paragrafo 5, criterio «Qualità e affidabilità»",
    ),
    look: Look::Item(look),
};

fn look(_: &Board, item: &Item, findings: &mut Findings<'_>) {
    let linked = item.facts.sources.value().is_some_and(|sources| sources.iter().any(|source| source.url.is_some()));
    if item.facts.archived.is_some() && !linked {
        findings.at(
            &item.document,
            &[Step::Key("archiviato")],
            words!(
                "l'annuncio è archiviato, ma manca il link alla fonte",
                "the item is archived, but the link to its source is missing"
            ),
            words!("aggiungi `fonte: https://…`", "add `fonte: https://…`"),
        );
    }
}
