//! Capital first letters, and comparison that ignores case, including accented letters: `perché` and `PERCHÉ`.
//!
//! In ASCII and Latin-1, upper and lower case differ in one bit of the last byte (`à` is `C3 A0`, `À` is `C3 80`), so
//! texts of the same length are compared byte by byte, without a copy in lower case.

/// Whether two texts are equal, ignoring case.
#[must_use]
pub fn eq_ignore_case(one: &str, other: &str) -> bool {
    one.len() == other.len() && starts_with_ignore_case(one, other)
}

/// Whether `text` starts with `beginning`, ignoring case.
#[must_use]
pub fn starts_with_ignore_case(text: &str, beginning: &str) -> bool {
    text.len() >= beginning.len() && text.bytes().zip(beginning.bytes()).all(|(one, other)| is_same_letter(one, other))
}

/// The text with its first letter in upper case.
///
/// ```
/// use bacheca::text::letter_case::capitalize;
///
/// assert_eq!(capitalize("è aperto"), "È aperto");
/// ```
#[must_use]
pub fn capitalize(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}

/// A text within a sentence: its first letter small, if its first word is no acronym.
///
/// ```
/// use bacheca::text::letter_case::uncapitalize;
///
/// assert_eq!(uncapitalize("È aperto"), "è aperto");
/// assert_eq!(uncapitalize("ISEE e reddito"), "ISEE e reddito");
/// ```
#[must_use]
pub fn uncapitalize(text: &str) -> String {
    let mut letters = text.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => first.to_lowercase().chain(letters).collect(),
        _ => text.to_owned(),
    }
}

const fn is_same_letter(one: u8, other: u8) -> bool {
    one == other || (one ^ other == 0x20 && (one.is_ascii_alphabetic() || one >= 0x80))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_is_ignored_for_accented_letters() {
        for (one, other, same) in [
            ("perché", "PERCHÉ", true),
            ("È", "è", true),
            ("è", "é", false),
            ("perche'", "PERCHE'", true),
            ("[a]", "{a}", false),
            ("@", "`", false),
            ("più", "pi", false),
        ] {
            assert_eq!(eq_ignore_case(one, other), same, "{one} {other}");
        }
        assert!(starts_with_ignore_case("UNIVERSITÀ", "università"));
        assert!(starts_with_ignore_case("Lunedì", "lun") && !starts_with_ignore_case("lu", "lun"));
    }
}
