//! Occurrences and recurrences of an edition.

use chrono::{Days, Duration, NaiveDate, NaiveDateTime, NaiveTime};

use crate::board::{Item, LessonBreaks};
use crate::config::Territory;
use crate::model::{Dates, Edition, Kind, PartialDate, TimeOfDay, TimeSlot, Weekday};

/// Longest period, in days, that without named weekdays counts as taking place every day.
const SHORT_PERIOD_DAYS: u64 = 7;

/// A span of days or hours, and its recurrence.
pub(super) struct Occurrence {
    pub(super) span: Span,
    pub(super) repeat: Option<Recurrence>,
}

/// All-day or timed span.
#[derive(Clone, Copy)]
pub(super) enum Span {
    /// Whole days, last one included.
    Days(NaiveDate, NaiveDate),
    /// Local start time, and end time if known, in the board's time zone.
    Hours(NaiveDateTime, Option<NaiveDateTime>),
}

/// A recurrence rule.
pub(super) struct Recurrence {
    /// Weekdays; empty means every day.
    pub(super) days: Vec<Weekday>,
    /// Last possible day.
    pub(super) until: NaiveDate,
    /// Days between that the rule names but on which it does not take place, sorted.
    pub(super) except: Vec<NaiveDate>,
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

/// Occurrences of an edition. Dates known only by month give none. A long period without weekdays gives its first day
/// only, except for events (an exhibition), which span the period.
pub(super) fn edition_occurrences(territory: &Territory, item: &Item, edition: &Edition) -> Vec<Occurrence> {
    let slots: Vec<&TimeSlot> =
        edition.hours.value().into_iter().flatten().filter(|slot| slot.start.is_some()).collect();
    let breaks = LessonBreaks::new(territory, &item.facts, edition);
    match edition.dates.value() {
        Some(Dates::Days(days)) => single_days(days, &slots),
        Some(Dates::Period(PartialDate::Day(first), Some(PartialDate::Day(last)))) if first <= last => {
            let weekly = weekly_occurrences(edition, &slots, (*first, *last), breaks);
            if !weekly.is_empty() {
                return weekly;
            }
            let short = first.checked_add_days(Days::new(SHORT_PERIOD_DAYS)).is_none_or(|limit| *last < limit);
            match slots.as_slice() {
                [_, ..] if short => {
                    let daily = |slot: &&TimeSlot| {
                        let (day, repeat) = repeat(&[], (*first, *last), breaks)?;
                        Some(Occurrence { span: slot_span(day, slot)?, repeat: Some(repeat) })
                    };
                    slots.iter().filter_map(daily).collect()
                }
                _ if short || item.kind() == Kind::Event => vec![single_occurrence(Span::Days(*first, *last))],
                _ => vec![single_occurrence(Span::Days(*first, *first))],
            }
        }
        Some(Dates::Period(PartialDate::Day(first), _)) => vec![single_occurrence(Span::Days(*first, *first))],
        _ => Vec::new(),
    }
}

fn single_occurrence(span: Span) -> Occurrence {
    Occurrence { span, repeat: None }
}

/// One occurrence per day and slot; without slots, consecutive days are joined.
fn single_days(days: &[NaiveDate], slots: &[&TimeSlot]) -> Vec<Occurrence> {
    let mut times: Vec<Occurrence> = Vec::new();
    for day in days {
        let weekday = Weekday::weekday_of(*day);
        let slots_of_day = slots.iter().filter(|slot| slot.days.is_empty() || slot.days.contains(&weekday));
        let spans: Vec<Span> = slots_of_day.filter_map(|slot| slot_span(*day, slot)).collect();
        if !spans.is_empty() {
            times.extend(spans.into_iter().map(single_occurrence));
            continue;
        }
        match times.last_mut().map(|time| &mut time.span) {
            Some(Span::Days(_, last)) if last.succ_opt() == Some(*day) => *last = *day,
            _ => times.push(single_occurrence(Span::Days(*day, *day))),
        }
    }
    times
}

/// Weekly recurrences, starting on the first matching weekday of the period.
fn weekly_occurrences(
    edition: &Edition,
    slots: &[&TimeSlot],
    period: (NaiveDate, NaiveDate),
    breaks: LessonBreaks<'_>,
) -> Vec<Occurrence> {
    let weekly = |days: &[Weekday]| if days.is_empty() { None } else { repeat(days, period, breaks) };
    if slots.is_empty() {
        let time = weekly(&edition.weekdays)
            .map(|(day, repeat)| Occurrence { span: Span::Days(day, day), repeat: Some(repeat) });
        return time.into_iter().collect();
    }
    let of_slot = |slot: &&TimeSlot| {
        let days = if slot.days.is_empty() { &edition.weekdays } else { &slot.days };
        let (day, repeat) = weekly(days)?;
        Some(Occurrence { span: slot_span(day, slot)?, repeat: Some(repeat) })
    };
    slots.iter().filter_map(of_slot).collect()
}

/// First day of a recurrence on these days of the week (every day, if there are none), and its rule; `None` if no day of the
/// period is one.
fn repeat(
    days: &[Weekday],
    period: (NaiveDate, NaiveDate),
    breaks: LessonBreaks<'_>,
) -> Option<(NaiveDate, Recurrence)> {
    let (lessons, mut except) = breaks.split_days(period, days);
    let start = *lessons.first()?;
    except.retain(|day| *day > start);
    Some((start, Recurrence { days: days.to_vec(), until: period.1, except }))
}

/// Span of a time slot on a day; 24:00 is midnight of the next day.
fn slot_span(day: NaiveDate, slot: &TimeSlot) -> Option<Span> {
    let at =
        |time: TimeOfDay| day.and_time(NaiveTime::MIN).checked_add_signed(Duration::minutes(i64::from(time.minutes())));
    Some(Span::Hours(at(slot.start?)?, slot.end.and_then(at)))
}
