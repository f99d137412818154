//! `Service` for projects and help with housing; `GovernmentService` where a public body offers it.

use super::JsonLdContext;
use super::data::{JsonObject, Property, nested_object, one_or_many};
use crate::model::OrganisationKind;

pub(super) fn service(subject: JsonLdContext<'_>) -> JsonObject<'_> {
    let public = subject
        .board
        .organisation_of(subject.item)
        .is_some_and(|organisation| organisation.kind == Some(OrganisationKind::PublicBody));
    let audience = subject.sheet.facts.iter().find(|row| row.name == "who");
    let audience = audience.map(|row| {
        let who: Vec<&str> = row.lines.iter().map(|line| line.text.as_ref()).collect();
        nested_object("Audience", [("audienceType", Some(who.join("; ").into()))])
    });
    let town = subject.board.config.territorio.citta.as_ref();
    subject.common_properties(if public { "GovernmentService" } else { "Service" }, "name").with([
        ("serviceType", Some(subject.sheet.kind_label.into())),
        ("provider", subject.organisation()),
        ("areaServed", town.map(|town| nested_object("City", [("name", Some(town.into()))]))),
        ("audience", audience),
        ("availableChannel", channel(subject)),
        ("offers", subject.offer()),
    ])
}

/// Where and how one reaches it.
fn channel(subject: JsonLdContext<'_>) -> Option<Property<'_>> {
    let contacts = subject.board.contacts_of(subject.item);
    let phones: Vec<Property<'_>> = contacts
        .into_iter()
        .flat_map(|contacts| &contacts.telephone)
        .map(|phone| nested_object("ContactPoint", [("telephone", Some(phone.dialled().into()))]))
        .collect();
    let (place, phone) = (subject.place_of(None), one_or_many(phones));
    (place.is_some() || phone.is_some()).then(|| {
        nested_object(
            "ServiceChannel",
            [("serviceUrl", Some(subject.url.into())), ("serviceLocation", place), ("servicePhone", phone)],
        )
    })
}
