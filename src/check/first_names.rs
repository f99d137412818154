//! First names, which tell a person from an organisation.

use std::ops::Range;

use super::{tokenize, word_lists};

word_lists! { "first_names.txt":
    /// First names that are common in Italy.
    pub(super) FIRST_NAMES = "first names";
}

/// Bytes of the first name with a capital that is a whole word, and not that of a place: «via Andrea Doria», «San Carlo».
pub(crate) fn find_first_name(text: &str) -> Option<Range<usize>> {
    let mut before = "";
    for word in tokenize(text, &(0..text.len())) {
        let is_name = word.text.starts_with(char::is_uppercase) && FIRST_NAMES.matches(word.text);
        if is_name && !STREETS.iter().any(|street| street.eq_ignore_ascii_case(before)) {
            return Some(word.start..word.end());
        }
        before = word.text;
    }
    None
}

/// Words before a name that make it that of a place.
const STREETS: [&str; 12] = [
    "via",
    "viale",
    "piazza",
    "piazzale",
    "largo",
    "corso",
    "san",
    "santa",
    "don",
    "padre",
    "fondazione",
    "associazione",
];

/// Whether a text has an Italian mobile number: nine or ten digits from a 3 on.
pub(crate) fn has_mobile(text: &str) -> bool {
    // Most texts have no number that begins so.
    if !text.as_bytes().windows(2).any(|pair| matches!(pair, [b'3', b'2'..=b'9'])) {
        return false;
    }
    let digits: String = text.chars().filter(|c| !matches!(c, ' ' | '-' | '.' | '/')).collect();
    digits.split(|c: char| !c.is_ascii_digit()).any(|number| {
        let number = number
            .strip_prefix("0039")
            .or_else(|| number.strip_prefix("39").filter(|_| number.len() > 10))
            .unwrap_or(number);
        matches!(number.len(), 9 | 10) && number.starts_with('3')
    })
}
