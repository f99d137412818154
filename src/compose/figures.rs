//! Telephone numbers and sums of several groups of digits within text that is read from the right: their groups would
//! change places (Unicode Bidirectional Algorithm, W-rules), and nobody could dial them.

use std::ops::Range;

/// As many digits make figures whose groups must stay in order.
const DIGITS: usize = 6;

/// Whether a text holds letters that are read from the right: Hebrew, Arabic and its sisters.
#[must_use]
pub(super) fn is_from_the_right(text: &str) -> bool {
    // The first bytes of U+0590 to U+07FF in UTF-8.
    text.bytes().any(|byte| (0xd6..=0xdf).contains(&byte))
}

/// Bytes of the figures of a text: digits in groups, with a plus before them.
pub(super) fn figures(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = None;
    let (mut end, mut digits, mut groups) = (0, 0, 1);
    let mut close = |range: Option<Range<usize>>, digits: usize, groups: usize| {
        found.extend(range.filter(|_| digits >= DIGITS && groups > 1));
    };
    for (at, letter) in text.char_indices() {
        match (letter, start) {
            ('0'..='9', Some(_)) => {
                digits += 1;
                groups += usize::from(at > end);
                end = at + 1;
            }
            ('0'..='9' | '+', None) => {
                start = Some(at);
                (end, digits, groups) = (at + 1, usize::from(letter != '+'), 1);
            }
            // One sign between groups.
            (' ' | '\u{a0}' | '.' | '/' | '-', Some(_)) if at == end => {}
            (_, Some(first)) => {
                close(Some(first..end), digits, groups);
                start = None;
            }
            (_, None) => {}
        }
    }
    close(start.map(|first| first..end), digits, groups);
    found
}

#[cfg(test)]
mod tests {
    use super::figures;

    #[test]
    fn groups_of_digits_stay_together() {
        for (text, expected) in [
            ("اتصل بالرقم +39 351 592 7691 الآن", vec!["+39 351 592 7691"]),
            ("06 5550 0110", vec!["06 5550 0110"]),
            ("06.88815200, 06/5550 0110.", vec!["06.88815200", "06/5550 0110"]),
            ("2026", vec![]),
            ("0655500110", vec![]),
            ("9:30 12:00", vec![]),
        ] {
            let found: Vec<&str> = figures(text).into_iter().filter_map(|range| text.get(range)).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
