//! Splits a text into words and numbers, and parses their values: «1.200 euro», «dieci posti», «19:30».

use std::ops::Range;

use super::WordList;
use crate::model::{Money, TimeOfDay, number_in_words};
use crate::text::calendar_names::MONTHS;
use crate::text::letter_case::{eq_ignore_case, starts_with_ignore_case};

/// A word, a number or a currency symbol.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token<'t> {
    /// Text as written.
    pub text: &'t str,
    /// First byte in the text.
    pub start: usize,
    /// First punctuation character between the previous token and this one, e.g. a comma, a colon, an apostrophe.
    pub sign: Option<char>,
}

impl Token<'_> {
    /// Byte after the token.
    #[must_use]
    pub fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// Whether the token is one of some words, ignoring case.
    #[must_use]
    pub fn is(&self, words: &[&str]) -> bool {
        words.iter().any(|word| eq_ignore_case(self.text, word))
    }

    /// Whether the token matches a list of words or of beginnings of words.
    #[must_use]
    pub fn is_in(&self, list: &WordList) -> bool {
        list.matches(self.text)
    }

    /// Whether the token starts with one of some stems, ignoring case.
    #[must_use]
    pub fn starts_with_any(&self, stems: &[&str]) -> bool {
        stems.iter().any(|stem| starts_with_ignore_case(self.text, stem))
    }

    /// Whether the token starts with a digit.
    #[must_use]
    pub fn is_digits(&self) -> bool {
        self.text.starts_with(|c: char| c.is_ascii_digit())
    }

    /// Value of a whole number, in digits («1.200») or in words.
    #[must_use]
    pub fn number(&self) -> Option<u32> {
        if !self.is_digits() {
            return number_in_words(self.text);
        }
        let marked = self.text.split_once('.').is_some_and(|(_, rest)| rest.len() == 3);
        let plain = self.text.bytes().all(|byte| byte.is_ascii_digit());
        (plain || marked).then(|| self.text.replace('.', "").parse().ok()).flatten()
    }

    /// Value as a sum of euro, in digits or in words.
    #[must_use]
    pub fn money(&self) -> Option<Money> {
        if self.is_digits() {
            return Money::parse(self.text);
        }
        number_in_words(self.text).map(|number| Money(i64::from(number) * 100))
    }

    /// Value as a time of day: «9», «9.30», «19:00», «15,00».
    #[must_use]
    pub fn time(&self) -> Option<TimeOfDay> {
        self.is_digits().then(|| TimeOfDay::parse(&self.text.replace(',', "."))).flatten()
    }

    /// Whether the token is the Italian name of a month.
    #[must_use]
    pub fn is_month(&self) -> bool {
        self.is(&MONTHS)
    }
}

/// Splits a range of a text into tokens. Numbers keep their inner punctuation («1.200,50», «18:30»).
#[must_use]
pub fn tokenize<'t>(text: &'t str, range: &Range<usize>) -> Vec<Token<'t>> {
    let Some(within) = text.get(range.clone()) else { return Vec::new() };
    let bytes = within.as_bytes();
    let mut found = Vec::with_capacity(within.len() / 6);
    let (mut at, mut sign) = (0, None);
    while let Some(&byte) = bytes.get(at) {
        let start = at;
        if byte.is_ascii_digit() {
            at = find_number_end(bytes, start);
        } else if is_letter(byte) {
            at = bytes
                .get(start..)
                .and_then(|rest| rest.iter().position(|byte| !is_letter(*byte) && !continues_word(*byte)))
                .map_or(bytes.len(), |length| start + length);
        } else if within.get(start..).is_some_and(|rest| rest.starts_with('€')) {
            at += '€'.len_utf8();
        } else {
            let character = within.get(start..).and_then(|rest| rest.chars().next());
            at += character.map_or(1, char::len_utf8);
            if sign.is_none() {
                sign = character.filter(|c| !c.is_whitespace());
            }
            continue;
        }
        if let Some(text) = within.get(start..at) {
            found.push(Token { text, start: range.start + start, sign: sign.take() });
        }
    }
    found
}

