//! The hours of the coming weeks as attributes for a script: the regular week, and each day that differs.

use std::fmt::Write;

use chrono::{Datelike, Days, NaiveDate};
use serde::Serialize;

use crate::board::{AccessKind, DaySlot, OpeningCalendar};

/// Days, from today on, whose hours a page knows.
pub const SCHEDULE_DAYS: u64 = 60;

/// Hours that a script can compare with the clock of the board's time zone.
///
/// A slot is `540-780`: minutes from the midnight at which its day begins. A letter says what it is: `a` by appointment,
/// `o` it closes at an unknown time, `u` unknown; then `r` if it is not for everybody. Slots of a day are separated by
/// commas.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Schedule {
    /// Days of the regular week from Monday to Sunday, separated by `;`.
    pub week: String,
    /// Days that differ from it: `2026-12-08=;2026-12-13=540-780`.
    pub days: String,
    /// The first day that is not known any more (ISO 8601).
    pub until: NaiveDate,
}

impl Schedule {
    /// The hours of the days from yesterday, whose night may go on, to [`SCHEDULE_DAYS`] ahead.
    #[must_use]
    pub fn new(calendar: &OpeningCalendar<'_>, today: NaiveDate) -> Self {
        let week: Vec<String> = calendar.regular_week().map(|(_, slots)| encode_slots(slots)).collect();
        let until = today.checked_add_days(Days::new(SCHEDULE_DAYS)).unwrap_or(NaiveDate::MAX);
        let first = today.pred_opt().unwrap_or(today);
        let differing = first.iter_days().take_while(|day| *day < until).filter_map(|day| {
            let slots = encode_slots(&calendar.day(day).slots);
            let regular = usize::try_from(day.weekday().num_days_from_monday()).ok().and_then(|day| week.get(day));
            (regular != Some(&slots)).then(|| format!("{day}={slots}"))
        });
        let days = differing.collect::<Vec<_>>().join(";");
        Self { week: week.join(";"), days, until }
    }
}

fn encode_slots(slots: &[DaySlot<'_>]) -> String {
    let mut text = String::new();
    for slot in slots {
        if !text.is_empty() {
            text.push(',');
        }
        let minutes = slot.minutes();
        let kind = match slot.kind {
            AccessKind::WalkIn => "",
            AccessKind::ByAppointment => "a",
            AccessKind::OpenEnded => "o",
            AccessKind::Unknown => "u",
        };
        let audience = if slot.audience.is_some() { "r" } else { "" };
        // Writing to a string does not fail.
        let _ = write!(text, "{}-{}{kind}{audience}", minutes.start, minutes.end);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Territory;
    use crate::model::{Closure, ContactPoint, HoursOfDay, OpeningHours, TimeOfDay, TimeSlot, Weekday, WeeklySlot};

    #[test]
    fn week_and_differing_days_are_written_once() {
        let slot = TimeSlot { days: Vec::new(), start: TimeOfDay::parse("9"), end: TimeOfDay::parse("13"), part: None };
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let contact_point = ContactPoint {
            hours: Some(OpeningHours::Slots(vec![WeeklySlot {
                days: vec![Weekday::Tuesday],
                hours: vec![HoursOfDay(slot)],
                audience: Some("donne".to_owned()),
                ..WeeklySlot::default()
            }])),
            closures: vec![Closure { dates: None, reason: None }],
            ..ContactPoint::default()
        };
        let territory = Territory::default();
        let schedule = Schedule::new(&OpeningCalendar::new(&territory, &contact_point), day("2026-12-01"));
        assert_eq!(schedule.week, ";540-780r;;;;;");
        // The Immaculate Conception is a Tuesday in 2026; Christmas is not.
        assert_eq!(schedule.days, "2026-12-08=");
        assert_eq!(schedule.until, day("2027-01-30"));
    }
}
