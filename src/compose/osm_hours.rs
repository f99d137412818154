//! Opening hours in the notation of OpenStreetMap (key `opening_hours`), which maps and other directories read.

use std::cmp::Reverse;
use std::fmt::Display;

use chrono::NaiveDate;

use crate::board::AccessKind;
use crate::config::Territory;
use crate::model::{
    ContactPoint, ExtraOpening, HoursOfDay, OpeningHours, PartOfDay, TimeOfDay, TimeSlot, Weekday, WeeklySlot,
};

/// Minutes of a day.
const DAY: u16 = 24 * 60;

/// A year that has every day.
const LEAP_YEAR: i32 = 2024;

/// What a rule says of a whole day on which it is closed.
const OFF: &str = "off";

/// Comment on hours for which one must have made an appointment.
const BY_APPOINTMENT: &str = "su appuntamento";

/// Comment on hours whose end nobody knows.
const OPEN_ENDED: &str = "fine non indicata";

/// Formats the opening hours of a contact point with what is known, on the day `today`, of closures and extra openings.
/// Hours for which one needs an appointment are `unknown`: who comes without one cannot rely on them. Returns `None` if no
/// hours are known, or if the notation cannot say them: a day written off there ends a night, while ours is kept whole.
///
/// ```
/// use bacheca::compose::osm_hours::format_osm_hours;
/// use bacheca::config::Territory;
/// use bacheca::model::{ContactPoint, HoursOfDay, OpeningHours, PartOfDay, TimeOfDay, TimeSlot, Weekday, WeeklySlot};
///
/// let (start, end) = (TimeOfDay::parse("9"), TimeOfDay::parse("13"));
/// let hours = HoursOfDay(TimeSlot { days: Vec::new(), start, end, part: None });
/// let slot = WeeklySlot { days: vec![Weekday::Monday, Weekday::Wednesday], hours: vec![hours], ..WeeklySlot::default() };
/// let desk = ContactPoint { hours: Some(OpeningHours::Slots(vec![slot])), ..ContactPoint::default() };
/// let today = "2026-12-01".parse().unwrap();
/// assert_eq!(format_osm_hours(&Territory::default(), &desk, today).unwrap(), "Mo,We 09:00-13:00; PH off");
/// ```
#[must_use]
pub fn format_osm_hours(territory: &Territory, contact_point: &ContactPoint, today: NaiveDate) -> Option<String> {
    let Some(OpeningHours::Slots(slots)) = &contact_point.hours else { return None };
    let mut weekly: Vec<(Rank, String)> = slots.iter().flat_map(weekly_rules).collect();
    // Of two rules at the same time the later one holds.
    weekly.sort_by_key(|(rank, _)| Reverse(*rank));
    let weekly: Vec<String> = weekly.into_iter().map(|(_, rule)| rule).collect();
    let yesterday = today.pred_opt()?;
    let off = closed_hours(contact_point, yesterday)?;
    // A night that began yesterday may go on.
    let first = if off == OFF { today } else { yesterday };
    let mut rules = vec![weekly.join(", ")];
    if !contact_point.open_on_holidays {
        rules.push(format!("PH {off}"));
        let days = territory.feste.iter().filter_map(|holiday| holiday.date_in(LEAP_YEAR));
        rules.extend(days.map(|day| format!("{} {off}", day.format("%b %d"))));
    }
    if let Some(last) = contact_point.suspended_until.filter(|last| *last >= today) {
        rules.push(format!("{} {off}", format_period(first, last)));
    }
    for closure in &contact_point.closures {
        let Some(dates) = closure.dates.filter(|dates| dates.end.last_day() >= first) else { continue };
        let period = format_period(dates.start.first_day(), dates.end.last_day());
        rules.push(format!("{period} {off}{}", format_comment([closure.reason.as_deref()])));
    }
    let mut osm = rules.join("; ");
    for opening in &contact_point.extra_openings {
        for rule in extra_rules(opening, first) {
            osm.push_str(", ");
            osm.push_str(&rule);
        }
    }
    Some(osm)
}

/// Hours on weekdays, or of a day, as a rule says them.
struct Hours {
    rank: Rank,
    /// `09:00-13:00 open "donne"`
    text: String,
}

/// How few are received, and with how many formalities, as in the calendar of hours.
type Rank = (AccessKind, bool);

/// Rules of the regular hours on some weekdays.
fn weekly_rules(slot: &WeeklySlot) -> impl Iterator<Item = (Rank, String)> {
    let days = format_weekdays(&slot.days);
    hours_of(&slot.hours, slot.by_appointment, slot.audience.as_deref(), None)
        .map(move |Hours { rank, text }| (rank, format!("{days} {text}")))
}

/// Rules of an extra opening, from the day `first` on.
fn extra_rules(opening: &ExtraOpening, first: NaiveDate) -> impl Iterator<Item = String> {
    let (audience, reason) = (opening.audience.as_deref(), opening.reason.as_deref());
    opening.dates.iter().filter(move |day| **day >= first).flat_map(move |day| {
        hours_of(&opening.hours, opening.by_appointment, audience, reason)
            .map(move |hours| format!("{} {}", format_day(*day), hours.text))
    })
}

