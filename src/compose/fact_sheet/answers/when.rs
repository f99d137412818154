//! When: days and hours first, then the period or the other days.

use chrono::{Datelike, NaiveDate};

use crate::board::Item;
use crate::locale::key;
use crate::model::{Dates, Edition, Kind, PartialDate, ProjectPhase, TimeSlot, Weekday, parse_answering_hours};

use super::super::{FactSheetBuilder, Line};
use super::{Answer, AnswerLines};

/// Single days up to which each is named.
const MAX_NAMED_DAYS: usize = 4;

/// Letters of the working hours of a job up to which they are the answer.
const MAX_SCHEDULE: usize = 50;

impl<'b> FactSheetBuilder<'b> {
    pub(super) fn when_answer(&self, item: &'b Item) -> Option<Answer<'b>> {
        let facts = &item.facts;
        let days = item.timing(self.board.today).days;
        let lines = match facts.editions() {
            [] => self.lines_without_editions(item).into(),
            [only] if days.is_empty() => self.period_lines(item, only),
            several if several.len() > 1 && (days.is_empty() || item.kind() == Kind::Training) => {
                self.group_lines(several)
            }
            editions => {
                let first = days.first().map(|day| self.in_page_language(self.near_day_with_hours(item, *day)));
                let others = self.other_days(days.get(1..).unwrap_or_default()).map(|days| self.in_page_language(days));
                let total = editions.first().filter(|_| editions.len() == 1).and_then(|only| self.total_line(only));
                AnswerLines::new(first.into_iter().chain(others), total)
            }
        };
        self.answer("when", "when", key::row_when, lines)
    }

    /// Times of a kind without editions: the working hours of a job, the period of a project, the law's first day.
    fn lines_without_editions(&self, item: &'b Item) -> Vec<Line<'b>> {
        let facts = &item.facts;
        if let Some(contract) = facts.contracts().first() {
            let hours =
                contract.weekly_hours.map(|hours| self.format(key::weekly_hours, &[("hours", self.hours(hours))]));
            let schedule = contract.schedule.iter().chain(&facts.shifts).map(|text| self.short_schedule(text));
            let period = contract.start.map(|start| self.period_line(start, contract.end));
            let mut lines: Vec<Line<'b>> = hours.into_iter().chain(schedule).chain(period).collect();
            // Days and hours come first where they can be read, and if they fit in a line.
            let is_first = |line: &Line<'_>| !line.foreign && line.text.chars().count() <= MAX_SCHEDULE;
            if contract.schedule.is_some() && lines.get(1).is_some_and(is_first) {
                lines.swap(0, 1);
            }
            return lines;
        }
        match item.kind() {
            Kind::Project => self.project_period(item).into_iter().chain(self.phase_line(item)).collect(),
            Kind::Regulation => {
                let from = facts
                    .in_force_from
                    .map(|from| self.label_and_date(key::status_in_force, &self.locale.format_start(from)));
                let until = facts
                    .in_force_until
                    .map(|last| self.format(key::force_until, &[("date", self.locale.format_end(last).into())]));
                from.map(|from| self.in_page_language(from)).into_iter().chain(until).collect()
            }
            _ => facts
                .editions
                .placeholder()
                .map(|word| self.in_page_language(self.vocabulary_word("fact", word)))
                .into_iter()
                .collect(),
        }
    }

    /// «Lun, mer e ven 9:30–12:00», «11 gennaio – 24 marzo 2027»; without hours the dates alone.
    pub(super) fn period_lines(&self, item: &'b Item, edition: &'b Edition) -> AnswerLines<'b> {
        let hours = self.short_hours(edition).map(|hours| self.in_page_language(hours));
        let dates = match edition.dates.value() {
            Some(Dates::Period(start, end)) => vec![self.period_line(*start, *end)],
            Some(Dates::Days(days)) => vec![self.days_line(days)],
            None => {
                let word =
                    edition.dates.placeholder().map(|word| self.in_page_language(self.vocabulary_word("fact", word)));
                word.into_iter().chain(self.project_period(item)).collect()
            }
        };
        let unknown = edition
            .hours
            .placeholder()
            .filter(|_| edition.dates.value().is_some())
            .map(|word| self.format(key::hours_unknown, &[("word", self.vocabulary_word("fact", word).into())]));
        let starts = item.facts.in_force_from.filter(|from| from.first_day() > self.board.today).map(|from| {
            let date = self.locale.format_start(from);
            self.in_page_language(self.label_and_date(key::status_in_force, &date))
        });
        let detail = self
            .pause_lines(item, edition)
            .into_iter()
            .chain(self.total_line(edition))
            .chain(self.holiday_line(item, edition));
        AnswerLines::new(hours.into_iter().chain(starts).chain(dates).chain(unknown), detail)
    }

    /// «3 gruppi; il prossimo: Marconi, per tutti: lun e mer 18:00–20:00, da 18 gennaio», then the others.
    fn group_lines(&self, editions: &'b [Edition]) -> AnswerLines<'b> {
        let start = |edition: &Edition| edition.dates.value().map(Dates::start);
        let is_over =
            |edition: &Edition| edition.dates.value().is_some_and(|dates| dates.end().last_day() < self.board.today);
        let mut groups: Vec<&Edition> = editions.iter().collect();
        groups.sort_by_key(|edition| {
            (is_over(edition), start(edition).is_none(), start(edition).map(PartialDate::first_day))
        });
        let mut lines = groups.into_iter().map(|edition| self.group_line(edition));
        let next = lines.next().map_or_else(String::new, |line| line.text.into_owned());
        let count = self.format(key::groups_next, &[("count", editions.len().into()), ("group", next.into())]);
        AnswerLines::new(std::iter::once(count).chain(lines), None)
    }

    /// «Marconi, per tutti: lun e mer 18:00–20:00, da 18 gennaio».
    fn group_line(&self, edition: &'b Edition) -> Line<'b> {
        let from = |start: PartialDate| match start {
            PartialDate::Day(day) if self.is_near(day) => self.locale.format_day_and_month(day),
            start => self.locale.format_partial_date(start),
        };
        let dates = edition.dates.value().map(|dates| match dates {
            Dates::Period(start, _) => self.format(key::date_from, &[("start", from(*start).into())]),
            Dates::Days(days) => self.days_line(days),
        });
        let dates = dates.map(|line| line.text.into_owned());
        let times: Vec<String> = self.short_hours(edition).into_iter().chain(dates).collect();
        let times = self.locale.join_commas(&times);
        match edition.name.as_deref().map(|name| self.in_board_language(name)) {
            Some(name) if !times.is_empty() => self
                .format(key::name_and_value, &[("name", self.isolate_foreign(&name).into()), ("value", times.into())]),
            Some(name) => name,
            None => self.in_page_language(times),
        }
    }

    /// Single days in one line; of many the first and the last.
    fn days_line(&self, days: &[NaiveDate]) -> Line<'b> {
        match days {
            [first, .., last] if days.len() > MAX_NAMED_DAYS => {
                self.period_line(PartialDate::Day(*first), Some(PartialDate::Day(*last)))
            }
            [day] => self.in_page_language(self.locale.format_date_with_weekday(*day)),
            days => {
                let days: Vec<String> = days.iter().map(|day| self.locale.format_day(*day)).collect();
                self.in_page_language(self.locale.join_and(days.iter().map(String::as_str)))
            }
        }
    }

    /// Every day on which a repeated event still takes place, with its hours; empty if there is one at most.
    pub(in super::super) fn event_days(&self, item: &Item) -> Vec<String> {
        let days = item.timing(self.board.today).days;
        if item.kind() != Kind::Event || days.len() < 2 {
            return Vec::new();
        }
        days.iter().map(|day| self.near_day_with_hours(item, *day)).collect()
    }

    /// The phase of a project that is going on or comes next: «colloqui: 2 novembre 2026 – 18 dicembre 2026».
    fn phase_line(&self, item: &'b Item) -> Option<Line<'b>> {
        let is_ahead = |phase: &&ProjectPhase| phase.end.is_some_and(|end| end.last_day() >= self.board.today);
        let phase =
            item.facts.phases.iter().filter(is_ahead).min_by_key(|phase| phase.end.map(PartialDate::last_day))?;
        Some(self.phase(phase))
    }

    fn project_period(&self, item: &Item) -> Option<Line<'b>> {
        let facts = &item.facts;
        facts.start.value().map(|start| self.period_line(*start, facts.end.value().copied()))
    }

    fn total_line(&self, edition: &Edition) -> Option<Line<'b>> {
        edition.total_hours.map(|hours| self.format(key::hours_total, &[("hours", self.hours(hours))]))
    }

    /// «11 gennaio – 24 marzo 2027».
    pub(in super::super) fn period_line(&self, start: PartialDate, end: Option<PartialDate>) -> Line<'b> {
        match (start, end) {
            (PartialDate::Day(start), Some(PartialDate::Day(end))) if start < end => {
                let (mut first, mut last) = (self.locale.format_day(start), self.locale.format_day(end));
                if start.year() == end.year() {
                    // The year is said once, where the language has it: before or behind.
                    if first.starts_with(&start.year().to_string()) {
                        last = self.locale.format_day_and_month(end);
                    } else {
                        first = self.locale.format_day_and_month(start);
                    }
                }
                self.format(key::period, &[("start", first.into()), ("end", last.into())])
            }
            (start, Some(end)) if start != end => {
                let date = |date| self.locale.format_partial_date(date).into();
                self.format(key::date_from_to, &[("start", date(start)), ("end", date(end))])
            }
            (start, None) => self.format(key::date_from, &[("start", self.locale.format_partial_date(start).into())]),
            (start, Some(_)) => self.in_page_language(self.locale.format_partial_date(start)),
        }
    }

