//! Acronyms of the sector and what they stand for.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::word_list::Entry;
use super::word_lists;

word_lists! { "acronyms.txt":
    /// Each acronym, its full form, other full forms, and whether everybody knows it as a word.
    ACRONYMS = "acronyms";
}

/// The entries of the list by acronym, exactly as it is written.
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
    /// Finds an acronym exactly as it is written.
    pub(super) fn find(name: &str) -> Option<Self> {
        BY_NAME.get(name).copied()
    }

    /// The words that it stands for.
    pub(super) fn full_form(self) -> &'static str {
        self.entry.column(0)
    }

    /// The words that it stands for, and others that are right too.
    pub(super) fn full_forms(self) -> impl Iterator<Item = &'static str> {
        let others = self.entry.column(1).split('|').filter(|form| !form.is_empty());
        std::iter::once(self.full_form()).chain(others)
    }

    /// Everybody uses it as a word: it needs no explanation.
    pub(super) fn is_known(self) -> bool {
        self.entry.column(2) == "nota"
    }
}
