//! Status of an item in words: what to do by when, and when it happens. «Iscriviti entro lunedì 30 novembre 2026».

mod days;
mod notices;

use serde::Serialize;

use crate::board::{Act, Board, Closing, Item, Status, Timing};
use crate::locale::{Locale, TextKey, key};
use crate::model::{Deadline, Edition, Kind, PartialDate};

use super::FactSheetBuilder;

/// Status of an item, for templates.
#[derive(Debug, Clone, Serialize)]
pub struct StatusLine {
    /// `open`, `closed`…: [`Status::as_str`].
    pub word: &'static str,
    /// «Iscriviti entro lunedì 30 novembre 2026».
    pub sentence: String,
    /// What else there is to know of an open item: when the course takes place, on which other days the event.
    pub then: Option<String>,
    /// The date of the sentence apart from its words, for sheets and cards; only of an open item.
    pub headline: Option<Headline>,
    /// Last day, `2026-11-30`, after which the item is closed: for the script.
    pub last_day: Option<String>,
    /// Last moment with its hour, `2026-11-30T12:00`, if an hour is given.
    pub last_moment: Option<String>,
    /// Day to which the script counts down if it is not the last one.
    pub next_day: Option<String>,
    /// The same with its hour.
    pub next_moment: Option<String>,
    /// Whether the script says how many days are left.
    pub counts_down: bool,
    /// What the script says after that day: that bookings are over. Absent if the item goes on as before.
    pub next_over: Option<String>,
    /// The sentence says at which hours a place without a last day is open.
    pub says_hours: bool,
    /// Whether an open event can no longer be booked.
    pub is_booking_over: bool,
    /// What the script says once an open item has closed: «Iscrizioni finite lunedì 30 novembre 2026».
    pub over: Option<String>,
}

/// The date to remember.
#[derive(Debug, Clone, Serialize)]
pub struct Headline {
    /// «Prenota entro».
    pub label: String,
    /// Day with its weekday.
    pub date: String,
    /// Label and day in one line: «Prenota entro giovedì 11 febbraio 2027»; the day alone of what takes place.
    pub line: String,
    /// Hour or hours.
    pub time: Option<String>,
    /// Second line of the sheet.
    pub then: Option<String>,
}

impl StatusLine {
    /// Both lines as one: «Prenota entro giovedì 11 febbraio 2027 · giovedì 18 febbraio 2027, 9:30–13:30».
    #[must_use]
    pub fn whole(&self) -> String {
        match &self.then {
            Some(then) => format!("{} · {then}", self.sentence),
            None => self.sentence.clone(),
        }
    }
}

/// Builds the status line of an item in a language.
#[must_use]
pub fn build_status_line(board: &Board, item: &Item, locale: &Locale) -> StatusLine {
    FactSheetBuilder::of_item(board, item, locale).status_line(item)
}

/// The status line of an item for lists, which name no year that is understood.
#[must_use]
pub fn build_list_line(board: &Board, item: &Item, locale: &Locale) -> StatusLine {
    FactSheetBuilder { is_list: true, ..FactSheetBuilder::of_item(board, item, locale) }.status_line(item)
}

/// Words of an open item.
struct Words {
    sentence: String,
    then: Option<String>,
    headline: Option<Headline>,
    /// The sentence says when it is always open.
    says_hours: bool,
}

impl Words {
    /// A sentence alone.
    fn sentence(sentence: String) -> Self {
        Self { sentence, then: None, headline: None, says_hours: false }
    }
}

