//! Where a service is: the location with its postal address.

use serde_json::{Value as Json, json};

use super::identifiers::uuid;
use super::{list, object, schedules};
use crate::config::Territory;
use crate::model::ContactPoint;
use crate::publish::RenderContext;
use crate::text::postal_address::split_address;

/// Country of all addresses, as in ISO 3166-1.
const COUNTRY: &str = "IT";

/// The service at its location, with its hours; nothing without an address.
pub(super) fn service_at_location(context: &RenderContext, url: &str, facts: &ContactPoint) -> Option<Json> {
    let address = facts.address.as_deref()?;
    let board = &context.board;
    let part = |name: &str| uuid(&format!("{url}#{name}"));
    let accessibility = facts
        .accessibility
        .as_ref()
        .map(|description| json!({"id": part("accessibilita"), "description": description}));
    let location = object([
        ("id", Some(json!(part("luogo")))),
        ("location_type", Some(json!("physical"))),
        ("name", Some(json!(facts.name))),
        ("description", facts.zone.as_ref().map(|zone| json!(board.config.territorio.zone_label(zone)))),
        ("transportation", facts.transport.as_ref().map(|transport| json!(transport))),
        ("latitude", facts.coordinates.map(|place| json!(place.latitude))),
        ("longitude", facts.coordinates.map(|place| json!(place.longitude))),
        ("addresses", Some(json!([postal_address(&board.config.territorio, part("indirizzo"), address)]))),
        ("accessibility", list(accessibility)),
    ]);
    Some(object([
        ("id", Some(json!(part("servizio-nel-luogo")))),
        ("service_id", Some(json!(part("servizio")))),
        ("location_id", Some(json!(part("luogo")))),
        ("schedules", list(schedules::schedules(context, url, facts))),
        ("location", Some(location)),
    ]))
}

/// The parts of an address as people write it: `via Rossi 2, 00185 Roma`. What is required and not known stays empty.
fn postal_address(territory: &Territory, id: String, address: &str) -> Json {
    let parts = split_address(address, territory.citta.as_deref());
    let region = territory.regione.as_deref().filter(|_| territory.is_own_town(parts.town));
    json!({
        "id": id,
        "address_1": parts.street,
        "city": parts.town.or(territory.citta.as_deref()).unwrap_or_default(),
        "state_province": region.unwrap_or_default(),
        "postal_code": parts.postcode.unwrap_or_default(),
        "country": COUNTRY,
        "address_type": "physical",
    })
}
