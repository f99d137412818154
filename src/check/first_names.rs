//! First names, which tell a person from an organisation.

use super::word_lists;

word_lists! { "first_names.txt":
    /// First names that are common in Italy.
    pub(super) FIRST_NAMES = "first names";
}
