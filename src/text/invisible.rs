//! Table of invisible characters, and their treatment in each output.
//!
//! | kind | named in messages | reported by `invisible-characters` | removed from messengers | removed from SMS |
//! |---|---|---|---|---|
//! | no-break space | yes | no (`non-breaking-space` does) | no | written as a space |
//! | control | yes | yes, `\n \r \t` apart | no | no |
//! | soft hyphen | yes | yes | no | yes |
//! | zero width | yes | yes | yes | yes |
//! | joiner | yes | between Latin letters | no | yes |
//! | direction mark | yes | outside translations | no | yes |
//! | direction override | yes | yes | no | yes |
//! | line end | yes | yes | no | becomes a space |
//! | invisible operator | yes | yes | no | yes |
//! | tag | yes | outside flags | no | yes |
//! | noncharacter | yes | yes | no | yes |
//! | variation selector of emoji | no | outside emoji | no | yes |

use std::fmt::Write;

/// Kind of an invisible character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Invisible {
    /// A space at which no line breaks.
    NoBreakSpace,
    /// A control character of ASCII or Latin-1, `\n`, `\r` and `\t` apart.
    Control,
    /// A hyphen that is shown only at a line break.
    SoftHyphen,
    /// A zero-width space, a word joiner, or a byte order mark within a text.
    ZeroWidth,
    /// Joins or separates letters of Arabic, Persian and Bengali, and parts of emoji.
    Joiner,
    /// Sets the direction of neutral neighbours.
    DirectionMark,
    /// Overrides the direction of the following text (CVE-2021-42574).
    DirectionOverride,
    /// A Unicode line or paragraph separator, which most programs ignore.
    LineEnd,
    /// A character that nothing draws, or draws as nothing: an invisible mathematical operator, a filler, an annotation, a
    /// variation selector other than those of emoji, a format character of music, shorthand or Mongolian.
    Operator,
    /// A character that spells hidden letters (Unicode Tags), or its supplement of variation selectors. The flags of
    /// England, Scotland and Wales are a black flag and six of them (UTS 51, ED-14a).
    Tag,
    /// A Unicode noncharacter.
    Noncharacter,
    /// Chooses how the symbol before it is drawn: as text or as emoji.
    EmojiSelector,
}

/// Sorted ranges of characters (first, last); `char::is_control` covers [`Invisible::Control`].
const TABLE: &[(char, char, Invisible)] = &[
    ('\u{85}', '\u{85}', Invisible::LineEnd),
    ('\u{a0}', '\u{a0}', Invisible::NoBreakSpace),
    ('\u{ad}', '\u{ad}', Invisible::SoftHyphen),
    ('\u{34f}', '\u{34f}', Invisible::Operator),
    ('\u{61c}', '\u{61c}', Invisible::DirectionMark),
    ('\u{115f}', '\u{1160}', Invisible::Operator),
    ('\u{17b4}', '\u{17b5}', Invisible::Operator),
    ('\u{180b}', '\u{180f}', Invisible::Operator),
    ('\u{200b}', '\u{200b}', Invisible::ZeroWidth),
    ('\u{200c}', '\u{200d}', Invisible::Joiner),
    ('\u{200e}', '\u{200f}', Invisible::DirectionMark),
    ('\u{2028}', '\u{2029}', Invisible::LineEnd),
    ('\u{202a}', '\u{202e}', Invisible::DirectionOverride),
    ('\u{2060}', '\u{2060}', Invisible::ZeroWidth),
    ('\u{2061}', '\u{2065}', Invisible::Operator),
    ('\u{2066}', '\u{2069}', Invisible::DirectionMark),
    ('\u{206a}', '\u{206f}', Invisible::Operator),
    ('\u{2800}', '\u{2800}', Invisible::Operator),
    ('\u{3164}', '\u{3164}', Invisible::Operator),
    ('\u{fdd0}', '\u{fdef}', Invisible::Noncharacter),
    ('\u{fe00}', '\u{fe0d}', Invisible::Operator),
    ('\u{fe0e}', '\u{fe0f}', Invisible::EmojiSelector),
    ('\u{feff}', '\u{feff}', Invisible::ZeroWidth),
    ('\u{ffa0}', '\u{ffa0}', Invisible::Operator),
    ('\u{fff0}', '\u{fffc}', Invisible::Operator),
    ('\u{fffe}', '\u{ffff}', Invisible::Noncharacter),
    ('\u{13430}', '\u{1343f}', Invisible::Operator),
    ('\u{16fe4}', '\u{16fe4}', Invisible::Operator),
    ('\u{1bca0}', '\u{1bca3}', Invisible::Operator),
    ('\u{1d159}', '\u{1d159}', Invisible::Operator),
    ('\u{1d173}', '\u{1d17a}', Invisible::Operator),
    ('\u{e0000}', '\u{e0fff}', Invisible::Tag),
];

impl Invisible {
    /// Kind of a character; `None` for visible characters and layout (`\n`, `\r`, `\t`, space).
    #[must_use]
    pub fn kind_of(character: char) -> Option<Self> {
        if character.is_ascii() {
            let control = character.is_ascii_control() && !matches!(character, '\n' | '\r' | '\t');
            return control.then_some(Self::Control);
        }
        let row = TABLE.get(TABLE.partition_point(|(_, to, _)| *to < character));
        // The last two codes of each plane of 65,536 are no characters.
        let is_noncharacter = u32::from(character) & 0xfffe == 0xfffe;
        row.filter(|(from, ..)| *from <= character)
            .map(|(.., kind)| *kind)
            .or_else(|| is_noncharacter.then_some(Self::Noncharacter))
            .or_else(|| character.is_control().then_some(Self::Control))
    }

