//! The seven kinds of opportunity: which fields each has, and which it must have.

mod event;
mod housing;
mod job;
mod news;
mod project;
mod regulation;
mod training;

use serde::{Serialize, Serializer};
use serde_json::{Value as Json, json};

use super::record::{Reader, Value, quote_node};
use super::rules::UNKNOWN_KIND;
use crate::diagnostic::nearest;
use crate::localized;
use crate::source::Node;

/// What an opportunity is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A course, a workshop, a scholarship.
    Training,
    /// A job, an internship, civil service.
    Job,
    /// A home, or help to pay one.
    Housing,
    /// A law or a procedure that changes.
    Regulation,
    /// News.
    News,
    /// A project or a service that starts.
    Project,
    /// Something that happens on a day.
    Event,
}

/// One kind, declared: what the guidelines ask of it.
pub struct KindSpec {
    /// The word in the front matter, the address of its listing, the prefix of its texts.
    pub key: &'static str,
    /// The emoji of its messages: the client's where there is one (guidelines, section 7.1).
    pub emoji: &'static str,
    /// The paragraph of the guidelines that lists its required fields.
    pub guideline: &'static str,
    /// Keys of the fields that it must have, in the guidelines' order.
    pub required: &'static [&'static str],
    /// Keys of the other fields that it may have, [`COMMON_FIELDS`] apart.
    pub optional: &'static [&'static str],
}

/// Keys of the fields that every kind may have.
pub const COMMON_FIELDS: &[&str] = &[
    "tipo",
    "stato",
    "esempio",
    "aggiornato",
    "verificato",
    "archiviato",
    "partner",
    "pubblico",
    "territorio",
    "alias",
    "lingue_attivita",
    "accessibilita",
    "avvertenze",
    "fonte",
    "immagine",
    "edizione_di",
    "sostituisce",
    "sostituita_da",
    "silenzia",
    "pubblicazioni",
    "servizi",
    "aperto_dal",
    "prorogata_dal",
];

/// Keys of a single edition written at the top of the file, where a kind has `edizioni`.
pub(super) const SINGLE_EDITION: &[&str] = &["date", "giorni", "orari", "ore_totali", "posti", "attestato"];

impl Kind {
    /// All seven, in the order of the site's menu.
    pub const ALL: [Self; 7] =
        [Self::Training, Self::Job, Self::Housing, Self::Regulation, Self::News, Self::Project, Self::Event];

    /// Its declaration.
    #[must_use]
    pub fn spec(self) -> &'static KindSpec {
        match self {
            Self::Training => &training::SPEC,
            Self::Job => &job::SPEC,
            Self::Housing => &housing::SPEC,
            Self::Regulation => &regulation::SPEC,
            Self::News => &news::SPEC,
            Self::Project => &project::SPEC,
            Self::Event => &event::SPEC,
        }
    }

    /// The word in the front matter.
    #[must_use]
    pub fn key(self) -> &'static str {
        self.spec().key
    }

    /// The kind with this word.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }

    /// Whether a file of this kind may have a field.
    #[must_use]
    pub fn has_field(self, key: &str) -> bool {
        let spec = self.spec();
        spec.required.contains(&key)
            || spec.optional.contains(&key)
            || COMMON_FIELDS.contains(&key)
            || (SINGLE_EDITION.contains(&key) && self.has_field("edizioni"))
    }
}

impl Value for Kind {
    fn decode(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let text = node.text().unwrap_or_default().trim();
        let found = Self::from_key(&text.to_lowercase());
        if found.is_none() {
            let value = quote_node(node);
            let keys = Self::ALL.map(Self::key);
            let all = keys.join(", ");
            let hint = match nearest(text, keys) {
                Some(meant) => {
                    localized!(
                        "volevi dire `{meant}`? I tipi sono: {all}",
                        "did you mean `{meant}`? The kinds are: {all}"
                    )
                }
                None => localized!("i tipi sono: {all}", "the kinds are: {all}"),
            };
            reader.report(
                &UNKNOWN_KIND,
                node.span.clone(),
                localized!("{value} non è un tipo di annuncio", "{value} is not a kind of item"),
                hint,
            );
        }
        found
    }

    fn schema() -> Json {
        json!({"enum": Self::ALL.map(Self::key)})
    }
}

impl Serialize for Kind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.key())
    }
}