/// Whether a text contains an ASCII digit; a fast test over 64 bytes at a time.
#[must_use]
pub fn has_digit(text: &str) -> bool {
    text.as_bytes().chunks(64).any(|bytes| bytes.iter().fold(false, |found, byte| found | byte.is_ascii_digit()))
}

/// Whether any two bytes `distance` apart satisfy `fits`; as fast as [`has_digit`].
#[must_use]
pub fn has_pair(text: &str, distance: usize, fits: impl Fn(u8, u8) -> bool) -> bool {
    let bytes = text.as_bytes();
    (0..bytes.len()).step_by(64).any(|start| {
        let part = bytes.get(start..bytes.len().min(start + 64 + distance)).unwrap_or_default();
        let later = part.get(distance..).unwrap_or_default();
        part.iter().zip(later).fold(false, |found, (one, other)| found | fits(*one, *other))
    })
}

/// Whether a byte is an ASCII letter or the lead byte of a two-byte letter.
const fn is_letter(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || (byte >= 0xc3 && byte <= 0xdf)
}

/// Whether a byte is a digit or a continuation byte, which may follow in a word.
const fn continues_word(byte: u8) -> bool {
    byte.is_ascii_digit() || (byte >= 0x80 && byte <= 0xbf)
}

/// End of a number, which may have punctuation between digits.
fn find_number_end(bytes: &[u8], start: usize) -> usize {
    let mut at = start;
    while let Some(byte) = bytes.get(at) {
        let mark = matches!(byte, b'.' | b',' | b':') && bytes.get(at + 1).is_some_and(u8::is_ascii_digit);
        if !byte.is_ascii_digit() && !mark {
            break;
        }
        at += 1;
    }
    at
}

/// A sum of money among tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Amount {
    /// Index of its first token.
    pub first: usize,
    /// Index after its last token.
    pub behind: usize,
    /// Value of the sum.
    pub money: Money,
}

/// Finds sums of euro among tokens: «25 euro», «€ 25», «mille euro».
#[must_use]
pub fn find_amounts(tokens: &[Token<'_>]) -> Vec<Amount> {
    let mut found: Vec<Amount> = Vec::new();
    for (index, token) in tokens.iter().enumerate() {
        if !token.is(&["euro", "€", "eur"]) {
            continue;
        }
        let before = index.checked_sub(1).and_then(|before| Some((before, tokens.get(before)?)));
        let taken = found.last().map_or(0, |sum| sum.behind);
        let amount = before
            .filter(|(before, _)| *before >= taken && token.sign.is_none())
            .and_then(|(at, token)| Some((at, token.money()?)));
        if let Some((first, money)) = amount {
            found.push(Amount { first, behind: index + 1, money });
        } else if let Some(money) =
            tokens.get(index + 1).filter(|next| next.is_digits() && next.sign.is_none()).and_then(Token::money)
        {
            found.push(Amount { first: index, behind: index + 2, money });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_numbers_are_distinguished() {
        let text = "L'ora è 18:30, costa € 1.200,50 (venti posti).";
        let shown: Vec<(&str, Option<char>)> =
            tokenize(text, &(0..text.len())).iter().map(|token| (token.text, token.sign)).collect();
        let expected = [
            ("L", None),
            ("ora", Some('\'')),
            ("è", None),
            ("18:30", None),
            ("costa", Some(',')),
            ("€", None),
            ("1.200,50", None),
            ("venti", Some('(')),
            ("posti", None),
        ];
        assert_eq!(shown, expected);
    }

    #[test]
    fn amounts_are_found_in_common_spellings() {
        for (text, cents) in [
            ("costa 25 euro", &[2_500][..]),
            ("€ 30 e 12,50 €", &[3_000, 1_250]),
            ("mille euro al mese", &[100_000]),
            ("25, euro", &[]),
        ] {
            let read: Vec<i64> =
                find_amounts(&tokenize(text, &(0..text.len()))).iter().map(|sum| sum.money.0).collect();
            assert_eq!(read, cents, "{text}");
        }
    }
}
