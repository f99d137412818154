//! Where a service is: the location with its postal address.

use serde_json::{Value as Json, json};

use super::identifiers::uuid;
use super::{list, object, schedules};
use crate::config::Territory;
use crate::model::ContactPoint;
use crate::publish::RenderContext;

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
    let is_postal_code = |word: &&str| word.len() == 5 && word.bytes().all(|byte| byte.is_ascii_digit());
    let words = address.split([',', ' ']).filter(|word| !word.is_empty());
    let postal_code = words.clone().find(is_postal_code).unwrap_or_default();
    let (street, town) = match address.rsplit_once(',') {
        Some((street, rest)) => {
            let town = rest.split_whitespace().filter(|word| !is_postal_code(word)).collect::<Vec<_>>().join(" ");
            if town.is_empty() || town.bytes().any(|byte| byte.is_ascii_digit()) {
                (address, None)
            } else {
                (street, Some(town))
            }
        }
        None => (address, None),
    };
    json!({
        "id": id,
        "address_1": street.trim(),
        "city": town.as_deref().or(territory.citta.as_deref()).unwrap_or_default(),
        "state_province": territory.regione.as_deref().unwrap_or_default(),
        "postal_code": postal_code,
        "country": COUNTRY,
        "address_type": "physical",
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_an_address_are_told_apart() {
        let territory = Territory { citta: Some("Roma".to_owned()), ..Territory::default() };
        for (address, street, postal_code, city) in [
            ("via dell'Esempio 12, 00177 Roma", "via dell'Esempio 12", "00177", "Roma"),
            ("via delle Zoccolette 19, Ostia", "via delle Zoccolette 19", "", "Ostia"),
            ("largo dell'Esempio 6", "largo dell'Esempio 6", "", "Roma"),
            ("via Rossi, 2", "via Rossi, 2", "", "Roma"),
            ("via Rossi 2, 00185", "via Rossi 2, 00185", "00185", "Roma"),
        ] {
            let found = postal_address(&territory, String::new(), address);
            let parts = ["address_1", "postal_code", "city"].map(|name| found[name].as_str().unwrap_or_default());
            assert_eq!(parts, [street, postal_code, city], "{address}");
        }
    }
}
