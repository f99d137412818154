//! What no value of `site.toml` may be, whatever its key: too long, of several lines, or with characters that nobody sees.

use std::ops::Range;

use toml::Spanned as TomlSpanned;
use toml::de::{DeTable, DeValue};

use super::Problem;
use crate::source::Spanned;
use crate::text::digit_groups::is_right_to_left;
use crate::text::invisible::{Invisible, is_lost, may_hide};

/// Most characters of a text: a sentence or two.
const MAX_TEXT_CHARS: usize = 600;
/// Most entries of a list: districts, languages, sources.
const MAX_ENTRIES: usize = 500;

/// Finds the first such value of a file that is valid TOML, or character of its comments.
pub(super) fn find_unfit_value(text: &str) -> Option<Spanned<Problem>> {
    let hidden = Some(text).filter(|text| may_hide(text)).and_then(|text| {
        text.char_indices().find(|(_, ch)| hides(*ch, text)).map(|(at, ch)| (at..at + ch.len_utf8(), ch))
    });
    if let Some((span, ch)) = hidden {
        return Some(Spanned::new(span, Problem::HiddenCharacter(ch)));
    }
    let table = DeTable::parse(text).ok()?;
    find_in_table(table.get_ref())
}

fn find_in_table(table: &DeTable<'_>) -> Option<Spanned<Problem>> {
    table.iter().find_map(|(_, value)| find_in_value(value))
}

fn find_in_value(value: &TomlSpanned<DeValue<'_>>) -> Option<Spanned<Problem>> {
    match value.get_ref() {
        DeValue::String(text) => problem_of_text(text).map(|problem| spanned(value.span(), problem)),
        DeValue::Array(entries) if entries.len() > MAX_ENTRIES => {
            let written = entries.len();
            Some(spanned(value.span(), Problem::ListTooLong { written, limit: MAX_ENTRIES }))
        }
        DeValue::Array(entries) => entries.iter().find_map(find_in_value),
        DeValue::Table(table) => find_in_table(table),
        _ => None,
    }
}

fn spanned(span: Range<usize>, problem: Problem) -> Spanned<Problem> {
    Spanned::new(span, problem)
}

fn problem_of_text(text: &str) -> Option<Problem> {
    let written = text.chars().count();
    if written > MAX_TEXT_CHARS {
        return Some(Problem::TextTooLong { written, limit: MAX_TEXT_CHARS });
    }
    text.chars().find(|ch| matches!(ch, '\n' | '\r' | '\t') || hides(*ch, text)).map(Problem::HiddenCharacter)
}

/// Whether a character hides something in a text. Joiners and selectors are parts of letters and emoji, and signs of
/// direction stand between letters of two directions.
fn hides(ch: char, text: &str) -> bool {
    is_lost(ch)
        || match Invisible::kind_of(ch) {
            None | Some(Invisible::NoBreakSpace | Invisible::Joiner | Invisible::EmojiSelector) => false,
            Some(Invisible::DirectionMark) => !is_right_to_left(text),
            Some(_) => true,
        }
}
