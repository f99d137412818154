//! How far a translation is, and what is left to translate.

use serde::Serialize;

use super::units::{Original, Unit};
use crate::board::Board;

/// State of a translation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TranslationState {
    /// It is finished ([`Original::is_finished`]).
    Whole,
    /// It is of an earlier original.
    Old,
    /// Somebody has begun it.
    Begun,
    /// There is none.
    Missing,
}

impl TranslationState {
    /// The Italian word for it, of one translation: `intera`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Whole => "intera",
            Self::Old => "vecchia",
            Self::Begun => "cominciata",
            Self::Missing => "manca",
        }
    }
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

impl LanguageStatus<'_> {
    /// When it closes, in Italian words: `chiude fra 3 giorni`; `None` if it does not.
    #[must_use]
    pub fn closing_words(&self) -> Option<String> {
        Some(match self.days? {
            0 => "chiude oggi".to_owned(),
            1 => "chiude domani".to_owned(),
            days => format!("chiude fra {days} giorni"),
        })
    }
}

/// How many translations into a language are in each state, and how many words are left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct StatusCounts {
    /// Number of those that are [`TranslationState::Whole`].
    pub whole: usize,
    /// Number of those that are [`TranslationState::Old`].
    pub old: usize,
    /// Number of those that are [`TranslationState::Begun`].
    pub begun: usize,
    /// Number of those that are [`TranslationState::Missing`].
    pub missing: usize,
    /// Words left to translate in all of them.
    pub words: usize,
}

impl StatusCounts {
    /// Counts the translations into one language.
    #[must_use]
    pub fn of(statuses: &[LanguageStatus<'_>]) -> Self {
        let count = |state| statuses.iter().filter(|status| status.state == state).count();
        Self {
            whole: count(TranslationState::Whole),
            old: count(TranslationState::Old),
            begun: count(TranslationState::Begun),
            missing: count(TranslationState::Missing),
            words: statuses.iter().map(|status| status.words).sum(),
        }
    }
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
        Some(_) if original.is_begun => TranslationState::Begun,
        Some(_) if !original.is_current() => TranslationState::Old,
        Some(_) if !original.is_finished() => TranslationState::Begun,
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
