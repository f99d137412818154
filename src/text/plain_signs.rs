//! Plain signs in place of those that readers take for them (Unicode Technical Standard 39, «confusables»).

use unicode_normalization::UnicodeNormalization;

/// The zeros of all scripts with digits of their own (Unicode 16, general category Nd); nine more digits follow each.
const ZEROS: [u32; 56] = [
    0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0, 0xf20,
    0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0,
    0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0x104a0, 0x10d30, 0x10d40, 0x11066, 0x110f0, 0x11136, 0x111d0, 0x112f0,
    0x11450, 0x114d0, 0x11650, 0x116c0, 0x11730, 0x118e0, 0x11950, 0x11c50, 0x11d50, 0x11da0, 0x11f50, 0x16a60,
    0x1e950,
];

/// Where circles with the digits from one on begin.
const ONES: [u32; 4] = [0x24f5, 0x2776, 0x2780, 0x278a];

/// Where the letters from A to Z begin that are drawn in shapes: in parentheses, squares and circles, also filled ones.
const ALPHABETS: [u32; 5] = [0x249c, 0x1f110, 0x1f130, 0x1f150, 0x1f170];

/// Letters that look like others, each behind the one it looks like: of other alphabets, and small capitals.
const LETTERS: [(char, &str); 26] = [
    ('a', "аαɑᴀꓮ"),
    ('b', "вЬʙꓐ"),
    ('c', "сϲᴄꓚ"),
    ('d', "ԁᴅꓓ"),
    ('e', "еεᴇꓰ"),
    ('f', "ꜰꓝ"),
    ('g', "ɡցɢꓖ"),
    ('h', "һհʜꓧ"),
    ('i', "іιıɩӏɪꓲ"),
    ('j', "јϳᴊꓙ"),
    ('k', "кκᴋꓗ"),
    ('l', "ⅼʟꓡ"),
    ('m', "мᴍꓟ"),
    ('n', "ոηɴꓠ"),
    ('o', "оοօᴏꓳ"),
    ('p', "рρᴘꓑ"),
    ('q', "ԛզꞯ"),
    ('r', "гʀꓣ"),
    ('s', "ѕꜱꓢ"),
    ('t', "тτᴛꓔ"),
    ('u', "սυᴜꓴ"),
    ('v', "νѵᴠꓦ"),
    ('w', "ԝᴡꓪ"),
    ('x', "хχꓫ"),
    ('y', "уγʏꓬ"),
    ('z', "ᴢꓜ"),
];

/// Words with plain digits and signs in place of those that readers take for them: digits of other scripts, in circles and
/// those of emoji, letters of full width, dots, dashes, colons and slashes that are something else.
#[must_use]
pub fn plain_signs(words: &str) -> String {
    if words.is_ascii() {
        return words.to_owned();
    }
    let mut before = ' ';
    let plain = |ch: char| {
        let sign = match ch {
            // Drawn around the digit before it, as its emoji.
            '\u{20e3}' | '\u{fe0f}' => return None,
            // The zero of Arabic, between Latin letters, is a dot.
            '\u{660}' | '\u{6f0}' if before.is_ascii_alphabetic() => '.',
            '\u{b7}' | '\u{589}' | '\u{66b}' | '\u{6d4}' | '\u{701}' | '\u{702}' | '\u{970}' | '\u{fd2}'
            | '\u{1362}' | '\u{1427}' | '\u{1803}' | '\u{16eb}' | '\u{2022}' | '\u{2027}' | '\u{204e}' | '\u{2219}'
            | '\u{22c5}' | '\u{2804}' | '\u{2840}' | '\u{2e31}' | '\u{2e33}' | '\u{3002}' | '\u{30fb}' | '\u{a4f8}'
            | '\u{a60e}' | '\u{a78f}' | '\u{10101}' | '\u{10a50}' | '\u{1d16d}' => '.',
            '\u{60c}' | '\u{201a}' | '\u{3001}' => ',',
            '\u{2010}'..='\u{2015}' | '\u{2043}' | '\u{2212}' => '-',
            '\u{2d0}' | '\u{2f8}' | '\u{5c3}' | '\u{703}' | '\u{2236}' | '\u{a789}' => ':',
            '\u{1735}' | '\u{2044}' | '\u{2215}' | '\u{2571}' | '\u{27cb}' | '\u{29f8}' | '\u{3033}' => '/',
            '\u{24ff}' | '\u{1f10b}' | '\u{1f10c}' => '0',
            _ => plain_digit(ch).or_else(|| plain_shape(ch)).unwrap_or(ch),
        };
        before = sign;
        Some(sign)
    };
    // A dot above nothing comes apart into a space and a sign.
    words.chars().map(|ch| if ch == '\u{2d9}' { '.' } else { ch }).nfkc().filter_map(plain).collect()
}

/// The letter that is drawn in a shape.
fn plain_shape(ch: char) -> Option<char> {
    let letter = |first: &u32| u32::from(ch).checked_sub(*first).filter(|place| *place < 26);
    let place = ALPHABETS.iter().find_map(letter).and_then(|place| u8::try_from(place).ok())?;
    Some(char::from(b'a' + place))
}

fn plain_digit(ch: char) -> Option<char> {
    let digit = |first: &u32, value: u32| {
        let above = u32::from(ch).checked_sub(*first).filter(|above| above + value < 10)?;
        char::from_digit(above + value, 10)
    };
    ZEROS.iter().find_map(|zero| digit(zero, 0)).or_else(|| ONES.iter().find_map(|one| digit(one, 1)))
}

/// Small letters of Latin in place of those of other alphabets that look like them.
///
/// ```
/// use bacheca::text::plain_signs::plain_letters;
///
/// assert_eq!(plain_letters("\u{456}t"), "it");
/// ```
#[must_use]
pub fn plain_letters(text: &str) -> String {
    let plain = |ch: char| {
        let like = LETTERS.iter().find(|(_, others)| !ch.is_ascii() && others.contains(ch));
        like.map_or(ch, |(letter, _)| *letter)
    };
    text.to_lowercase().chars().map(plain).collect()
}
