//! When a contact point is open: the state at an instant, and the hours of a week.

mod answers;

use std::ops::Range;

use chrono::{DateTime, Datelike, Duration, NaiveDate, NaiveDateTime, NaiveTime, Offset, TimeZone, Timelike};
use chrono_tz::Tz;

use super::find_offset_change;
use crate::config::Territory;
use crate::model::{Closure, ContactPoint, ExtraOpening, HoursOfDay, OpeningHours, TimeOfDay, Weekday};

pub use answers::{Access, AccessKind, DayHours, DaySlot, HoursException, NextOpening, OpeningState};

/// Minutes of a day.
const DAY: u16 = 24 * 60;

/// How many days ahead the next change is looked for.
const MAX_SEARCH_DAYS: u32 = 366;

/// Regular hours of a contact point with all exceptions to them. A day's slots are those that begin on it: a closure or a
/// holiday does not end the night before.
#[derive(Debug, Clone)]
pub struct OpeningCalendar<'b> {
    /// Slots from Monday to Sunday.
    regular: [Vec<DaySlot<'b>>; 7],
    extra_openings: &'b [ExtraOpening],
    closures: &'b [Closure],
    suspended_until: Option<NaiveDate>,
    /// The town whose holidays count; `None` if the regular hours hold on them.
    territory: Option<&'b Territory>,
}

impl<'b> OpeningCalendar<'b> {
    /// Hours of a contact point in a territory, whose holidays are those of Italy and its own.
    #[must_use]
    pub fn new(territory: &'b Territory, centre: &'b ContactPoint) -> Self {
        let mut regular: [Vec<DaySlot<'b>>; 7] = Default::default();
        for (day, slots) in Weekday::ALL.iter().zip(&mut regular) {
            match &centre.hours {
                Some(OpeningHours::Slots(weekly)) => {
                    for slot in weekly.iter().filter(|slot| slot.days.is_empty() || slot.days.contains(day)) {
                        slots.extend(day_slots(&slot.hours, slot.by_appointment, slot.audience.as_deref()));
                    }
                }
                Some(OpeningHours::Text(_)) | None => {
                    slots.push(DaySlot { hours: None, kind: AccessKind::Unknown, audience: None });
                }
            }
            slots.sort_by_key(|slot| slot.minutes().start);
        }
        Self {
            regular,
            extra_openings: &centre.extra_openings,
            closures: &centre.closures,
            suspended_until: centre.suspended_until,
            territory: (!centre.open_on_holidays).then_some(territory),
        }
    }

    /// Regular slots of each day of the week, from Monday to Sunday, by their start.
    pub fn regular_week(&self) -> impl Iterator<Item = (Weekday, &[DaySlot<'b>])> {
        Weekday::ALL.iter().copied().zip(self.regular.iter().map(Vec::as_slice))
    }

    /// Hours of the seven days that begin with `first`.
    #[must_use]
    pub fn week(&self, first: NaiveDate) -> Vec<DayHours<'b>> {
        first.iter_days().take(7).map(|day| self.day(day)).collect()
    }

    /// Hours of a day.
    #[must_use]
    pub fn day(&self, day: NaiveDate) -> DayHours<'b> {
        let mut slots: Vec<DaySlot<'b>> = self.slots_on(day).collect();
        slots.sort_by_key(|slot| slot.minutes().start);
        let mut extra = self.extra_openings_on(day);
        let exception = match extra.next() {
            Some(opening) => Some(HoursException::ExtraOpening(opening.reason.as_deref())),
            None => self.closing_on(day),
        };
        DayHours { day, slots, exception }
    }

