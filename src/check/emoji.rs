//! Which characters are pictures.

/// Pictures and symbols, without the marks that join or colour them.
pub(super) fn is_emoji(character: char) -> bool {
    matches!(character, '\u{2600}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}' | '\u{1f000}'..='\u{1f3fa}' | '\u{1f400}'..='\u{1faff}' | '\u{231a}'..='\u{23ff}')
}
