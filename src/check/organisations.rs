//! Real organisations that announce now: those that rules about trust are about.

use std::collections::BTreeMap;

use crate::board::{Board, ContentFile, Item};
use crate::model::{Organisation, OrganisationState};

/// Open items of each real organisation with a file, by its id.
pub(super) fn open_items_by_organisation(board: &Board) -> BTreeMap<&str, Vec<&Item>> {
    let mut items: BTreeMap<&str, Vec<&Item>> = BTreeMap::new();
    let is_open = |item: &&Item| item.status.is_open() && !item.facts.is_archived() && !item.facts.is_draft();
    for item in board.items.iter().filter(is_open) {
        if let Some(id) = board.organiser_id(item) {
            items.entry(id).or_default().push(item);
        }
    }
    items.retain(|id, _| board.organisations.get(*id).is_some_and(|file| !file.facts.example));
    items
}

/// Real organisations that have not withdrawn, each with whether it has an open item.
pub(super) fn present_organisations(board: &Board) -> impl Iterator<Item = (&ContentFile<Organisation>, bool)> {
    let open = open_items_by_organisation(board);
    let is_present =
        |(_, file): &(&String, &ContentFile<Organisation>)| !file.facts.example && !is_withdrawn(&file.facts);
    let present = board.organisations.iter().filter(is_present);
    present.map(move |(id, file)| (file, open.contains_key(id.as_str())))
}

/// Whether the editors wrote that an organisation no longer announces.
pub(super) fn is_withdrawn(organisation: &Organisation) -> bool {
    organisation.state == Some(OrganisationState::Withdrawn)
}