    /// Regular hours of a day, if it is not closed on that day.
    pub fn regular_on(&self, day: NaiveDate) -> impl Iterator<Item = DaySlot<'b>> {
        let regular = if self.closing_on(day).is_some() { &[][..] } else { self.regular_of_weekday(day) };
        regular.iter().copied()
    }

    /// Whether it opens, or may open, within a year from a day on.
    #[must_use]
    pub fn opens_within_a_year(&self, first: NaiveDate) -> bool {
        let days = usize::try_from(MAX_SEARCH_DAYS).unwrap_or(usize::MAX);
        first.iter_days().take(days).any(|day| self.slots_on(day).next().is_some())
    }

    /// State at an instant, by the clock of its time zone.
    ///
    /// ```
    /// use bacheca::board::{OpeningCalendar, OpeningState};
    /// use bacheca::model::ContactPoint;
    ///
    /// // Nothing is known of its hours.
    /// let centre = ContactPoint::default();
    /// let territory = bacheca::config::Territory::default();
    /// let calendar = OpeningCalendar::new(&territory, &centre);
    /// let noon = "2026-12-01T12:00:00Z".parse::<chrono::DateTime<chrono::Utc>>().unwrap();
    /// assert_eq!(calendar.state(noon.with_timezone(&chrono_tz::Europe::Rome)), OpeningState::Unknown);
    /// ```
    #[must_use]
    pub fn state(&self, at: DateTime<Tz>) -> OpeningState<'b> {
        let until = || self.next_change(at).map(|(end, _)| end);
        match self.access_at(at.naive_local()) {
            Some(Access { kind: AccessKind::WalkIn, audiences }) => OpeningState::Open { until: until(), audiences },
            Some(Access { kind: AccessKind::ByAppointment, audiences }) => {
                OpeningState::ByAppointment { until: until(), audiences }
            }
            Some(_) => OpeningState::Unknown,
            None => {
                let opens = self.next_change(at).and_then(|(at, access)| Some(NextOpening { at, access: access? }));
                OpeningState::Closed {
                    opens: opens.filter(|next| next.access.kind != AccessKind::Unknown),
                    exception: self.closing_on(at.date_naive()),
                }
            }
        }
    }

    /// Who is received when the clock shows a time; `None` if it is closed.
    #[must_use]
    pub fn access_at(&self, clock: NaiveDateTime) -> Option<Access<'b>> {
        let (day, minute) = (clock.date(), minute_of_day(clock));
        let today = self.slots_on(day).filter(|slot| slot.minutes().contains(&minute));
        let nights = day.pred_opt().into_iter().flat_map(|yesterday| self.slots_on(yesterday));
        let active: Vec<DaySlot<'b>> =
            today.chain(nights.filter(|slot| slot.minutes().contains(&(minute + DAY)))).collect();
        let best = active.iter().map(DaySlot::rank).min()?;
        let mut audiences: Vec<&str> =
            active.iter().filter(|slot| slot.rank() == best).filter_map(|slot| slot.audience).collect();
        audiences.sort_unstable();
        audiences.dedup();
        Some(Access { kind: best.0, audiences })
    }

    /// The first instant within a year after `at` at which somebody else is received, or in another way.
    fn next_change(&self, at: DateTime<Tz>) -> Option<(DateTime<Tz>, Option<Access<'b>>)> {
        let access = self.access_at(at.naive_local());
        // Not so many days by the clock: the last of them may leave out the hour.
        let (zone, last) = (at.timezone(), at.checked_add_signed(Duration::days(MAX_SEARCH_DAYS.into()))?);
        let mut now = at;
        while now < last {
            let clock = now.naive_local();
            let mut next = now.checked_add_signed(self.next_boundary(clock)? - clock)?;
            // A change of the clocks in between may skip the boundary, or repeat what was before.
            if next.offset().fix() != now.offset().fix() {
                next = zone.from_utc_datetime(&find_offset_change(zone, now.naive_utc(), next.naive_utc()));
            }
            let then = self.access_at(next.naive_local());
            if then != access {
                return Some((next, then));
            }
            now = next;
        }
        None
    }

    /// The next time of the clock at which a slot starts or ends, at the latest midnight.
    fn next_boundary(&self, clock: NaiveDateTime) -> Option<NaiveDateTime> {
        let (day, minute) = (clock.date(), minute_of_day(clock));
        let today = self.slots_on(day).flat_map(|slot| [slot.minutes().start, slot.minutes().end]);
        let nights = day.pred_opt().into_iter().flat_map(|yesterday| self.slots_on(yesterday));
        let ends = nights.filter_map(|slot| slot.minutes().end.checked_sub(DAY));
        let next = today.chain(ends).filter(|boundary| *boundary > minute).fold(DAY, u16::min);
        day.and_time(NaiveTime::MIN).checked_add_signed(Duration::minutes(next.into()))
    }

    /// Slots that begin on a day: the regular ones unless it is closed, and those of extra openings.
    fn slots_on(&self, day: NaiveDate) -> impl Iterator<Item = DaySlot<'b>> {
        let extra = self.extra_openings_on(day);
        let extra =
            extra.flat_map(|opening| day_slots(&opening.hours, opening.by_appointment, opening.audience.as_deref()));
        self.regular_on(day).chain(extra)
    }

    fn extra_openings_on(&self, day: NaiveDate) -> impl Iterator<Item = &'b ExtraOpening> + use<'b> {
        self.extra_openings.iter().filter(move |opening| opening.dates.contains(&day))
    }

    /// Why the regular hours of a day do not hold; `None` if there are none.
    fn closing_on(&self, day: NaiveDate) -> Option<HoursException<'b>> {
        if self.regular_of_weekday(day).is_empty() {
            return None;
        }
        if let Some(last) = self.suspended_until.filter(|last| day <= *last) {
            return Some(HoursException::Suspended(last));
        }
        let is_closed = |closure: &&Closure| closure.dates.is_some_and(|dates| dates.contains(day));
        if let Some(closure) = self.closures.iter().find(is_closed) {
            return Some(HoursException::Closed(closure.reason.as_deref()));
        }
        self.territory.filter(|territory| territory.is_holiday(day)).map(|_| HoursException::Holiday)
    }

    fn regular_of_weekday(&self, day: NaiveDate) -> &[DaySlot<'b>] {
        let index = usize::try_from(day.weekday().num_days_from_monday());
        index.ok().and_then(|index| self.regular.get(index)).map_or(&[], Vec::as_slice)
    }
}

