//! Days and hours as the status line writes them: in lists without a year that is understood.

use chrono::{Days, NaiveDate};

use super::super::FactSheetBuilder;
use crate::board::{Closing, Item, Timing, takes_place_on};
use crate::locale::key;
use crate::model::{PartialDate, Weekday};

/// Days after the next one that are named; more are summed up by the last.
const MAX_OTHER_DAYS: usize = 4;

/// Days from now on which a day needs no year: fewer than a year, so that its weekday and month name it.
const DAYS_WITHOUT_YEAR: Days = Days::new(300);

impl FactSheetBuilder<'_> {
    /// Whether a day needs no year, because no other year can be meant.
    pub(in crate::compose::fact_sheet) fn is_near(&self, day: NaiveDate) -> bool {
        let limit = self.board.today.checked_add_days(DAYS_WITHOUT_YEAR);
        day >= self.board.today && limit.is_some_and(|limit| day < limit)
    }

    /// A day with its weekday.
    pub(super) fn format_date(&self, day: NaiveDate) -> String {
        if self.is_list && self.is_near(day) {
            self.locale.format_day_with_weekday(day)
        } else {
            self.locale.format_date_with_weekday(day)
        }
    }

    /// A day without its weekday.
    pub(super) fn format_short_date(&self, day: NaiveDate) -> String {
        if self.is_list && self.is_near(day) {
            self.locale.format_day_and_month(day)
        } else {
            self.locale.format_day(day)
        }
    }

    pub(super) fn format_partial_date(&self, date: PartialDate) -> String {
        match date {
            PartialDate::Day(day) => self.format_date(day),
            PartialDate::Month(..) | PartialDate::Year(_) => self.locale.format_partial_date(date),
        }
    }

    /// A first date: a day with its weekday, or a month.
    pub(super) fn format_start(&self, date: PartialDate) -> String {
        match date {
            PartialDate::Day(day) => self.format_date(day),
            PartialDate::Month(..) | PartialDate::Year(_) => self.locale.format_start(date),
        }
    }

    /// A last date: a day with its weekday, or the end of a month.
    pub(super) fn format_end(&self, date: PartialDate) -> String {
        match date {
            PartialDate::Day(day) => self.format_date(day),
            PartialDate::Month(..) | PartialDate::Year(_) => self.locale.format_end(date),
        }
    }

    pub(super) fn date_at(&self, moment: Closing) -> String {
        let date = self.format_end(moment.date);
        match moment.time {
            Some(time) => self.locale.format(key::date_at, &[("date", date.into()), ("time", time.to_string().into())]),
            None => date,
        }
    }

    /// Days after the next one: «anche 10 aprile 2027 e 8 maggio 2027».
    pub(in crate::compose::fact_sheet) fn other_days(&self, days: &[NaiveDate]) -> Option<String> {
        let last = days.last()?;
        if days.len() > MAX_OTHER_DAYS {
            let date = self.format_date(*last);
            return Some(self.locale.format(key::status_event_until, &[("date", date.into())]));
        }
        let dates: Vec<String> = days.iter().map(|day| self.format_short_date(*day)).collect();
        let dates = self.locale.join_and(dates.iter().map(String::as_str));
        Some(self.locale.format(key::status_also, &[("dates", dates.into())]))
    }

    pub(super) fn period(&self, timing: &Timing) -> Option<String> {
        let date = |date: PartialDate| self.format_partial_date(date).into();
        timing.period.map(|(start, end)| match end {
            Some(end) if end == start => self.format_partial_date(start),
            Some(end) => self.locale.format(key::date_from_to, &[("start", date(start)), ("end", date(end))]),
            None => self.locale.format(key::date_from, &[("start", date(start))]),
        })
    }

    pub(super) fn day_with_hours(&self, item: &Item, day: NaiveDate) -> String {
        let date = self.format_date(day);
        match self.hours_on(item, day) {
            Some(hours) => self.locale.format(key::date_hours, &[("date", date.into()), ("hours", hours.into())]),
            None => date,
        }
    }

    /// Hours on a day, of all editions that take place then.
    pub(in crate::compose::fact_sheet) fn hours_on(&self, item: &Item, day: NaiveDate) -> Option<String> {
        let weekday = Weekday::weekday_of(day);
        let editions = item.facts.editions().iter().filter(|edition| takes_place_on(edition, day));
        let slots = editions.filter_map(|edition| edition.hours.value()).flatten();
        let mut hours: Vec<String> = slots
            .filter(|slot| slot.days.is_empty() || slot.days.contains(&weekday))
            .map(|slot| self.format_hours(slot))
            .filter(|hours| !hours.is_empty())
            .collect();
        hours.dedup();
        (!hours.is_empty()).then(|| hours.join(", "))
    }
}
