//! Holidays of Italy.

use chrono::{Datelike, NaiveDate};

/// Whether a day is a national holiday in Italy (law 260/1949 and later), including Easter Monday.
pub(super) fn is_holiday(day: NaiveDate) -> bool {
    const FIXED: [(u32, u32); 11] =
        [(1, 1), (1, 6), (4, 25), (5, 1), (6, 2), (8, 15), (10, 4), (11, 1), (12, 8), (12, 25), (12, 26)];
    // Saint Francis is a holiday from 2026 on (law 151/2025).
    let fixed = FIXED.contains(&(day.month(), day.day())) && !(day.month() == 10 && day.year() < 2026);
    fixed || easter(day.year()).and_then(|easter| easter.succ_opt()) == Some(day)
}

/// Easter Sunday of a year in the Gregorian calendar (Meeus, Jones and Butcher).
#[expect(clippy::many_single_char_names, reason = "the letters of the published algorithm")]
fn easter(year: i32) -> Option<NaiveDate> {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let sum = h + l - 7 * m + 114;
    NaiveDate::from_ymd_opt(year, u32::try_from(sum / 31).ok()?, u32::try_from(sum % 31 + 1).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_sunday_of_several_years() {
        for day in ["2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2038-04-25"] {
            let day: NaiveDate = day.parse().unwrap();
            assert_eq!(easter(day.year()), Some(day));
        }
    }
}
