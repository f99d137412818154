//! Days that the data tell of.

use chrono::NaiveDate;

use super::super::linked_data::{Object, Resource};
use crate::board::{Board, Item};

/// Days on which an item was published, changed or verified.
pub(super) fn item_days(item: &Item) -> impl Iterator<Item = NaiveDate> {
    item.published_on().into_iter().chain(item.last_changed())
}

/// Days on which contact points were verified.
pub(super) fn desk_days(board: &Board) -> impl Iterator<Item = NaiveDate> {
    board.published_contact_points().filter_map(|(_, facts)| facts.verified)
}

/// The first and the last of some days.
pub(super) struct Days {
    pub(super) first: NaiveDate,
    pub(super) last: NaiveDate,
}

impl Days {
    /// The first and the last of some days that are not in the future; today if there is none.
    pub(super) fn of(days: impl Iterator<Item = NaiveDate>, today: NaiveDate) -> Self {
        let days = days.filter(|day| *day <= today);
        let range = days.fold(None, |range: Option<(NaiveDate, NaiveDate)>, day| {
            Some(range.map_or((day, day), |(first, last)| (first.min(day), last.max(day))))
        });
        let (first, last) = range.unwrap_or((today, today));
        Self { first, last }
    }

    /// The time between them.
    pub(super) fn period(&self, id: String) -> Resource {
        Resource::new(id, &["dct:PeriodOfTime"])
            .with("dcat:startDate", day(self.first))
            .with("dcat:endDate", day(self.last))
    }
}

/// A day as a value.
pub(super) fn day(day: NaiveDate) -> Object {
    Object::Typed(day.to_string(), "xsd:date")
}
