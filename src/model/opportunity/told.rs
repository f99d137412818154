//! The facts that a post about an opportunity tells.

use super::super::date::PartialDate;
use super::super::dates::Dates;
use super::super::deadline::Deadline;
use super::super::edition::Edition;
use super::super::kind::Kind;
use super::super::last_day_field::LastDayField;
use super::super::place::Place;
use super::super::time::TimeSlot;
use super::super::told_facts::{ToldDays, ToldFacts, ToldState};
use super::super::vocabulary::Attendance;
use super::Opportunity;
use super::last_day::LastDay;

/// Letters of a told place: enough to tell it from another, and fewer than an entry may have.
const MAX_PLACE: usize = 300;

impl Opportunity {
    /// The facts that a post about it tells now.
    #[must_use]
    pub fn told_facts(&self) -> ToldFacts {
        let action = self.requested_action.value().and_then(|action| action.deadline);
        // Laws and news have no deadline, but may end.
        let validity = match self.stated_last_day() {
            Some((LastDayField::InForceUntil | LastDayField::ValidUntil, LastDay::On(day, hour))) => {
                Some(Deadline::On(day, hour))
            }
            _ => None,
        };
        ToldFacts {
            state: Some(ToldState::of(self.state)),
            deadline: self.deadline.value().copied().or(action).or(validity),
            dates: self.told_dates().into_iter().collect(),
            hours: keep_first_of_equal(self.editions().iter().flat_map(hours_of)).into_iter().collect(),
            places: keep_first_of_equal(self.told_places()).into_iter().collect(),
        }
    }

    /// Days and periods of all editions, sorted; of a project from its start to its end.
    fn told_dates(&self) -> Vec<ToldDays> {
        if self.kind() == Kind::Project {
            let start = self.start.value().copied();
            return start
                .map(|start| ToldDays { start, end: self.project_end().unwrap_or(start) })
                .into_iter()
                .collect();
        }
        let dates = self.editions().iter().filter_map(|edition| edition.dates.value());
        let mut dates: Vec<ToldDays> = dates.flat_map(days_of).collect();
        dates.sort_unstable_by_key(|days| (days.start.first_day(), days.end.last_day()));
        dates.dedup();
        dates
    }

    fn told_places(&self) -> impl Iterator<Item = String> {
        let editions = self.editions();
        let places = self.places().iter().chain(editions.iter().filter_map(|edition| edition.place.as_ref()));
        let is_online = self.attendance.value() == Some(&Attendance::Online)
            || editions.iter().any(|edition| edition.attendance == Some(Attendance::Online));
        let online = is_online.then(|| Attendance::Online.word().to_owned());
        places.map(name_place).chain(online).filter(|place| !place.is_empty())
    }
}

fn days_of(dates: &Dates) -> Vec<ToldDays> {
    match dates {
        Dates::Days(days) => {
            days.iter().map(|day| PartialDate::Day(*day)).map(|day| ToldDays { start: day, end: day }).collect()
        }
        Dates::Period(start, end) => vec![ToldDays { start: *start, end: end.unwrap_or(*start) }],
    }
}

/// Time slots of an edition, each with the days of the week on which it takes place.
fn hours_of(edition: &Edition) -> impl Iterator<Item = TimeSlot> {
    edition.hours.list().iter().map(|slot| {
        let days = if slot.days.is_empty() { &edition.weekdays } else { &slot.days };
        TimeSlot { days: days.clone(), ..slot.clone() }
    })
}

/// Name, street and town of a place in one line; its postcode helps nobody to notice a change.
fn name_place(place: &Place) -> String {
    let address = Place { postcode: None, ..place.clone() }.postal_address();
    let parts = place.name.clone().into_iter().chain((!address.is_empty()).then_some(address));
    // What is read back has a limit.
    parts.collect::<Vec<_>>().join(", ").chars().take(MAX_PLACE).collect()
}

fn keep_first_of_equal<T: PartialEq>(values: impl Iterator<Item = T>) -> Vec<T> {
    let mut kept: Vec<T> = Vec::new();
    for value in values {
        if !kept.contains(&value) {
            kept.push(value);
        }
    }
    kept
}