impl DaySlot<'_> {
    /// Minutes from the midnight at which its day begins; what is not known reaches to the day's beginning or end.
    #[must_use]
    pub fn minutes(&self) -> Range<u16> {
        let start = self.hours.and_then(|hours| hours.start).map_or(0, TimeOfDay::minutes);
        start..self.hours.and_then(|hours| hours.end).map_or(DAY, TimeOfDay::minutes)
    }

    /// How few are received, and with how many formalities.
    fn rank(&self) -> (AccessKind, bool) {
        (self.kind, self.audience.is_some())
    }
}

/// Slots of one day; one without hours, if they are left to the appointment.
fn day_slots<'b>(
    hours: &'b [HoursOfDay],
    by_appointment: bool,
    audience: Option<&'b str>,
) -> impl Iterator<Item = DaySlot<'b>> {
    let agreed = DaySlot { hours: None, kind: AccessKind::ByAppointment, audience };
    let known = hours.iter().map(move |HoursOfDay(hours)| {
        let kind = match (hours.start, hours.end) {
            (Some(_), Some(_)) if by_appointment => AccessKind::ByAppointment,
            (Some(_), Some(_)) => AccessKind::WalkIn,
            (Some(_), None) => AccessKind::OpenEnded,
            (None, _) => AccessKind::Unknown,
        };
        DaySlot { hours: Some(hours), kind, audience }
    });
    hours.is_empty().then_some(agreed).into_iter().chain(known)
}

/// Minutes from midnight, 0 to 1439.
fn minute_of_day(clock: NaiveDateTime) -> u16 {
    u16::try_from(clock.hour() * 60 + clock.minute()).unwrap_or(u16::MAX)
}
