//! Holidays of Italy and of a town.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Deserializer, de::Error};

/// A day of every year, written `06-29`: month and day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct YearlyDay {
    month: u32,
    day: u32,
}

impl YearlyDay {
    /// Parses `06-29`; `None` if no year has such a day.
    fn parse(text: &str) -> Option<Self> {
        // A leap year has every day.
        let date: NaiveDate = format!("2024-{text}").parse().ok()?;
        (text.len() == 5).then_some(Self { month: date.month(), day: date.day() })
    }

    /// This day of a year; `None` for 29 February of a year that has none.
    #[must_use]
    pub fn date_in(self, year: i32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(year, self.month, self.day)
    }

    /// Whether a date is this day of its year.
    pub(super) fn is_on(self, date: NaiveDate) -> bool {
        (date.month(), date.day()) == (self.month, self.day)
    }
}

impl<'de> Deserialize<'de> for YearlyDay {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| D::Error::custom(format!("«{text}»: mese e giorno, per esempio \"06-29\"")))
    }
}

/// Whether a day is a national holiday in Italy (law 260/1949 and later), including Easter Sunday and Monday.
pub(super) fn is_national_holiday(day: NaiveDate) -> bool {
    const FIXED: [(u32, u32); 11] =
        [(1, 1), (1, 6), (4, 25), (5, 1), (6, 2), (8, 15), (10, 4), (11, 1), (12, 8), (12, 25), (12, 26)];
    // Saint Francis is a holiday from 2026 on (law 151/2025).
    let fixed = FIXED.contains(&(day.month(), day.day())) && !(day.month() == 10 && day.year() < 2026);
    fixed || easter(day.year()).is_some_and(|easter| easter == day || easter.succ_opt() == Some(day))
}

/// The day of a holiday in a year: `06-02`, or `easter 1` for the Monday after Easter. `None` for anything else.
#[must_use]
pub fn date_of_holiday(day: &str, year: i32) -> Option<NaiveDate> {
    match day.strip_prefix("easter ") {
        Some(after) => easter(year)?.checked_add_days(chrono::Days::new(after.parse().ok()?)),
        None => YearlyDay::parse(day)?.date_in(year),
    }
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
    fn holidays_have_their_day_in_each_year() {
        let day = |name, year| date_of_holiday(name, year).map(|day| day.to_string());
        assert_eq!(day("06-02", 2027).as_deref(), Some("2027-06-02"));
        assert_eq!(day("easter 0", 2027).as_deref(), Some("2027-03-28"));
        assert_eq!(day("easter 1", 2027).as_deref(), Some("2027-03-29"));
        assert_eq!(day("", 2027), None);
    }

    #[test]
    fn days_of_every_year_are_month_and_day() {
        assert_eq!(YearlyDay::parse("06-29"), Some(YearlyDay { month: 6, day: 29 }));
        assert!(YearlyDay::parse("02-29").is_some());
        for wrong in ["29-06", "6-29", "02-30", "2026-06-29", "29 giugno", ""] {
            assert_eq!(YearlyDay::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn easter_sunday_of_several_years() {
        for day in ["2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2038-04-25"] {
            let day: NaiveDate = day.parse().unwrap();
            assert_eq!(easter(day.year()), Some(day));
        }
    }
}
