//! Contact points as points on a map (GeoJSON, RFC 7946).

use serde_json::{Value as Json, json};

use super::contact_points::{contact_point_url, reliable_osm_hours};
use crate::error::Error;
use crate::model::{ContactPoint, Need};
use crate::publish::RenderContext;

/// Renders `dati/sportelli.geojson`: the published contact points whose coordinates are known.
pub(super) fn render_point_map(context: &RenderContext) -> Result<Vec<u8>, Error> {
    let points = context.board.published_contact_points();
    let features: Vec<Json> = points.filter_map(|(id, facts)| feature(context, id, facts)).collect();
    let collection = json!({"type": "FeatureCollection", "features": features});
    serde_json::to_vec(&collection).map_err(|error| Error::internal("dati", error))
}

fn feature(context: &RenderContext, id: &str, facts: &ContactPoint) -> Option<Json> {
    let at = facts.coordinates?;
    let needs: Vec<&str> = facts.needs.iter().copied().map(Need::word).collect();
    Some(json!({
        "type": "Feature",
        "id": id,
        // Longitude first (RFC 7946, 3.1.1), unlike in the files of a board.
        "geometry": {"type": "Point", "coordinates": [at.longitude, at.latitude]},
        "properties": {
            "nome": facts.name,
            "url": contact_point_url(context, id),
            "indirizzo": facts.address,
            "zona": facts.zone,
            "bisogni": needs,
            "lingue_sportello": facts.desk_languages,
            "esempio": facts.example,
            "opening_hours": reliable_osm_hours(&context.board, facts),
        },
    }))
}
