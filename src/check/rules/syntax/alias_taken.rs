//! Finds aliases that are the name or alias of another item.

use std::collections::HashMap;

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::Slug;
use crate::path;
use crate::text::visible::show_name;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "alias-taken",
        severity: Severity::Error,
        group: RuleGroup::Syntax,
        summary: text(
            "un nome precedente non è il nome di un altro annuncio",
            "an earlier name is not the name of another item",
        ),
        explanation: text(
            "Un nome precedente è stampato su muri e messaggi: deve portare sempre allo stesso annuncio. Se due annunci lo vogliono, vale il primo.",
            "An earlier name is printed on walls and in messages: it must always lead to the same item. If two want it, the first has it.",
        ),
        wrong: "alias: [italiano-a2]",
        right: "alias: [corso-di-italiano-vecchio]",
        origin: "formato dei contenuti",
    },
    function: CheckFunction::Board(check),
};

/// A rule of the board, not of an item: another announcement may take the address while this one stays as it is.
fn check(board: &Board, findings: &mut Findings<'_>) {
    let mut holders: HashMap<&Slug, &Item> = HashMap::new();
    for item in &board.items {
        for (index, alias) in item.facts.aliases.iter().enumerate() {
            let holder = board.item(alias.as_str()).or_else(|| holders.get(alias).copied());
            holders.entry(alias).or_insert(item);
            let Some(holder) = holder else { continue };
            let other = show_name(&holder.document.source.path);
            findings.report_at_field(
                item,
                path![alias[index]],
                localized!(
                    "l'indirizzo «{alias}» porta già a {other}",
                    "the address `{alias}` leads to {other} already"
                ),
                localized!("togli questo nome da `alias`", "remove this name from `alias`"),
            );
        }
    }
}
