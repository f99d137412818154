//! The districts of the territory: the path of each one's list, and which items are in it.

use crate::board::Item;
use crate::text::slug::slugify;

/// The path of a district's list below a language's root: `zone/v/`.
pub(crate) fn path(zone: &str) -> String {
    format!("zone/{}/", slugify(zone))
}

/// Whether something of an item happens in a district.
pub(crate) fn is_in(item: &Item, zone: &str) -> bool {
    zones(item).any(|other| other == zone)
}

/// The districts of an item.
pub(crate) fn zones(item: &Item) -> impl Iterator<Item = &str> {
    let own = item.facts.place.value().and_then(|place| place.zone.as_deref());
    let editions = item.facts.editions().iter().filter_map(|edition| edition.place.as_ref()?.zone.as_deref());
    own.into_iter().chain(editions)
}
