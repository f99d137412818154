//! Finds archived items whose sources have no address to look at.

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::path;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "archive-without-source",
        severity: Severity::Error,
        group: RuleGroup::Reliability,
        summary: text("un annuncio archiviato porta il link alla sua fonte", "an archived item links to its source"),
        explanation: text(
            "Un annuncio entrato in archivio già chiuso può dire `non indicato`, ma chi legge deve poter controllare alla fonte.",
            "An item that entered the archive closed may say `non indicato`, but its reader must be able to look at the source.",
        ),
        wrong: "archiviato: 2027-03-01",
        right: "archiviato: 2027-03-01\nfonte: https://www.example.org/corso",
        origin: "linee guida del canale, paragrafo 5, criterio «Qualità e affidabilità»",
    },
    function: CheckFunction::Item(check),
};

fn check(_: &Board, item: &Item, findings: &mut Findings<'_>) {
    let linked = item.facts.sources.value().is_some_and(|sources| sources.iter().any(|source| source.url.is_some()));
    if item.facts.is_archived() && !linked {
        findings.report_at_field(
            item,
            path![archiviato],
            localized!(
                "l'annuncio è archiviato, ma manca il link alla fonte",
                "the item is archived, but the link to its source is missing"
            ),
            localized!("aggiungi `fonte: https://…`", "add `fonte: https://…`"),
        );
    }
}
