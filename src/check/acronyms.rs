//! Glossary of acronyms of the sector.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::word_list::Entry;
use super::word_lists;

word_lists! { "acronyms.txt":
    /// Acronyms, with the columns full form, other full forms, and `nota` for those known as words.
    ACRONYMS = "acronyms";
}

/// Entries by acronym; case matters.
static BY_NAME: LazyLock<HashMap<&'static str, Acronym>> = LazyLock::new(|| {
    let entries = ACRONYMS.entries().iter();
    entries.flat_map(|entry| entry.forms.iter().map(move |form| (*form, Acronym { entry }))).collect()
});

/// An acronym of the glossary.
#[derive(Debug, Clone, Copy)]
pub(super) struct Acronym {
    entry: &'static Entry,
}

impl Acronym {
    /// Looks up an acronym; case matters.
    pub(super) fn find(name: &str) -> Option<Self> {
        BY_NAME.get(name).copied()
    }

    /// The full form of the acronym.
    pub(super) fn expansion(self) -> &'static str {
        self.entry.column(0)
    }

    /// The full form and accepted alternatives.
    pub(super) fn expansions(self) -> impl Iterator<Item = &'static str> {
        let others = self.entry.column(1).split('|').filter(|form| !form.is_empty());
        std::iter::once(self.expansion()).chain(others)
    }

    /// Whether the acronym is known as a word and needs no explanation.
    pub(super) fn needs_no_explanation(self) -> bool {
        self.entry.column(2) == "nota"
    }
}
