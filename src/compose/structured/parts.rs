//! What several classes have: organisations, places, prices.

use serde_json::{Map, Value as Json, json};

use super::{Subject, object};
use crate::model::{Attendance, CostKind, Edition, Money, OrganisationKind, Place, Weekday};

/// The kinds, permits and contracts of the model are those of Italian law: so are the places.
const COUNTRY: &str = "IT";
/// ISO 4217.
pub(super) const CURRENCY: &str = "EUR";

impl Subject<'_> {
    /// Who offers it.
    pub(super) fn organisation(self) -> Option<Json> {
        let organisation = self.board.organisation_of(self.item)?;
        let class = match organisation.kind {
            Some(OrganisationKind::PublicBody) => "GovernmentOrganization",
            Some(OrganisationKind::Ngo) => "NGO",
            _ => "Organization",
        };
        Some(Json::Object(object([
            ("@type", Some(json!(class))),
            ("name", Some(json!(organisation.name))),
            ("sameAs", organisation.site.as_ref().map(|site| json!(site.as_str()))),
        ])))
    }

    /// Who publishes the page: the board.
    pub(super) fn publisher(self) -> Json {
        let config = &self.board.config.bacheca;
        json!({"@type": "Organization", "name": config.nome, "url": config.indirizzo})
    }

    /// Where an edition is: its own place, else that of the whole.
    pub(super) fn place_of(self, edition: Option<&Edition>) -> Option<Json> {
        let own = edition.and_then(|edition| edition.place.as_ref());
        own.or(self.item.facts.place.value()).map(|place| self.place(place))
    }

    fn place(self, place: &Place) -> Json {
        let territory = &self.board.config.territorio;
        let town = place.town.as_ref().or(territory.citta.as_ref());
        let address = object([
            ("@type", Some(json!("PostalAddress"))),
            ("streetAddress", place.address.as_ref().map(|street| json!(street))),
            ("postalCode", place.postcode.as_ref().map(|code| json!(code))),
            ("addressLocality", town.map(|town| json!(town))),
            // A place in another town may be in another region.
            ("addressRegion", territory.regione.as_ref().filter(|_| place.town.is_none()).map(|region| json!(region))),
            ("addressCountry", Some(json!(COUNTRY))),
        ]);
        let geo = place
            .coordinates
            .map(|point| json!({"@type": "GeoCoordinates", "latitude": point.latitude, "longitude": point.longitude}));
        Json::Object(object([
            ("@type", Some(json!("Place"))),
            ("name", place.name.as_ref().map(|name| json!(name))),
            ("address", Some(Json::Object(address))),
            ("geo", geo),
        ]))
    }

    /// Whether one goes there: the edition's word, else that of the whole.
    pub(super) fn attendance(self, edition: Option<&Edition>) -> Option<Attendance> {
        edition.and_then(|edition| edition.attendance).or(self.item.facts.attendance.value().copied())
    }

    /// What it costs, where that is a sum. An offering is free to be nothing.
    pub(super) fn offer(self) -> Option<Json> {
        let cost = self.item.facts.cost.value()?;
        let free = matches!(cost.kind, Some(CostKind::Free | CostKind::Offering));
        let price = if free { Money::default() } else { cost.amount? };
        Some(json!({
            "@type": "Offer",
            "price": price,
            "priceCurrency": CURRENCY,
            "category": if free { "Free" } else { "Paid" },
            "url": self.url,
        }))
    }

    /// Whether one pays nothing.
    pub(super) fn is_free(self) -> Option<Json> {
        let cost = self.item.facts.cost.value()?;
        Some(json!(matches!(cost.kind?, CostKind::Free | CostKind::Offering)))
    }
}

/// Adds properties to those there are.
pub(super) fn with<const N: usize>(
    mut thing: Map<String, Json>,
    properties: [(&str, Option<Json>); N],
) -> Map<String, Json> {
    thing.extend(object(properties));
    thing
}

/// The days of the week of schema.org.
pub(super) fn day_name(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}
