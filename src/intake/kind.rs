//! The kind of an announcement, by its words.

use std::ops::Range;

use super::days::{DayGroup, Role, Shape};
use super::lines::Unit;
use crate::check::word_lists;
use crate::model::Kind;

word_lists! { "intake_kinds.txt":
    /// Beginnings of words that show the kind, with its key and a weight.
    KINDS = "kinds";
}

/// Times that a word of the first line counts.
const TITLE_WEIGHT: u32 = 3;

/// The kind with most evidence, its words, and whether no other is near.
pub(super) struct FoundKind {
    pub(super) kind: Kind,
    pub(super) from: Range<usize>,
    pub(super) is_clear: bool,
}

/// Weighs the words of a message, each once a line; those of its beginning count more. `None` without evidence.
pub(super) fn find_kind(units: &[Unit<'_>], title: Option<&Range<usize>>, days: &[DayGroup]) -> Option<FoundKind> {
    let mut scores = [(0, None); Kind::ALL.len()];
    for (index, unit) in units.iter().enumerate() {
        let in_title =
            index == 0 || title.is_some_and(|title| title.start < unit.range.end && unit.range.start < title.end);
        let mut seen: Vec<&str> = Vec::new();
        for (range, entry) in KINDS.find_words(unit.text) {
            let form = entry.forms.first().copied().unwrap_or_default();
            if seen.contains(&form) {
                continue;
            }
            seen.push(form);
            let Some(at) = Kind::ALL.iter().position(|kind| kind.key() == entry.column(0)) else { continue };
            let weight: u32 = entry.column(1).parse().unwrap_or(1);
            if let Some((score, from)) = scores.get_mut(at) {
                *score += weight * if in_title { TITLE_WEIGHT } else { 1 };
                from.get_or_insert((unit.range.start + range.start, unit.range.start + range.end));
            }
        }
    }
    // Single days are those of an event; what is taught is a course.
    let held: Vec<&DayGroup> = days.iter().filter(|group| group.role == Role::Held && !group.days.is_empty()).collect();
    let is_single = !held.is_empty() && held.iter().all(|group| group.shape != Shape::Period && !group.starts);
    let taught = units.iter().take(4).find_map(|unit| super::people::find_subject(unit));
    for (kind, found) in
        [(Kind::Event, held.first().filter(|_| is_single).map(|group| group.range.clone())), (Kind::Training, taught)]
    {
        let at = Kind::ALL.iter().position(|other| *other == kind);
        if let (Some((score, from)), Some(range)) = (at.and_then(|at| scores.get_mut(at)), found) {
            *score += 3;
            from.get_or_insert((range.start, range.end));
        }
    }
    let best = scores.iter().zip(Kind::ALL).max_by_key(|((score, _), kind)| (*score, std::cmp::Reverse(*kind)))?;
    let ((score, from), kind) = best;
    let second = scores
        .iter()
        .zip(Kind::ALL)
        .filter(|(_, other)| *other != kind)
        .map(|((score, _), _)| *score)
        .max()
        .unwrap_or_default();
    let (start, end) = (*from)?;
    Some(FoundKind { kind, from: start..end, is_clear: *score > second + second / 3 })
}

/// Whether a line names a kind with some certainty.
pub(super) fn names_kind(line: &str) -> bool {
    KINDS.find_words(line).iter().any(|(_, entry)| entry.column(1).parse::<u32>().is_ok_and(|weight| weight >= 2))
}
