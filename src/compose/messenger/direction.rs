//! Lines of languages that are read from the right. A chat gives each line the direction of its first letter that has
//! one (Unicode Bidirectional Algorithm, P2): where that letter is Latin and the line is not, a mark before it says
//! so. Nothing else gets a mark.

use unicode_bidi::{BidiClass, bidi_class};

/// From here on the line is read from the right (RIGHT-TO-LEFT MARK).
const MARK: char = '\u{200f}';

/// The text with a mark in each line that needs one.
pub(super) fn mark_direction(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (index, line) in text.split('\n').enumerate() {
        if index > 0 {
            out.push('\n');
        }
        let strong = |letter: char| match bidi_class(letter) {
            BidiClass::L => Some(false),
            BidiClass::R | BidiClass::AL => Some(true),
            _ => None,
        };
        // What stands in isolates has no say.
        let mut depth = 0_usize;
        let mut first = None;
        let mut from_the_right = false;
        for (at, letter) in line.char_indices() {
            match letter {
                '\u{2066}'..='\u{2068}' => depth += 1,
                '\u{2069}' => depth = depth.saturating_sub(1),
                letter if depth == 0 => {
                    let strong = strong(letter);
                    first = first.or(strong.map(|right| (at, right)));
                    from_the_right |= strong == Some(true);
                }
                _ => {}
            }
        }
        // Behind the markers and signs at its start, so that they stay at the start of the line.
        match first {
            Some((at, false)) if from_the_right => {
                out.push_str(line.get(..at).unwrap_or_default());
                out.push(MARK);
                out.push_str(line.get(at..).unwrap_or_default());
            }
            _ => out.push_str(line),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::mark_direction;

    #[test]
    fn only_lines_that_need_a_mark_get_one() {
        for (text, expected) in [
            ("دورة A2", "دورة A2"),
            ("A2 دورة", "\u{200f}A2 دورة"),
            ("*A2 دورة*", "*\u{200f}A2 دورة*"),
            ("- via Casilina في روما", "- \u{200f}via Casilina في روما"),
            ("https://x.it/a", "https://x.it/a"),
            ("📍 \u{2066}12:00\u{2069} دورة", "📍 \u{2066}12:00\u{2069} دورة"),
        ] {
            assert_eq!(mark_direction(text), expected);
        }
    }
}
