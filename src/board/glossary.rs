//! The glossary: words of offices with what they mean in easy words, and what they are called in other languages.

mod matching;
mod reading;

use std::collections::BTreeMap;
use std::ops::Range;

use aho_corasick::AhoCorasick;

use crate::source::Source;
use crate::text::slug::slugify;

pub use matching::says_name;

/// Path of the file below the board's root.
pub const GLOSSARY_PATH: &str = "content/glossario.csv";

/// The glossary of a board.
#[derive(Debug, Clone)]
pub struct Glossary {
    /// The file, for findings to quote.
    pub source: Source,
    /// Terms, in the order of the alphabet.
    pub terms: Vec<Term>,
    forms: Forms,
}

/// A term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// The term in the language of the board: `permesso di soggiorno`.
    pub term: String,
    /// Other forms of it: plurals, short and long ones.
    pub forms: Vec<String>,
    /// Whether translations keep it as it is, because doors and letters have it: `ISEE`.
    pub is_protected: bool,
    /// What it means, in easy words of the board's language.
    pub meaning: String,
    /// By language code.
    pub translations: BTreeMap<String, TermTranslation>,
}

/// A term in another language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermTranslation {
    /// What it is called; the first is shown, the others are right too.
    pub names: Vec<String>,
    /// What it means, in easy words.
    pub meaning: String,
}

impl Term {
    /// Its name in addresses.
    #[must_use]
    pub fn slug(&self) -> String {
        slugify(&self.term)
    }

    /// The term and its other forms.
    pub fn all_forms(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.term.as_str()).chain(self.forms.iter().map(String::as_str))
    }
}

/// What is wrong with the file of the glossary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GlossaryProblem {
    /// A quote that does not close.
    OpenQuote,
    /// A column that is not known, or of a language that the board does not have.
    UnknownColumn(String),
    /// A column that is needed and missing.
    MissingColumn(&'static str),
    /// A row with more cells than there are columns.
    TooManyCells,
    /// A row without a term or without a meaning.
    EmptyCell(&'static str),
    /// A term or another form of it for the second time, or a term with the address of another.
    Duplicate(String),
    /// Neither `sì` nor nothing, where the file says whether translations keep a term.
    NotYesOrNo(String),
    /// A term without a Latin letter or digit, of which its address is made.
    NoAddress(String),
    /// A name of a term without its meaning, or a meaning without a name.
    Half(String),
}

/// All forms of all terms, and a searcher for them.
#[derive(Debug, Clone)]
struct Forms {
    /// `None` if there are none.
    searcher: Option<AhoCorasick>,
    /// The term of each pattern, and the form as it is written.
    forms: Vec<(usize, String)>,
}

impl Glossary {
    /// Terms in a text as whole words, with their bytes, in order; of several that begin at a place, the longest. A form
    /// with a capital is found with that capital only: «Comune» is an office, «comune» is not.
    #[must_use]
    pub fn find_terms(&self, text: &str) -> Vec<(&Term, Range<usize>)> {
        let Some(searcher) = &self.forms.searcher else { return Vec::new() };
        let is_word = |ch: Option<char>| ch.is_some_and(char::is_alphanumeric);
        let mut found: Vec<(&Term, Range<usize>)> = Vec::new();
        for hit in searcher.find_overlapping_iter(text) {
            let range = hit.range();
            let Some((index, form)) = self.forms.forms.get(hit.pattern().as_usize()) else { continue };
            let before = text.get(..range.start).and_then(|before| before.chars().next_back());
            let after = text.get(range.end..).and_then(|after| after.chars().next());
            let written = text.get(range.clone()).unwrap_or_default();
            let has_case = form.chars().any(char::is_uppercase);
            if is_word(before) || is_word(after) || has_case && written != form {
                continue;
            }
            found.extend(self.terms.get(*index).map(|term| (term, range)));
        }
        found.sort_by_key(|(_, range)| (range.start, std::cmp::Reverse(range.end)));
        let mut end = 0;
        found.retain(|(_, range)| {
            let is_free = range.start >= end;
            if is_free {
                end = range.end;
            }
            is_free
        });
        found
    }

    /// Whether any term has a name in a language.
    #[must_use]
    pub fn has_language(&self, language: &str) -> bool {
        self.terms.iter().any(|term| term.translations.contains_key(language))
    }
}