impl<'b> FactSheetBuilder<'b> {
    pub(super) fn status_line(&self, item: &'b Item) -> StatusLine {
        let (status, timing) = (item.status, item.timing(self.board.today));
        let is_booking_over = timing.is_booking_over(item);
        let words = match status {
            Status::Open(closing) => self.open_words(item, &timing, closing),
            _ => Words::sentence(self.other_sentence(status, &timing)),
        };
        let next =
            timing.next(item, self.board.today).filter(|next| status.is_open() && Some(*next) != status.closing());
        let is_booked = item.kind() == Kind::Event && timing.act_by.is_some() && !is_booking_over;
        StatusLine {
            word: status.as_str(),
            sentence: words.sentence,
            then: words.then,
            headline: words.headline,
            counts_down: timing.counts_down(item),
            last_day: status.closing().map(|closing| closing.day.to_string()),
            last_moment: status.closing().and_then(Closing::to_local_iso_string),
            next_day: next.map(|next| next.day.to_string()),
            next_moment: next.and_then(Closing::to_local_iso_string),
            next_over: next.filter(|_| is_booked).map(|_| self.locale.text(key::status_book_over).to_owned()),
            is_booking_over,
            says_hours: words.says_hours,
            over: status.closing().filter(|_| status.is_open()).map(|closing| self.over_sentence(&timing, closing)),
        }
    }

    fn open_words(&self, item: &'b Item, timing: &Timing, closing: Option<Closing>) -> Words {
        let text = |key| self.locale.text(key).to_owned();
        if let Some((act, by)) = timing.act_by {
            if timing.is_too_late {
                let over = text(key::status_book_over);
                let then = self.happens(item, timing);
                let next = timing.days.first().copied();
                let headline = next.map(|day| {
                    self.headline(key::row_when, PartialDate::Day(day), self.hours_on(item, day), Some(over.clone()))
                });
                return Words { then, headline, ..Words::sentence(over) };
            }
            let label = match act {
                Act::Enrol => key::status_enrol_by,
                Act::Apply => key::status_apply_by,
                Act::Request => key::status_request_by,
                Act::Book => key::status_book_by,
                Act::Other => key::status_do_by,
            };
            let then = self.happens(item, timing);
            let time = by.time.map(|time| time.to_string());
            let headline = self.headline(label, by.date, time, then.clone());
            let sentence = self.label_and_date(label, &self.date_at(by));
            return Words { then, headline: Some(headline), ..Words::sentence(sentence) };
        }
        match (item.kind(), timing.days.as_slice()) {
            (Kind::Event, [day]) => Words {
                headline: Some(self.headline(key::row_when, PartialDate::Day(*day), self.hours_on(item, *day), None)),
                ..Words::sentence(self.day_with_hours(item, *day))
            },
            (Kind::Event, [day, others @ ..]) => {
                let then = self.other_days(others);
                Words {
                    headline: Some(self.headline(
                        key::status_next,
                        PartialDate::Day(*day),
                        self.hours_on(item, *day),
                        then.clone(),
                    )),
                    then,
                    ..Words::sentence(self.label_and_date(key::status_next, &self.day_with_hours(item, *day)))
                }
            }
            (Kind::Regulation, _) => self.regulation_words(item, closing),
            (Kind::News, _) => self.news_words(item),
            _ => match closing {
                Some(closing) => self.period_words(timing, closing),
                None => self.open_ended_words(item, timing),
            },
        }
    }

    /// Words of what has a last day: its period before that begins, then the last day.
    fn period_words(&self, timing: &Timing, closing: Closing) -> Words {
        let begins = timing.period.map(|(start, _)| start).filter(|start| start.first_day() > self.board.today);
        match begins.zip(self.period(timing)) {
            Some((start, sentence)) => Words {
                headline: Some(self.headline(key::row_when, start, None, Some(sentence.clone()))),
                ..Words::sentence(sentence)
            },
            None => self.until_words(key::status_event_until, closing),
        }
    }

    fn until_words(&self, key: TextKey, closing: Closing) -> Words {
        let date = self.format_end(closing.date);
        Words {
            headline: Some(self.headline(
                key::poster_apply_by,
                closing.date,
                closing.time.map(|time| time.to_string()),
                None,
            )),
            ..Words::sentence(self.locale.format(key, &[("date", date.into())]))
        }
    }

