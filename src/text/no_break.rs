//! No-break spaces where a line must not end: inside telephone numbers and amounts, before house numbers and points.

use std::borrow::Cow;

const NO_BREAK_SPACE: char = '\u{a0}';

/// Replaces spaces inside a number, between a number and the euro sign, before a last number and before a middle dot by
/// no-break spaces.
///
/// ```
/// use bacheca::text::no_break::keep_numbers_together;
///
/// assert_eq!(keep_numbers_together("06 5550 0110 · martedì"), "06\u{a0}5550\u{a0}0110\u{a0}· martedì");
/// assert_eq!(keep_numbers_together("via Casilina 565, Roma"), "via Casilina\u{a0}565, Roma");
/// ```
#[must_use]
pub fn keep_numbers_together(text: &str) -> Cow<'_, str> {
    let is_kept = |(at, _): &(usize, &str)| {
        let (before, after) = (text.get(..*at).unwrap_or_default(), text.get(at + 1..).unwrap_or_default());
        let follows_digit = before.ends_with(|letter: char| letter.is_ascii_digit());
        let number = after.bytes().take_while(|byte| matches!(byte, b'0'..=b'9' | b':' | b'.')).count();
        let is_last = number > 0 && after.get(number..).is_some_and(|rest| rest.is_empty() || rest.starts_with(','));
        (follows_digit && (number > 0 || after.starts_with('€')))
            || (before.ends_with('€') && number > 0)
            || (is_last && before.ends_with(char::is_alphabetic))
            || after.starts_with("· ")
    };
    let mut kept = text.match_indices(' ').filter(is_kept).map(|(at, _)| at).peekable();
    if kept.peek().is_none() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    for (at, letter) in text.char_indices() {
        out.push(if kept.next_if_eq(&at).is_some() { NO_BREAK_SPACE } else { letter });
    }
    Cow::Owned(out)
}
