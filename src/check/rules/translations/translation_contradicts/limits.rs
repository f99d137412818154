//! Compares «almeno 15» and «al massimo 15» of the original with the words of a translation.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use super::{Contradiction, find_numbers};
use crate::localized;
use crate::model::number_in_words;

/// Which end of a range a number is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    Least,
    Most,
}

/// Words of the original, before a number.
const ITALIAN: [(&str, End); 9] = [
    ("almeno", End::Least),
    ("minimo", End::Least),
    ("non meno di", End::Least),
    ("minima di", End::Least),
    ("massimo", End::Most),
    ("non più di", End::Most),
    ("massima di", End::Most),
    ("fino a", End::Most),
    ("meno di", End::Most),
];

/// Words of translations, before a number or behind it.
const TRANSLATED: [(&str, End); 33] = [
    ("at least", End::Least),
    ("a minimum of", End::Least),
    ("no less than", End::Least),
    ("at most", End::Most),
    ("a maximum of", End::Most),
    ("no more than", End::Most),
    ("not more than", End::Most),
    ("up to", End::Most),
    ("au moins", End::Least),
    ("au minimum", End::Least),
    ("au plus", End::Most),
    ("au maximum", End::Most),
    ("pas plus de", End::Most),
    ("al menos", End::Least),
    ("como mínimo", End::Least),
    ("como máximo", End::Most),
    ("no más de", End::Most),
    ("على الأقل", End::Least),
    ("كحد أقصى", End::Most),
    ("على الأكثر", End::Most),
    ("не менее", End::Least),
    ("не меньше", End::Least),
    ("не более", End::Most),
    ("не больше", End::Most),
    ("щонайменше", End::Least),
    ("не менше", End::Least),
    ("не більше", End::Most),
    ("حداقل", End::Least),
    ("حداکثر", End::Most),
    ("至少", End::Least),
    ("最多", End::Most),
    ("কমপক্ষে", End::Least),
    ("সর্বোচ্চ", End::Most),
];

/// Searchers for both lists. `None` only for more words than fit.
static SEARCHERS: LazyLock<Option<[AhoCorasick; 2]>> = LazyLock::new(|| {
    let build = |words: Vec<&str>| {
        AhoCorasick::builder().ascii_case_insensitive(true).match_kind(MatchKind::LeftmostLongest).build(words).ok()
    };
    Some([build(ITALIAN.map(|(words, _)| words).to_vec())?, build(TRANSLATED.map(|(words, _)| words).to_vec())?])
});

/// Bytes between such words and their number.
const NEAR: usize = 24;

/// Numbers of the original that are a least or a greatest one.
pub(super) struct OriginalLimits(Vec<(String, End)>);

impl OriginalLimits {
    pub(super) fn from_text(text: &str) -> Self {
        let Some([italian, _]) = &*SEARCHERS else { return Self(Vec::new()) };
        let ends = italian.find_iter(text).filter_map(|found| {
            let (_, end) = ITALIAN.get(found.pattern().as_usize())?;
            let rest = near(text, found.end());
            let number = find_numbers(rest).into_iter().next().map(|(number, _)| number);
            let in_words = || rest.split(|c: char| !c.is_alphabetic()).find_map(number_in_words);
            Some((number.or_else(|| Some(in_words()?.to_string()))?, *end))
        });
        Self(ends.collect())
    }

    /// Places of a translation that call a least number the greatest, or the other way round.
    pub(super) fn check(&self, text: &str) -> Vec<Contradiction> {
        let Some([_, translated]) = SEARCHERS.as_ref().filter(|_| !self.0.is_empty()) else { return Vec::new() };
        let contradictions = translated.find_iter(text).filter_map(|words| {
            let (_, end) = TRANSLATED.get(words.pattern().as_usize())?;
            let (number, range) = find_numbers(near(text, words.end())).into_iter().next()?;
            let mut ends = self.0.iter().filter(|(known, _)| *known == number).map(|(_, end)| end).peekable();
            if ends.peek().is_none() || ends.any(|known| known == end) {
                return None;
            }
            let original = if *end == End::Most { "almeno" } else { "al massimo" };
            let range = words.start()..words.end() + range.end;
            let written = text.get(range.clone()).unwrap_or_default();
            let message = localized!(
                "«{written}», ma l'originale dice «{original} {number}»",
                "`{written}`, but the original says `{original} {number}`"
            );
            Some(Contradiction { range, message })
        });
        contradictions.collect()
    }
}

/// The text from an offset, as far as a number belongs to words before it: to the end of the sentence.
fn near(text: &str, from: usize) -> &str {
    let to = text.floor_char_boundary((from + NEAR).min(text.len()));
    let near = text.get(from..to).unwrap_or_default();
    near.split(['.', ';', '\n', ':', '،']).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn least_and_greatest_numbers_are_told_apart() {
        let original =
            OriginalLimits::from_text("Servono almeno 15 persone, al massimo trenta. L'età minima di 18 anni.");
        let wrong = |text: &str| original.check(text).len();
        for text in [
            "At most 15 people",
            "up to 18 years",
            "au maximum 15 personnes",
            "no more than 15",
            "не более 15",
            "至少 30 人",
        ] {
            assert_eq!(wrong(text), 1, "{text}");
        }
        for text in
            ["At least 15 people, at most 30", "up to 12 months", "at most. 15 people", "не менее 15", "15 people"]
        {
            assert_eq!(wrong(text), 0, "{text}");
        }
    }
}
