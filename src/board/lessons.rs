//! Days on which an edition has no lessons: its pauses and, of a course, the holidays.

use chrono::NaiveDate;

use crate::config::Territory;
use crate::model::{Dates, Edition, Kind, Opportunity, PartialDate, Pause, Pauses, Weekday};

/// Longest period, in days, whose lessons are looked for: ten years.
const MAX_PERIOD_DAYS: usize = 3_653;

/// Days within the dates of an edition on which it does not take place.
#[derive(Clone, Copy)]
pub struct LessonBreaks<'b> {
    pauses: Option<&'b Pauses>,
    /// The town whose holidays count; `None` if lessons take place on them.
    territory: Option<&'b Territory>,
    /// First and last day, which the announcement names, so that they are no breaks although they may be holidays.
    named: [Option<PartialDate>; 2],
}

impl<'b> LessonBreaks<'b> {
    /// Breaks of an edition: its own pauses, else those of the whole.
    #[must_use]
    pub fn new(territory: &'b Territory, facts: &'b Opportunity, edition: &'b Edition) -> Self {
        let pauses = edition.pauses.as_ref().or(facts.pauses.as_ref());
        let has_holidays = facts.kind() == Kind::Training && pauses != Some(&Pauses::None);
        let dates = edition.dates.value();
        let named = [dates.map(Dates::start), dates.map(Dates::end)];
        Self { pauses, territory: has_holidays.then_some(territory), named }
    }

    /// The declared pauses, sorted.
    #[must_use]
    pub fn pauses(&self) -> &'b [Pause] {
        self.pauses.map_or(&[], Pauses::periods)
    }

    /// The days of a period on these days of the week (every day, if there are none): those with lessons, and those without.
    #[must_use]
    pub fn split_days(
        self,
        (first, last): (NaiveDate, NaiveDate),
        weekdays: &[Weekday],
    ) -> (Vec<NaiveDate>, Vec<NaiveDate>) {
        let is_named = |day: &NaiveDate| weekdays.is_empty() || weekdays.contains(&Weekday::weekday_of(*day));
        let days = first.iter_days().take_while(|day| *day <= last).take(MAX_PERIOD_DAYS).filter(is_named);
        days.partition(|day| !self.contains(*day))
    }

    /// Whether lessons on some days of the week of a period are left out because of holidays, and not of pauses alone.
    #[must_use]
    pub fn skips_holidays(self, period: (NaiveDate, NaiveDate), weekdays: &[Weekday]) -> bool {
        let (_, without) = self.split_days(period, weekdays);
        without.iter().any(|day| !self.pauses().iter().any(|pause| pause.contains(*day)))
    }

    /// Whether there are no lessons on a day.
    #[must_use]
    pub fn contains(&self, day: NaiveDate) -> bool {
        self.pauses().iter().any(|pause| pause.contains(day))
            || (self.territory.is_some_and(|territory| territory.is_holiday(day))
                && !self.named.contains(&Some(PartialDate::Day(day))))
    }
}
