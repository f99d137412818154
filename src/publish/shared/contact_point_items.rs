//! What is open at each contact point: items at its address, and those of its organisation.

use crate::board::{Board, Item};
use crate::check::StreetAddress;
use crate::model::{ContactPoint, Organiser};

/// Open items by contact point, as positions in the order of published contact points.
#[derive(Debug, Default)]
pub(crate) struct ContactPointItems(Vec<OpenItems>);

/// Positions of open items in the board, soonest closing first.
#[derive(Debug, Default)]
struct OpenItems {
    /// In the same street at the same number.
    at_address: Vec<usize>,
    /// Of the same organisation, elsewhere.
    of_organisation: Vec<usize>,
}

impl ContactPointItems {
    /// Compares the open items of a board with its contact points.
    pub(crate) fn new(board: &Board, open: &[usize]) -> Self {
        let contact_points: Vec<(&ContactPoint, Option<StreetAddress>)> = board
            .published_contact_points()
            .map(|(_, contact_point)| (contact_point, contact_point.address.as_deref().map(StreetAddress::new)))
            .collect();
        let mut found = Self(contact_points.iter().map(|_| OpenItems::default()).collect());
        if contact_points.is_empty() {
            return found;
        }
        for index in open {
            let Some(item) = board.items.get(*index) else { continue };
            let addresses: Vec<StreetAddress> = addresses(item).map(StreetAddress::new).collect();
            for ((contact_point, address), items) in contact_points.iter().zip(&mut found.0) {
                let is_there = |address: &StreetAddress| addresses.iter().any(|other| address.is_same(other));
                if address.as_ref().is_some_and(is_there) {
                    items.at_address.push(*index);
                } else if is_of_same_organisation(item, contact_point) {
                    items.of_organisation.push(*index);
                }
            }
        }
        found
    }

    /// Items at the address of a contact point, and those of its organisation elsewhere.
    pub(crate) fn items_of(&self, contact_point: usize) -> (&[usize], &[usize]) {
        self.0.get(contact_point).map_or((&[], &[]), |items| (&items.at_address, &items.of_organisation))
    }

    /// Positions of the contact points whose address an item has.
    pub(crate) fn contact_points_of(&self, item: usize) -> impl Iterator<Item = usize> {
        let contact_points = self.0.iter().enumerate();
        contact_points.filter(move |(_, items)| items.at_address.contains(&item)).map(|(position, _)| position)
    }
}

/// Addresses at which an item takes place.
fn addresses(item: &Item) -> impl Iterator<Item = &str> {
    let editions = item.facts.editions().iter().filter_map(|edition| edition.place.as_ref());
    item.facts.places().iter().chain(editions).filter_map(|place| place.address.as_deref())
}

fn is_of_same_organisation(item: &Item, contact_point: &ContactPoint) -> bool {
    match (item.facts.organisation.value(), &contact_point.organisation) {
        (Some(Organiser::Known(organiser)), Some(organisation)) => organiser == organisation,
        _ => false,
    }
}
