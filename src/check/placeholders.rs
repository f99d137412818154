//! Where a placeholder (`da chiedere`, `non indicato`) stands for a value.

use std::ops::Range;
use std::sync::LazyLock;

use memchr::memmem;

use crate::board::Item;

/// Where a word stands as a whole value; the file is read again only if it holds the word at all.
pub(super) fn places_of_value(item: &Item, word: &str) -> Vec<Range<usize>> {
    // Each of the two words is looked for in every file: what finds it is made once.
    static TO_ASK: LazyLock<memmem::Finder<'static>> = LazyLock::new(|| memmem::Finder::new(crate::model::TO_ASK));
    static NOT_STATED: LazyLock<memmem::Finder<'static>> =
        LazyLock::new(|| memmem::Finder::new(crate::model::NOT_STATED));
    let finder = if word == crate::model::TO_ASK { &*TO_ASK } else { &*NOT_STATED };
    if finder.find(item.document.facts().as_bytes()).is_none() {
        return Vec::new();
    }
    let mut spans = Vec::new();
    if let Some(root) = crate::source::parse(&item.document, &mut Vec::new()) {
        root.visit(&mut |node| {
            if node.text().map(str::trim) == Some(word) {
                spans.push(node.span.clone());
            }
        });
    }
    spans
}
