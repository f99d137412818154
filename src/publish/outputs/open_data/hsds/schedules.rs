//! Hours of a service as recurrence rules: those of the week between closures, extra openings. Times are those of the clock
//! of the board's town: the format knows only fixed distances from UTC, which change twice a year.

use chrono::NaiveDate;
use serde_json::{Value as Json, json};

use super::identifiers::uuid;
use super::object;
use crate::compose::osm_hours::weekday_code;
use crate::locale::Locale;
use crate::model::{AccessKind, ContactPoint, HoursOfDay, OpeningHours, PartOfDay, TimeOfDay, TimeSlot, Weekday};
use crate::publish::RenderContext;

/// The end of the day, in minutes from its beginning.
const END_OF_DAY: u16 = 24 * 60;

/// Schedules of a contact point, without closures and openings that are over; none if its hours are unknown or not reliable.
pub(super) fn schedules(context: &RenderContext, url: &str, facts: &ContactPoint) -> Vec<Json> {
    let board = &context.board;
    let Some(OpeningHours::Slots(slots)) = &facts.hours else { return Vec::new() };
    if !board.verification_of(facts).is_reliable() {
        return Vec::new();
    }
    let remarks = Remarks {
        locale: context.locales.board_locale(),
        time_zone: board.config.bacheca.fuso.name(),
        closed_on_holidays: !facts.open_on_holidays,
    };
    let mut schedules: Vec<Fields> = Vec::new();
    let periods = open_periods(facts, board.today);
    for slot in slots {
        let way =
            AttendingWay { by_appointment: slot.by_appointment, audience: slot.audience.as_deref(), reason: None };
        for (first, last) in &periods {
            let when = [
                ("valid_from", first.map(format_day)),
                ("valid_to", last.map(format_day)),
                ("freq", Some(json!("WEEKLY"))),
                ("byday", Some(json!(format_weekdays(&slot.days)))),
            ];
            schedules.extend(hours_of(&slot.hours).map(|hours| schedule(&remarks, when.clone(), hours, way)));
        }
    }
    let remarks = Remarks { closed_on_holidays: false, ..remarks };
    for opening in &facts.extra_openings {
        let way = AttendingWay {
            by_appointment: opening.by_appointment,
            audience: opening.audience.as_deref(),
            reason: opening.reason.as_deref(),
        };
        for day in opening.dates.iter().filter(|day| **day >= board.today) {
            let when = [
                ("valid_from", Some(format_day(*day))),
                ("valid_to", Some(format_day(*day))),
                ("dtstart", Some(format_day(*day))),
                ("freq", Some(json!("WEEKLY"))),
                ("count", Some(json!(1))),
                ("byday", Some(json!(format_weekdays(&[Weekday::weekday_of(*day)])))),
            ];
            schedules.extend(hours_of(&opening.hours).map(|hours| schedule(&remarks, when.clone(), hours, way)));
        }
    }
    let numbered = (1..).zip(schedules).map(|(number, fields)| {
        let id = ("id", Some(json!(uuid(&format!("{url}#orario-{number}")))));
        object(std::iter::once(id).chain(fields))
    });
    numbered.collect()
}

/// Periods in which the regular hours hold: between the closures from today on, which the format cannot say otherwise.
/// The first has no beginning unless it is closed today, the last has no end.
fn open_periods(facts: &ContactPoint, today: NaiveDate) -> Vec<(Option<NaiveDate>, Option<NaiveDate>)> {
    let dates = facts.closures.iter().filter_map(|closure| closure.dates);
    let dates = dates.map(|dates| (dates.start.first_day(), dates.end.last_day()));
    let suspension = facts.suspended_until.map(|last| (today, last));
    let mut closed: Vec<(NaiveDate, NaiveDate)> = dates.chain(suspension).filter(|(_, last)| *last >= today).collect();
    closed.sort_unstable();
    let (mut periods, mut first): (Vec<_>, Option<NaiveDate>) = (Vec::new(), None);
    for (start, end) in closed {
        if let Some(last) = start.pred_opt().filter(|last| first.unwrap_or(today) <= *last) {
            periods.push((first, Some(last)));
        }
        first = first.max(end.succ_opt());
    }
    periods.push((first, None));
    periods
}

/// What the notes of each schedule say.
#[derive(Clone, Copy)]
struct Remarks<'r> {
    locale: &'r Locale,
    time_zone: &'r str,
    closed_on_holidays: bool,
}

/// How one attends, and why there is an opening.
#[derive(Clone, Copy)]
struct AttendingWay<'s> {
    by_appointment: bool,
    audience: Option<&'s str>,
    reason: Option<&'s str>,
}

