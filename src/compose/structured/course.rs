//! `Course` with a `CourseInstance` for each edition (schema.org/Course; Google Search, «Course info»).

use serde_json::{Map, Value as Json, json};

use super::parts::{day_name, with};
use super::{Subject, object, one_or_many};
use crate::model::{Attendance, Dates, Edition};

pub(super) fn of(subject: Subject<'_>) -> Map<String, Json> {
    let editions = subject.item.facts.editions();
    let instances: Vec<Json> = if editions.is_empty() {
        vec![instance(subject, None)]
    } else {
        editions.iter().map(|edition| instance(subject, Some(edition))).collect()
    };
    with(
        subject.thing("Course", "name"),
        [
            ("inLanguage", Some(subject.language())),
            ("provider", subject.organisation()),
            ("isAccessibleForFree", subject.is_free()),
            ("offers", subject.offer()),
            ("educationalLevel", subject.item.facts.level.map(|level| json!(level.word()))),
            ("hasCourseInstance", one_or_many(instances)),
        ],
    )
}

fn instance(subject: Subject<'_>, edition: Option<&Edition>) -> Json {
    let dates = edition.and_then(|edition| edition.dates.value());
    let end = dates.filter(|dates| !matches!(dates, Dates::Period(_, None)));
    let hours = edition.and_then(|edition| edition.total_hours);
    Json::Object(object([
        ("@type", Some(json!("CourseInstance"))),
        ("name", edition.and_then(|edition| edition.name.as_ref()).map(|name| json!(name))),
        ("courseMode", subject.attendance(edition).map(|attendance| json!(mode(attendance)))),
        ("startDate", dates.map(|dates| json!(dates.start()))),
        ("endDate", end.map(|dates| json!(dates.end()))),
        ("location", subject.place_of(edition)),
        ("courseWorkload", hours.map(|hours| json!(format!("PT{hours}H")))),
        ("courseSchedule", edition.and_then(schedule)),
    ]))
}

/// On which days of the week, and at which hours if they are the same on all of them.
fn schedule(edition: &Edition) -> Option<Json> {
    if edition.weekdays.is_empty() {
        return None;
    }
    let days: Vec<&str> = edition.weekdays.iter().map(|day| day_name(*day)).collect();
    let slot = edition.hours.value().and_then(|slots| match slots.as_slice() {
        [only] if only.days.is_empty() => Some(only),
        _ => None,
    });
    let hour = |time: crate::model::TimeOfDay| json!(format!("{:0>5}", time.to_string()));
    Some(Json::Object(object([
        ("@type", Some(json!("Schedule"))),
        ("repeatFrequency", Some(json!("Weekly"))),
        ("byDay", Some(json!(days))),
        ("startTime", slot.and_then(|slot| slot.start).map(hour)),
        ("endTime", slot.and_then(|slot| slot.end).map(hour)),
    ])))
}

/// The words that search engines know.
fn mode(attendance: Attendance) -> &'static str {
    match attendance {
        Attendance::InPerson => "Onsite",
        Attendance::Online | Attendance::Remote => "Online",
        Attendance::Hybrid => "Blended",
    }
}
