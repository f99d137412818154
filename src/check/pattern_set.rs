//! Searches a text for several words at once.

use aho_corasick::packed::Searcher;

/// Set of words or parts of words; case matters.
pub struct PatternSet {
    words: &'static [&'static str],
    /// `None` if the processor lacks the vector instructions of the search.
    searcher: Option<Searcher>,
}

impl PatternSet {
    /// Builds the search for at most 128 words.
    #[must_use]
    pub fn new(words: &'static [&'static str]) -> Self {
        Self { words, searcher: Searcher::new(words) }
    }

    /// Whether a text contains one of the words.
    #[must_use]
    pub fn matches(&self, text: &str) -> bool {
        match &self.searcher {
            Some(searcher) => searcher.find(text).is_some(),
            None => self.words.iter().any(|word| text.contains(word)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::PatternSet;

    #[test]
    fn pattern_set_finds_words_at_any_position() {
        let any = PatternSet::new(&["euro", "posti", " ore "]);
        for (text, expected) in [
            ("Il corso costa cento euro", true),
            ("posti", true),
            ("Ci vogliono due ore in tutto, e poi ancora una lunga attesa", true),
            ("ore otto", false),
            ("", false),
        ] {
            assert_eq!(any.matches(text), expected, "{text}");
        }
    }
}
