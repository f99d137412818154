//! `VTIMEZONE` of a time zone (RFC 5545, section 3.6.5), so that a course at ten stays at ten when clocks change.
//!
//! Outlook reads at most one `STANDARD` and one `DAYLIGHT`, each with a yearly rule that names the month and one day of it
//! (MS-OXCICAL, section 2.1.3.1.1.19), so every change of the clocks to the same time is one observance.

use std::borrow::Cow;

use chrono::{Datelike, Days, Duration, NaiveDate, NaiveDateTime, NaiveTime, Offset, TimeZone};
use chrono_tz::{OffsetName, Tz, TzOffset};
use ical::component::{IcalComponent, IcalComponentKind};
use ical::prop::IcalProp;
use ical::value::IcalValue;
use ical::value::datetime::IcalDateTimeList;
use ical::value::recur::IcalRecur;
use ical::value::utc_offset::IcalUtcOffset;

use super::{component, date_time_property, property, text_property, weekday_code, word_property};
use crate::board::find_offset_change;
use crate::model::Weekday;
use crate::text::escape::IcsText;

/// Step of the search for transitions, in days; no zone changes twice within it.
const SEARCH_STEP_DAYS: i64 = 20;

/// Years before and after the events whose transitions must follow a rule for it to be written.
const YEARS_AROUND: i32 = 1;

/// Start of the time that has always been, as other programs write it.
const ALWAYS: &str = "19700101T000000";

/// A change of the clocks.
struct Transition {
    /// Local time before the change.
    local: NaiveDateTime,
    from: TzOffset,
    to: TzOffset,
}

/// Changes between the same two times.
struct Observance {
    from: TzOffset,
    to: TzOffset,
    /// Local times before the changes, the earliest first; none for the time that holds before all changes.
    changes: Vec<NaiveDateTime>,
}

/// `VTIMEZONE` of a zone for events from `first` to `last`: what holds on the first day, and every change up to the last.
pub(super) fn vtimezone(zone: Tz, first: NaiveDate, last: NaiveDate) -> IcalComponent<'static> {
    let years = first.year() - YEARS_AROUND..=last.year() + YEARS_AROUND;
    let changes = find_transitions(zone, (*years.start(), *years.end()));
    // One day earlier: local time of the first day may be ahead of UTC.
    let is_before = |change: &Transition| change.local.date() < first - Days::new(1);
    let known = changes.iter().rposition(is_before);
    let mut observances: Vec<Observance> = Vec::new();
    let before = known.and_then(|index| changes.get(index)).map(|change| change.to);
    if before.is_none() {
        let start = first.and_time(NaiveTime::MIN) - Duration::days(1);
        let offset = zone.offset_from_utc_datetime(&start);
        observances.push(Observance { from: offset, to: offset, changes: Vec::new() });
    }
    for Transition { local, from, to } in changes {
        let same = |known: &&mut Observance| {
            (known.from.fix(), known.to.fix()) == (from.fix(), to.fix()) && !known.changes.is_empty()
        };
        match observances.iter_mut().find(same) {
            Some(known) => known.changes.push(local),
            None => observances.push(Observance { from, to, changes: vec![local] }),
        }
    }
    let pairs: Vec<_> = observances.iter().map(|known| (known.from.fix(), known.to.fix())).collect();
    let components = observances.iter().filter_map(|known| {
        let is_seasonal = pairs.contains(&(known.to.fix(), known.from.fix())) && !known.changes.is_empty();
        known.write(is_seasonal, &years, (first, last))
    });
    component(IcalComponentKind::VTimezone, vec![word_property("TZID", zone.name())], components.collect())
}

/// Changes of the clocks in some years, both included.
fn find_transitions(zone: Tz, (first, last): (i32, i32)) -> Vec<Transition> {
    let start_of = |year: i32| NaiveDate::from_ymd_opt(year, 1, 1).map(|day| day.and_time(NaiveTime::MIN));
    let (Some(mut now), Some(end)) = (start_of(first), start_of(last + 1)) else { return Vec::new() };
    let mut from = zone.offset_from_utc_datetime(&now);
    let mut found = Vec::new();
    while now < end {
        let next = now + Duration::days(SEARCH_STEP_DAYS);
        let to = zone.offset_from_utc_datetime(&next);
        if to.fix() != from.fix() {
            let local =
                find_offset_change(zone, now, next) + Duration::seconds(i64::from(from.fix().local_minus_utc()));
            found.extend((local < end).then_some(Transition { local, from, to }));
        }
        (now, from) = (next, to);
    }
    found
}