    /// Days of the week and hours of an edition, with short names of days: «lun e mer 9:30–12:00, ven 15:00–17:00».
    fn short_hours(&self, edition: &Edition) -> Option<String> {
        let slots = edition.hours.value().map(Vec::as_slice).unwrap_or_default();
        let mut parts = Vec::new();
        let general: Vec<&TimeSlot> = slots.iter().filter(|slot| slot.days.is_empty()).collect();
        if !general.is_empty() || (slots.is_empty() && !edition.weekdays.is_empty()) {
            let hours: Vec<String> = general.iter().map(|slot| self.format_hours(slot)).collect();
            parts.push(self.days_and_hours(&edition.weekdays, &self.locale.join_commas(&hours)));
        }
        let own = slots.iter().filter(|slot| !slot.days.is_empty());
        parts.extend(own.map(|slot| self.days_and_hours(&slot.days, &self.format_hours(slot))));
        parts.retain(|part| !part.is_empty());
        (!parts.is_empty()).then(|| self.locale.join_commas(&parts))
    }

    /// Working hours with short names of days, «lun–sab 5:00–10:00», if they can be read; else as they are written.
    fn short_schedule(&self, text: &'b str) -> Line<'b> {
        let Some(slots) = parse_answering_hours(text) else { return self.in_board_language(text) };
        let slots: Vec<String> =
            slots.iter().map(|slot| self.days_and_hours(&slot.days, &self.format_hours(slot))).collect();
        self.in_page_language(self.locale.join_commas(&slots))
    }

    /// «Lun e mer 9:30–12:00».
    pub(in super::super) fn days_and_hours(&self, days: &[Weekday], hours: &str) -> String {
        let days = self.join_days(days, |day| self.locale.format_short_weekday(day));
        format!("{days} {hours}").trim().to_owned()
    }

    fn near_day_with_hours(&self, item: &Item, day: NaiveDate) -> String {
        let date = self.near_day(day);
        match self.hours_on(item, day) {
            Some(hours) => self.locale.format(key::date_hours, &[("date", date.into()), ("hours", hours.into())]),
            None => date,
        }
    }

    /// «sabato 12 dicembre», with the year if it is far.
    fn near_day(&self, day: NaiveDate) -> String {
        if self.is_near(day) {
            self.locale.format_day_with_weekday(day)
        } else {
            self.locale.format_date_with_weekday(day)
        }
    }
}
