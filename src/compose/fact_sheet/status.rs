//! Status of an item as a sentence: «Aperto fino a lunedì 30 novembre 2026».

use serde::Serialize;

use crate::board::{Closing, Item, Status};
use crate::locale::{TextKey, key};
use crate::model::{Deadline, Kind};

use super::FactSheetBuilder;

/// Status of an item, for templates.
#[derive(Debug, Clone, Serialize)]
pub struct StatusLine {
    /// `open`, `closed`…: [`Status::as_str`].
    pub word: &'static str,
    /// «Aperto fino a lunedì 30 novembre 2026».
    pub sentence: String,
    /// Last day, `2026-11-30`, for the countdown script.
    pub last_day: Option<String>,
    /// Last moment with its hour, `2026-11-30T12:00`, if an hour is given.
    pub last_moment: Option<String>,
}

impl FactSheetBuilder<'_> {
    pub(super) fn status_line(&self, item: &Item) -> StatusLine {
        let status = item.status;
        let date = |day| self.locale.format_date_with_weekday(day).into();
        let sentence = match (status, status.closing()) {
            (Status::Open(_), Some(closing)) => match (item.kind(), closing.time) {
                (Kind::Event, _) if is_one_day(item) => {
                    self.locale.format(key::status_event_on, &[("date", date(closing.day))])
                }
                (Kind::Event | Kind::Project, _) => {
                    self.locale.format(key::status_event_until, &[("date", date(closing.day))])
                }
                (Kind::Regulation | Kind::News, _) => {
                    self.locale.format(key::status_valid_until, &[("date", date(closing.day))])
                }
                (_, Some(time)) => self.locale.format(
                    key::status_open_until_time,
                    &[("date", date(closing.day)), ("time", time.to_string().into())],
                ),
                (_, None) => self.locale.format(key::status_open_until, &[("date", date(closing.day))]),
            },
            (Status::Open(_), None) => self.locale.text(open_ended_text_key(item)).to_owned(),
            (Status::ToRecheck, _) => self.locale.text(key::status_recheck).to_owned(),
            (Status::Full(_), _) => self.locale.text(key::status_full).to_owned(),
            (Status::Cancelled(_), _) => self.locale.text(key::status_cancelled).to_owned(),
            (Status::Withdrawn, _) => self.locale.text(key::status_withdrawn).to_owned(),
            (Status::Closed(_), Some(closing)) if closing.day < self.board.today => {
                self.locale.format(key::status_closed_on, &[("date", date(closing.day))])
            }
            (Status::Closed(_), _) => self.locale.text(key::status_closed).to_owned(),
        };
        StatusLine {
            word: status.as_str(),
            sentence,
            last_day: status.closing().map(|closing| closing.day.to_string()),
            last_moment: status.closing().and_then(Closing::to_local_iso_string),
        }
    }
}

/// Whether an item takes place on a single day.
#[must_use]
pub fn is_one_day(item: &Item) -> bool {
    match item.facts.editions() {
        [only] => only.dates.value().is_none_or(|dates| dates.start() == dates.end()),
        _ => false,
    }
}

fn open_ended_text_key(item: &Item) -> TextKey {
    match item.facts.deadline.value() {
        Some(Deadline::AlwaysOpen) => key::status_open_always,
        Some(Deadline::WhilePlacesLast) => key::status_open_places,
        _ => key::status_open_no_end,
    }
}
