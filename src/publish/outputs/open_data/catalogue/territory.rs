//! Of which territory the data are.

use super::super::linked_data::{Object, Resource};
use crate::board::Board;
use crate::publish::shared::addresses::CATALOGUE_PATH;

/// The territory: as the board names it, with its extent if the outlines of the districts are known, and as the tables of places
/// name it.
pub(super) fn territory(board: &Board) -> Vec<Resource> {
    let places = board.config.dati.places.iter().map(|place| location(place.clone()));
    own_territory(board).into_iter().chain(places).collect()
}

fn location(id: String) -> Resource {
    Resource::new(id, &["dct:Location", "dcatapit:Location"])
}

fn own_territory(board: &Board) -> Option<Resource> {
    let territory = &board.config.territorio;
    let town = territory.citta.as_ref().or(territory.regione.as_ref())?;
    let name = || Object::text(town, &board.config.bacheca.lingua);
    let location = location(format!("{}#territorio", board.url(CATALOGUE_PATH)))
        .with("skos:prefLabel", name())
        .with("locn:geographicName", name());
    let Some([west, south, east, north]) = extent(board) else { return Some(location) };
    let wkt = |text: String| Object::Typed(text, "geosparql:wktLiteral");
    let corners = format!("POLYGON(({west} {south}, {east} {south}, {east} {north}, {west} {north}, {west} {south}))");
    let centre = format!("POINT({:.4} {:.4})", f64::midpoint(west, east), f64::midpoint(south, north));
    Some(location.with("dcat:bbox", wkt(corners)).with("dcat:centroid", wkt(centre)))
}

/// Western, southern, eastern and northern end of the districts, if the board has their outlines.
fn extent(board: &Board) -> Option<[f64; 4]> {
    let outlines = board.outlines.as_deref()?;
    let positions = outlines.zones().flat_map(|(_, rings)| rings).flatten();
    positions.fold(None, |extent: Option<[f64; 4]>, [x, y]| {
        let [west, south, east, north] = extent.unwrap_or([*x, *y, *x, *y]);
        Some([west.min(*x), south.min(*y), east.max(*x), north.max(*y)])
    })
}
