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
    let values = contains_placeholder(item).then(|| item.spans.scalars()).into_iter().flatten();
    values.filter(move |(_, range)| {
        let written = item.document.source.text.get(range.clone()).unwrap_or_default();
        let written = written.trim_matches(['"', '\'']);
        // A deadline whose hour is not known: `2026-12-04 ore da chiedere`.
        let hour = written.split_once(" ore ").map_or(written, |(_, hour)| hour);
        placeholder(hour) == Some(word)
    })
}

/// Whether the facts contain a placeholder at all: few do, and then each value is visited.
fn contains_placeholder(item: &Item) -> bool {
    static WORDS: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
        AhoCorasick::builder().ascii_case_insensitive(true).build([TO_ASK, NOT_STATED, NOT_OFFERED]).ok()
    });
    WORDS.as_ref().is_none_or(|words| words.is_match(item.document.facts()))
}
