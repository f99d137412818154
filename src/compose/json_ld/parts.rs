//! What several classes have: organisations, places, prices.

use super::JsonLdContext;
use super::data::{Data, leaf, thing};
use crate::model::{Attendance, CostKind, Edition, Money, OrganisationKind, Place, Weekday};

/// The kinds, permits and contracts of the model are those of Italian law: so are the places.
const COUNTRY: &str = "IT";
/// ISO 4217.
pub(super) const CURRENCY: &str = "EUR";

impl<'s> JsonLdContext<'s> {
    /// Who offers it.
    pub(super) fn organisation(self) -> Option<Data<'s>> {
        let organisation = self.board.organisation_of(self.item)?;
        let class = match organisation.kind {
            Some(OrganisationKind::PublicBody) => "GovernmentOrganization",
            Some(OrganisationKind::Ngo) => "NGO",
            _ => "Organization",
        };
        let site = organisation.site.as_ref().map(|site| site.as_str().into());
        Some(thing(class, [("name", Some((&organisation.name).into())), ("sameAs", site)]))
    }

    /// Who publishes the page: the board.
    pub(super) fn publisher(self) -> Data<'s> {
        let config = &self.board.config.bacheca;
        let properties = [("name", Some(config.nome.as_str().into())), ("url", Some(config.indirizzo.as_str().into()))];
        thing("Organization", properties)
    }

    /// Where an edition is: its own place, else that of the whole.
    pub(super) fn place_of(self, edition: Option<&'s Edition>) -> Option<Data<'s>> {
        let own = edition.and_then(|edition| edition.place.as_ref());
        own.or(self.item.facts.place.value()).map(|place| self.place(place))
    }

    fn place(self, place: &'s Place) -> Data<'s> {
        let territory = &self.board.config.territorio;
        let town = place.town.as_ref().or(territory.citta.as_ref());
        let address = thing(
            "PostalAddress",
            [
                ("streetAddress", place.address.as_ref().map(Data::from)),
                ("postalCode", place.postcode.as_ref().map(Data::from)),
                ("addressLocality", town.map(Data::from)),
                // A place in another town may be in another region.
                ("addressRegion", territory.regione.as_ref().filter(|_| place.town.is_none()).map(Data::from)),
                ("addressCountry", Some(COUNTRY.into())),
            ],
        );
        let geo = place
            .coordinates
            .map(|point| [("latitude", Some(leaf(point.latitude))), ("longitude", Some(leaf(point.longitude)))])
            .map(|point| thing("GeoCoordinates", point));
        thing("Place", [("name", place.name.as_ref().map(Data::from)), ("address", Some(address)), ("geo", geo)])
    }

    /// Whether one goes there: the edition's word, else that of the whole.
    pub(super) fn attendance(self, edition: Option<&Edition>) -> Option<Attendance> {
        edition.and_then(|edition| edition.attendance).or(self.item.facts.attendance.value().copied())
    }

    /// What it costs, where that is a sum. An offering is free to be nothing.
    pub(super) fn offer(self) -> Option<Data<'s>> {
        let cost = self.item.facts.cost.value()?;
        let free = matches!(cost.kind, Some(CostKind::Free | CostKind::Offering));
        let price = if free { Money::default() } else { cost.amount? };
        Some(thing(
            "Offer",
            [
                ("price", Some(leaf(price))),
                ("priceCurrency", Some(CURRENCY.into())),
                ("category", Some(if free { "Free" } else { "Paid" }.into())),
                ("url", Some(self.url.into())),
            ],
        ))
    }

    /// Whether one pays nothing.
    pub(super) fn is_free(self) -> Option<Data<'s>> {
        let cost = self.item.facts.cost.value()?;
        Some(leaf(matches!(cost.kind?, CostKind::Free | CostKind::Offering)))
    }
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
