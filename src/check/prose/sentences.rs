//! Counts the words and letters of each sentence, for the Gulpease index.
//!
//! The Gulpease index (Lucisano and Piemontese, 1988) is 89 + (300 × sentences − 10 × letters) / words. It depends
//! above all on the definition of a sentence: here the end of a line, list item or heading ends one, and what
//! [`sentence_ends`] finds; `:` and `;` do not. Addresses and numbers do not count as words.
//! Below fifty words the index is not reliable.

use std::ops::Range;

use crate::text::sentences::sentence_ends;

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

/// Splits a text without markup (see [`super::Prose`]) into sentences and counts them; a sentence without words is left out.
#[must_use]
pub fn count_sentences(text: &str) -> Vec<Sentence> {
    let mut start = 0;
    let count = |end| count_sentence(text, std::mem::replace(&mut start, end)..end);
    sentence_ends(text).into_iter().chain([text.len()]).filter_map(count).collect()
}

/// The Gulpease index of a text with so many sentences, letters and words.
#[expect(clippy::cast_precision_loss, reason = "a text has less than 2^52 letters")]
#[must_use]
pub fn gulpease_index(sentences: usize, letters: usize, words: usize) -> f64 {
    (89.0 + (300.0 * sentences as f64 - 10.0 * letters as f64) / words as f64).clamp(0.0, 100.0)
}

fn count_sentence(text: &str, range: Range<usize>) -> Option<Sentence> {
    let text = text.get(range.clone())?;
    let (mut words, mut letters, mut word_letters, mut has_digits) = (0, 0, 0, false);
    // A single pass over the bytes: letters beyond ASCII count at their lead byte, punctuation (’«») does not count.
    for byte in text.bytes().chain([b' ']) {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | 0xc3..=0xdf => word_letters += 1,
            b'0'..=b'9' => has_digits = true,
            b' ' | b'\n' | b'\t' | b'\r' | b'\'' | b'-' | b'/' | 0xe2 => {
                // Numbers such as «60» and «16,50» do not count as words.
                if word_letters > 0 && !has_digits {
                    words += 1;
                    letters += word_letters;
                }
                (word_letters, has_digits) = (0, false);
            }
            _ => {}
        }
    }
    let leading_spaces = text.len() - text.trim_start().len();
    let start = range.start + leading_spaces;
    (words > 0).then(|| Sentence { range: start..start + text.trim().len(), words, letters })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gulpease_index_follows_its_formula() {
        // 10 words, 50 letters, 1 sentence: 89 + (300 - 500) / 10.
        assert!((gulpease_index(1, 50, 10) - 69.0).abs() < f64::EPSILON);
    }

    #[test]
    fn sentences_end_at_punctuation_and_line_ends() {
        let text = "Il corso dura 60 ore: art. 5, tel. 06 1234. Vieni!\nPorta: un quaderno; una penna\n\nCiao\n";
        let sentences: Vec<&str> =
            count_sentences(text).into_iter().map(|sentence| text.get(sentence.range).unwrap()).collect();
        assert_eq!(
            sentences,
            ["Il corso dura 60 ore: art. 5, tel. 06 1234.", "Vieni!", "Porta: un quaderno; una penna", "Ciao"]
        );
    }
}
