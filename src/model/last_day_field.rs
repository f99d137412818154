//! The field in which each kind has its last day: that by which an opportunity closes, and that an extension moves.

use super::field_path::FieldPath;

/// A field with the last day of an opportunity. Which of them a kind has, in which order, is in its [`KindSpec`](super::KindSpec).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LastDayField {
    /// `scadenza`: with a word in place of a date it never closes.
    Deadline,
    /// `scadenza` if it is a date: it ends in any case with what follows.
    DatedDeadline,
    /// `scadenza` of `azione_richiesta`.
    ActionDeadline,
    /// The latest of the `date` of its editions.
    Editions,
    /// `fine`, or `inizio` and `durata_mesi`.
    End,
    /// `vigore_al`.
    InForceUntil,
    /// `validita_fino`.
    ValidUntil,
}

impl LastDayField {
    /// Keys that lead to it; of editions the single one's at the top.
    #[must_use]
    pub fn path(self) -> &'static [&'static str] {
        match self {
            Self::Deadline | Self::DatedDeadline => &["scadenza"],
            Self::ActionDeadline => &["azione_richiesta", "scadenza"],
            Self::Editions => &["date", "fine"],
            Self::End => &["fine"],
            Self::InForceUntil => &["vigore_al"],
            Self::ValidUntil => &["validita_fino"],
        }
    }

    /// [`Self::path`] as that of a value in the facts.
    #[must_use]
    pub fn field_path(self) -> FieldPath {
        self.path().iter().fold(FieldPath::TOP, |path, key| path.field(key))
    }

    /// Whether readers act by it: an extension then says what it was before (`prorogata_dal`).
    #[must_use]
    pub fn is_deadline(self) -> bool {
        matches!(self, Self::Deadline | Self::DatedDeadline | Self::ActionDeadline | Self::InForceUntil)
    }
}
