//! Where a placeholder (`da chiedere`, `non indicato`) stands for a value.

use std::ops::Range;
use std::sync::LazyLock;

use memchr::memmem;

use crate::board::Item;
use crate::model::{FieldPath, NOT_STATED, TO_ASK};

/// The fields of which a word is the whole value, and its bytes in the file, in the order written; the values are gone
/// through only if the file holds the word at all.
pub(super) fn places_of_value<'i>(
    item: &'i Item,
    word: &'i str,
) -> impl Iterator<Item = (FieldPath, Range<usize>)> + 'i {
    // Each of the two words is looked for in every file: what finds it is made once.
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
