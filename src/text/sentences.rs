//! Where sentences end.

use memchr::{memchr_iter, memchr3_iter};

/// Signs beyond `.`, `!`, `?` that end a sentence: the ellipsis, and those of Arabic, Urdu, Bengali and Chinese.
const OTHER_ENDS: [char; 5] = ['…', '؟', '۔', '।', '。'];

/// Abbreviations whose full stop does not end a sentence.
const ABBREVIATIONS: [&str; 24] = [
    "art", "n", "nr", "num", "dott", "dr", "sig", "sigg", "prof", "ing", "avv", "tel", "cell", "es", "ecc", "pag",
    "c.d", "lett", "co", "min", "max", "v", "ca", "ss",
];

/// Byte offsets, ascending, at which the sentences and lines of a text end: after a sign before a space or the end of
/// the text, unless it is the full stop of an abbreviation, and after each line feed.
#[must_use]
pub fn sentence_ends(text: &str) -> Vec<usize> {
    let ascii = memchr3_iter(b'.', b'!', b'?', text.as_bytes()).map(|at| at + 1);
    let others = OTHER_ENDS.iter().flat_map(|sign| text.match_indices(*sign).map(|(at, sign)| at + sign.len()));
    let before_space =
        |end: &usize| text.get(*end..).is_none_or(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace));
    let mut ends: Vec<usize> =
        ascii.chain(others).filter(before_space).filter(|end| !ends_with_abbreviation(text, *end)).collect();
    ends.extend(memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1));
    ends.sort_unstable();
    ends
}

/// Sentences of a text of one paragraph, without the spaces between them.
#[must_use]
pub fn split_sentences(text: &str) -> Vec<&str> {
    let mut start = 0;
    let mut sentences: Vec<&str> = Vec::new();
    for end in sentence_ends(text).into_iter().chain([text.len()]) {
        sentences.extend(text.get(start..end).map(str::trim).filter(|sentence| !sentence.is_empty()));
        start = end;
    }
    sentences
}

fn ends_with_abbreviation(text: &str, end: usize) -> bool {
    let Some(before) = text.get(..end).and_then(|text| text.strip_suffix('.')) else { return false };
    let word = before
        .rsplit(|c: char| c.is_whitespace() || matches!(c, '\'' | '’'))
        .next()
        .unwrap_or(before)
        .trim_start_matches(['(', '«']);
    ABBREVIATIONS.iter().any(|known| known.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::split_sentences;

    #[test]
    fn sentences_end_in_every_script_but_not_at_abbreviations() {
        for (text, sentences) in [
            ("Uno. Due! Tre?", &["Uno.", "Due!", "Tre?"][..]),
            ("Vai su example.org e basta", &["Vai su example.org e basta"]),
            ("Vedi l'art. 5 (es. il n. 3). Poi vieni…", &["Vedi l'art. 5 (es. il n. 3).", "Poi vieni…"]),
            ("এক। দুই।", &["এক।", "দুই।"]),
            ("پہلا۔ دوسرا۔ هل؟ نعم", &["پہلا۔", "دوسرا۔", "هل؟", "نعم"]),
            ("Porta un quaderno\nVieni", &["Porta un quaderno", "Vieni"]),
            ("", &[]),
        ] {
            assert_eq!(split_sentences(text), sentences, "{text}");
        }
    }
}
