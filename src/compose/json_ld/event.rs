//! `Event`, one for each edition (schema.org/Event; Google Search, «Event»).

use super::JsonLdContext;
use super::data::{JsonObject, Property, nested_object, one_or_many, scalar};
use crate::board::Status;
use crate::model::{Attendance, Dates, Edition, PartialDate};

/// One `Event` for each dated edition, as a `@graph` where there are several; `None` if no edition has a date.
pub(super) fn events(subject: JsonLdContext<'_>) -> Option<JsonObject<'_>> {
    let editions = subject.item.facts.editions().iter();
    let mut events: Vec<JsonObject<'_>> = editions.filter_map(|edition| event(subject, edition)).collect();
    match events.len() {
        0 => None,
        1 => events.pop(),
        _ => Some(JsonObject::graph(events.into_iter().map(Property::Object).collect())),
    }
}

fn event<'s>(subject: JsonLdContext<'s>, edition: &'s Edition) -> Option<JsonObject<'s>> {
    let dates = edition.dates.value()?;
    let slots = edition.hours.value();
    let start = slots.and_then(|slots| slots.iter().filter_map(|slot| slot.start).min());
    let end = slots.and_then(|slots| slots.iter().filter_map(|slot| slot.end).max());
    let with_hour = |date: PartialDate, time: Option<crate::model::TimeOfDay>| match (date, time) {
        (PartialDate::Day(day), Some(time)) => subject.moment(day, i64::from(time.minutes())),
        (date, _) => Some(scalar(date)),
    };
    // A day alone, behind a start with its hour, would be an end before the start.
    let has_known_end = end.is_some() || start.is_none() || dates.start() != dates.end();
    let last = (has_known_end && !matches!(dates, Dates::Period(_, None))).then(|| dates.end());
    let status = match subject.item.status {
        Status::Cancelled(_) => "https://schema.org/EventCancelled",
        _ => "https://schema.org/EventScheduled",
    };
    let attendance = subject.attendance(Some(edition));
    let mode = match attendance {
        Some(Attendance::Online | Attendance::Remote) => "https://schema.org/OnlineEventAttendanceMode",
        Some(Attendance::Hybrid) => "https://schema.org/MixedEventAttendanceMode",
        Some(Attendance::InPerson) | None => "https://schema.org/OfflineEventAttendanceMode",
    };
    let online = matches!(attendance, Some(Attendance::Online | Attendance::Remote | Attendance::Hybrid)).then(|| {
        let stream = subject.item.facts.stream.as_ref().map_or(subject.url, |stream| stream.as_str());
        nested_object("VirtualLocation", [("url", Some(stream.into()))])
    });
    let places: Vec<Property<'_>> = subject.place_of(Some(edition)).into_iter().chain(online).collect();
    Some(subject.common_properties("Event", "name").with([
        ("inLanguage", Some(subject.language())),
        ("startDate", with_hour(dates.start(), start)),
        ("endDate", last.and_then(|last| with_hour(last, end))),
        ("eventStatus", Some(status.into())),
        ("eventAttendanceMode", Some(mode.into())),
        ("location", one_or_many(places)),
        ("organizer", subject.organisation()),
        ("isAccessibleForFree", subject.is_free()),
        ("offers", subject.offer()),
    ]))
}
