//! Status of an opportunity on a day in the board's time zone; last days are inclusive.

use chrono::{Days, Months, NaiveDate};

use crate::model::{ItemState, Kind, LastDay, Opportunity, PartialDate, TimeOfDay};

/// Number of days for which a news item without other dates is open: the channel keeps news that long.
const DEFAULT_NEWS_DAYS: u64 = 30;

/// Last day, and time if given, of an opportunity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Closing {
    /// Last day, inclusive.
    pub day: NaiveDate,
    /// Closing time on the last day, if given.
    pub time: Option<TimeOfDay>,
    /// The date as the source gives it: of a month or a year, `day` is the last one.
    pub date: PartialDate,
}

impl Closing {
    /// Closing at the end of a day, a month or a year.
    #[must_use]
    pub fn new(date: PartialDate, time: Option<TimeOfDay>) -> Self {
        Self { day: date.last_day(), time, date }
    }

    /// Whether the source says the day: only then are the days counted that are left.
    #[must_use]
    pub fn is_day(self) -> bool {
        matches!(self.date, PartialDate::Day(_))
    }

    /// Local date and time in ISO 8601, e.g. `2026-11-30T12:00`, for the page's script; `None` without a time.
    #[must_use]
    pub fn to_local_iso_string(self) -> Option<String> {
        let minutes = self.time?.minutes();
        Some(format!("{}T{:02}:{:02}", self.day, minutes / 60, minutes % 60))
    }
}

/// Status of an opportunity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Open until the closing, or without end.
    Open(Option<Closing>),
    /// Without a closing and not verified for a year, so perhaps over; does not count as open.
    ToRecheck,
    /// All places are taken.
    Full(Option<Closing>),
    /// Cancelled.
    Cancelled(Option<Closing>),
    /// Withdrawn: only its address and a notice are kept.
    Withdrawn,
    /// Closed.
    Closed(Option<Closing>),
}

impl Status {
    /// Status on a day.
    #[must_use]
    pub fn on_day(facts: &Opportunity, today: NaiveDate) -> Self {
        let closing = closing(facts);
        match facts.state {
            Some(ItemState::Withdrawn) => return Self::Withdrawn,
            Some(ItemState::Cancelled) => return Self::Cancelled(closing),
            _ => {}
        }
        if facts.is_archived() || closing.is_some_and(|closing| closing.day < today) {
            return Self::Closed(closing);
        }
        if facts.state == Some(ItemState::Full) {
            return Self::Full(closing);
        }
        let last_verified = facts.verified.or(facts.published.value().map(|date| date.last_day()));
        let recheck_after = last_verified.and_then(|day| day.checked_add_months(Months::new(12)));
        let is_overdue = recheck_after.is_some_and(|limit| limit < today);
        if closing.is_none() && is_overdue { Self::ToRecheck } else { Self::Open(closing) }
    }

    /// Whether the opportunity is known to be open: not full, not closed, not waiting for a new verification.
    #[must_use]
    pub fn is_open(self) -> bool {
        matches!(self, Self::Open(_))
    }

    /// Closing, if there is one.
    #[must_use]
    pub fn closing(self) -> Option<Closing> {
        match self {
            Self::Open(closing) | Self::Full(closing) | Self::Cancelled(closing) | Self::Closed(closing) => closing,
            Self::ToRecheck | Self::Withdrawn => None,
        }
    }

    /// Word used by the search filter and the style sheet.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Open(_) => "open",
            Self::ToRecheck => "recheck",
            Self::Full(_) => "full",
            Self::Cancelled(_) => "cancelled",
            Self::Withdrawn => "withdrawn",
            Self::Closed(_) => "closed",
        }
    }
}

/// Closing of an opportunity, by its kind.
fn closing(facts: &Opportunity) -> Option<Closing> {
    match facts.stated_last_day() {
        Some((_, LastDay::On(date, time))) => Some(Closing::new(date, time)),
        Some((_, LastDay::Never | LastDay::Unstated)) => None,
        None if facts.kind() == Kind::News => {
            let published = facts.published.value()?.last_day();
            let last_day = published.checked_add_days(Days::new(DEFAULT_NEWS_DAYS))?;
            Some(Closing::new(PartialDate::Day(last_day), None))
        }
        None => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Deadline, Fact};

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn course(deadline: Deadline) -> Opportunity {
        Opportunity { kind: Some(Kind::Training), deadline: Fact::known(deadline), ..Opportunity::default() }
    }

    #[test]
    fn last_day_is_inclusive() {
        let item = course(Deadline::On(PartialDate::Day(date("2026-11-30")), None));
        assert!(Status::on_day(&item, date("2026-11-30")).is_open());
        assert!(!Status::on_day(&item, date("2026-12-01")).is_open());
    }

    #[test]
    fn month_closes_after_its_last_day() {
        let item = course(Deadline::On(PartialDate::Month(2027, 1), None));
        assert!(Status::on_day(&item, date("2027-01-31")).is_open());
        assert!(!Status::on_day(&item, date("2027-02-01")).is_open());
        assert!(!Status::on_day(&item, date("2027-01-31")).closing().unwrap().is_day());
    }

    #[test]
    fn unverified_after_a_year_without_closing() {
        let item = Opportunity { verified: Some(date("2025-11-20")), ..course(Deadline::AlwaysOpen) };
        assert_eq!(Status::on_day(&item, date("2026-11-20")), Status::Open(None));
        assert_eq!(Status::on_day(&item, date("2026-11-21")), Status::ToRecheck);
    }

    #[test]
    fn news_without_dates_close_after_thirty_days() {
        let published = Fact::known(PartialDate::Day(date("2026-10-22")));
        let item = Opportunity { kind: Some(Kind::News), published, ..Opportunity::default() };
        assert!(Status::on_day(&item, date("2026-11-21")).is_open());
        assert!(!Status::on_day(&item, date("2026-11-22")).is_open());
    }

    #[test]
    fn archived_is_closed_and_full_is_not_open() {
        let mut item = course(Deadline::On(PartialDate::Day(date("2027-01-01")), None));
        item.state = Some(ItemState::Full);
        assert_eq!(Status::on_day(&item, date("2026-11-21")).as_str(), "full");
        item.archived = Some(date("2026-11-21"));
        assert_eq!(Status::on_day(&item, date("2026-11-21")).as_str(), "closed");
    }
}
