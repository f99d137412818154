//! The districts of the territory: the path of the list of each, and the items in it.

use crate::board::Item;
use crate::text::slug::slugify;

/// Path of a district's list below a language's root, e.g. `zone/v/`.
pub(crate) fn list_path(zone: &str) -> String {
    format!("zone/{}/", slugify(zone))
}

/// Path of the poster of a district below the site's root: `stampa/zone-v.pdf`.
pub(crate) fn poster_path(zone: &str) -> String {
    format!("stampa/zone-{}.pdf", slugify(zone))
}

/// Whether the item or one of its editions takes place in a district.
pub(crate) fn is_in(item: &Item, zone: &str) -> bool {
    item.zones().any(|other| other == zone)
}
