//! Groups of a list, as readers think of time: this week, few places, always, month by month, over.

use std::cmp::Reverse;

use chrono::{Datelike, Months, NaiveDate};

use crate::board::{Item, Status};
use crate::locale::{Locale, key};
use crate::model::{Deadline, Kind};

/// Days from today, included, of the first group.
const NEAR_DAYS: i64 = 7;
/// Months from the current one, included, with a group of their own.
const NAMED_MONTHS: Months = Months::new(2);

/// Group of a list. Lists show them in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum ListGroup {
    /// To act on, or taking place, within a week.
    Near,
    /// Open until places run out.
    FewPlaces,
    /// Without a day to act by: services, documents, notices.
    Always,
    /// In the month that starts on this day.
    Month(NaiveDate),
    /// In the month that starts on this day, or later.
    FromMonth(NaiveDate),
    /// To be checked again.
    Recheck,
    /// All places are taken; there may be a waiting list.
    Full,
    /// Closed, cancelled or withdrawn.
    Over,
    /// Over since the month that starts on this day; without a day the last one.
    OverSince(Reverse<Option<NaiveDate>>),
}

impl ListGroup {
    /// Group of an item on a day.
    pub(crate) fn on_day(item: &Item, today: NaiveDate) -> Self {
        match item.status {
            Status::Open(_) => Self::of_open(item, today),
            Status::ToRecheck => Self::Recheck,
            Status::Full(_) => Self::Full,
            Status::Cancelled(_) | Status::Withdrawn | Status::Closed(_) => Self::Over,
        }
    }

    /// Group of an item in the archive, and its year: the month in which it closed, else in which it was published.
    pub(crate) fn in_archive(item: &Item) -> (i32, Self) {
        let last_day = item.status.closing().map(|closing| closing.day);
        let last_day = last_day.or(item.facts.published.value().map(|date| date.last_day()));
        let month = last_day.and_then(|day| day.with_day(1));
        (month.map_or(item.year(), |month| month.year()), Self::OverSince(Reverse(month)))
    }

    fn of_open(item: &Item, today: NaiveDate) -> Self {
        let timing = item.timing(today);
        // The last day of a notice or a law is no day to act by.
        let is_dated = !matches!(item.kind(), Kind::News | Kind::Regulation) || timing.act_by.is_some();
        let Some(next) = timing.next(item, today).map(|next| next.day).filter(|_| is_dated) else {
            let few_places = item.facts.deadline.value() == Some(&Deadline::WhilePlacesLast);
            return if few_places { Self::FewPlaces } else { Self::Always };
        };
        if (next - today).num_days() < NEAR_DAYS {
            return Self::Near;
        }
        // A service that ends later is there until then.
        if item.kind() == Kind::Project {
            return Self::Always;
        }
        let month = next.with_day(1).unwrap_or(next);
        let first_later = today.with_day(1).and_then(|first| first.checked_add_months(NAMED_MONTHS));
        match first_later.filter(|first| *first <= month) {
            Some(first_later) => Self::FromMonth(first_later),
            None => Self::Month(month),
        }
    }

    /// Heading of the group in a language.
    pub(crate) fn heading(self, locale: &Locale) -> String {
        let text = match self {
            Self::Near => key::list_near,
            Self::FewPlaces => key::list_few_places,
            Self::Always => key::list_always,
            Self::Month(first) => return locale.format_month(first),
            Self::FromMonth(first) => {
                return locale.format(key::list_from_month, &[("month", locale.format_month(first).into())]);
            }
            Self::Recheck => key::recheck,
            Self::Full => key::status_full,
            Self::Over => key::list_over,
            Self::OverSince(Reverse(Some(first))) => return locale.format_month(first),
            Self::OverSince(Reverse(None)) => key::list_undated,
        };
        locale.text(text).to_owned()
    }
}
