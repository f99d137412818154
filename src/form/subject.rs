//! What a form is for: an announcement of one kind, or an organisation that registers.

use crate::diagnostic::LocalizedString;
use crate::localized;
use crate::model::{EDITORS_FIELDS, Field, Kind, ORGANISATION_EDITORS_FIELDS, Opportunity, Organisation, Record};

/// Key of the form for organisations, in addresses and requests, where those for announcements have their kind.
pub const ORGANISATION_FORM: &str = "ente";

/// What a form is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormSubject {
    /// An announcement of a kind.
    Announcement(Kind),
    /// An organisation.
    Organisation,
}

impl FormSubject {
    /// All forms, those for announcements first.
    pub fn all() -> impl Iterator<Item = Self> {
        Kind::ALL.into_iter().map(Self::Announcement).chain([Self::Organisation])
    }

    /// Key in addresses and requests: `formazione`, `ente`.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Announcement(kind) => kind.key(),
            Self::Organisation => ORGANISATION_FORM,
        }
    }

    /// The form with a key.
    ///
    /// # Errors
    /// Another key.
    pub(super) fn from_key(key: &str) -> Result<Self, LocalizedString> {
        Self::all().find(|subject| subject.key() == key).ok_or_else(|| {
            let keys = Self::all().map(Self::key).collect::<Vec<_>>().join(", ");
            localized!("il tipo «{key}» non c'è: i tipi sono {keys}", "there is no kind `{key}`: the kinds are {keys}")
        })
    }

    /// The kind of announcement; `None` of an organisation.
    #[must_use]
    pub fn kind(self) -> Option<Kind> {
        match self {
            Self::Announcement(kind) => Some(kind),
            Self::Organisation => None,
        }
    }

    /// Fields of the file, in the order in which they are written.
    pub(super) fn fields(self) -> &'static [Field] {
        match self {
            Self::Announcement(_) => Opportunity::FIELDS,
            Self::Organisation => Organisation::FIELDS,
        }
    }

    /// Keys that only the editors write.
    pub(super) fn editors_fields(self) -> &'static [&'static str] {
        match self {
            Self::Announcement(_) => EDITORS_FIELDS,
            Self::Organisation => &ORGANISATION_EDITORS_FIELDS,
        }
    }

    /// Key of what the file is called by: its title or name.
    pub(super) fn name_key(self) -> &'static str {
        match self {
            Self::Announcement(_) => "titolo",
            Self::Organisation => "nome",
        }
    }
}

impl From<Kind> for FormSubject {
    fn from(kind: Kind) -> Self {
        Self::Announcement(kind)
    }
}
