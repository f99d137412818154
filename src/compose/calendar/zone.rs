//! The rules of a time zone over some years (RFC 5545, section 3.6.5): a course that is at ten stays at ten when the
//! clocks change.

use std::borrow::Cow;

use chrono::{DateTime, Duration, NaiveDate, NaiveDateTime, NaiveTime, Offset, TimeZone};
use chrono_tz::{OffsetComponents, OffsetName, Tz, TzOffset};
use ical::component::{IcalComponent, IcalComponentKind};
use ical::prop::IcalProp;
use ical::value::IcalValue;
use ical::value::utc_offset::IcalUtcOffset;

use super::{component, moment, prop, text};

/// Clocks do not change twice within so many days.
const STEP_DAYS: i64 = 20;

/// So long before a day a zone that changes its clocks has changed them.
const BEFORE_DAYS: i64 = 400;

/// The `VTIMEZONE` of a zone: what holds on the first day, and each change of its clocks up to the last.
pub(super) fn timezone(zone: Tz, first: NaiveDate, last: NaiveDate) -> IcalComponent<'static> {
    let first = first.and_time(NaiveTime::MIN);
    let end = last.and_time(NaiveTime::MIN) + Duration::days(2);
    let mut now = first - Duration::days(BEFORE_DAYS);
    let mut offset = zone.offset_from_utc_datetime(&now);
    let mut changes = vec![(now, offset, offset)];
    while now < end {
        let next = now + Duration::days(STEP_DAYS);
        let after = zone.offset_from_utc_datetime(&next);
        if after.fix() != offset.fix() {
            changes.push((change(zone, now, next), offset, after));
        }
        (now, offset) = (next, after);
    }
    // The day before: clocks of the first day may be ahead of UTC.
    let holds = changes.iter().rposition(|(when, ..)| *when < first - Duration::days(1)).unwrap_or_default();
    let rules = changes.iter().skip(holds).map(|(when, from, to)| observance(*when, from, to)).collect();
    component(IcalComponentKind::VTimezone, vec![text("TZID", zone.name())], rules)
}

/// The first second, in UTC, at which the offset is that of `after`.
fn change(zone: Tz, mut before: NaiveDateTime, mut after: NaiveDateTime) -> NaiveDateTime {
    let wanted = zone.offset_from_utc_datetime(&after).fix();
    while after - before > Duration::seconds(1) {
        let middle = before + (after - before) / 2;
        let middle = DateTime::from_timestamp(middle.and_utc().timestamp(), 0).unwrap_or_default().naive_utc();
        if zone.offset_from_utc_datetime(&middle).fix() == wanted { after = middle } else { before = middle }
    }
    after
}

/// One rule: from a moment on clocks show `to`, until then `from`. Its start is on the clocks as they were.
fn observance(from_when: NaiveDateTime, from: &TzOffset, to: &TzOffset) -> IcalComponent<'static> {
    let local = from_when + Duration::seconds(i64::from(from.fix().local_minus_utc()));
    let kind = if to.dst_offset().is_zero() { IcalComponentKind::Standard } else { IcalComponentKind::Daylight };
    let mut props = vec![
        moment("DTSTART", Vec::new(), local.format("%Y%m%dT%H%M%S").to_string()),
        offset_of("TZOFFSETFROM", from),
        offset_of("TZOFFSETTO", to),
    ];
    props.extend(to.abbreviation().map(|name| text("TZNAME", name.to_owned())));
    component(kind, props, Vec::new())
}

fn offset_of(name: &'static str, offset: &TzOffset) -> IcalProp<'static> {
    let minutes = offset.fix().local_minus_utc() / 60;
    let sign = if minutes < 0 { '-' } else { '+' };
    let written = format!("{sign}{:02}{:02}", minutes.abs() / 60, minutes.abs() % 60);
    prop(name, Vec::new(), IcalValue::UtcOffset(IcalUtcOffset(Cow::Owned(written))))
}
