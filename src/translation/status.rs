//! How far a translation is, and what is left to translate.

use super::units::{Original, Unit};
use crate::board::Board;

/// State of a translation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TranslationState {
    /// Everything is translated, as the original says it now.
    Whole,
    /// It is of an earlier original.
    Old,
    /// Somebody has begun it.
    Begun,
    /// There is none.
    Missing,
}

/// State of one translation.
#[derive(Debug)]
pub struct LanguageStatus<'b> {
    /// The original.
    pub original: Original<'b>,
    /// State.
    pub state: TranslationState,
    /// Words left to translate.
    pub words: usize,
    /// Days until it closes; `None` if it does not.
    pub days: Option<i64>,
}

/// Days below which hardly anybody would still read a translation in time.
const TOO_LATE_DAYS: i64 = 2;

/// States of the translations into a language of all that is open, those that matter most first: what closes soonest, but
/// not so soon that nobody would read it in time; then what has no end; then what is nearly over.
#[must_use]
pub fn translation_status<'b>(board: &'b Board, language: &str, known_words: &str) -> Vec<LanguageStatus<'b>> {
    let open = board.open_items().into_iter().map(|item| Original::of_item(board, item, language));
    let mut all: Vec<LanguageStatus<'b>> = open.map(|original| status_of(board, original, known_words)).collect();
    all.sort_by_key(|status| match status.days {
        Some(days) if days < TOO_LATE_DAYS => (2, days),
        Some(days) => (0, days),
        None => (1, 0),
    });
    all
}

fn status_of<'b>(board: &Board, original: Original<'b>, known_words: &str) -> LanguageStatus<'b> {
    let state = match original.translation {
        None => TranslationState::Missing,
        Some(file) if board.unfinished.contains_key(&file.document.source.path) => TranslationState::Begun,
        Some(_) if !original.is_current() => TranslationState::Old,
        Some(_) => TranslationState::Whole,
    };
    // Only what is begun or old has to be compared text by text.
    let words = match state {
        TranslationState::Whole => 0,
        TranslationState::Missing => original.count_words(),
        TranslationState::Old | TranslationState::Begun => {
            let units = original.units(None, known_words);
            units.iter().filter(|unit| unit.is_required() && !unit.is_current()).map(Unit::count_words).sum()
        }
    };
    let closing = original.item.and_then(|item| item.status.closing());
    let days = closing.map(|closing| (closing.day - board.today).num_days());
    LanguageStatus { original, state, words, days }
}
