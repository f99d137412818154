//! The instant at which the clocks of a time zone show a time.

use chrono::{DateTime, NaiveDateTime, TimeZone};
use chrono_tz::{GapInfo, Tz};

/// The first instant at which the clocks of a zone show a time or, where they skip it, the first one after the gap: in Cairo
/// and Beirut summer time begins at midnight, so that a day begins at one. `None` outside the years that a zone knows.
///
/// ```
/// use bacheca::board::find_local_instant;
/// use chrono_tz::Africa::Cairo;
///
/// let midnight = "2027-04-30T00:00:00".parse().unwrap();
/// assert_eq!(find_local_instant(Cairo, midnight).unwrap().to_rfc3339(), "2027-04-30T01:00:00+03:00");
/// ```
#[must_use]
pub fn find_local_instant(zone: Tz, local: NaiveDateTime) -> Option<DateTime<Tz>> {
    zone.from_local_datetime(&local).earliest().or_else(|| GapInfo::new(&local, &zone)?.end)
}
