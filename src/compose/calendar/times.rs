//! When an edition takes place, as a calendar repeats it.

use chrono::{Days, Duration, NaiveDate, NaiveDateTime, NaiveTime};

use crate::board::Item;
use crate::model::{Dates, Edition, Kind, PartialDate, TimeOfDay, TimeSlot, Weekday};

/// A period that is no longer than this and names no days of the week takes place on each of its days.
const SHORT_DAYS: u64 = 7;

/// Days or hours, and how they come back.
pub(super) struct Occurrence {
    pub(super) span: Span,
    pub(super) repeat: Option<Recurrence>,
}

/// One time.
#[derive(Clone, Copy)]
pub(super) enum Span {
    /// Whole days, the last one included.
    Days(NaiveDate, NaiveDate),
    /// From an hour, and to an hour where it is known, on the clocks of the board's time zone.
    Hours(NaiveDateTime, Option<NaiveDateTime>),
}

/// Until when something comes back.
pub(super) struct Recurrence {
    /// On these days of the week; none: every day.
    pub(super) days: Vec<Weekday>,
    /// The last day on which it may be.
    pub(super) until: NaiveDate,
}

impl Occurrence {
    /// The first day.
    pub(super) fn first(&self) -> NaiveDate {
        match self.span {
            Span::Days(first, _) => first,
            Span::Hours(start, _) => start.date(),
        }
    }

    /// The last day.
    pub(super) fn last(&self) -> NaiveDate {
        let once = match self.span {
            Span::Days(_, last) => last,
            Span::Hours(start, end) => end.unwrap_or(start).date(),
        };
        self.repeat.as_ref().map_or(once, |repeat| repeat.until.max(once))
    }
}

/// The times of an edition. A month is no day: it is in no calendar. Where nobody knows on which days of a long
/// period something is, there is its first day; an event (an exhibition) goes on all the while.
pub(super) fn of(item: &Item, edition: &Edition) -> Vec<Occurrence> {
    let slots: Vec<&TimeSlot> =
        edition.hours.value().into_iter().flatten().filter(|slot| slot.start.is_some()).collect();
    match edition.dates.value() {
        Some(Dates::Days(days)) => single_days(days, &slots),
        Some(Dates::Period(PartialDate::Day(first), Some(PartialDate::Day(last)))) if first <= last => {
            let weekly = weekly(edition, &slots, *first, *last);
            if !weekly.is_empty() {
                return weekly;
            }
            let short = first.checked_add_days(Days::new(SHORT_DAYS)).is_none_or(|limit| *last < limit);
            match slots.as_slice() {
                [_, ..] if short => {
                    let daily = |slot: &&TimeSlot| {
                        let repeat = Recurrence { days: Vec::new(), until: *last };
                        Some(Occurrence { span: hours(*first, slot)?, repeat: Some(repeat) })
                    };
                    slots.iter().filter_map(daily).collect()
                }
                _ if short || item.kind() == Kind::Event => vec![once(Span::Days(*first, *last))],
                _ => vec![once(Span::Days(*first, *first))],
            }
        }
        Some(Dates::Period(PartialDate::Day(first), _)) => vec![once(Span::Days(*first, *first))],
        _ => Vec::new(),
    }
}

fn once(span: Span) -> Occurrence {
    Occurrence { span, repeat: None }
}

/// Each day with its hours; without hours, days in a row are one.
fn single_days(days: &[NaiveDate], slots: &[&TimeSlot]) -> Vec<Occurrence> {
    let mut times: Vec<Occurrence> = Vec::new();
    for day in days {
        let weekday = Weekday::weekday_of(*day);
        let own = slots.iter().filter(|slot| slot.days.is_empty() || slot.days.contains(&weekday));
        let spans: Vec<Span> = own.filter_map(|slot| hours(*day, slot)).collect();
        if !spans.is_empty() {
            times.extend(spans.into_iter().map(once));
            continue;
        }
        match times.last_mut().map(|time| &mut time.span) {
            Some(Span::Days(_, last)) if last.succ_opt() == Some(*day) => *last = *day,
            _ => times.push(once(Span::Days(*day, *day))),
        }
    }
    times
}

/// What comes back every week, from the first such day of the period.
fn weekly(edition: &Edition, slots: &[&TimeSlot], first: NaiveDate, last: NaiveDate) -> Vec<Occurrence> {
    let starting = |days: &[Weekday]| first.iter_days().take(7).find(|day| days.contains(&Weekday::weekday_of(*day)));
    let repeat = |days: &[Weekday]| Some(Recurrence { days: days.to_vec(), until: last });
    if slots.is_empty() {
        let day = starting(&edition.weekdays).filter(|day| *day <= last);
        let time = day.map(|day| Occurrence { span: Span::Days(day, day), repeat: repeat(&edition.weekdays) });
        return time.into_iter().collect();
    }
    let of_slot = |slot: &&TimeSlot| {
        let days = if slot.days.is_empty() { &edition.weekdays } else { &slot.days };
        let day = starting(days).filter(|day| *day <= last)?;
        Some(Occurrence { span: hours(day, slot)?, repeat: repeat(days) })
    };
    slots.iter().filter_map(of_slot).collect()
}

/// A slot on a day; 24:00 is the next midnight.
fn hours(day: NaiveDate, slot: &TimeSlot) -> Option<Span> {
    let at =
        |time: TimeOfDay| day.and_time(NaiveTime::MIN).checked_add_signed(Duration::minutes(i64::from(time.minutes())));
    Some(Span::Hours(at(slot.start?)?, slot.end.and_then(at)))
}
