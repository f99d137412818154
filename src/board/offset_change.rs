//! The instant at which the clocks of a time zone are changed.

use chrono::{Duration, NaiveDateTime, Offset, TimeZone, Timelike};
use chrono_tz::Tz;

/// First second, in UTC, at which the offset of `after` applies; binary search between two instants in UTC, between which
/// the clocks of the zone are changed once.
#[must_use]
pub fn find_offset_change(zone: Tz, mut before: NaiveDateTime, mut after: NaiveDateTime) -> NaiveDateTime {
    let wanted = zone.offset_from_utc_datetime(&after).fix();
    while after - before > Duration::seconds(1) {
        let middle = before + (after - before) / 2;
        let middle = middle.with_nanosecond(0).unwrap_or(middle);
        if zone.offset_from_utc_datetime(&middle).fix() == wanted { after = middle } else { before = middle }
    }
    after
}
