//! What a title must say where nothing else is read: in a list of news, in a calendar.

use crate::board::{Item, Status};
use crate::locale::{Locale, key};

/// Marks before a title, each in square brackets and followed by a space: that the item is an invented example, is
/// cancelled, is full. Empty for most items.
#[must_use]
pub fn title_marks(item: &Item, locale: &Locale) -> String {
    let example = item.facts.example.then_some(key::example);
    let status = match item.status {
        Status::Cancelled(_) => Some(key::status_cancelled),
        Status::Full(_) => Some(key::status_full),
        _ => None,
    };
    let marks = example.into_iter().chain(status);
    marks.flat_map(|mark| ["[", locale.text(mark), "] "]).collect()
}
