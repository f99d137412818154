//! Splits prose into sentences, and counts words and letters for the Gulpease index.
//!
//! The Gulpease index (Lucisano and Piemontese, 1988) is 89 + (300 × sentences − 10 × letters) / words. It depends
//! mostly on the definition of a sentence: here the end of a line, list item or heading ends one, and `.`, `!`, `?`
//! before a space; `:`, `;` and the full stop of an abbreviation do not. Addresses and numbers do not count as words.
//! Below fifty words the index is not reliable.

use std::ops::Range;

use crate::source::lines;

/// Abbreviations whose full stop does not end a sentence.
const ABBREVIATIONS: [&str; 24] = [
    "art", "n", "nr", "num", "dott", "dr", "sig", "sigg", "prof", "ing", "avv", "tel", "cell", "es", "ecc", "pag",
    "c.d", "lett", "co", "min", "max", "v", "ca", "ss",
];

/// A sentence with its counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Bytes in the text.
    pub range: Range<usize>,
    /// Number of words.
    pub words: usize,
    /// Number of letters.
    pub letters: usize,
}

/// Splits a text without markup (see [`super::Prose`]) into sentences.
#[must_use]
pub fn split_sentences(text: &str) -> Vec<Sentence> {
    let mut found = Vec::new();
    let mut line_start = 0;
    for line in lines(text) {
        let mut start = 0;
        for at in memchr::memchr3_iter(b'.', b'!', b'?', line.as_bytes()) {
            let end = at + 1;
            let ends = line.get(end..).is_none_or(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace));
            let point = || line.as_bytes().get(at) == Some(&b'.');
            if ends && !(point() && ends_with_abbreviation(line.get(start..at).unwrap_or_default())) {
                found.extend(count_sentence(line, start..end, line_start));
                start = end;
            }
        }
        found.extend(count_sentence(line, start..line.len(), line_start));
        line_start += line.len();
    }
    found
}

fn ends_with_abbreviation(before: &str) -> bool {
    let word = before.rsplit(char::is_whitespace).next().unwrap_or_default().trim_start_matches(['(', '«']);
    ABBREVIATIONS.iter().any(|known| known.eq_ignore_ascii_case(word))
}

fn count_sentence(line: &str, range: Range<usize>, line_start: usize) -> Option<Sentence> {
    let text = line.get(range.clone())?;
    let (mut words, mut letters, mut own, mut digits) = (0, 0, 0, false);
    // A single pass over the bytes: letters beyond ASCII count at their lead byte, punctuation (’«») does not count.
    for byte in text.bytes().chain([b' ']) {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | 0xc3..=0xdf => own += 1,
            b'0'..=b'9' => digits = true,
            b' ' | b'\n' | b'\t' | b'\r' | b'\'' | b'-' | b'/' | 0xe2 => {
                // Numbers such as «60» and «16,50» do not count as words.
                if own > 0 && !digits {
                    words += 1;
                    letters += own;
                }
                (own, digits) = (0, false);
            }
            _ => {}
        }
    }
    let lead = text.len() - text.trim_start().len();
    let start = line_start + range.start + lead;
    (words > 0).then(|| Sentence { range: start..start + text.trim().len(), words, letters })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_at_punctuation_and_line_ends() {
        let text = "Il corso dura 60 ore: art. 5, tel. 06 1234. Vieni!\nPorta: un quaderno; una penna\n\nCiao\n";
        let shown: Vec<&str> =
            split_sentences(text).into_iter().map(|sentence| text.get(sentence.range).unwrap()).collect();
        assert_eq!(
            shown,
            ["Il corso dura 60 ore: art. 5, tel. 06 1234.", "Vieni!", "Porta: un quaderno; una penna", "Ciao"]
        );
    }
}
