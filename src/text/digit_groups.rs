//! Telephone numbers and amounts written in groups of digits: inside right-to-left text their groups would be reordered
//! (Unicode Bidirectional Algorithm, rules W1-W7) and could not be dialled, so they are found and isolated.

use std::ops::Range;

/// Fewest digits, over all groups, that need isolation.
const MIN_DIGITS: usize = 6;

/// Whether a text has characters of a right-to-left script (U+0590 to U+07FF: Hebrew, Arabic, Syriac, Thaana, NKo).
#[must_use]
pub fn is_right_to_left(text: &str) -> bool {
    // Lead bytes of U+0580 to U+07FF in UTF-8.
    text.bytes().any(|byte| (0xd6..=0xdf).contains(&byte))
}

/// Byte ranges of digit groups, e.g. `+39 351 592 7691`: at least two groups separated by one space, dot, slash or hyphen.
pub fn find_digit_groups(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = None;
    let (mut end, mut digits, mut groups) = (0, 0, 1);
    let mut close = |range: Option<Range<usize>>, digits: usize, groups: usize| {
        found.extend(range.filter(|_| digits >= MIN_DIGITS && groups > 1));
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
            // A single separator between groups.
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
    use super::find_digit_groups;

    #[test]
    fn digit_groups_are_found() {
        for (text, expected) in [
            ("اتصل بالرقم +39 351 592 7691 الآن", vec!["+39 351 592 7691"]),
            ("06 5550 0110", vec!["06 5550 0110"]),
            ("06.88815200, 06/5550 0110.", vec!["06.88815200", "06/5550 0110"]),
            ("2026", vec![]),
            ("0655500110", vec![]),
            ("9:30 12:00", vec![]),
        ] {
            let found: Vec<&str> = find_digit_groups(text).into_iter().filter_map(|range| text.get(range)).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
