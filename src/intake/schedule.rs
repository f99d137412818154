//! When and where it takes place, and until when one can apply.

mod dates;
pub(super) mod deadline;
mod editions;
mod whereabouts;

use std::ops::Range;

use chrono::NaiveDate;
use serde_json::{Value as Json, json};

use super::days::{DayGroup, Role, Shape, days_of_unit};
use super::facts::Facts;
use super::lines::Unit;
use super::times::{Slot, find_part_of_day, find_slots, find_weekdays};
use crate::board::Board;
use crate::check::word_lists;
use crate::model::{Kind, Weekday};

word_lists! { "intake_hours.txt":
    /// Words of a sentence about the hours of a desk or a telephone.
    DESK_HOURS = "desk hours";
    /// Words of a sentence about the hour of a test.
    TEST_HOURS = "test hours";
    /// Words of a point of a programme.
    PROGRAMME_POINT = "points of a programme";
    /// Words of a message that corrects an earlier one.
    CORRECTIONS = "corrections";
    /// Words before a last day.
    ENDINGS = "endings";
    /// Words of a sentence about what only a part of the people apply for.
    PARTIAL_DEADLINES = "partial deadlines";
}

/// Reads days, hours and place, of one edition or of several.
pub(super) fn read_schedule(board: &Board, units: &[Unit<'_>], days: &[DayGroup], kind: Kind, facts: &mut Facts) {
    if matches!(kind, Kind::Regulation | Kind::Job | Kind::Housing | Kind::News) {
        whereabouts::read_place(board, units, kind, facts);
        return;
    }
    let lines = editions::lines_of_editions(board, units, days);
    let held: Vec<&DayGroup> = days.iter().filter(|group| group.role == Role::Held).collect();
    if lines.len() >= 2 {
        editions::read_editions(units, &held, lines, facts);
        return;
    }
    let is_project = kind == Kind::Project;
    dates::read_dates(units, days, &held, is_project, facts);
    if !is_project {
        read_hours(units, days, facts);
    }
    whereabouts::read_place(board, units, kind, facts);
}

/// Bytes of the dates of a sentence.
fn dates_in(days: &[DayGroup], unit: usize) -> Vec<Range<usize>> {
    days_of_unit(days, unit).iter().map(|group| group.range.clone()).collect()
}

fn days_json(days: &[Weekday]) -> Option<Json> {
    (!days.is_empty()).then(|| days.iter().map(|day| Json::from(day.word())).collect())
}

fn hours_json(hours: &[String]) -> Option<Json> {
    match hours {
        [] => None,
        [one] => Some(Json::from(one.clone())),
        several => Some(Json::from(several.to_vec())),
    }
}

fn months_json((start, end, _): (String, Option<String>, Range<usize>)) -> Json {
    end.map_or_else(|| json!({"inizio": start}), |end| json!({"inizio": start, "fine": end}))
}

/// Days of a group as the field `date` has them; `None` if a year is not certain.
fn dates_json(group: &DayGroup) -> Option<Json> {
    let text = |day: &NaiveDate| day.to_string();
    match (group.shape, group.days.as_slice()) {
        (_, []) => None,
        (Shape::Period, [start, end]) => Some(json!({"inizio": text(start), "fine": text(end)})),
        (Shape::Single, [day]) if group.starts => Some(json!({"inizio": text(day)})),
        (Shape::Single, [day]) => Some(Json::from(text(day))),
        (_, several) => Some(several.iter().map(|day| Json::from(text(day))).collect()),
    }
}

/// Days of the week and hours of the only edition.
fn read_hours(units: &[Unit<'_>], days: &[DayGroup], facts: &mut Facts) {
    let mut slots: Vec<Slot> = Vec::new();
    let mut weekdays: Vec<(Weekday, Range<usize>)> = Vec::new();
    for (index, unit) in units.iter().enumerate() {
        let labelled = unit.is_about("date") || unit.is_about("orari");
        if unit.is_about("contatti")
            || unit.is_about("iscrizione")
            || unit.is_about("programma")
            || PROGRAMME_POINT.is_in_words(unit.text) && unit.text.contains('–')
        {
            continue;
        }
        let ranges = dates_in(days, index);
        let closes = days_of_unit(days, index).iter().any(|group| group.role != Role::Held);
        let of_lessons = |at: usize| labelled || !is_desk(unit, at);
        let in_unit = find_slots(unit, &ranges);
        let in_unit =
            in_unit.into_iter().filter(|slot| (!closes || slot.end.is_some()) && of_lessons(slot.range.start));
        slots.extend(in_unit.filter(|slot| !TEST_HOURS.is_in_words(unit.text) || slot.end.is_some()));
        let named = find_weekdays(unit, &ranges)
            .into_iter()
            .filter(|(_, at)| unit.tokens.get(*at).is_some_and(|token| of_lessons(token.start)));
        let named: Vec<(Weekday, usize)> = named.collect();
        let about = unit.is_about("date")
            || unit.is_about("orari")
            || !find_slots(unit, &ranges).is_empty()
            || days_of_unit(days, index).iter().any(|group| group.role == Role::Held);
        let regular = ["ogni", "tutti", "dal", "il", "i", "di", "from", "every", "lezioni"]
            .iter()
            .any(|word| unit.tokens.iter().any(|token| token.is(&[word])));
        if about || regular {
            weekdays.extend(
                named
                    .into_iter()
                    .filter_map(|(day, at)| unit.tokens.get(at).map(|token| (day, token.start..token.end()))),
            );
        }
    }
    let has_whole = slots.iter().any(|slot| slot.end.is_some());
    slots.retain(|slot| slot.end.is_some() || !has_whole);
    let mut distinct: Vec<(Vec<Weekday>, String, Range<usize>)> = Vec::new();
    for slot in &slots {
        let hours = slot.hours();
        match distinct.iter_mut().find(|(_, other, _)| *other == hours) {
            Some((days, ..)) => days.extend(&slot.days),
            None => distinct.push((slot.days.clone(), hours, slot.range.clone())),
        }
    }
    for (days, ..) in &mut distinct {
        days.sort_unstable();
        days.dedup();
    }
    let by_day = distinct.len() > 1
        && distinct.iter().all(|(days, ..)| !days.is_empty())
        && distinct.windows(2).any(|pair| matches!(pair, [one, other] if one.0 != other.0));
    let one_sentence = distinct.first().zip(distinct.last()).is_some_and(|(first, last)| {
        units.iter().any(|unit| unit.range.start <= first.2.start && last.2.end <= unit.range.end)
    });
    let range =
        distinct.first().map_or(0, |(.., range)| range.start)..distinct.last().map_or(0, |(.., range)| range.end);
    if by_day {
        let value: Json =
            distinct.iter().map(|(days, hours, _)| json!({"giorni": days_json(days), "ore": hours})).collect();
        facts.set("orari", value, range);
        return;
    }
    match distinct.as_slice() {
        [] => {
            let part = units
                .iter()
                .zip(0..)
                .filter(|(unit, index)| {
                    unit.is_about("date")
                        || unit.is_about("orari")
                        || !find_weekdays(unit, &dates_in(days, *index)).is_empty()
                })
                .find_map(|(unit, _)| find_part_of_day(unit));
            if let Some(slot) = part {
                facts.set("orari", slot.hours(), slot.range.clone());
            }
        }
        [(_, hours, range)] => facts.set("orari", hours.clone(), range.clone()),
        several if one_sentence => {
            let hours: Vec<String> = several.iter().map(|(_, hours, _)| hours.clone()).collect();
            if let Some(value) = hours_json(&hours) {
                facts.set("orari", value, range);
            }
        }
        several => facts.doubt("orari", several.iter().map(|(.., range)| range.clone())),
    }
    let mut named: Vec<Weekday> = weekdays.iter().map(|(day, _)| *day).collect();
    named.sort_unstable();
    named.dedup();
    // Days of the week of single days follow from them.
    let single = facts.value("date").is_some_and(|date| !date.is_object());
    if let (Some(value), Some((_, first)), Some((_, last))) = (days_json(&named), weekdays.first(), weekdays.last())
        && !single
    {
        facts.set("giorni", value, first.start.min(last.start)..last.end.max(first.end));
    }
}

/// Whether the words before a byte, in the same clause, are about a desk or a telephone.
fn is_desk(unit: &Unit<'_>, at: usize) -> bool {
    let before = unit.before(at);
    let clause = before.rsplit(['.', ';', '!']).next().unwrap_or(before);
    let near = clause.get(clause.floor_char_boundary(clause.len().saturating_sub(90))..).unwrap_or_default();
    DESK_HOURS.is_in_words(near)
}
