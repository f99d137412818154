//! When a reader has to act, and when an item happens: what every surface sorts by, counts down to and puts into words.

use chrono::NaiveDate;

use super::{Closing, Item};
use crate::model::{Admission, Dates, Deadline, Edition, Kind, Opportunity, PartialDate};

/// What a reader does in time to take part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// Enrols in a course, or in an event that asks for it.
    Enrol,
    /// Applies for a job.
    Apply,
    /// Requests help with housing, or a place in a project.
    Request,
    /// Books a place at an event with admission by booking.
    Book,
    /// Does what a news item asks for.
    Other,
}

/// When to act and when it happens, on a day.
#[derive(Debug, Clone, PartialEq)]
pub struct Timing {
    /// What to do, and the last moment for it.
    pub act_by: Option<(Act, Closing)>,
    /// Whether the last day for acting is over.
    pub is_too_late: bool,
    /// Days on which it still happens, today included, sorted; empty if it lasts for a period.
    pub days: Vec<NaiveDate>,
    /// First day, and last day if known, of what lasts for a period.
    pub period: Option<(PartialDate, Option<PartialDate>)>,
}

impl Timing {
    /// Timing of an opportunity on a day.
    #[must_use]
    pub fn on_day(facts: &Opportunity, today: NaiveDate) -> Self {
        let act_by = act_by(facts);
        let dates = || facts.editions().iter().filter_map(|edition| edition.dates.value());
        let single = dates().all(|dates| single_days(dates).is_some());
        let mut days: Vec<NaiveDate> =
            if single { dates().filter_map(single_days).flatten().collect() } else { Vec::new() };
        days.retain(|day| *day >= today);
        days.sort_unstable();
        days.dedup();
        let period = match facts.kind() {
            Kind::Project => facts.start.value().map(|start| (*start, facts.end.value().copied())),
            _ if single => None,
            _ => dates().map(Dates::start).min_by_key(|start| start.first_day()).map(|start| {
                let ends = dates().filter(|dates| !matches!(dates, Dates::Period(_, None))).map(Dates::end);
                (start, ends.max_by_key(|end| end.last_day()))
            }),
        };
        Self { is_too_late: act_by.is_some_and(|(_, closing)| closing.day < today), act_by, days, period }
    }

    /// Whether taking part in an event is only possible for those who booked: the last day for it is over.
    #[must_use]
    pub fn is_booking_over(&self, item: &Item) -> bool {
        item.kind() == Kind::Event && item.status.is_open() && self.is_too_late
    }

    /// The day after which a sheet of paper about the item is of no use: the last one for acting, else its last day.
    #[must_use]
    pub fn last_useful_day(&self, item: &Item) -> Option<NaiveDate> {
        let act_by = self.act_by.filter(|_| !self.is_too_late).map(|(_, closing)| closing);
        act_by.or(item.status.closing()).map(|closing| closing.day)
    }

    /// Whether readers have to know how many days are left: the last day of a law or of a notice, which the editors
    /// choose, is nobody's deadline; and of a month nobody knows the day.
    #[must_use]
    pub fn counts_down(&self, item: &Item) -> bool {
        let is_dated = self.act_by.map(|(_, closing)| closing).or(item.status.closing()).is_none_or(Closing::is_day);
        is_dated && (self.act_by.is_some() || !matches!(item.kind(), Kind::News | Kind::Regulation))
    }

    /// The moment by which an open item is sorted and counted down: the last one for acting, else the next day of an
    /// event, else its closing unless it is that of a notice.
    #[must_use]
    pub fn next(&self, item: &Item, today: NaiveDate) -> Option<Closing> {
        let act_by = self.act_by.filter(|_| !self.is_too_late).map(|(_, closing)| closing);
        let begins = self.period.map(|(start, _)| start.first_day()).filter(|start| *start > today);
        let happens = self.days.first().copied().or(begins).filter(|_| item.kind() == Kind::Event);
        act_by
            .or(happens.map(|day| Closing::new(PartialDate::Day(day), None)))
            .or(item.status.closing().filter(|_| self.counts_down(item)))
    }
}

impl Item {
    /// When to act and when it happens, on a day.
    #[must_use]
    pub fn timing(&self, today: NaiveDate) -> Timing {
        Timing::on_day(&self.facts, today)
    }

    /// The moment by which lists sort the item; see [`Timing::next`].
    #[must_use]
    pub fn next_moment(&self, today: NaiveDate) -> Option<Closing> {
        if self.status.is_open() { self.timing(today).next(self, today) } else { self.status.closing() }
    }
}

fn act_by(facts: &Opportunity) -> Option<(Act, Closing)> {
    let (act, deadline) = match facts.kind() {
        Kind::Training => (Act::Enrol, facts.deadline.value()),
        Kind::Job => (Act::Apply, facts.deadline.value()),
        Kind::Housing | Kind::Project => (Act::Request, facts.deadline.value()),
        Kind::Event if facts.entry == Some(Admission::Booking) => (Act::Book, facts.deadline.value()),
        Kind::Event => (Act::Enrol, facts.deadline.value()),
        Kind::News => (Act::Other, facts.requested_action.value().and_then(|action| action.deadline.as_ref())),
        Kind::Regulation => return None,
    };
    match deadline? {
        Deadline::On(date, time) => Some((act, Closing::new(*date, *time))),
        Deadline::AlwaysOpen | Deadline::WhilePlacesLast | Deadline::None => None,
    }
}

/// Single days of dates; `None` for a period of several days.
fn single_days(dates: &Dates) -> Option<Vec<NaiveDate>> {
    match dates {
        Dates::Days(days) => Some(days.clone()),
        Dates::Period(PartialDate::Day(start), Some(PartialDate::Day(end))) if start == end => Some(vec![*start]),
        Dates::Period(..) => None,
    }
}

/// Whether an edition takes place on a day that it names.
#[must_use]
pub fn takes_place_on(edition: &Edition, day: NaiveDate) -> bool {
    edition.dates.value().and_then(single_days).is_some_and(|days| days.contains(&day))
}
