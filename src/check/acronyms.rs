//! Acronyms of the sector and what they stand for.

/// `words/acronyms.tsv`, whose first lines say its columns.
pub(super) const GLOSSARY: &str = include_str!("words/acronyms.tsv");
