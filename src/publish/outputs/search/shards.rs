//! The shards of the index: per language the open items and the contact points, and the archive by closing year. A search of the open items
//! downloads nothing of the archive, and adding or closing an item changes no other shard.

use std::cmp::Reverse;

use super::record::sort_key;
use crate::board::{Item, Status};
use crate::locale::Locale;
use crate::model::ContactPoint;
use crate::publish::RenderContext;
use crate::publish::item_output::has_page;

/// Maximum number of items in an archive shard, unless one year has more. Smaller shards mean more downloads for a
/// search of everything, larger ones longer rebuilds.
const MAX_SHARD_ITEMS: usize = 1_500;
/// Years covered by an archive shard that needs no division; a power of two, because shards are halved.
const MAX_SHARD_YEARS: i32 = 64;

/// A shard of the index.
pub(super) struct Shard<'b> {
    /// Language code for open items, e.g. `it`; with the first year for an archive shard, e.g. `it-2020`. It
    /// is the name of its folder.
    pub(super) name: String,
    pub(super) locale: &'b Locale,
    /// Whether it holds what is open, not the archive.
    pub(super) is_open: bool,
    pub(super) items: Vec<&'b Item>,
    /// Contact points by id: they are with the open items.
    pub(super) contact_points: Vec<(&'b str, &'b ContactPoint)>,
}

/// Builds the non-empty shards of a language: open items, then the archive, latest years first.
pub(super) fn shards_of<'b>(context: &'b RenderContext, locale: &'b Locale) -> Vec<Shard<'b>> {
    let board_language = &context.board.config.bacheca.lingua;
    let is_in_language =
        |item: &&Item| item.status != Status::Withdrawn && has_page(item, &locale.code, board_language);
    let open: Vec<&Item> = context.open_items().into_iter().filter(is_in_language).collect();
    let mut archive: Vec<(i32, &Item)> = context
        .board
        .published()
        .filter(is_in_language)
        .filter(|item| !item.status.is_open())
        .map(|item| (closing_year(item), item))
        .collect();
    archive.sort_by_cached_key(|(year, item)| (Reverse(*year), Reverse(sort_key(item, context.board.today))));
    let mut shards = Vec::new();
    let contact_points: Vec<(&str, &ContactPoint)> = context.board.published_contact_points().collect();
    if !open.is_empty() || !contact_points.is_empty() {
        shards.push(Shard { name: locale.code.to_lowercase(), locale, is_open: true, items: open, contact_points });
    }
    for (first, items) in divide(&archive, MAX_SHARD_YEARS) {
        let items = items.iter().map(|(_, item)| *item).collect();
        let name = format!("{}-{first}", locale.code.to_lowercase());
        shards.push(Shard { name, locale, is_open: false, items, contact_points: Vec::new() });
    }
    shards
}

fn closing_year(item: &Item) -> i32 {
    use chrono::Datelike;
    item.status.closing().map_or_else(|| item.year(), |closing| closing.day.year())
}

/// Divides items sorted by year into shards, each with its first year. A shard with too many items is halved at a
/// fixed year, independent of the other shards, so that their contents do not change.
fn divide<T>(archive: &[(i32, T)], years: i32) -> Vec<(i32, &[(i32, T)])> {
    let block = |year: i32| year.div_euclid(years);
    archive
        .chunk_by(|(one, _), (other, _)| block(*one) == block(*other))
        .flat_map(|part| {
            if part.len() > MAX_SHARD_ITEMS && years > 1 {
                return divide(part, years / 2);
            }
            part.first().map(|(year, _)| (block(*year) * years, part)).into_iter().collect()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shard_sizes(counts: &[(i32, usize)]) -> Vec<(i32, usize)> {
        let archive: Vec<(i32, ())> = counts.iter().flat_map(|(year, count)| vec![(*year, ()); *count]).collect();
        divide(&archive, MAX_SHARD_YEARS).into_iter().map(|(first, part)| (first, part.len())).collect()
    }

    #[test]
    fn small_archive_is_one_shard() {
        assert_eq!(shard_sizes(&[(2026, 40), (2020, 1), (2013, 20)]), [(1984, 61)]);
        assert_eq!(shard_sizes(&[]), []);
    }

    #[test]
    fn growing_shard_is_divided_without_changing_others() {
        let before = shard_sizes(&[(2026, 800), (2025, 600), (2024, 600), (2021, 700), (2020, 700), (2013, 90)]);
        assert_eq!(before, [(2026, 800), (2024, 1200), (2016, 1400), (1984, 90)]);
        let after = shard_sizes(&[(2026, 800), (2025, 600), (2024, 600), (2021, 900), (2020, 700), (2013, 90)]);
        assert_eq!(after, [(2026, 800), (2024, 1200), (2021, 900), (2020, 700), (1984, 90)]);
        // A year is never divided.
        assert_eq!(shard_sizes(&[(2026, 5000)]), [(2026, 5000)]);
    }
}
