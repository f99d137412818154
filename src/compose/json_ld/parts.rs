//! What several classes have: organisations, places, prices.

use super::JsonLdContext;
use super::data::{Property, nested_object, one_or_many, scalar};
use super::organisation::organisation_class;
use crate::board::Status;
use crate::model::{Attendance, CostKind, Edition, Money, Place};

/// The kinds, permits and contracts of the model are those of Italian law: so are the places.
pub(super) const COUNTRY: &str = "IT";
/// ISO 4217.
pub(super) const CURRENCY: &str = "EUR";

impl<'s> JsonLdContext<'s> {
    /// Who offers it.
    pub(super) fn organisation(self) -> Option<Property<'s>> {
        let organisation = self.board.organisation_of(self.item)?;
        let class = organisation_class(organisation);
        let site = organisation.site.as_ref().map(|site| site.as_str().into());
        Some(nested_object(class, [("name", Some((&organisation.name).into())), ("sameAs", site)]))
    }

    /// Who publishes the page: the board.
    pub(super) fn publisher(self) -> Property<'s> {
        let config = &self.board.config.bacheca;
        let properties = [("name", Some(config.nome.as_str().into())), ("url", Some(config.indirizzo.as_str().into()))];
        nested_object("Organization", properties)
    }

    /// Where an edition is: its own place, else those of the whole.
    pub(super) fn place_of(self, edition: Option<&'s Edition>) -> Option<Property<'s>> {
        let edition_place = edition.and_then(|edition| edition.place.as_ref());
        let places = edition_place.map_or(self.item.facts.places(), std::slice::from_ref);
        one_or_many(places.iter().map(|place| self.place(place)).collect())
    }

    fn place(self, place: &'s Place) -> Property<'s> {
        let territory = &self.board.config.territorio;
        let town = place.town.as_ref().or(territory.citta.as_ref());
        let address = nested_object(
            "PostalAddress",
            [
                ("streetAddress", place.address.as_ref().map(Property::from)),
                ("postalCode", place.postcode.as_ref().map(Property::from)),
                ("addressLocality", town.map(Property::from)),
                // A place in another town may be in another region.
                ("addressRegion", territory.regione.as_ref().filter(|_| place.town.is_none()).map(Property::from)),
                ("addressCountry", Some(COUNTRY.into())),
            ],
        );
        let geo = place
            .coordinates
            .map(|point| [("latitude", Some(scalar(point.latitude))), ("longitude", Some(scalar(point.longitude)))])
            .map(|point| nested_object("GeoCoordinates", point));
        nested_object(
            "Place",
            [("name", place.name.as_ref().map(Property::from)), ("address", Some(address)), ("geo", geo)],
        )
    }

    /// Whether one goes there: the edition's word, else that of the whole.
    pub(super) fn attendance(self, edition: Option<&Edition>) -> Option<Attendance> {
        edition.and_then(|edition| edition.attendance).or(self.item.facts.attendance.value().copied())
    }

    /// What it costs, where that is a sum, and until when one can take part. An offering is free to be nothing.
    pub(super) fn offer(self) -> Option<Property<'s>> {
        let cost = self.item.facts.cost.value();
        let free = cost.map(|cost| matches!(cost.kind, Some(CostKind::Free | CostKind::Offering)));
        let price = if free == Some(true) { Some(Money::default()) } else { cost.and_then(|cost| cost.amount) };
        let ends = self.act_by();
        if price.is_none() && ends.is_none() {
            return None;
        }
        let category = free.filter(|_| price.is_some()).map(|free| if free { "Free" } else { "Paid" });
        Some(nested_object(
            "Offer",
            [
                ("price", price.map(scalar)),
                ("priceCurrency", price.map(|_| CURRENCY.into())),
                ("category", category.map(Property::from)),
                ("availability", self.availability().map(Property::from)),
                ("availabilityEnds", ends),
                ("url", Some(self.url.into())),
            ],
        ))
    }

    /// Whether one can still take part, of what has places or a last day.
    fn availability(self) -> Option<&'static str> {
        match self.item.status {
            Status::Full(_) => Some("https://schema.org/SoldOut"),
            Status::Open(_) if !self.sheet.status.is_booking_over => Some("https://schema.org/InStock"),
            _ => None,
        }
    }

    /// The last moment for taking part: the end of a day that is wholly included is the midnight after it.
    pub(super) fn act_by(self) -> Option<Property<'s>> {
        let (_, closing) = self.item.timing(self.board.today).act_by?;
        if !closing.is_day() {
            return Some(scalar(closing.date));
        }
        self.moment(closing.day, closing.time.map_or(24 * 60, |time| i64::from(time.minutes())))
    }

    /// Whether one pays nothing.
    pub(super) fn is_free(self) -> Option<Property<'s>> {
        let cost = self.item.facts.cost.value()?;
        Some(scalar(matches!(cost.kind?, CostKind::Free | CostKind::Offering)))
    }
}
