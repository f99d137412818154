//! An earlier name of an item leads to it for ever: nothing else may have that name.

use crate::board::{Board, Item};
use crate::check::{Check, Findings, Look};
use crate::diagnostic::Rule;
use crate::source::Step;
use crate::words;

pub(super) const CHECK: Check = Check {
    rule: Rule::error(
        "alias-taken",
        "un nome precedente non è il nome di un altro annuncio",
        "an earlier name is not the name of another item",
        "formato dei contenuti",
    ),
    look: Look::Item(look),
};

fn look(board: &Board, item: &Item, findings: &mut Findings<'_>) {
    for (index, alias) in item.facts.aliases.iter().enumerate() {
        let earlier = board.items.iter().take_while(|other| other.slug < item.slug);
        let twice = item.facts.aliases.iter().take(index).any(|other| other == alias);
        let holder = board
            .item(alias.as_str())
            .or_else(|| earlier.into_iter().find(|other| other.facts.aliases.contains(alias)))
            .or(twice.then_some(item));
        if let Some(holder) = holder {
            let other = &holder.document.source.path;
            findings.at(
                &item.document,
                &[Step::Key("alias"), Step::Item(index)],
                words!("l'indirizzo «{alias}» porta già a {other}", "the address `{alias}` leads to {other} already"),
                words!("togli questo nome da `alias`", "remove this name from `alias`"),
            );
        }
    }
}
