//! The map of the districts: a tile for each, with the number of open announcements and of contact points in it.

use serde::Serialize;

use crate::locale::{Locale, key};
use crate::publish::RenderContext;
use crate::publish::shared::districts::list_path;

/// The map in a language, for the template `zone-map.html`.
#[derive(Serialize)]
pub(crate) struct ZoneMap<'b> {
    /// All districts in the order of `site.toml`, for narrow screens and large letters.
    list: Vec<Tile<'b>>,
    /// Rows from north to south, each as wide as the widest; none without a map in `site.toml`.
    rows: Vec<Vec<Option<Tile<'b>>>>,
}

/// A district on the map.
#[derive(Clone, Serialize)]
struct Tile<'b> {
    name: &'b str,
    /// Neighbourhoods by which people know it.
    neighbourhoods: Option<&'b str>,
    /// Path of its list below a language's root.
    path: String,
    /// Number of open announcements, in words; `None` if there are none.
    items: Option<String>,
    /// Number of contact points, in words; `None` if there are none.
    contact_points: Option<String>,
}

/// Builds the map of a board's districts; `None` if it has none.
pub(crate) fn build_zone_map<'c>(context: &'c RenderContext, locale: &Locale) -> Option<ZoneMap<'c>> {
    let territory = &context.board.config.territorio;
    let tile = |name: &'c str| {
        let desks = context.board.published_contact_points();
        let desks = desks.filter(|(_, contact_point)| contact_point.zone.as_deref() == Some(name)).count();
        let in_words = |count: usize, text| (count > 0).then(|| locale.format(text, &[("count", count.into())]));
        Tile {
            name,
            neighbourhoods: territory.neighbourhoods.get(name).map(String::as_str),
            path: list_path(name),
            items: in_words(context.index.counts.in_zone(name), key::zone_items),
            contact_points: in_words(desks, key::zone_contact_points),
        }
    };
    if territory.zone.is_empty() {
        return None;
    }
    let mut rows: Vec<Vec<Option<Tile<'c>>>> =
        territory.map_rows.iter().map(|row| row.tiles().into_iter().map(|name| name.map(tile)).collect()).collect();
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    for row in &mut rows {
        row.resize(width, None);
    }
    Some(ZoneMap { list: territory.zone.iter().map(|name| tile(name)).collect(), rows })
}
