//! The hours of a contact point in words: the regular week, and the days that differ.

use chrono::{Days, NaiveDate};
use serde::Serialize;

use super::schedule::{SCHEDULE_DAYS, Schedule};
use crate::board::{AccessKind, DaySlot, HoursException, OpeningCalendar, Verification};
use crate::compose::fact_sheet::{FactSheetBuilder, Line};
use crate::locale::key;
use crate::model::{AccessKind as AccessWord, ContactPoint, Gender, HoursOfDay, OpeningHours, PartialDate, Weekday};

/// When a contact point is open, as far as readers may rely on it.
#[derive(Debug, Clone, Default, Serialize)]
pub struct HoursSheet<'b> {
    /// The regular week from Monday to Sunday; empty if the hours are unknown, or too old.
    pub week: Vec<DayLine<'b>>,
    /// The regular week in a few words: «lun–ven 9:00–18:00», one entry for each group of days; empty as [`Self::week`].
    pub short: Vec<String>,
    /// Hours as somebody has written them, if nobody could read them; only if they are not too old.
    pub as_written: Option<Line<'b>>,
    /// Days of the next two months that differ: closures, holidays, extra openings.
    pub notices: Vec<DayNotice<'b>>,
    /// The hours of the next two months, for scripts; `None` if nothing may be claimed.
    pub schedule: Option<Schedule>,
}

/// A day of the regular week.
#[derive(Debug, Clone, Serialize)]
pub struct DayLine<'b> {
    /// ISO number of the day: 1 is Monday.
    pub number: usize,
    /// Its name in the page's language.
    pub name: &'b str,
    /// Hours; empty if it is closed.
    pub slots: Vec<SlotLine<'b>>,
}

/// Hours of a day.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SlotLine<'b> {
    /// «9:00–13:00»; empty if they are agreed upon.
    pub hours: String,
    /// «su appuntamento»
    pub by_appointment: Option<&'b str>,
    /// For whom, if not for everybody.
    pub audience: Option<Line<'b>>,
}

/// Days whose hours are not the regular ones.
#[derive(Debug, Clone, Serialize)]
pub struct DayNotice<'b> {
    /// «martedì 8 dicembre 2026»
    pub when: String,
    /// Closed or open, and at what hours.
    pub what: String,
    /// Why.
    pub reason: Option<Line<'b>>,
}

/// Builds the hours of a contact point.
pub(super) fn build_hours_sheet<'b>(
    writer: &FactSheetBuilder<'b>,
    contact_point: &'b ContactPoint,
    verification: Verification,
) -> HoursSheet<'b> {
    if !verification.is_reliable() {
        return HoursSheet::default();
    }
    let territory = &writer.board.config.territorio;
    let calendar = OpeningCalendar::new(territory, contact_point);
    let are_known = matches!(&contact_point.hours, Some(OpeningHours::Slots(slots)) if !slots.is_empty());
    let (week, schedule) = if are_known {
        (week_lines(writer, &calendar), Some(Schedule::new(&calendar, writer.board.today)))
    } else {
        (Vec::new(), None)
    };
    HoursSheet {
        short: short_lines(writer, &week),
        as_written: match &contact_point.hours {
            Some(OpeningHours::Text(text)) => Some(writer.in_board_language(text)),
            _ => None,
        },
        notices: notices(writer, contact_point, are_known.then_some(&calendar)),
        week,
        schedule,
    }
}

