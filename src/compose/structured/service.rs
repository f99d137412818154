//! `Service` for projects and help with housing; `GovernmentService` where a public body offers it.

use serde_json::{Map, Value as Json, json};

use super::parts::with;
use super::{Subject, object, one_or_many};
use crate::model::OrganisationKind;

pub(super) fn of(subject: Subject<'_>) -> Map<String, Json> {
    let public = subject
        .board
        .organisation_of(subject.item)
        .is_some_and(|organisation| organisation.kind == Some(OrganisationKind::PublicBody));
    let audience = subject.sheet.facts.iter().find(|row| row.name == "who");
    let audience = audience.map(|row| {
        let who: Vec<&str> = row.lines.iter().map(|line| line.text.as_ref()).collect();
        json!({"@type": "Audience", "audienceType": who.join("; ")})
    });
    let town = subject.board.config.territorio.citta.as_ref();
    with(
        subject.thing(if public { "GovernmentService" } else { "Service" }, "name"),
        [
            ("serviceType", Some(json!(subject.sheet.kind_label))),
            ("provider", subject.organisation()),
            ("areaServed", town.map(|town| json!({"@type": "City", "name": town}))),
            ("audience", audience),
            ("availableChannel", channel(subject)),
            ("offers", subject.offer()),
        ],
    )
}

/// Where and how one reaches it.
fn channel(subject: Subject<'_>) -> Option<Json> {
    let contacts = subject.board.contacts_of(subject.item);
    let phones: Vec<Json> = contacts
        .into_iter()
        .flat_map(|contacts| &contacts.telephone)
        .map(|phone| json!({"@type": "ContactPoint", "telephone": phone.dialled()}))
        .collect();
    let (place, phone) = (subject.place_of(None), one_or_many(phones));
    (place.is_some() || phone.is_some()).then(|| {
        Json::Object(object([
            ("@type", Some(json!("ServiceChannel"))),
            ("serviceUrl", Some(json!(subject.url))),
            ("serviceLocation", place),
            ("servicePhone", phone),
        ]))
    })
}
