//! Dates, weekdays, hours, editions, duration.

use chrono::{Datelike, NaiveDate};

use crate::board::{Item, LessonBreaks};
use crate::locale::key;
use crate::model::{
    Dates, Edition, NOT_OFFERED, Opportunity, PartialDate, ProjectPhase, Seats, TimeSlot, Weekday,
    parse_answering_hours,
};

use super::{EditionSheet, FactRow, FactSheetBuilder, Line};

/// Days in a row from which only the first and the last are named.
const MIN_DAY_SPAN: usize = 3;

impl<'b> FactSheetBuilder<'b> {
    pub(super) fn when_row(&self, item: &'b Item) -> Option<FactRow<'b>> {
        let lines = match item.facts.editions() {
            [] => return self.fact_row(key::row_when, "when", &item.facts.editions, |_| Vec::new()),
            [only] => self.edition_time_lines(item, only),
            several => {
                // The first screen shows the overall start and end; each edition has its own card.
                let dates = || several.iter().filter_map(|edition| edition.dates.value());
                let start = dates().map(Dates::start).min();
                let end = dates().map(Dates::end).max();
                match (start, end) {
                    (Some(start), Some(end)) if start != end => vec![self.format(
                        key::date_from_to,
                        &[
                            ("start", self.locale.format_partial_date(start).into()),
                            ("end", self.locale.format_partial_date(end).into()),
                        ],
                    )],
                    (Some(start), _) => vec![self.in_page_language(self.locale.format_partial_date(start))],
                    (None, _) => several.first().map(|first| self.edition_time_lines(item, first)).unwrap_or_default(),
                }
            }
        };
        self.row(key::row_when, "when", lines)
    }

    pub(super) fn edition_time_lines(&self, item: &'b Item, edition: &'b Edition) -> Vec<Line<'b>> {
        let mut lines = Vec::new();
        match edition.dates.value() {
            Some(Dates::Days(days)) => {
                lines.extend(days.iter().map(|day| self.in_page_language(self.locale.format_date_with_weekday(*day))));
            }
            Some(Dates::Period(start, Some(end))) => lines.push(self.format(
                key::date_from_to,
                &[
                    ("start", self.locale.format_partial_date(*start).into()),
                    ("end", self.locale.format_partial_date(*end).into()),
                ],
            )),
            Some(Dates::Period(start, None)) => {
                lines.push(self.format(key::date_from, &[("start", self.locale.format_partial_date(*start).into())]));
            }
            None => lines.extend(
                edition.dates.placeholder().map(|word| self.in_page_language(self.vocabulary_word("fact", word))),
            ),
        }
        match edition.hours.value() {
            Some(slots) => lines.extend(self.slot_lines(&edition.weekdays, slots)),
            None if !edition.weekdays.is_empty() => {
                lines.push(self.in_page_language(self.format_weekdays(&edition.weekdays)));
            }
            // «orari: la fonte non lo dice», unless the dates already say so.
            None if edition.dates.value().is_some() => lines.extend(edition.hours.placeholder().map(|word| {
                self.in_page_language(
                    self.locale.format(key::hours_unknown, &[("word", self.vocabulary_word("fact", word).into())]),
                )
            })),
            None => {}
        }
        lines.extend(self.pause_lines(item, edition));
        if let Some(hours) = edition.total_hours {
            lines.push(self.format(key::hours_total, &[("hours", self.hours(hours))]));
        }
        lines.extend(self.holiday_line(item, edition));
        lines
    }

