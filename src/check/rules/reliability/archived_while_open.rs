//! Finds archived items that were still open on the day they entered the archive.

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings, periods};
use crate::diagnostic::{LocalizedString, Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::{Kind, spell_out_date};
use crate::path;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "archived-while-open",
        severity: Severity::Error,
        group: RuleGroup::Reliability,
        summary: text("nell'archivio entra solo ciò che è chiuso", "only what is closed enters the archive"),
        explanation: text(
            "`archiviato` dice che l'annuncio era già chiuso quando è entrato nell'archivio: per questo può lasciare dei campi «non indicato». Se la scadenza o la data viene dopo, è un annuncio come gli altri, e quello che manca si chiede.",
            "`archiviato` says that the item was closed when it entered the archive: so it may leave fields «non indicato». If its deadline or date comes later, it is an announcement like others, and what is missing is asked.",
        ),
        wrong: "scadenza: 2026-12-04\narchiviato: 2026-11-21\nfonte: https://ponte.example.org/corsi",
        right: "scadenza: 2026-12-04",
        origin: "formato dei contenuti",
    },
    function: CheckFunction::Item(check),
};

fn check(_: &Board, item: &Item, findings: &mut Findings<'_>) {
    let Some(archived) = item.facts.archived else { return };
    let last = match item.kind() {
        Kind::Training | Kind::Job | Kind::Housing => periods::deadline_days(item).into_iter().max(),
        Kind::Event => {
            item.facts.editions().iter().filter_map(|edition| Some(edition.dates.value()?.end().last_day())).max()
        }
        Kind::Regulation | Kind::News | Kind::Project => None,
    };
    let Some(last) = last.filter(|last| *last > archived) else { return };
    let LocalizedString { it, en } = spell_out_date(last);
    findings.report_at_field(
        item,
        path![archiviato],
        localized!(
            "quel giorno era ancora aperto: si chiude il {it}",
            "it was still open on that day: it closes on {en}"
        ),
        localized!(
            "togli `archiviato`; se mancano dei dati: `stato: bozza` e `da chiedere`",
            "delete `archiviato`; if facts are missing: `stato: bozza` and `da chiedere`"
        ),
    );
}
