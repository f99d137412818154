//! `Course` with a `CourseInstance` for each edition (schema.org/Course; Google Search, «Course info»).

use super::JsonLdContext;
use super::data::{JsonObject, Property, nested_object, one_or_many, scalar};
use crate::board::LessonBreaks;
use crate::model::{Attendance, Dates, Edition, Levels, PartialDate};
use crate::text::calendar_names::english_weekday_name;

pub(super) fn course(subject: JsonLdContext<'_>) -> JsonObject<'_> {
    let editions = subject.item.facts.editions();
    let instances: Vec<Property<'_>> = if editions.is_empty() {
        vec![instance(subject, None)]
    } else {
        editions.iter().map(|edition| instance(subject, Some(edition))).collect()
    };
    let levels = subject.item.facts.levels.iter().flat_map(Levels::as_slice);
    subject.common_properties("Course", "name").with([
        ("inLanguage", Some(subject.language())),
        ("provider", subject.organisation()),
        ("isAccessibleForFree", subject.is_free()),
        ("offers", subject.offer()),
        ("educationalLevel", one_or_many(levels.map(|level| Property::from(level.word())).collect())),
        ("hasCourseInstance", one_or_many(instances)),
    ])
}

fn instance<'s>(subject: JsonLdContext<'s>, edition: Option<&'s Edition>) -> Property<'s> {
    let dates = edition.and_then(|edition| edition.dates.value());
    let end = dates.filter(|dates| !matches!(dates, Dates::Period(_, None)));
    let hours = edition.and_then(|edition| edition.total_hours);
    nested_object(
        "CourseInstance",
        [
            ("name", edition.and_then(|edition| edition.name.as_deref()).map(|name| subject.translated(name).into())),
            ("courseMode", subject.attendance(edition).map(|attendance| Property::from(mode(attendance)))),
            ("startDate", dates.map(|dates| scalar(dates.start()))),
            ("endDate", end.map(|dates| scalar(dates.end()))),
            ("location", subject.place_of(edition)),
            ("courseWorkload", hours.map(|hours| Property::from(format_duration(hours.into())))),
            ("courseSchedule", edition.and_then(|edition| schedule(subject, edition))),
        ],
    )
}

/// A number of hours as an ISO 8601 duration: `PT60H`, `PT7H30M`.
fn format_duration(hours: f64) -> String {
    let minutes = (hours.fract() * 60.0).round();
    let whole = hours.trunc();
    if minutes > 0.0 { format!("PT{whole}H{minutes}M") } else { format!("PT{whole}H") }
}

/// On which days of the week, and at which hours if they are the same on all of them.
fn schedule<'s>(subject: JsonLdContext<'s>, edition: &'s Edition) -> Option<Property<'s>> {
    if edition.weekdays.is_empty() {
        return None;
    }
    let days = edition.weekdays.iter().map(|day| english_weekday_name(day.to_chrono()).into()).collect();
    let slot = edition.hours.value().and_then(|slots| match slots.as_slice() {
        [only] if only.days.is_empty() => Some(only),
        _ => None,
    });
    let hour = |time: crate::model::TimeOfDay| Property::from(format!("{:0>5}", time.to_string()));
    let breaks = LessonBreaks::new(&subject.board.config.territorio, &subject.item.facts, edition);
    let except = match edition.dates.value() {
        Some(Dates::Period(PartialDate::Day(start), Some(PartialDate::Day(end)))) => {
            let (_, without) = breaks.split_days((*start, *end), &edition.weekdays);
            without.into_iter().map(scalar).collect()
        }
        _ => Vec::new(),
    };
    Some(nested_object(
        "Schedule",
        [
            ("repeatFrequency", Some("Weekly".into())),
            ("byDay", Some(Property::List(days))),
            ("startTime", slot.and_then(|slot| slot.start).map(hour)),
            ("endTime", slot.and_then(|slot| slot.end).map(hour)),
            ("exceptDate", one_or_many(except)),
        ],
    ))
}

/// The words that search engines know.
fn mode(attendance: Attendance) -> &'static str {
    match attendance {
        Attendance::InPerson => "Onsite",
        Attendance::Online | Attendance::Remote => "Online",
        Attendance::Hybrid => "Blended",
    }
}
