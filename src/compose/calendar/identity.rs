//! Identity of events (`UID`: RFC 5545, section 3.8.4.7): of the board, the item and the edition, each by what it is and not by
//! its number, so that an edition that is deleted gives its identity to no other.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::times::{Occurrence, Span};
use crate::board::{Board, Item};
use crate::model::{Deadline, Edition, PartialDate, TimeOfDay};
use crate::text::slug::slugify;

/// An occurrence, and the name of its edition.
pub(super) type NamedOccurrence<'b> = (Occurrence, Option<&'b str>);

/// Last day of a deadline, its hour, and what tells it from the other deadlines of the item.
pub(super) type NamedDeadline = (NaiveDate, Option<TimeOfDay>, String);

/// `UID` of a part of an item: `italiano-a2.20261209@example.org/roma`. Two boards of one host differ by their paths.
pub(super) fn uid(board: &Board, item: &Item, part: &str) -> String {
    let address = &board.config.bacheca.indirizzo;
    let place = address.split_once("://").map_or(address.as_str(), |(_, place)| place).trim_end_matches('/');
    format!("{}.{part}@{place}", item.slug)
}

/// What tells each occurrence from the others of its item: its first day, with the name of its edition; the hour too if others
/// of the same day are called the same.
pub(super) fn name_occurrences(occurrences: &[NamedOccurrence<'_>]) -> Vec<String> {
    let parts: Vec<[String; 2]> = occurrences
        .iter()
        .map(|(time, name)| {
            let day = time.first().format("%Y%m%d");
            let name = name.map(|name| format!(".{}", slugify(name))).unwrap_or_default();
            let exact = match time.span {
                Span::Hours(start, _) => format!("{}{name}", start.format("%Y%m%dT%H%M")),
                Span::Days(..) => format!("{day}{name}"),
            };
            [format!("{day}{name}"), exact]
        })
        .collect();
    let is_only = |wanted: &str| parts.iter().filter(|[short, _]| short == wanted).count() == 1;
    number(parts.iter().map(|[short, exact]| if is_only(short) { short.clone() } else { exact.clone() }))
}

/// Deadlines of an item that have a day, the earliest first, each day and hour once. The item's own is called the same however
/// it is extended; those of editions have the names of these.
pub(super) fn name_deadlines(item: &Item) -> Vec<NamedDeadline> {
    let facts = &item.facts;
    let of_edition = |edition: &Edition| {
        let first = edition.dates.value().map(|dates| format!(".{}", dates.start().first_day().format("%Y%m%d")));
        let name = edition.name.as_deref().map(|name| format!(".{}", slugify(name)));
        format!("scadenza{}{}", first.unwrap_or_default(), name.unwrap_or_default())
    };
    let own = facts.deadline.value().map(|deadline| (deadline, "scadenza".to_owned()));
    let editions = facts.editions().iter();
    let editions = editions.filter_map(|edition| Some((edition.deadline.as_ref()?, of_edition(edition))));
    let action = facts.requested_action.value().and_then(|action| action.deadline.as_ref());
    let action = action.map(|deadline| (deadline, "scadenza.azione".to_owned()));
    let mut named: Vec<NamedDeadline> = own
        .into_iter()
        .chain(editions)
        .chain(action)
        .filter_map(|(deadline, name)| match deadline {
            // A month is no day of a calendar.
            Deadline::On(PartialDate::Day(day), time) => Some((*day, *time, name)),
            _ => None,
        })
        .collect();
    let names = number(named.iter().map(|(.., name)| name.clone()));
    for ((.., name), unique) in named.iter_mut().zip(names) {
        *name = unique;
    }
    // Of two that end at the same moment the first named one stays: the item's own.
    named.sort_by_key(|(day, time, _)| (*day, *time));
    named.dedup_by_key(|(day, time, _)| (*day, *time));
    named
}

/// Adds `.2`, `.3` to what is called as one before it.
fn number(names: impl Iterator<Item = String>) -> Vec<String> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    names
        .map(|name| {
            let count = seen.entry(name.clone()).or_default();
            *count += 1;
            if *count == 1 { name } else { format!("{name}.{count}") }
        })
        .collect()
}