impl Observance {
    /// Writes `STANDARD` or `DAYLIGHT`: with a yearly rule if the changes of all years follow one, else with the changes that
    /// the days between `first` and `last` need; `None` if these need none.
    fn write(
        &self,
        is_seasonal: bool,
        years: &std::ops::RangeInclusive<i32>,
        (first, last): (NaiveDate, NaiveDate),
    ) -> Option<IcalComponent<'static>> {
        let is_summer = is_seasonal && self.to.fix().local_minus_utc() > self.from.fix().local_minus_utc();
        let kind = if is_summer { IcalComponentKind::Daylight } else { IcalComponentKind::Standard };
        let written = |local: &NaiveDateTime| local.format("%Y%m%dT%H%M%S").to_string();
        let rule = yearly_rule(&self.changes, years);
        let needed = self.needed_changes(first, last);
        let start = match (&rule, needed.first()) {
            (Some(_), _) => self.changes.first().map(written)?,
            (None, Some(change)) => written(change),
            (None, None) if self.changes.is_empty() => ALWAYS.to_owned(),
            (None, None) => return None,
        };
        let mut props = vec![
            date_time_property("DTSTART", Vec::new(), start),
            offset_property("TZOFFSETFROM", &self.from),
            offset_property("TZOFFSETTO", &self.to),
        ];
        match (rule, needed.split_first()) {
            (Some(rule), _) => {
                props.push(property("RRULE", Vec::new(), IcalValue::Recur(IcalRecur(Cow::Owned(rule)))));
            }
            (None, Some((_, others))) if !others.is_empty() => {
                let others = others.iter().map(|change| Cow::Owned(written(change))).collect();
                props.push(property("RDATE", Vec::new(), IcalValue::DateTimeList(IcalDateTimeList(others))));
            }
            _ => {}
        }
        props.extend(self.to.abbreviation().map(|name| text_property("TZNAME", IcsText::new(name))));
        Some(component(kind, props, Vec::new()))
    }

    /// The last change before the first day, and those up to the last one.
    fn needed_changes(&self, first: NaiveDate, last: NaiveDate) -> &[NaiveDateTime] {
        let holds = self.changes.partition_point(|change| change.date() < first - Days::new(1)).saturating_sub(1);
        let end = self.changes.partition_point(|change| change.date() <= last + Days::new(2));
        self.changes.get(holds..end).unwrap_or_default()
    }
}

/// `FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU` if there is one change in each of some years and all are on that day at the same hour.
fn yearly_rule(changes: &[NaiveDateTime], years: &std::ops::RangeInclusive<i32>) -> Option<String> {
    if !changes.iter().map(Datelike::year).eq(years.clone()) {
        return None;
    }
    let first = changes.first()?;
    let alike = |change: &NaiveDateTime| (change.month(), change.weekday(), change.time());
    if !changes.iter().all(|change| alike(change) == alike(first)) {
        return None;
    }
    let week = |change: &NaiveDateTime| i64::from(change.day0() / 7 + 1);
    let is_last = |change: &NaiveDateTime| (change.date() + Days::new(7)).month() != change.month();
    let position = if changes.iter().all(is_last) {
        -1
    } else {
        Some(week(first)).filter(|position| changes.iter().all(|change| week(change) == *position))?
    };
    let day = weekday_code(Weekday::weekday_of(first.date()));
    Some(format!("FREQ=YEARLY;BYMONTH={};BYDAY={position}{day}", first.month()))
}

fn offset_property(name: &'static str, offset: &TzOffset) -> IcalProp<'static> {
    let minutes = offset.fix().local_minus_utc() / 60;
    let sign = if minutes < 0 { '-' } else { '+' };
    let written = format!("{sign}{:02}{:02}", minutes.abs() / 60, minutes.abs() % 60);
    property(name, Vec::new(), IcalValue::UtcOffset(IcalUtcOffset(Cow::Owned(written))))
}

#[cfg(test)]
mod tests {
    use chrono_tz::{Africa, America, Asia, Europe};

    use super::*;

    fn lines(zone: Tz, first: &str, last: &str) -> Vec<String> {
        let component = vtimezone(zone, first.parse().unwrap(), last.parse().unwrap());
        let text = super::super::write_components(vec![component]);
        let needed = ["BEGIN:STANDARD", "BEGIN:DAYLIGHT", "DTSTART", "RRULE", "RDATE", "TZOFFSETTO"];
        text.lines().filter(|line| needed.iter().any(|name| line.starts_with(name))).map(str::to_owned).collect()
    }

    #[test]
    fn clocks_of_rome_follow_one_rule() {
        assert_eq!(
            lines(Europe::Rome, "2026-12-09", "2027-06-30"),
            [
                "BEGIN:DAYLIGHT",
                "DTSTART:20250330T020000",
                "TZOFFSETTO:+0200",
                "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
                "BEGIN:STANDARD",
                "DTSTART:20251026T030000",
                "TZOFFSETTO:+0100",
                "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
            ]
        );
    }

    #[test]
    fn second_sunday_is_told_from_the_last() {
        let found = lines(America::New_York, "2027-01-10", "2027-01-10");
        assert!(found.contains(&"RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU".to_owned()), "{found:?}");
        assert!(found.contains(&"RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU".to_owned()), "{found:?}");
    }

    #[test]
    fn zone_without_summer_time_has_one_standard() {
        assert_eq!(
            lines(Asia::Dhaka, "2027-01-10", "2027-07-10"),
            ["BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETTO:+0600"]
        );
    }

    #[test]
    fn changes_without_a_rule_are_named_one_by_one() {
        // Clocks of Morocco go back for Ramadan, which moves.
        let found = lines(Africa::Casablanca, "2027-01-10", "2028-12-10");
        assert_eq!(found.iter().filter(|line| line.starts_with("BEGIN")).count(), 2, "{found:?}");
        assert_eq!(found.iter().filter(|line| line.starts_with("RDATE")).count(), 2, "{found:?}");
        assert!(!found.iter().any(|line| line.starts_with("RRULE")), "{found:?}");
    }
}