/// Hours of a slot; `None` alone, if they are left to the appointment.
fn hours_of(hours: &[HoursOfDay]) -> impl Iterator<Item = Option<&TimeSlot>> {
    let agreed = hours.is_empty().then_some(None);
    hours.iter().map(|HoursOfDay(slot)| Some(slot)).chain(agreed)
}

/// Fields of an object that are known, and those that are not.
type Fields = Vec<(&'static str, Option<Json>)>;

/// One schedule: when it recurs, its hours, how one attends.
fn schedule<const N: usize>(
    remarks: &Remarks<'_>,
    when: [(&'static str, Option<Json>); N],
    hours: Option<&TimeSlot>,
    way: AttendingWay<'_>,
) -> Fields {
    let (start, end) = (hours.and_then(|hours| hours.start), hours.and_then(|hours| hours.end));
    let word = |vocabulary: &str, word: &'static str| remarks.locale.vocabulary_text(vocabulary, word).unwrap_or(word);
    let part = hours.and_then(|hours| hours.part).map(|part| word(PartOfDay::VOCABULARY, part.word()));
    let description: Vec<&str> = [part, way.audience, way.reason].into_iter().flatten().collect();
    let notes = [
        Some(format!("Ora locale ({}).", remarks.time_zone)),
        remarks.closed_on_holidays.then(|| "Chiuso nei giorni di festa.".to_owned()),
        end.filter(|end| end.minutes() > END_OF_DAY).map(|_| "Chiude il giorno dopo.".to_owned()),
        (start.is_some() && end.is_none()).then(|| "Non si sa quando chiude.".to_owned()),
        start.is_none().then(|| "Non si sa a che ora.".to_owned()),
    ];
    let appointment = word(AccessKind::VOCABULARY, AccessKind::Appointment.word());
    let fields = [
        ("opens_at", start.map(format_time)),
        ("closes_at", end.map(format_time)),
        ("attending_type", way.by_appointment.then(|| json!(appointment))),
        ("description", (!description.is_empty()).then(|| json!(description.join("; ")))),
        ("notes", Some(json!(notes.into_iter().flatten().collect::<Vec<_>>().join(" ")))),
    ];
    when.into_iter().chain(fields).collect()
}

/// `09:00`. The format has no 24:00: the last minute stands for the end of the day, as its guidance says.
fn format_time(time: TimeOfDay) -> Json {
    if time.minutes() == END_OF_DAY {
        return json!("23:59");
    }
    json!(format!("{:02}:{:02}", time.clock_minutes() / 60, time.clock_minutes() % 60))
}

fn format_day(day: NaiveDate) -> Json {
    json!(day.to_string())
}

/// `MO,WE` in the order of the week; all days if none is named.
fn format_weekdays(days: &[Weekday]) -> String {
    let is_open = |day: &&Weekday| days.is_empty() || days.contains(day);
    Weekday::ALL.iter().filter(is_open).map(|day| weekday_code(*day).to_uppercase()).collect::<Vec<_>>().join(",")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Closure, PartialDate, Pause};

    #[test]
    fn regular_hours_hold_between_closures() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let today = day("2026-12-01");
        let periods = |closures: &[(&str, &str)], suspended: Option<&str>| {
            let pause = |(start, end): &(&str, &str)| Pause {
                start: PartialDate::Day(day(start)),
                end: PartialDate::Day(day(end)),
            };
            let closures = closures.iter().map(|dates| Closure { dates: Some(pause(dates)), reason: None });
            let facts = ContactPoint {
                closures: closures.collect(),
                suspended_until: suspended.map(day),
                ..ContactPoint::default()
            };
            let show = |day: Option<NaiveDate>| day.map_or_else(String::new, |day| day.format("%m-%d").to_string());
            let shown =
                open_periods(&facts, today).into_iter().map(|(first, last)| format!("{}/{}", show(first), show(last)));
            shown.collect::<Vec<_>>().join(" ")
        };
        assert_eq!(periods(&[], None), "/");
        assert_eq!(periods(&[("2026-11-01", "2026-11-30")], None), "/");
        assert_eq!(periods(&[("2026-12-24", "2026-12-26")], None), "/12-23 12-27/");
        // In any order, overlapping, or one after the other.
        let two = [("2026-12-26", "2026-12-31"), ("2026-12-24", "2026-12-28")];
        assert_eq!(periods(&two, None), "/12-23 01-01/");
        let two = [("2026-12-24", "2026-12-31"), ("2027-01-01", "2027-01-06")];
        assert_eq!(periods(&two, None), "/12-23 01-07/");
        // Closed today.
        assert_eq!(periods(&[("2026-11-20", "2026-12-04")], None), "12-05/");
        assert_eq!(periods(&[("2026-12-24", "2026-12-26")], Some("2026-12-10")), "12-11/12-23 12-27/");
        assert_eq!(periods(&[], Some("2026-11-10")), "/");
    }
}