fn week_lines<'b>(writer: &FactSheetBuilder<'b>, calendar: &OpeningCalendar<'b>) -> Vec<DayLine<'b>> {
    let line = |(position, (day, slots)): (usize, (Weekday, &[DaySlot<'b>]))| DayLine {
        number: position + 1,
        name: writer.vocabulary_word("weekday", day.word()),
        slots: slots.iter().map(|slot| slot_line(writer, slot)).collect(),
    };
    calendar.regular_week().enumerate().map(line).collect()
}

fn slot_line<'b>(writer: &FactSheetBuilder<'b>, slot: &DaySlot<'b>) -> SlotLine<'b> {
    SlotLine {
        hours: slot.hours.map(|hours| writer.format_hours(hours)).unwrap_or_default(),
        by_appointment: (slot.kind == AccessKind::ByAppointment)
            .then(|| writer.vocabulary_word("access", AccessWord::Appointment.word())),
        audience: slot.audience.map(|audience| match Gender::from_word(audience) {
            Some(gender) => writer.vocabulary_line(Gender::VOCABULARY, gender.word()),
            None => writer.in_board_language(audience),
        }),
    }
}

/// Days with the same hours together, in the order of the first of each.
fn short_lines(writer: &FactSheetBuilder<'_>, week: &[DayLine<'_>]) -> Vec<String> {
    let mut groups: Vec<(Vec<Weekday>, &[SlotLine<'_>])> = Vec::new();
    for (day, line) in Weekday::ALL.iter().zip(week).filter(|(_, line)| !line.slots.is_empty()) {
        match groups.iter_mut().find(|(_, slots)| *slots == line.slots) {
            Some((days, _)) => days.push(*day),
            None => groups.push((vec![*day], &line.slots)),
        }
    }
    let line = |(days, slots): &(Vec<Weekday>, &[SlotLine<'_>])| {
        let slots: Vec<String> = slots
            .iter()
            .map(|slot| {
                let audience = slot.audience.as_ref().map(|audience| format!("({})", writer.isolate_foreign(audience)));
                let hours = Some(slot.hours.as_str()).filter(|hours| !hours.is_empty());
                let words = [hours, slot.by_appointment, audience.as_deref()];
                words.into_iter().flatten().collect::<Vec<_>>().join(" ")
            })
            .collect();
        let days = writer.join_days(days, |day| writer.locale.format_short_weekday(day));
        format!("{days} {}", writer.locale.join_commas(&slots))
    };
    groups.iter().map(line).collect()
}

/// Closures and extra openings as declared, and holidays if the regular hours are known, of the days of the schedule.
fn notices<'b>(
    writer: &FactSheetBuilder<'b>,
    contact_point: &'b ContactPoint,
    calendar: Option<&OpeningCalendar<'b>>,
) -> Vec<DayNotice<'b>> {
    let today = writer.board.today;
    let Some(end) = today.checked_add_days(Days::new(SCHEDULE_DAYS)) else { return Vec::new() };
    let is_near = |first: NaiveDate, last: NaiveDate| first < end && last >= today;
    let locale = writer.locale;
    let reason = |reason: &'b Option<String>| reason.as_deref().map(|reason| writer.in_board_language(reason));
    let closures = contact_point.closures.iter().filter_map(|closure| {
        let dates = closure.dates.filter(|dates| is_near(dates.start.first_day(), dates.end.last_day()))?;
        let when = if dates.start == dates.end {
            locale.format_partial_date(dates.start)
        } else {
            format_period(writer, dates.start, dates.end)
        };
        let what = locale.text(key::hours_closed).to_owned();
        Some((dates.start.first_day(), DayNotice { when, what, reason: reason(&closure.reason) }))
    });
    let openings = contact_point.extra_openings.iter().flat_map(|opening| {
        let days = opening.dates.iter().filter(|day| is_near(**day, **day));
        days.map(|day| {
            let hours: Vec<String> = opening.hours.iter().map(|HoursOfDay(hours)| writer.format_hours(hours)).collect();
            let appointment =
                opening.by_appointment.then(|| writer.vocabulary_word("access", AccessWord::Appointment.word()));
            let hours = [locale.join_commas(&hours)].into_iter().chain(appointment.map(str::to_owned));
            let hours: Vec<String> = hours.filter(|words| !words.is_empty()).collect();
            let what = locale.format(key::hours_open, &[("hours", hours.join(" ").into())]);
            let words = [&opening.audience, &opening.reason].into_iter().flatten();
            let words: Vec<Line<'b>> = words.map(|words| writer.in_board_language(words)).collect();
            let reason = (!words.is_empty()).then(|| writer.join_lines(words, " · "));
            (*day, DayNotice { when: locale.format_date_with_weekday(*day), what, reason })
        })
    });
    let holidays = calendar.into_iter().flat_map(|calendar| {
        let days = today.iter_days().take_while(|day| *day < end);
        let holidays = days.filter(|day| calendar.day(*day).exception == Some(HoursException::Holiday));
        holidays.map(|day| {
            let what = locale.text(key::hours_holiday).to_owned();
            (day, DayNotice { when: locale.format_date_with_weekday(day), what, reason: None })
        })
    });
    let mut notices: Vec<(NaiveDate, DayNotice<'b>)> = closures.chain(openings).chain(holidays).collect();
    notices.sort_by_key(|(first, _)| *first);
    notices.into_iter().map(|(_, notice)| notice).collect()
}

fn format_period(writer: &FactSheetBuilder<'_>, start: PartialDate, end: PartialDate) -> String {
    let [start, end] = [start, end].map(|date| writer.locale.format_partial_date(date).into());
    writer.locale.format(key::period, &[("start", start), ("end", end)])
}
