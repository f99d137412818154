//! `Event`, one for each day (schema.org/Event; Google Search, «Event»: repeated events are separate ones).

use chrono::NaiveDate;

use super::JsonLdContext;
use super::data::{JsonObject, Property, nested_object, one_or_many, scalar};
use crate::board::Status;
use crate::model::{Attendance, Dates, Edition, PartialDate, TimeOfDay, TimeSlot, Weekday};

/// One `Event` for each day still to come, or for each period, of each edition, as a `@graph` where there are several;
/// `None` if no edition has a date.
pub(super) fn events(subject: JsonLdContext<'_>) -> Option<JsonObject<'_>> {
    let editions = subject.item.facts.editions().iter();
    let mut events: Vec<JsonObject<'_>> = editions.flat_map(|edition| edition_events(subject, edition)).collect();
    match events.len() {
        0 => None,
        1 => events.pop(),
        _ => Some(JsonObject::graph(events.into_iter().map(Property::Object).collect())),
    }
}

/// Days of an edition that are still to come, the last one if all are over; or its period.
fn edition_events<'s>(subject: JsonLdContext<'s>, edition: &'s Edition) -> Vec<JsonObject<'s>> {
    match edition.dates.value() {
        Some(Dates::Days(days)) => {
            let from = days.iter().max().copied().unwrap_or_default().min(subject.board.today);
            let mut days: Vec<NaiveDate> = days.iter().copied().filter(|day| *day >= from).collect();
            days.sort_unstable();
            let events = days.into_iter().map(|day| {
                let weekday = Weekday::weekday_of(day);
                let on_day = |slot: &&TimeSlot| slot.days.is_empty() || slot.days.contains(&weekday);
                let (start, end) = hours(edition, on_day);
                let day = PartialDate::Day(day);
                // A day alone, behind a start with its hour, would be an end before the start.
                let last = (end.is_some() || start.is_none()).then_some(day);
                event(subject, edition, (day, start), last.map(|last| (last, end)))
            });
            events.collect()
        }
        Some(dates @ Dates::Period(first, last)) => {
            let (start, end) = hours(edition, |_| true);
            let has_known_end = end.is_some() || start.is_none() || dates.start() != dates.end();
            let last = last.filter(|_| has_known_end).map(|last| (last, end));
            vec![event(subject, edition, (*first, start), last)]
        }
        None => Vec::new(),
    }
}

/// First and last hour of the slots that are `wanted`.
fn hours(edition: &Edition, wanted: impl Fn(&&TimeSlot) -> bool) -> (Option<TimeOfDay>, Option<TimeOfDay>) {
    let slots = || edition.hours.value().into_iter().flatten().filter(&wanted);
    (slots().filter_map(|slot| slot.start).min(), slots().filter_map(|slot| slot.end).max())
}

/// A day or a month, and an hour if it is known.
type Moment = (PartialDate, Option<TimeOfDay>);

fn event<'s>(subject: JsonLdContext<'s>, edition: &'s Edition, start: Moment, end: Option<Moment>) -> JsonObject<'s> {
    let with_hour = |(date, time): Moment| match (date, time) {
        (PartialDate::Day(day), Some(time)) => subject.moment(day, i64::from(time.minutes())),
        (date, _) => Some(scalar(date)),
    };
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
    subject.common_properties("Event", "name").with([
        ("inLanguage", Some(subject.language())),
        ("startDate", with_hour(start)),
        ("endDate", end.and_then(with_hour)),
        ("eventStatus", Some(status.into())),
        ("eventAttendanceMode", Some(mode.into())),
        ("location", one_or_many(places)),
        ("organizer", subject.organisation()),
        ("isAccessibleForFree", subject.is_free()),
        ("offers", subject.offer()),
    ])
}