/// Hours of a slot, each with its state and comment; the whole day, if they are left to the appointment.
fn hours_of<'s>(
    hours: &'s [HoursOfDay],
    by_appointment: bool,
    audience: Option<&'s str>,
    reason: Option<&'s str>,
) -> impl Iterator<Item = Hours> {
    let appointment = by_appointment.then_some(BY_APPOINTMENT);
    let rule = move |time: String, kind: AccessKind, note: Option<&str>| {
        let comment = format_comment([appointment, note, audience, reason]);
        let state = match kind {
            AccessKind::WalkIn if comment.is_empty() => "",
            AccessKind::WalkIn => " open",
            AccessKind::ByAppointment | AccessKind::OpenEnded | AccessKind::Unknown => " unknown",
        };
        Hours { rank: (kind, audience.is_some()), text: format!("{time}{state}{comment}") }
    };
    let all_day = format!("{}-{}", format_time(0), format_time(DAY));
    let agreed = hours.is_empty().then(|| rule(all_day.clone(), AccessKind::ByAppointment, None));
    let known = hours.iter().map(move |HoursOfDay(TimeSlot { start, end, part, .. })| match (start, end) {
        (Some(start), Some(end)) => {
            let kind = if by_appointment { AccessKind::ByAppointment } else { AccessKind::WalkIn };
            rule(format!("{}-{}", format_time(start.minutes()), format_time(end.minutes())), kind, None)
        }
        (Some(start), None) => {
            let time = format!("{}-{}", format_time(start.minutes()), format_time(DAY));
            rule(time, AccessKind::OpenEnded, Some(OPEN_ENDED))
        }
        (None, _) => rule(all_day.clone(), AccessKind::Unknown, part.map(PartOfDay::word)),
    });
    agreed.into_iter().chain(known)
}

/// What a rule says of a day that is written off: `off`, or if some nights go on after midnight, `06:00-30:00 off`, so that
/// the night before is kept. `None` if something starts before all nights have ended. Extra openings count from `first` on.
fn closed_hours(contact_point: &ContactPoint, first: NaiveDate) -> Option<String> {
    let regular = match &contact_point.hours {
        Some(OpeningHours::Slots(slots)) => slots.as_slice(),
        Some(OpeningHours::Text(_)) | None => &[],
    };
    let slots = regular.iter().map(|slot| slot.hours.as_slice());
    let openings = contact_point.extra_openings.iter().filter(|opening| opening.dates.iter().any(|day| *day >= first));
    let slots = slots.chain(openings.map(|opening| opening.hours.as_slice()));
    let (mut first_start, mut last_night_end) = (DAY, 0);
    for hours in slots {
        let starts = hours.iter().map(|HoursOfDay(hours)| hours.start.map_or(0, TimeOfDay::minutes));
        first_start = starts.min().unwrap_or(0).min(first_start);
        let ends = hours.iter().filter_map(|HoursOfDay(hours)| hours.end?.minutes().checked_sub(DAY));
        last_night_end = ends.max().unwrap_or(0).max(last_night_end);
    }
    match last_night_end {
        0 => Some(OFF.to_owned()),
        end if end <= first_start => Some(format!("{}-{} off", format_time(end), format_time(end + DAY))),
        _ => None,
    }
}

/// `Mo-Fr`, `Mo,We`, in the order of the week; all days if none is named.
fn format_weekdays(days: &[Weekday]) -> String {
    let is_open = |day: &Weekday| days.is_empty() || days.contains(day);
    let runs = Weekday::ALL.chunk_by(|day, next| is_open(day) == is_open(next));
    let runs = runs.filter(|run| run.first().is_some_and(is_open)).map(|run| match run {
        [first, _, .., last] => format!("{}-{}", weekday_code(*first), weekday_code(*last)),
        run => run.iter().map(|day| weekday_code(*day)).collect::<Vec<_>>().join(","),
    });
    runs.collect::<Vec<_>>().join(",")
}

/// First two letters of the English name, as in iCalendar: `Mo`.
#[must_use]
pub fn weekday_code(day: Weekday) -> String {
    format!("{:.2}", day.to_chrono().to_string())
}

/// `09:00`; what is after midnight is counted on: `30:00`.
fn format_time(minutes: u16) -> impl Display {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

fn format_day(day: NaiveDate) -> impl Display {
    day.format("%Y %b %d")
}

fn format_period(first: NaiveDate, last: NaiveDate) -> String {
    if first == last { format_day(first).to_string() } else { format!("{}-{}", format_day(first), format_day(last)) }
}

/// A comment in quotes after a space, or nothing; the notation has no way to write a quote within.
fn format_comment<const N: usize>(parts: [Option<&str>; N]) -> String {
    let parts: Vec<&str> = parts.into_iter().flatten().collect();
    if parts.is_empty() { String::new() } else { format!(" \"{}\"", parts.join(", ").replace('"', "'")) }
}