    /// Sentence of an item that is not open.
    fn other_sentence(&self, status: Status, timing: &Timing) -> String {
        let key = match status {
            Status::Open(_) | Status::ToRecheck => key::status_recheck,
            Status::Full(_) => key::status_full,
            Status::Cancelled(_) => key::status_cancelled,
            Status::Withdrawn => key::status_withdrawn,
            Status::Closed(Some(closing)) if closing.day < self.board.today => {
                return self.over_sentence(timing, closing);
            }
            Status::Closed(_) => key::status_closed,
        };
        self.locale.text(key).to_owned()
    }

    /// What has ended with the closing: applications, or the item itself.
    fn over_sentence(&self, timing: &Timing, closing: Closing) -> String {
        if !closing.is_day() {
            let month = self.locale.format_partial_date(closing.date);
            return self.locale.format(key::status_over_in, &[("month", month.into())]);
        }
        let date = self.format_date(closing.day);
        let over = match timing.act_by.filter(|(_, by)| *by == closing) {
            Some((Act::Enrol, _)) => key::status_enrol_over,
            Some((Act::Apply, _)) => key::status_apply_over,
            Some((Act::Request, _)) => key::status_request_over,
            _ => return self.locale.format(key::status_closed_on, &[("date", date.into())]),
        };
        self.label_and_date(over, &date)
    }

    fn headline(&self, label: TextKey, date: PartialDate, time: Option<String>, then: Option<String>) -> Headline {
        let date = match label {
            key::row_when | key::status_next => self.format_partial_date(date),
            key::status_in_force => self.format_start(date),
            _ => self.format_end(date),
        };
        let line = match label {
            key::row_when => date.clone(),
            key::poster_apply_by => self.locale.format(key::status_event_until, &[("date", date.as_str().into())]),
            _ => self.label_and_date(label, &date),
        };
        Headline { label: self.locale.text(label).to_owned(), date, line, time, then }
    }

    pub(super) fn label_and_date(&self, label: TextKey, date: &str) -> String {
        self.locale.format(key::status_on, &[("label", self.locale.text(label).into()), ("date", date.into())])
    }

    /// When an item takes place that has to be acted on before.
    fn happens(&self, item: &Item, timing: &Timing) -> Option<String> {
        match timing.days.as_slice() {
            [] => self.period(timing),
            [day] => Some(self.day_with_hours(item, *day)),
            [day, others @ ..] => {
                let next = self.day_with_hours(item, *day);
                Some(self.other_days(others).map_or(next.clone(), |others| format!("{next} · {others}")))
            }
        }
    }

    /// Words of an item without a last day: its hours if it is open at hours, else whether one can still enrol; then
    /// places, period, days of the week and hours.
    fn open_ended_words(&self, item: &'b Item, timing: &Timing) -> Words {
        let seats = self.seat_lines(item).into_iter().map(|line| line.text.into_owned());
        let days =
            (timing.days.len() == 1 || item.kind() == Kind::Training).then(|| self.happens(item, timing)).flatten();
        let mut known: Vec<String> = seats.chain(days).collect();
        let hours = match item.facts.editions() {
            [only] if item.kind() != Kind::Training => self.weekly_hours(only),
            _ => Vec::new(),
        };
        let key = open_ended_text_key(item);
        let says_hours = key == key::status_open_no_end && !hours.is_empty();
        let sentence = if says_hours {
            self.locale.format(key::status_open_hours, &[("hours", self.locale.join_commas(&hours).into())])
        } else {
            known.extend(hours);
            self.locale.text(key).to_owned()
        };
        Words { then: (!known.is_empty()).then(|| known.join(" · ")), says_hours, ..Words::sentence(sentence) }
    }

    /// Days of the week and hours of an edition, one text for each slot.
    fn weekly_hours(&self, edition: &'b Edition) -> Vec<String> {
        let slots = edition.hours.value().map(|slots| self.slot_lines(&edition.weekdays, slots));
        slots.into_iter().flatten().map(|line| line.text.into_owned()).collect()
    }
}

fn open_ended_text_key(item: &Item) -> TextKey {
    match item.facts.deadline.value() {
        Some(Deadline::AlwaysOpen) => key::status_open_always,
        Some(Deadline::WhilePlacesLast) => key::status_open_places,
        _ => key::status_open_no_end,
    }
}
