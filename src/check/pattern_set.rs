//! Whether a text holds one of some words, looked for all at once.

use aho_corasick::packed::Searcher;

/// Some words, or parts of words, as they are written: capitals count.
pub struct PatternSet {
    words: &'static [&'static str],
    /// None where the processor has no instructions for it.
    searcher: Option<Searcher>,
}

impl PatternSet {
    /// Prepares the search; at most 128 words.
    #[must_use]
    pub fn new(words: &'static [&'static str]) -> Self {
        Self { words, searcher: Searcher::new(words) }
    }

    /// One of them stands in the text.
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
    fn any_of_the_words_is_found_anywhere() {
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
