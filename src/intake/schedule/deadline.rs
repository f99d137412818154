//! Until when one can apply.

use std::ops::Range;

use super::PARTIAL_DEADLINES;
use crate::intake::days::{ALWAYS_OPEN, DayGroup, EXTENDED, Role, Shape, WHILE_PLACES_LAST};
use crate::intake::facts::Facts;
use crate::intake::lines::Unit;
use crate::model::Kind;

/// Reads the deadline: the only day that one can apply until, or that there is none.
pub(in crate::intake) fn read_deadline(units: &[Unit<'_>], days: &[DayGroup], kind: Kind, facts: &mut Facts) {
    let key = "scadenza";
    let mut found: Vec<(String, Range<usize>)> = Vec::new();
    let mut doubts: Vec<Range<usize>> = Vec::new();
    for group in days {
        let last = match (group.role, group.shape) {
            (Role::Deadline, Shape::Single) | (Role::Opening, Shape::Period) => group.days.last(),
            (Role::Deadline, _) => None,
            (Role::Opening, Shape::Single) => {
                if let Some(day) = group.days.first() {
                    facts.set("aperto_dal", day.to_string(), group.range.clone());
                }
                continue;
            }
            _ => continue,
        };
        let Some(day) = last else {
            doubts.push(group.range.clone());
            continue;
        };
        if let (Role::Opening, Some(first)) = (group.role, group.days.first()) {
            facts.set("aperto_dal", first.to_string(), group.range.clone());
        }
        let unit = units.get(group.unit);
        if unit.is_some_and(|unit| {
            PARTIAL_DEADLINES.find_words(unit.text).first().is_some_and(|(range, _)| range.start == 0)
        }) {
            doubts.push(group.range.clone());
            continue;
        }
        let value = group.time.map_or_else(|| day.to_string(), |time| format!("{day} ore {time}"));
        // «Entro il 30 novembre» once, and «entro le 12 del 30 novembre» again: the hour is known.
        match found.iter_mut().find(|(other, _)| other.starts_with(&value) || value.starts_with(other.as_str())) {
            Some(known) if known.0.len() < value.len() => *known = (value, group.range.clone()),
            Some(_) => {}
            None => found.push((value, group.range.clone())),
        }
    }
    // «Scadeva il 20 novembre, ora c'è tempo fino al 7 dicembre».
    if let [(old, old_range), (new, _)] = found.as_slice()
        && old.get(..10) < new.get(..10)
        && units.iter().any(|unit| EXTENDED.is_in_words(unit.text))
        && let Some(day) = old.get(..10)
    {
        facts.set("prorogata_dal", day, old_range.clone());
        found.remove(0);
    }
    let word = |list: &crate::check::WordList| {
        units.iter().find_map(|unit| list.find_words(unit.text).first().map(|(range, _)| unit.at(range)))
    };
    match (found.as_slice(), doubts.is_empty()) {
        ([(value, range)], true) => facts.set(key, value.clone(), range.clone()),
        ([], true) => {
            if let Some(range) = word(&ALWAYS_OPEN) {
                facts.set(key, "sempre aperte", range);
            } else if let Some(range) = word(&WHILE_PLACES_LAST).filter(|_| kind != Kind::Event) {
                facts.set(key, "fino a esaurimento posti", range);
            }
        }
        _ => facts.doubt(key, found.into_iter().map(|(_, range)| range).chain(doubts)),
    }
}