    /// «niente lezione nei giorni di festa», of a course that would have lessons on some.
    pub(super) fn holiday_line(&self, item: &'b Item, edition: &'b Edition) -> Option<Line<'b>> {
        let Dates::Period(PartialDate::Day(first), Some(PartialDate::Day(last))) = edition.dates.value()? else {
            return None;
        };
        let slots = edition.hours.value().into_iter().flatten().flat_map(|slot| &slot.days);
        let weekdays: Vec<Weekday> = edition.weekdays.iter().chain(slots).copied().collect();
        let breaks = LessonBreaks::new(&self.board.config.territorio, &item.facts, edition);
        let skips = !weekdays.is_empty() && breaks.skips_holidays((*first, *last), &weekdays);
        skips.then(|| self.in_page_language(self.locale.text(key::pause_holidays)))
    }

    /// «pausa dal 23 dicembre al 6 gennaio», with the years if the edition lasts for more than one.
    pub(super) fn pause_lines(&self, item: &'b Item, edition: &'b Edition) -> Vec<Line<'b>> {
        let breaks = LessonBreaks::new(&self.board.config.territorio, &item.facts, edition);
        let period = edition.dates.value().map(|dates| (dates.start().first_day(), dates.end().last_day()));
        let is_clear = |day: NaiveDate| {
            period.is_some_and(|(first, last)| (first..=last).contains(&day) && (last - first).num_days() < 365)
        };
        let format_day = |day: NaiveDate| {
            if is_clear(day) { self.locale.format_day_and_month(day) } else { self.locale.format_day(day) }
        };
        let pauses = breaks.pauses().iter().map(|pause| match (pause.start, pause.end) {
            (PartialDate::Day(start), PartialDate::Day(end)) if start < end => self.format(
                key::pause_from_to,
                &[
                    ("start", format_day(start).into()),
                    ("end", format_day(end).into()),
                    ("first", start.day().into()),
                    ("last", end.day().into()),
                ],
            ),
            (PartialDate::Day(day), PartialDate::Day(_)) => {
                self.format(key::pause_on, &[("when", format_day(day).into())])
            }
            (start, end) => {
                let when = self.period_line(start, Some(end)).text.into_owned();
                self.format(key::pause_on, &[("when", when.into())])
            }
        });
        pauses.collect()
    }

    /// «lunedì, mercoledì e venerdì 10:00-12:30», one line per slot.
    pub(super) fn slot_lines(&self, days: &[Weekday], slots: &[TimeSlot]) -> Vec<Line<'b>> {
        let hours =
            |slots: &[&TimeSlot]| slots.iter().map(|slot| self.format_hours(slot)).collect::<Vec<_>>().join(", ");
        let general: Vec<&TimeSlot> = slots.iter().filter(|slot| slot.days.is_empty()).collect();
        let mut lines = Vec::new();
        if !general.is_empty() {
            let days = self.format_weekdays(days);
            let hours = hours(&general);
            lines.push(self.in_page_language(if days.is_empty() { hours } else { format!("{days} {hours}") }));
        }
        for slot in slots.iter().filter(|slot| !slot.days.is_empty()) {
            lines.push(self.in_page_language(format!(
                "{} {}",
                self.format_weekdays(&slot.days),
                self.format_hours(slot)
            )));
        }
        lines
    }

    /// Hours of contacts: in the page's language if they can be read, else as they are written.
    pub(super) fn hours_in_words(&self, text: &'b str) -> Line<'b> {
        match parse_answering_hours(text).filter(|_| self.foreign) {
            Some(slots) => {
                let lines = self.slot_lines(&[], &slots).into_iter();
                let lines: Vec<String> = lines.map(|line| line.text.into_owned()).collect();
                self.in_page_language(self.locale.join_commas(&lines))
            }
            None => self.in_board_language(text),
        }
    }

    pub(in crate::compose) fn format_hours(&self, slot: &TimeSlot) -> String {
        match (slot.start, slot.end, slot.part) {
            (Some(start), Some(end), _) => self
                .locale
                .format(key::times_between, &[("start", start.to_string().into()), ("end", end.to_string().into())]),
            (Some(start), None, _) => self.locale.format(key::times_from, &[("start", start.to_string().into())]),
            (None, _, Some(part)) => self.vocabulary_word("part", part.word()).to_owned(),
            (None, ..) => String::new(),
        }
    }

    fn format_weekdays(&self, days: &[Weekday]) -> String {
        self.join_days(days, |day| self.vocabulary_word("weekday", day.word()).to_owned())
    }

    /// Names of days of the week, «lun e mer»; of days in a row the first and the last, «lun–ven».
    pub(in crate::compose) fn join_days(&self, days: &[Weekday], name: impl Fn(Weekday) -> String) -> String {
        let follows = |pair: &[Weekday]| matches!(pair, [one, next] if one.to_chrono().succ() == next.to_chrono());
        match days {
            [first, .., last] if days.len() >= MIN_DAY_SPAN && days.windows(2).all(follows) => {
                let (start, end) = (name(*first), name(*last));
                self.locale.format(key::times_between, &[("start", start.into()), ("end", end.into())])
            }
            days => {
                let days: Vec<String> = days.iter().map(|day| name(*day)).collect();
                self.locale.join_and(days.iter().map(String::as_str))
            }
        }
    }

    pub(super) fn edition_sheets(&self, item: &'b Item) -> Vec<EditionSheet<'b>> {
        let editions = item.facts.editions();
        if editions.len() < 2 {
            return Vec::new();
        }
        editions.iter().enumerate().map(|(index, edition)| self.edition_sheet(item, index, edition)).collect()
    }

    fn edition_sheet(&self, item: &'b Item, index: usize, edition: &'b Edition) -> EditionSheet<'b> {
        let title = match &edition.name {
            Some(name) => self.in_board_language(name),
            None => self.in_page_language(format!("{} {}", self.locale.text(key::edition), index + 1)),
        };
        let platform = edition.platform.iter().map(|platform| self.in_board_language(platform));
        let attendance = edition.attendance.filter(|attendance| Some(attendance) != item.facts.attendance.value());
        let place = edition.place.iter().flat_map(|place| self.place_lines(place));
        let where_lines = attendance
            .map(|attendance| self.in_page_language(self.vocabulary_word("attendance", attendance.word())))
            .into_iter()
            .chain(place)
            .chain(platform);
        let deadline = edition.deadline.map(|deadline| self.deadline_line(deadline));
        let opens = edition.opens.filter(|from| from.first_day() > self.board.today);
        let opens = opens.map(|from| self.opens_line(from));
        let rows = [
            self.row(key::row_when, "when", self.edition_time_lines(item, edition)),
            self.row(key::row_where, "where", where_lines.collect()),
            self.row(
                key::row_who,
                "who",
                edition.audience.iter().flat_map(|audience| self.audience_lines(audience)).collect(),
            ),
            self.row(key::row_seats, "seats", edition.seats.iter().map(|seats| self.seat_count_line(seats)).collect()),
            self.row(key::row_deadline, "deadline", deadline.into_iter().chain(opens).collect()),
            self.row(
                key::row_certificate,
                "certificate",
                edition.certificate.iter().chain(&edition.note).map(|text| self.in_board_language(text)).collect(),
            ),
        ];
        let contacts = edition.contacts.as_ref().map(|contacts| self.contact_rows(Some(contacts))).unwrap_or_default();
        let map = edition.place.as_ref().and_then(|place| self.place_map(place));
        EditionSheet {
            title,
            answers: self.edition_answers(item, edition),
            rows: rows.into_iter().flatten().chain(contacts).collect(),
            map,
        }
    }

    pub(super) fn deadline_line(&self, deadline: crate::model::Deadline) -> Line<'b> {
        match (deadline, deadline.word()) {
            (crate::model::Deadline::On(date, time), _) => {
                let date = self.locale.format_end(date);
                self.in_page_language(time.map_or(date.clone(), |time| format!("{date}, {time}")))
            }
            (_, word) => self.in_page_language(self.vocabulary_word("deadline", word.unwrap_or_default())),
        }
    }

    pub(super) fn seat_count_line(&self, seats: &Seats) -> Line<'b> {
        match seats.minimum {
            Some(minimum) => self.format(key::seats_between, &[("min", minimum.into()), ("max", seats.maximum.into())]),
            None => self.format(key::seats_max, &[("count", seats.maximum.into())]),
        }
    }

    pub(super) fn seat_lines(&self, item: &'b Item) -> Vec<Line<'b>> {
        let single = match item.facts.editions() {
            [only] => only.seats,
            _ => None,
        };
        item.facts.seats.or(single).iter().map(|seats| self.seat_count_line(seats)).collect()
    }

    pub(super) fn certificate_lines(&self, item: &'b Item) -> Vec<Line<'b>> {
        let single = match item.facts.editions() {
            [only] => only.certificate.as_ref(),
            _ => None,
        };
        let stage = item.facts.stage.iter().flat_map(|stage| {
            let hours = stage.hours.map(|hours| self.format(key::stage_hours, &[("hours", hours.into())]));
            hours.into_iter().chain(stage.place.iter().map(|place| self.in_board_language(place)))
        });
        item.facts.certificate.iter().chain(single).map(|text| self.certificate_line(text)).chain(stage).collect()
    }

    fn certificate_line(&self, text: &'b str) -> Line<'b> {
        if text == NOT_OFFERED {
            self.in_page_language(self.vocabulary_word("certificate", NOT_OFFERED))
        } else {
            self.in_board_language(text)
        }
    }

    pub(super) fn duration_row(&self, item: &'b Item) -> Option<FactRow<'b>> {
        let facts = &item.facts;
        let mut lines = match (facts.start.value(), facts.end.value()) {
            (Some(start), Some(end)) => vec![self.format(
                key::date_from_to,
                &[
                    ("start", self.locale.format_partial_date(*start).into()),
                    ("end", self.locale.format_partial_date(*end).into()),
                ],
            )],
            (Some(start), None) => {
                vec![self.format(key::date_from, &[("start", self.locale.format_partial_date(*start).into())])]
            }
            (None, _) => facts
                .start
                .placeholder()
                .map(|word| self.in_page_language(self.vocabulary_word("fact", word)))
                .into_iter()
                .collect(),
        };
        lines.extend(facts.months.map(|months| self.format(key::months_total, &[("months", months.into())])));
        lines.extend(facts.phases.iter().map(|phase| self.phase(phase)));
        self.row(key::row_duration, "when", lines)
    }

    /// «colloqui: 2 novembre 2026 – 18 dicembre 2026»
    pub(super) fn phase(&self, phase: &'b ProjectPhase) -> Line<'b> {
        let dates = [phase.start, phase.end].into_iter().flatten().map(|date| self.locale.format_partial_date(date));
        let period = dates.collect::<Vec<_>>().join(" – ");
        let period = (!period.is_empty()).then(|| self.in_page_language(period));
        self.join_lines(
            std::iter::once(self.in_board_language(&phase.name)).chain(period),
            self.locale.text(key::colon),
        )
    }

    pub(super) fn in_force_lines(&self, facts: &'b Opportunity) -> Vec<Line<'b>> {
        let from = facts
            .in_force_from
            .map(|date| self.format(key::force_from, &[("date", self.locale.format_start(date).into())]));
        let until = facts
            .in_force_until
            .map(|date| self.format(key::force_until, &[("date", self.locale.format_end(date).into())]));
        from.into_iter().chain(until).collect()
    }
}
