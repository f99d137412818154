//! The parts of the index: in each language what is open, and the archive by the years in which it closed. Who searches
//! what is open fetches nothing of the archive, and an announcement that is added or closes changes no other part.

use std::cmp::Reverse;

use super::record::order;
use crate::board::{Item, Status};
use crate::locale::Locale;
use crate::publish::RenderContext;
use crate::publish::item_output::has_page;

/// The most items that a part of the archive holds, unless one year has more: below, a search of everything asks for
/// more parts; above, a change takes longer.
const MOST: usize = 1_500;
/// The years of an archive that needs no division.
const YEARS: i32 = 64;

/// A part of the index.
pub(super) struct Shard<'b> {
    /// A language, for what is open; with the first of its years, for a part of the archive: `it`, `it-2020`. Pagefind
    /// takes it for a language with its variety, and knows each by itself.
    pub(super) name: String,
    pub(super) locale: &'b Locale,
    pub(super) items: Vec<&'b Item>,
}

/// The parts in a language that hold something: what is open, then the archive, the latest years first.
pub(super) fn of<'b>(context: &'b RenderContext, locale: &'b Locale) -> Vec<Shard<'b>> {
    let own = &context.board.config.bacheca.lingua;
    let here = |item: &&Item| item.status != Status::Withdrawn && has_page(item, &locale.code, own);
    let open: Vec<&Item> = context.open_items().into_iter().filter(here).collect();
    let mut archive: Vec<(i32, &Item)> = context
        .board
        .published()
        .filter(here)
        .filter(|item| !item.status.is_open())
        .map(|item| (closed_in(item), item))
        .collect();
    archive.sort_by_cached_key(|(year, item)| (Reverse(*year), Reverse(order(item))));
    let mut shards = Vec::new();
    if !open.is_empty() {
        shards.push(Shard { name: locale.code.to_lowercase(), locale, items: open });
    }
    for (first, items) in divided(&archive, YEARS) {
        let items = items.iter().map(|(_, item)| *item).collect();
        shards.push(Shard { name: format!("{}-{first}", locale.code.to_lowercase()), locale, items });
    }
    shards
}

fn closed_in(item: &Item) -> i32 {
    use chrono::Datelike;
    item.status.closing().map_or_else(|| item.year(), |closing| closing.day.year())
}

/// Parts of what is in order by year, and the first year of each. A part is halved where it holds too much, at the
/// same years whatever the others hold: one that grows moves nothing in the others.
fn divided<T>(archive: &[(i32, T)], years: i32) -> Vec<(i32, &[(i32, T)])> {
    let block = |year: i32| year.div_euclid(years);
    archive
        .chunk_by(|(one, _), (other, _)| block(*one) == block(*other))
        .flat_map(|part| {
            if part.len() > MOST && years > 1 {
                return divided(part, years / 2);
            }
            part.first().map(|(year, _)| (block(*year) * years, part)).into_iter().collect()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(counts: &[(i32, usize)]) -> Vec<(i32, usize)> {
        let archive: Vec<(i32, ())> = counts.iter().flat_map(|(year, count)| vec![(*year, ()); *count]).collect();
        divided(&archive, YEARS).into_iter().map(|(first, part)| (first, part.len())).collect()
    }

    #[test]
    fn a_small_archive_is_one_part() {
        assert_eq!(parts(&[(2026, 40), (2020, 1), (2013, 20)]), [(1984, 61)]);
        assert_eq!(parts(&[]), []);
    }

    #[test]
    fn what_grows_is_divided_and_moves_nothing_else() {
        let before = parts(&[(2026, 800), (2025, 600), (2024, 600), (2021, 700), (2020, 700), (2013, 90)]);
        assert_eq!(before, [(2026, 800), (2024, 1200), (2016, 1400), (1984, 90)]);
        let after = parts(&[(2026, 800), (2025, 600), (2024, 600), (2021, 900), (2020, 700), (2013, 90)]);
        assert_eq!(after, [(2026, 800), (2024, 1200), (2021, 900), (2020, 700), (1984, 90)]);
        // A year is never divided.
        assert_eq!(parts(&[(2026, 5000)]), [(2026, 5000)]);
    }
}
