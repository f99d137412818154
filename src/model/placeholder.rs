//! Placeholders: words in place of a value that is missing.

/// Placeholder: the organisation says there is none.
pub const NOT_OFFERED: &str = "non previsto";
/// Placeholder: the organisation must be asked. Only in drafts.
pub const TO_ASK: &str = "da chiedere";
/// Placeholder: the source never said. Only in archived items.
pub const NOT_STATED: &str = "non indicato";

/// The placeholder that a value is; case and a full stop at the end do not matter.
///
/// ```
/// use bacheca::model::placeholder;
///
/// assert_eq!(placeholder("Da chiedere."), Some("da chiedere"));
/// assert_eq!(placeholder("da chiedere a Anna"), None);
/// ```
#[must_use]
pub fn placeholder(text: &str) -> Option<&'static str> {
    let text = text.trim().trim_end_matches('.').trim_end();
    [NOT_OFFERED, TO_ASK, NOT_STATED].into_iter().find(|word| word.eq_ignore_ascii_case(text))
}
