//! Days of the only edition, first and last day of a project.

use std::ops::Range;

use chrono::NaiveDate;
use serde_json::{Value as Json, json};

use super::{CORRECTIONS, ENDINGS, dates_json, months_json};
use crate::intake::days::{DayGroup, Role, Shape, find_months};
use crate::intake::facts::Facts;
use crate::intake::lines::Unit;

/// Days of the only edition: those that all readings agree on.
pub(in crate::intake) fn read_dates(
    units: &[Unit<'_>],
    days: &[DayGroup],
    held: &[&DayGroup],
    is_project: bool,
    facts: &mut Facts,
) {
    let key = if is_project { "inizio" } else { "date" };
    let unsure: Vec<Range<usize>> =
        held.iter().filter(|group| group.days.is_empty()).map(|group| group.range.clone()).collect();
    let mut groups: Vec<&DayGroup> = held.iter().copied().filter(|group| !group.days.is_empty()).collect();
    let labelled = |group: &DayGroup| {
        units.get(group.unit).is_some_and(|unit| ["date", "inizio", "fine"].iter().any(|key| unit.is_about(key)))
    };
    if groups.iter().any(|group| labelled(group)) {
        groups.retain(|group| labelled(group));
    }
    // «Partenza: 1 febbraio 2027 - Conclusione: 31 luglio 2028».
    if let [start, end] = groups.as_slice()
        && let ([first], [last]) = (start.days.as_slice(), end.days.as_slice())
        && first < last
        && units.get(end.unit).is_some_and(|unit| {
            let before = unit.before(end.range.start);
            let from = if start.unit == end.unit { start.range.end.saturating_sub(unit.range.start) } else { 0 };
            ENDINGS.is_in_words(before.get(from..).unwrap_or_default()) || ENDINGS.is_in_words(unit.label)
        })
    {
        set_period(is_project, (*first, Some(*last)), start.range.start..end.range.end, facts);
        return;
    }
    // Years ago is a memory, if something is still to come.
    let latest = groups.iter().filter_map(|group| group.days.last()).max().copied();
    groups.retain(|group| {
        group.days.last().zip(latest).is_none_or(|(day, latest)| latest.signed_duration_since(*day).num_days() < 300)
    });
    // A first day and a last day in lines of their own.
    let of_label = |key: &str| {
        groups
            .iter()
            .find(|group| units.get(group.unit).is_some_and(|unit| unit.is_about(key) && group.shape == Shape::Single))
    };
    if let (Some(start), Some(end)) = (of_label("inizio"), of_label("fine"))
        && let (Some(first), Some(last)) = (start.days.first(), end.days.first())
    {
        set_period(is_project, (*first, Some(*last)), start.range.start..end.range.end, facts);
        return;
    }
    // What lies within a period is a part of it.
    let period = groups.iter().find(|group| group.shape == Shape::Period).copied();
    if let Some(period) = period {
        let (first, last) = (period.days.first(), period.days.last());
        groups.retain(|group| {
            let within = group
                .days
                .iter()
                .all(|day| first.is_some_and(|first| first <= day) && last.is_some_and(|last| day <= last));
            std::ptr::eq(*group, period)
                || !within
                || group.starts
                || group.shape == Shape::Period && group.days != period.days
        });
    }
    // Another first day than that of the period: a correction, or nobody knows.
    if let Some(period) = period
        && let Some(other) = groups.iter().find(|group| group.starts && group.days.first() != period.days.first())
    {
        let is_correction = units.iter().any(|unit| CORRECTIONS.is_in_words(unit.text)) && other.unit < period.unit;
        match (is_correction, other.days.first(), period.days.last()) {
            (true, Some(start), Some(end)) => set_period(is_project, (*start, Some(*end)), other.range.clone(), facts),
            _ => facts.doubt(key, [other.range.clone(), period.range.clone()]),
        }
        return;
    }
    let starting: Vec<&DayGroup> = groups.iter().copied().filter(|group| group.starts).collect();
    if let ([start], None) = (starting.as_slice(), period)
        && groups.len() > 1
    {
        groups = vec![*start];
    }
    let mut values: Vec<(Json, Range<usize>)> =
        groups.iter().filter_map(|group| Some((dates_json(group)?, group.range.clone()))).collect();
    values.dedup_by(|one, other| one.0 == other.0);
    let single_days: Vec<NaiveDate> = groups
        .iter()
        .filter(|group| group.shape == Shape::Single && !group.starts)
        .flat_map(|group| group.days.clone())
        .collect();
    match (values.as_slice(), unsure.is_empty()) {
        ([], true) => {
            if let Some((months, range)) = units
                .iter()
                .find_map(|unit| find_months(unit).map(|(start, end, range)| ((start, end, range.clone()), range)))
            {
                let in_place = units.iter().any(|unit| {
                    unit.range.start <= range.start
                        && range.end <= unit.range.end
                        && !["scad", "entro", "iscri", "bando"]
                            .iter()
                            .any(|word| unit.text.to_lowercase().contains(word))
                });
                if in_place && is_project {
                    facts.set("inizio", months.0, range.clone());
                    if let Some(end) = months.1 {
                        facts.set("fine", end, range);
                    }
                } else if in_place {
                    facts.set("date", months_json(months), range);
                }
            }
        }
        ([], false) => facts.doubt(key, unsure),
        ([(value, range)], _) => {
            if is_project {
                let group = groups.first().filter(|group| !group.days.is_empty());
                let (first, last) =
                    (group.and_then(|group| group.days.first()), group.and_then(|group| group.days.last()));
                if let (Some(first), Some(last)) = (first, last) {
                    set_period(true, (*first, Some(*last).filter(|last| last > first)), range.clone(), facts);
                }
            } else {
                facts.set("date", value.clone(), range.clone());
            }
        }
        (several, _) if single_days.len() == several.len() && !is_project => {
            // Single days in sentences of their own: «lunedì 30 novembre ore 10», «martedì 1 dicembre ore 10».
            let mut sorted = single_days;
            sorted.sort_unstable();
            sorted.dedup();
            let in_lines = groups.windows(2).all(|pair| matches!(pair, [one, other] if one.unit != other.unit));
            let range =
                several.first().map_or(0, |(_, range)| range.start)..several.last().map_or(0, |(_, range)| range.end);
            if in_lines && groups.iter().all(|group| labelled(group))
                || groups.iter().all(|group| {
                    units.get(group.unit).is_some_and(|unit| unit.before(group.range.start).trim().is_empty())
                })
            {
                facts.set("date", sorted.iter().map(|day| Json::from(day.to_string())).collect::<Json>(), range);
            } else {
                facts.doubt("date", several.iter().map(|(_, range)| range.clone()));
            }
        }
        (several, _) => facts.doubt(key, several.iter().map(|(_, range)| range.clone())),
    }
    let until = days.iter().find(|group| group.role == Role::Until && is_project && !group.days.is_empty());
    if let Some(day) = until.and_then(|group| group.days.first())
        && !facts.has("fine")
    {
        facts.set("fine", day.to_string(), until.map_or(0..0, |group| group.range.clone()));
    }
}

fn set_period(is_project: bool, (start, end): (NaiveDate, Option<NaiveDate>), range: Range<usize>, facts: &mut Facts) {
    if !is_project {
        let value = end.map_or_else(
            || json!({"inizio": start.to_string()}),
            |end| json!({"inizio": start.to_string(), "fine": end.to_string()}),
        );
        facts.set("date", value, range);
        return;
    }
    facts.set("inizio", start.to_string(), range.clone());
    if let Some(end) = end {
        facts.set("fine", end.to_string(), range);
    }
}
