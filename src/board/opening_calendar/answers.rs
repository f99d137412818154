//! What a calendar of opening hours answers: states, and the hours of days.

use chrono::{DateTime, NaiveDate};
use chrono_tz::Tz;

use crate::model::TimeSlot;

/// Whether somebody is received.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum AccessKind {
    /// Without an appointment.
    WalkIn,
    /// With an appointment.
    ByAppointment,
    /// It has opened, and nobody knows when it closes.
    OpenEnded,
    /// The hours are unknown.
    Unknown,
}

/// Who is received at a moment, and how. Where several slots hold, those that let in most people without formalities:
/// walk-in before appointment, everybody before some.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Access<'b> {
    /// Whether somebody is received.
    pub kind: AccessKind,
    /// Groups that are received, as written, sorted; empty means everybody.
    pub audiences: Vec<&'b str>,
}

/// State of a contact point at an instant.
#[derive(Debug, Clone, PartialEq)]
pub enum OpeningState<'b> {
    /// Open without appointment.
    Open {
        /// When this ends; `None` if not within a year.
        until: Option<DateTime<Tz>>,
        /// Groups that are received; empty means everybody.
        audiences: Vec<&'b str>,
    },
    /// Open for those who have an appointment.
    ByAppointment {
        /// When this ends; `None` if not within a year.
        until: Option<DateTime<Tz>>,
        /// Groups that are received; empty means everybody.
        audiences: Vec<&'b str>,
    },
    /// Closed.
    Closed {
        /// When it opens; `None` if that is unknown, or not within a year.
        opens: Option<NextOpening<'b>>,
        /// Why the regular hours of the day do not hold.
        exception: Option<HoursException<'b>>,
    },
    /// The hours are unknown.
    Unknown,
}

/// The next time at which a contact point opens.
#[derive(Debug, Clone, PartialEq)]
pub struct NextOpening<'b> {
    /// The instant.
    pub at: DateTime<Tz>,
    /// Who is received then, and how.
    pub access: Access<'b>,
}

/// Hours of one day.
#[derive(Debug, Clone, PartialEq)]
pub struct DayHours<'b> {
    /// The day.
    pub day: NaiveDate,
    /// Its slots, by their start; empty if it is closed.
    pub slots: Vec<DaySlot<'b>>,
    /// Why they differ from those of other weeks.
    pub exception: Option<HoursException<'b>>,
}

/// A slot that begins on a day; that of a night ends on the next.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DaySlot<'b> {
    /// Hours; `None` if they are unknown, or agreed upon with the appointment.
    pub hours: Option<&'b TimeSlot>,
    /// Whether somebody is received.
    pub kind: AccessKind,
    /// For whom, if not for everybody.
    pub audience: Option<&'b str>,
}

/// Why the hours of a day are not the regular ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HoursException<'b> {
    /// The service is suspended up to this day, which is the last one.
    Suspended(NaiveDate),
    /// A closure, with its reason.
    Closed(Option<&'b str>),
    /// A public holiday.
    Holiday,
    /// An extra opening, with its reason.
    ExtraOpening(Option<&'b str>),
}
