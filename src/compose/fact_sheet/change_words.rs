//! Words of what has changed since a post: what is now, and what was told. «Cambia la data: venerdì 18 dicembre, non più
//! 11 dicembre».

use chrono::{Datelike, NaiveDate};

use super::FactSheetBuilder;
use crate::locale::{TextKey, key};
use crate::model::{Attendance, Deadline, FactChange, PartialDate, TimeOfDay, TimeSlot, ToldDays};

/// Days or places that are named; of more the first ones.
const MAX_NAMED: usize = 4;

impl<'b> FactSheetBuilder<'b> {
    /// Writes a change as a sentence without full stop.
    #[must_use]
    pub(in crate::compose) fn change_sentence(&self, change: &'b FactChange) -> String {
        match change {
            FactChange::Cancelled => self.locale.text(key::status_cancelled).to_owned(),
            FactChange::Full => self.locale.text(key::status_full).to_owned(),
            FactChange::Withdrawn => self.locale.text(key::status_withdrawn).to_owned(),
            FactChange::Reopened => self.locale.text(key::reopened).to_owned(),
            FactChange::Corrected => self.locale.text(key::corrected).to_owned(),
            FactChange::Deadline { before, now } => {
                let label = if change.is_extension() { key::notice_extended } else { key::notice_deadline };
                let before = before.map(|before| self.deadline_words(before, false));
                let now = now.map(|now| self.deadline_words(now, true));
                self.change_words((label, key::row_deadline), before, now)
            }
            FactChange::Dates { before, now } => {
                // Only what is different: a course that loses one day of ten goes on.
                let only = |some: &[ToldDays], others: &[ToldDays], is_now: bool| {
                    let days = some.iter().filter(|days| !others.contains(days));
                    self.join_named(days.map(|days| self.days_words(*days, is_now)))
                };
                let (before, now) = (only(before, now, false), only(now, before, true));
                self.change_words((key::notice_date, key::row_when), before, now)
            }
            FactChange::Hours { before, now } => {
                let words = |slots: &'b [TimeSlot]| {
                    self.join_named(slots.iter().map(|slot| {
                        let lines = self.slot_lines(&[], std::slice::from_ref(slot));
                        lines.into_iter().map(|line| line.text.into_owned()).collect::<Vec<_>>().join(", ")
                    }))
                };
                self.change_words((key::notice_hours, key::row_when), words(before), words(now))
            }
            FactChange::Places { before, now } => {
                let only = |some: &[String], others: &[String]| {
                    let places = some.iter().filter(|place| !others.contains(place));
                    self.join_named(places.map(|place| self.place_words(&without_shared_parts(place, others))))
                };
                self.change_words((key::notice_place, key::row_where), only(before, now), only(now, before))
            }
        }
    }

    /// «Cambia la data: …, non più …»; what is new alone, or what is no more alone.
    fn change_words(&self, labels: (TextKey, TextKey), before: Option<String>, now: Option<String>) -> String {
        let (changes, what) = labels;
        match (before, now) {
            (Some(before), Some(now)) => self.locale.format(changes, &[("now", now.into()), ("before", before.into())]),
            (None, Some(now)) => {
                let what = self.locale.text(what);
                self.locale.format(key::notice_new, &[("what", what.into()), ("now", now.into())])
            }
            (Some(before), None) => self.locale.format(key::notice_no_more, &[("before", before.into())]),
            (None, None) => self.locale.text(key::corrected).to_owned(),
        }
    }

    fn join_named(&self, names: impl Iterator<Item = String>) -> Option<String> {
        let mut names: Vec<String> = names.filter(|name| !name.is_empty()).collect();
        names.dedup();
        if names.len() > MAX_NAMED {
            names.truncate(MAX_NAMED);
            return Some(format!("{}…", self.locale.join_commas(&names)));
        }
        (!names.is_empty()).then(|| self.locale.join_and(names.iter().map(String::as_str)))
    }

    /// A day with its weekday if it is that of now; the year only if it is another.
    fn day_words(&self, day: NaiveDate, is_now: bool) -> String {
        let has_year = day.year() != self.board.today.year() && !self.is_near(day);
        match (has_year, is_now) {
            (true, true) => self.locale.format_date_with_weekday(day),
            (true, false) => self.locale.format_day(day),
            (false, true) => self.locale.format_day_with_weekday(day),
            (false, false) => self.locale.format_day_and_month(day),
        }
    }

    fn date_words(&self, date: PartialDate, is_now: bool) -> String {
        match date {
            PartialDate::Day(day) => self.day_words(day, is_now),
            PartialDate::Month(..) | PartialDate::Year(_) => self.locale.format_partial_date(date),
        }
    }

    fn days_words(&self, days: ToldDays, is_now: bool) -> String {
        if days.start == days.end {
            return self.date_words(days.start, is_now);
        }
        let [start, end] = [days.start, days.end].map(|date| self.date_words(date, is_now).into());
        self.locale.format(key::date_from_to, &[("start", start), ("end", end)])
    }

    fn deadline_words(&self, deadline: Deadline, is_now: bool) -> String {
        let with_time = |date: String, time: TimeOfDay| {
            self.locale.format(key::date_at, &[("date", date.into()), ("time", time.to_string().into())])
        };
        match deadline {
            Deadline::On(PartialDate::Day(day), time) => {
                let day = self.day_words(day, is_now);
                time.map_or(day.clone(), |time| with_time(day, time))
            }
            Deadline::On(date, _) => self.locale.format_end(date),
            other => other.word().map(|word| self.vocabulary_word("deadline", word).to_owned()).unwrap_or_default(),
        }
    }

    fn place_words(&self, place: &str) -> String {
        let online = Attendance::Online.word();
        if place == online { self.vocabulary_word("attendance", online).to_owned() } else { self.isolate_ltr(place) }
    }
}

/// A place without what it shares with the only other one: «via Ostiense 152» of «Cortile della Bottega, via Ostiense 152,
/// Roma» beside «Cortile della Bottega, via Portuense 10, Roma».
fn without_shared_parts(place: &str, others: &[String]) -> String {
    let [other] = others else { return place.to_owned() };
    let other: Vec<&str> = other.split(", ").collect();
    let own: Vec<&str> = place.split(", ").filter(|part| !other.contains(part)).collect();
    // A number alone, or a word, says nothing without the rest.
    if own.join(" ").chars().any(char::is_whitespace) { own.join(", ") } else { place.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::without_shared_parts;

    #[test]
    fn place_is_named_by_what_is_other() {
        let other = ["Cortile, via Ostiense 152, Roma".to_owned()];
        assert_eq!(without_shared_parts("Cortile, via Portuense 10, Roma", &other), "via Portuense 10");
        assert_eq!(without_shared_parts("Sala, via Ostiense 152, Roma", &other), "Sala, via Ostiense 152, Roma");
        assert_eq!(without_shared_parts("online", &other), "online");
        assert_eq!(without_shared_parts("via Roma 1", &[]), "via Roma 1");
    }
}
