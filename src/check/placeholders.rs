//! Finds fields whose value is a placeholder (`da chiedere`, `non indicato`).

use std::ops::Range;
use std::sync::LazyLock;

use memchr::memmem;

use crate::board::Item;
use crate::model::{FieldPath, NOT_STATED, TO_ASK};

/// Fields whose whole value is `word`, with its bytes in the file, in file order. The values are visited only if the file
/// contains the word at all.
pub(super) fn find_placeholders<'i>(
    item: &'i Item,
    word: &'i str,
) -> impl Iterator<Item = (FieldPath, Range<usize>)> + 'i {
    // Both words are searched in each file, so their searchers are built once.
    static TO_ASK_FINDER: LazyLock<memmem::Finder<'static>> = LazyLock::new(|| memmem::Finder::new(TO_ASK));
    static NOT_STATED_FINDER: LazyLock<memmem::Finder<'static>> = LazyLock::new(|| memmem::Finder::new(NOT_STATED));
    let finder = if word == TO_ASK { &*TO_ASK_FINDER } else { &*NOT_STATED_FINDER };
    let is_there = finder.find(item.document.facts().as_bytes()).is_some();
    let values = is_there.then(|| item.spans.scalars()).into_iter().flatten();
    values.filter(move |(_, range)| {
        let written = item.document.source.text.get(range.clone()).unwrap_or_default();
        written.trim_matches(['"', '\'']).trim() == word
    })
}
