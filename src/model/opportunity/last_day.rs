//! The last day of an opportunity, from the fields that its kind has it in.

use super::Opportunity;
use crate::model::date::PartialDate;
use crate::model::dates::Dates;
use crate::model::deadline::Deadline;
use crate::model::kind::Kind;
use crate::model::last_day_field::LastDayField;
use crate::model::time::TimeOfDay;

/// What a field says of the last day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LastDay {
    /// The last day, month or year, with the hour if one is given.
    On(PartialDate, Option<TimeOfDay>),
    /// There is none.
    Never,
    /// Nothing.
    Unstated,
}

impl Opportunity {
    /// What a field says of the last day.
    #[must_use]
    pub fn last_day(&self, field: LastDayField) -> LastDay {
        let on = |date: Option<PartialDate>| date.map_or(LastDay::Unstated, |date| LastDay::On(date, None));
        match field {
            LastDayField::Deadline => self.deadline.value().map_or(LastDay::Unstated, |deadline| match deadline {
                Deadline::On(date, time) => LastDay::On(*date, *time),
                Deadline::AlwaysOpen | Deadline::WhilePlacesLast | Deadline::None => LastDay::Never,
            }),
            LastDayField::DatedDeadline => dated(self.deadline.value()),
            LastDayField::ActionDeadline => {
                dated(self.requested_action.value().and_then(|action| action.deadline.as_ref()))
            }
            LastDayField::Editions => {
                let dates = self.editions().iter().filter_map(|edition| edition.dates.value());
                on(dates.map(Dates::end).max_by_key(|end| end.last_day()))
            }
            LastDayField::End => on(self.project_end()),
            LastDayField::InForceUntil => on(self.in_force_until),
            LastDayField::ValidUntil => on(self.valid_until),
        }
    }

    /// The first field of its kind that says something of the last day, and what.
    #[must_use]
    pub fn stated_last_day(&self) -> Option<(LastDayField, LastDay)> {
        let fields = self.kind().spec().last_day.iter().map(|field| (*field, self.last_day(*field)));
        fields.into_iter().find(|(_, last_day)| *last_day != LastDay::Unstated)
    }

    /// The field that an extension moves, and what it says: the deadline if it is a date, as of an event that asks for a
    /// booking, else the last day. `None` if no field has a date.
    #[must_use]
    pub fn extendable_day(&self) -> Option<(LastDayField, PartialDate, Option<TimeOfDay>)> {
        let booking = (self.kind() == Kind::Event).then_some(LastDayField::DatedDeadline);
        let fields = booking.into_iter().map(|field| (field, self.last_day(field))).chain(self.stated_last_day());
        fields.into_iter().find_map(|(field, last_day)| match last_day {
            LastDay::On(date, time) => Some((field, date, time)),
            LastDay::Never | LastDay::Unstated => None,
        })
    }
}

fn dated(deadline: Option<&Deadline>) -> LastDay {
    match deadline {
        Some(Deadline::On(date, time)) => LastDay::On(*date, *time),
        _ => LastDay::Unstated,
    }
}
