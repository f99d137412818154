//! Emoji, and the characters that modify and join them.

/// Whether a character is an emoji or symbol (Miscellaneous Symbols, Dingbats, arrows, stars, clocks, pictographs).
#[must_use]
pub fn is_emoji(character: char) -> bool {
    matches!(character, '\u{231a}'..='\u{23ff}' | '\u{2600}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}' | '\u{1f000}'..='\u{1f3fa}' | '\u{1f400}'..='\u{1faff}')
}

/// Whether a character modifies the emoji before it: skin tone, variation selector, joiner, keycap.
#[must_use]
pub fn is_emoji_modifier(character: char) -> bool {
    matches!(character, '\u{200d}' | '\u{20e3}' | '\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn emoji_are_found() {
        assert_eq!("🔥👍🏽".chars().filter(|ch| is_emoji(*ch)).count(), 2);
    }
}
