//! Dates and weekdays in a language.

use chrono::{Datelike, NaiveDate};
use icu_calendar::types::{RataDie, Weekday as IcuWeekday};
use icu_calendar::{Date, Gregorian};

use super::{Locale, TextKey, key};
use crate::model::{PartialDate, Weekday};

impl Locale {
    /// Formats a date with weekday and year: «lunedì 30 novembre 2026».
    #[must_use]
    pub fn format_date_with_weekday(&self, date: NaiveDate) -> String {
        self.format_partial_date(PartialDate::Day(date))
    }

    /// Formats a date at its precision: a day with its weekday, a month, a year.
    #[must_use]
    pub fn format_partial_date(&self, date: PartialDate) -> String {
        if let Some(known) = self.dates.read().ok().and_then(|dates| dates.get(&date).cloned()) {
            return known;
        }
        let first = to_icu_date(date.first_day());
        let text = match date {
            PartialDate::Day(day) => self.with_ordinal(day, self.full_date.format(&first).to_string()),
            PartialDate::Month(..) => self.month.format(&first).to_string(),
            PartialDate::Year(year) => year.to_string(),
        };
        if let Ok(mut dates) = self.dates.write() {
            dates.insert(date, text.clone());
        }
        text
    }

    /// Formats a date without weekday, for publication dates: «30 novembre 2026».
    #[must_use]
    pub fn format_day(&self, date: NaiveDate) -> String {
        self.with_ordinal(date, self.short_date.format(&to_icu_date(date)).to_string())
    }

    /// Formats a date without weekday and year: «30 novembre».
    #[must_use]
    pub fn format_day_and_month(&self, date: NaiveDate) -> String {
        self.with_ordinal(date, self.day_and_month.format(&to_icu_date(date)).to_string())
    }

    /// Formats a date with its weekday and without year: «lunedì 30 novembre».
    #[must_use]
    pub fn format_day_with_weekday(&self, date: NaiveDate) -> String {
        self.with_ordinal(date, self.day_with_weekday.format(&to_icu_date(date)).to_string())
    }

    /// Whether the names of months are known: otherwise dates are «2026 M11 30, Mon».
    #[must_use]
    pub fn has_month_names(&self) -> bool {
        NaiveDate::from_ymd_opt(2026, 11, 30).is_none_or(|day| !self.format_day(day).contains("M11"))
    }

    /// The first of a month as French writes it, «1er décembre»: ICU's patterns have no ordinals.
    fn with_ordinal(&self, day: NaiveDate, text: String) -> String {
        if day.day() == 1 && self.code == "fr" { text.replacen("1 ", "1er ", 1) } else { text }
    }

    /// Short name of a weekday: «lun».
    #[must_use]
    pub fn format_short_weekday(&self, day: Weekday) -> String {
        let day = match day {
            Weekday::Monday => IcuWeekday::Monday,
            Weekday::Tuesday => IcuWeekday::Tuesday,
            Weekday::Wednesday => IcuWeekday::Wednesday,
            Weekday::Thursday => IcuWeekday::Thursday,
            Weekday::Friday => IcuWeekday::Friday,
            Weekday::Saturday => IcuWeekday::Saturday,
            Weekday::Sunday => IcuWeekday::Sunday,
        };
        // «lun.» with a full stop would read as the end of a sentence.
        self.short_weekday.format(&day).to_string().trim_end_matches('.').to_owned()
    }

    /// Formats a date as the end of something: of a month its end, without a day that nobody gave.
    #[must_use]
    pub fn format_end(&self, date: PartialDate) -> String {
        self.format_month_with(key::month_end, date)
    }

    /// Formats a date as the start of something: a day with its weekday, or a month.
    #[must_use]
    pub fn format_start(&self, date: PartialDate) -> String {
        self.format_month_with(key::month_start, date)
    }

    fn format_month_with(&self, key: TextKey, date: PartialDate) -> String {
        let written = self.format_partial_date(date);
        match date {
            PartialDate::Month(..) => self.format(key, &[("month", written.into())]),
            PartialDate::Day(_) | PartialDate::Year(_) => written,
        }
    }

    /// Formats month and year: «novembre 2026».
    #[must_use]
    pub fn format_month(&self, date: NaiveDate) -> String {
        self.format_partial_date(PartialDate::Month(date.year(), date.month()))
    }
}

fn to_icu_date(date: NaiveDate) -> Date<Gregorian> {
    Date::from_rata_die(RataDie::new(date.num_days_from_ce().into()), Gregorian)
}
