//! Finds new items whose date of publication is before that of items that readers have seen.

use crate::board::Board;
use crate::check::{BaseBoard, Check, CheckFunction, Findings};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::path;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "published-in-past",
        severity: Severity::Warning,
        group: RuleGroup::Clarity,
        summary: text(
            "un annuncio nuovo non finisce dietro a quelli già letti",
            "a new item does not stand behind those already read",
        ),
        explanation: text(
            "I feed e l'elenco delle novità mettono prima `pubblicato` più recente. Un annuncio che entra oggi con una data di giorni fa finisce dietro a ciò che chi li segue ha già letto, e nessuno lo vede. Se esce solo adesso, `pubblicato` è oggi, e la data dell'ente può stare in `fonte`: `{url: …, data: 2026-11-15}`. Questa regola vale solo con `bacheca check --base`.",
            "Feeds and the list of what is new put the latest `pubblicato` first. An item that comes in today with a date of days ago stands behind what those who follow them have read, and nobody sees it. If it comes out only now, `pubblicato` is today, and the date of the organisation may be in `fonte`: `{url: …, data: 2026-11-15}`. This rule looks only with `bacheca check --base`.",
        ),
        wrong: "",
        right: "",
        origin: "formato dei contenuti",
    },
    function: CheckFunction::Change(check),
};

fn check(board: &Board, base: &BaseBoard, findings: &mut Findings<'_>) {
    let is_new = |path: &str| base.added.iter().any(|added| added == path);
    let (new, old): (Vec<_>, Vec<_>) = board.published().partition(|item| is_new(item.document.source.path.as_str()));
    let Some(latest) = old.iter().filter_map(|item| item.published_on()).filter(|day| *day <= board.today).max() else {
        return;
    };
    for item in new {
        let published = item.facts.published.value().map(|date| date.last_day());
        let behind = published.filter(|day| *day < latest && item.status.is_open());
        let Some(day) = behind.filter(|_| item.permalink_elsewhere().is_none()) else { continue };
        let today = board.today;
        findings.report_at_field(
            item,
            path![pubblicato],
            localized!(
                "l'annuncio è nuovo, ma nei feed finisce dietro a quelli del {latest}, che chi li segue ha già letto",
                "the item is new, but in feeds it stands behind those of {latest}, which their readers have seen"
            ),
            localized!(
                "scrivi `pubblicato: {today}`; la data dell'ente può stare in `fonte: {{url: …, data: {day}}}`",
                "write `pubblicato: {today}`; the date of the organisation may be in `fonte: {{url: …, data: {day}}}`"
            ),
        );
    }
}
