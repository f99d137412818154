//! The map of the territory with the shapes of its districts and the contact points as numbers.

use serde::Serialize;

use crate::locale::{Locale, key};
use crate::publish::RenderContext;
use crate::publish::shared::districts::list_path;

/// The map in a language, for the template `outline-map.html`.
#[derive(Serialize)]
pub(crate) struct DrawnMap<'c> {
    width: i32,
    height: i32,
    zones: Vec<DrawnZone<'c>>,
    /// Contact points with coordinates, by number from 1.
    points: Vec<DrawnPoint<'c>>,
    /// Whose the outlines are, and their licence.
    credit: String,
}

#[derive(Serialize)]
struct DrawnZone<'c> {
    name: &'c str,
    label: String,
    /// Path of its list below a language's root.
    path: String,
    /// Path data.
    outline: &'c str,
    x: i32,
    y: i32,
}

#[derive(Serialize)]
struct DrawnPoint<'c> {
    number: usize,
    id: &'c str,
    name: &'c str,
    x: i32,
    y: i32,
}

/// The map of a board in a language; `None` if it has no outlines.
pub(crate) fn draw_map<'c>(context: &'c RenderContext, locale: &Locale) -> Option<DrawnMap<'c>> {
    let territory = &context.board.config.territorio;
    let (map, source) = (context.board.outlines.as_ref()?.map(), territory.outlines.as_ref()?);
    let mut points: Vec<DrawnPoint<'c>> = context
        .board
        .published_contact_points()
        .filter_map(|(id, contact_point)| {
            let (x, y) = map.locate(contact_point.coordinates?)?;
            Some(DrawnPoint { number: 0, id, name: &contact_point.name, x, y })
        })
        .collect();
    // From north to south, as one reads.
    points.sort_by_key(|point| (point.y, point.x));
    for (number, point) in (1..).zip(&mut points) {
        point.number = number;
    }
    let zones = map.zones.iter().filter_map(|zone| {
        let name = territory.zone.iter().find(|name| **name == zone.zone)?;
        let (x, y) = zone.label;
        let label = territory.zone_label(name);
        Some(DrawnZone { name, label, path: list_path(name), outline: &zone.path, x, y })
    });
    let credit = locale.format(
        key::map_credit,
        &[("source", source.source.as_str().into()), ("licence", source.licence.as_str().into())],
    );
    Some(DrawnMap { width: map.width, height: map.height, zones: zones.collect(), points, credit })
}