    /// Whether the character can hide something; a no-break space is shown as a space.
    #[must_use]
    pub fn can_hide_text(self) -> bool {
        self != Self::NoBreakSpace
    }
}

/// Whether a character stands for one that a program could not read (U+FFFD, �).
#[must_use]
pub fn is_lost(character: char) -> bool {
    character == char::REPLACEMENT_CHARACTER
}

/// Whether a character has no width and is removed from messages.
#[must_use]
pub fn is_zero_width(character: char) -> bool {
    !character.is_ascii() && Invisible::kind_of(character) == Some(Invisible::ZeroWidth)
}

/// Whether a character is removed from SMS, where a single one outside the GSM alphabet doubles the cost.
#[must_use]
pub fn is_dropped_from_sms(character: char) -> bool {
    Invisible::kind_of(character)
        .is_some_and(|kind| !matches!(kind, Invisible::NoBreakSpace | Invisible::Control | Invisible::LineEnd))
}

/// Replaces invisible characters by their code point, `⟨U+200B⟩`, and carriage returns by `␍`.
#[must_use]
pub fn name_invisible_characters(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\r' => shown.push('␍'),
            _ if Invisible::kind_of(character).is_some_and(|kind| kind != Invisible::EmojiSelector) => {
                let _ = write!(shown, "⟨U+{:04X}⟩", u32::from(character));
            }
            _ => shown.push(character),
        }
    }
    shown
}

/// Whether a text may contain a character that hides something, or U+FFFD; a fast test that rules out most texts.
///
/// Searches for controls and for the lead bytes of the others: C1 controls, soft hyphens, general punctuation (except
/// quotes and dashes), specials, and the rest, which are rare.
#[must_use]
pub fn may_hide(text: &str) -> bool {
    let bytes = text.as_bytes();
    let hidden = |byte: u8| byte < 0x20 && !matches!(byte, b'\n' | b'\r' | b'\t') || byte == 0x7f;
    // Lead bytes of rare characters, and of letters outside Europe.
    let rare = |byte: u8| {
        [0xcd, 0xd8, 0xe1, 0xe3, 0xf0, 0xf1, 0xf2, 0xf3, 0xf4]
            .iter()
            .fold(0, |found, lead| found | u8::from(byte == *lead))
    };
    // Loops over whole chunks without early exit can be vectorised.
    let control =
        bytes.chunks(256).any(|piece| piece.iter().fold(0, |found, byte| found | u8::from(hidden(*byte))) > 0);
    let has_rare_lead = || bytes.chunks(256).any(|piece| piece.iter().fold(0, |found, byte| found | rare(*byte)) > 0);
    control
        || memchr::memchr3_iter(0xc2, 0xe2, 0xef, bytes).any(|at| {
            matches!(
                bytes.get(at..).unwrap_or_default(),
                [0xc2, 0x80..=0x9f | 0xad, ..]
                    | [0xe2, 0x80, 0x8b..=0x8f | 0xa8..=0xae, ..]
                    | [0xe2, 0x81, 0xa0..=0xaf, ..]
                    | [0xe2, 0xa0, 0x80, ..]
                    | [0xef, 0xb7, 0x90..=0xaf, ..]
                    | [0xef, 0xb8, 0x80..=0x8f, ..]
                    | [0xef, 0xbb, 0xbf, ..]
                    | [0xef, 0xbe, 0xa0, ..]
                    | [0xef, 0xbf, 0xb0..=0xbf, ..]
            )
        })
        || has_rare_lead() && has_rare(bytes)
}

/// Whether a text has one of the invisible characters that few texts may have.
fn has_rare(bytes: &[u8]) -> bool {
    memchr::memchr3_iter(0xcd, 0xe1, 0xf3, bytes).any(|at| {
        matches!(
            bytes.get(at..).unwrap_or_default(),
            [0xcd, 0x8f, ..]
                | [0xe1, 0x85, 0x9f..=0xa0, ..]
                | [0xe1, 0x9e, 0xb4..=0xb5, ..]
                | [0xe1, 0xa0, 0x8b..=0x8f, ..]
                | [0xf3, 0xa0, ..]
        )
    }) || memchr::memchr3_iter(0xd8, 0xe3, 0xf0, bytes).any(|at| {
        matches!(
            bytes.get(at..).unwrap_or_default(),
            [0xd8, 0x9c, ..]
                | [0xe3, 0x85, 0xa4, ..]
                | [0xf0, 0x93, 0x90, 0xb0..=0xbf, ..]
                | [0xf0, 0x96, 0xbf, 0xa4, ..]
                | [0xf0, 0x9b, 0xb2, 0xa0..=0xa3, ..]
                | [0xf0, 0x9d, 0x85, 0x99 | 0xb3..=0xba, ..]
        )
    }) || bytes.windows(4).any(|four| matches!(four, [0xf0..=0xf4, second, 0xbf, 0xbe..=0xbf] if second & 0xf == 0xf))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn may_hide_agrees_with_the_table_for_each_character() {
        for character in ('\0'..=char::MAX).filter(|character| *character != '\u{fffd}') {
            let hides = Invisible::kind_of(character).is_some_and(Invisible::can_hide_text);
            assert_eq!(may_hide(&character.to_string()), hides, "U+{:04X}", u32::from(character));
        }
        assert!(may_hide("perch\u{fffd}"));
    }

    #[test]
    fn invisible_characters_are_replaced_by_code_points() {
        assert_eq!(name_invisible_characters("a\u{200b}b\u{a0}c\r\n\td\u{7}"), "a⟨U+200B⟩b⟨U+00A0⟩c␍\n\td⟨U+0007⟩");
    }
}
