//! Small and capital letters alike, those with an accent too: `perché` and `PERCHÉ`.
//!
//! The two forms of a letter differ in one bit of their last byte, in ASCII and in Latin-1 (`à` is `C3 A0`, `À` is
//! `C3 80`). So texts are compared byte by byte, without a copy in small letters. Both texts have the same length.

/// Whether two texts are the same but for small and capital letters.
#[must_use]
pub fn eq_ignore_case(one: &str, other: &str) -> bool {
    one.len() == other.len() && starts_with_ignore_case(one, other)
}

/// Whether `text` begins with `beginning`, in small or capital letters.
#[must_use]
pub fn starts_with_ignore_case(text: &str, beginning: &str) -> bool {
    text.len() >= beginning.len() && text.bytes().zip(beginning.bytes()).all(|(one, other)| is_same_letter(one, other))
}

const fn is_same_letter(one: u8, other: u8) -> bool {
    one == other || (one ^ other == 0x20 && (one.is_ascii_alphabetic() || one >= 0x80))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_with_an_accent_have_capitals_too() {
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
