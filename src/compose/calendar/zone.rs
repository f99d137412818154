//! `VTIMEZONE` of a time zone (RFC 5545, section 3.6.5), so that a course at ten stays at ten when clocks change.

use std::borrow::Cow;

use chrono::{Duration, NaiveDate, NaiveDateTime, NaiveTime, Offset, TimeZone};
use chrono_tz::{OffsetComponents, OffsetName, Tz, TzOffset};
use ical::component::{IcalComponent, IcalComponentKind};
use ical::prop::IcalProp;
use ical::value::IcalValue;
use ical::value::utc_offset::IcalUtcOffset;

use super::{component, date_time_property, property, text_property, word_property};
use crate::board::find_offset_change;
use crate::text::escape::IcsText;

/// Step of the search for transitions, in days; no zone changes twice within it.
const SEARCH_STEP_DAYS: i64 = 20;

/// Days to look back for the transition in force on the first day.
const LOOK_BACK_DAYS: i64 = 400;

/// `VTIMEZONE` with the offset in force on `first` and every transition up to `last`.
pub(super) fn vtimezone(zone: Tz, first: NaiveDate, last: NaiveDate) -> IcalComponent<'static> {
    let first = first.and_time(NaiveTime::MIN);
    let end = last.and_time(NaiveTime::MIN) + Duration::days(2);
    let mut now = first - Duration::days(LOOK_BACK_DAYS);
    let mut offset = zone.offset_from_utc_datetime(&now);
    let mut changes = vec![(now, offset, offset)];
    while now < end {
        let next = now + Duration::days(SEARCH_STEP_DAYS);
        let after = zone.offset_from_utc_datetime(&next);
        if after.fix() != offset.fix() {
            changes.push((find_offset_change(zone, now, next), offset, after));
        }
        (now, offset) = (next, after);
    }
    // One day earlier: local time of the first day may be ahead of UTC.
    let holds = changes.iter().rposition(|(when, ..)| *when < first - Duration::days(1)).unwrap_or_default();
    let rules = changes.iter().skip(holds).map(|(when, from, to)| observance(*when, from, to)).collect();
    component(IcalComponentKind::VTimezone, vec![word_property("TZID", zone.name())], rules)
}

/// `STANDARD` or `DAYLIGHT` component: offset `from` before the transition, `to` after it; `DTSTART` in the old local time.
fn observance(from_when: NaiveDateTime, from: &TzOffset, to: &TzOffset) -> IcalComponent<'static> {
    let local = from_when + Duration::seconds(i64::from(from.fix().local_minus_utc()));
    let kind = if to.dst_offset().is_zero() { IcalComponentKind::Standard } else { IcalComponentKind::Daylight };
    let mut props = vec![
        date_time_property("DTSTART", Vec::new(), local.format("%Y%m%dT%H%M%S").to_string()),
        offset_property("TZOFFSETFROM", from),
        offset_property("TZOFFSETTO", to),
    ];
    props.extend(to.abbreviation().map(|name| text_property("TZNAME", IcsText::new(name))));
    component(kind, props, Vec::new())
}

fn offset_property(name: &'static str, offset: &TzOffset) -> IcalProp<'static> {
    let minutes = offset.fix().local_minus_utc() / 60;
    let sign = if minutes < 0 { '-' } else { '+' };
    let written = format!("{sign}{:02}{:02}", minutes.abs() / 60, minutes.abs() % 60);
    property(name, Vec::new(), IcalValue::UtcOffset(IcalUtcOffset(Cow::Owned(written))))
}
