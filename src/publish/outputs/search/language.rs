//! What searching knows of a language, from `search/<code>.tsv` of the theme: words that mean the same, words that say
//! nothing, endings of words.

use std::collections::BTreeSet;

use serde::Serialize;

use super::folding::{Folding, is_unspaced};
use crate::theme::Theme;

/// First field of the line of words that say nothing: «il», «vorrei», «dove».
const IGNORED: &str = "-";
/// First field of the line of endings of words: `corso` and `corsi` are one.
const ENDINGS: &str = "~";

/// Words of a language. A board without the file searches without them.
#[derive(Debug, Default, Serialize)]
pub(super) struct SearchLanguage {
    /// Words and phrases that mean the same, a group a line.
    pub(super) groups: Vec<Vec<String>>,
    pub(super) ignored: Vec<String>,
    pub(super) endings: Vec<String>,
}

impl SearchLanguage {
    /// Reads the file of a language: fields separated by tabs, `#` for comments.
    pub(super) fn read(theme: &Theme, code: &str) -> Self {
        Self::parse(theme.text(&format!("search/{code}.tsv")))
    }

    fn parse(text: &str) -> Self {
        let mut language = Self::default();
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let mut fields = line.split('\t').map(str::trim).filter(|field| !field.is_empty()).map(str::to_owned);
            match fields.next().as_deref() {
                Some(IGNORED) => language.ignored.extend(fields),
                Some(ENDINGS) => language.endings.extend(fields),
                Some(first) => language.groups.push(std::iter::once(first.to_owned()).chain(fields).collect()),
                None => {}
            }
        }
        language
    }

    /// Words that say nothing, folded.
    pub(super) fn fold_ignored(&self, folding: &Folding) -> BTreeSet<String> {
        let words = self.ignored.iter().flat_map(|words| folding.split_words(words));
        words.flat_map(|word| word.parts).collect()
    }

    /// Letters of scripts without spaces that are in its words, folded.
    pub(super) fn letters(&self, folding: &Folding) -> BTreeSet<String> {
        let texts = self.groups.iter().flatten().chain(&self.ignored);
        let parts = texts.flat_map(|words| folding.split_words(words)).flat_map(|word| word.parts);
        let parts = parts.filter(|part| part.starts_with(is_unspaced));
        parts.flat_map(|part| part.chars().map(String::from).collect::<Vec<_>>()).collect()
    }
}
