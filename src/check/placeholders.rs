//! Finds fields whose value is a placeholder (`da chiedere`, `non indicato`, `non previsto`).

use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use crate::board::Item;
use crate::model::{FieldPath, NOT_OFFERED, NOT_STATED, TO_ASK, placeholder};

/// Fields whose whole value is the placeholder `word`, with its bytes in the file, in file order.
pub(super) fn find_placeholders<'i>(
    item: &'i Item,
    word: &'static str,
) -> impl Iterator<Item = (FieldPath, Range<usize>)> + 'i {
    let document = &item.document;
    let found = searcher(word).into_iter().flat_map(|searcher| searcher.find_iter(document.facts()));
    let values = found.filter_map(|found| item.spans.scalar_at(document.facts.start + found.start()));
    let mut end = 0;
    values.filter(move |(_, range)| {
        let is_new = range.start >= end;
        end = range.end;
        let written = document.source.text.get(range.clone()).unwrap_or_default();
        let written = written.trim_matches(['"', '\'']);
        // A deadline whose hour is not known: `2026-12-04 ore da chiedere`.
        let hour = written.split_once(" ore ").map_or(written, |(_, hour)| hour);
        is_new && placeholder(hour) == Some(word)
    })
}

/// Searches for a placeholder in any case. One for each, because for a single word it looks only at rare letters.
fn searcher(word: &str) -> Option<&'static AhoCorasick> {
    static SEARCHERS: LazyLock<[Option<AhoCorasick>; 3]> =
        LazyLock::new(|| WORDS.map(|word| AhoCorasick::builder().ascii_case_insensitive(true).build([word]).ok()));
    let index = WORDS.iter().position(|other| *other == word)?;
    SEARCHERS.get(index)?.as_ref()
}

/// Every placeholder.
const WORDS: [&str; 3] = [TO_ASK, NOT_STATED, NOT_OFFERED];
