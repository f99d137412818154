//! How a vocabulary is declared: an enumeration from words, their other spellings, and what is said of a word that is none.

use crate::diagnostic::nearest;
use crate::model::problem::{Problem, Written};
use crate::model::record::Reader;
use crate::source::Node;

macro_rules! vocabulary {
    (
        $(#[$doc:meta])*
        pub enum $name:ident ($vocabulary:literal) { $( $(#[$word_doc:meta])* $variant:ident = $word:literal $(| $synonym:literal)*, )* }
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        pub enum $name {
            $( $(#[$word_doc])* #[doc = concat!("«", $word, "»")] #[serde(rename = $word)] $variant, )*
        }

        impl $name {
            /// All words, in display order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// Prefix of its Fluent texts.
            pub const VOCABULARY: &'static str = $vocabulary;

            /// The word as written in files.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)* }
            }

            /// The word that a text is, in any case, or of which it is another spelling.
            #[must_use]
            pub fn from_word(text: &str) -> Option<Self> {
                let text = text.trim();
                let called = |word: &Self| [word.word()].iter().chain(word.synonyms()).any(|word| word.eq_ignore_ascii_case(text));
                Self::ALL.iter().copied().find(called)
            }

            /// Other spellings that people use, for suggestions.
            fn synonyms(self) -> &'static [&'static str] {
                match self { $(Self::$variant => &[$($synonym),*],)* }
            }
        }

        impl Value for $name {
            fn decode(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
                let found = node.text().and_then(Self::from_word);
                if found.is_none() {
                    report_unknown_word(node, &[$($word),*], &[$($(($synonym, $word),)*)*], reader);
                }
                found
            }

            fn schema() -> Json {
                json!({"enum": [$($word, $($synonym,)*)*]})
            }
        }
    };
}

/// Declares each vocabulary, and lists them.
macro_rules! vocabularies {
    ($(
        $(#[$doc:meta])*
        pub enum $name:ident ($vocabulary:literal) { $( $(#[$word_doc:meta])* $variant:ident = $word:literal $(| $synonym:literal)*, )* }
    )*) => {
        $(vocabulary! {
            $(#[$doc])*
            pub enum $name ($vocabulary) { $( $(#[$word_doc])* $variant = $word $(| $synonym)*, )* }
        })*

        /// Words of each vocabulary, as written in files, by the prefix of their Fluent texts.
        pub const VOCABULARIES: &[(&str, &[&str])] = &[$(($vocabulary, &[$($word),*])),*];
    };
}

/// Reports a word that is not in a vocabulary, with the one that may be meant.
pub(super) fn report_unknown_word(
    node: &Node<'_>,
    words: &'static [&'static str],
    synonyms: &'static [(&'static str, &'static str)],
    reader: &mut Reader<'_>,
) {
    // Similar multi-word names are different things (two permits), not typing errors.
    let slip = |text: &str, meant: &str| {
        !text.contains(' ') || strsim::damerau_levenshtein(&text.to_lowercase(), &meant.to_lowercase()) <= 3
    };
    let spellings = words.iter().copied().chain(synonyms.iter().map(|(synonym, _)| *synonym));
    let meant = node.text().and_then(|text| nearest(text, spellings).filter(|meant| slip(text, meant)));
    let meant =
        meant.map(|meant| synonyms.iter().find(|(synonym, _)| *synonym == meant).map_or(meant, |(_, word)| word));
    reader.report(node.span.clone(), Problem::UnknownWord { written: Written::from_node(node), words, meant });
}
