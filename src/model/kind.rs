//! The seven kinds of opportunity, with their allowed and required fields.

mod event;
mod housing;
mod job;
mod news;
mod project;
mod regulation;
mod training;

use serde::{Serialize, Serializer};
use serde_json::{Value as Json, json};

use super::genre::Genre;
use super::last_day_field::LastDayField;
use super::problem::{Problem, Written};
use super::record::{Field, Reader, Value};
use super::requirement::Requirement;
use super::vocabulary::TrainingKind;
use crate::diagnostic::{LocalizedString, StaticText, nearest};
use crate::source::Node;

/// Kind of an opportunity (field `tipo`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A course, a workshop, a scholarship.
    Training,
    /// A job, an internship, civil service.
    Job,
    /// Housing, or help to pay for it.
    Housing,
    /// A changed law or procedure.
    Regulation,
    /// News.
    News,
    /// A project or a service that starts.
    Project,
    /// An event on given days.
    Event,
}

/// Declaration of a kind.
pub struct KindSpec {
    /// Word in the front matter; also path of its listing and prefix of its texts.
    pub key: &'static str,
    /// Emoji in messages (guidelines, section 7.1, where they name one).
    pub emoji: &'static str,
    /// Section of the guidelines that lists its required fields.
    pub guideline: &'static str,
    /// Keys of required fields, in the order of the guidelines.
    pub required: &'static [&'static str],
    /// Keys of optional fields, besides [`COMMON_FIELDS`].
    pub optional: &'static [&'static str],
    /// Fields that may have its last day: the first that says something counts.
    pub last_day: &'static [LastDayField],
    /// Fields each of which answers a required one in its place.
    pub instead: &'static [(&'static str, &'static [&'static str])],
    /// Example of a title, as YAML.
    pub title_example: &'static str,
    /// Example of a summary, as YAML.
    pub summary_example: &'static str,
}

/// Keys of fields allowed in every kind.
pub const COMMON_FIELDS: &[&str] = &[
    "tipo",
    "titolo_breve",
    "facile",
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
    "note_fonti",
    "lista_attesa",
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

/// Keys of fields that only the editors of a board decide: announcers are not asked for them, and a form does not send them.
pub const EDITORS_FIELDS: &[&str] = &[
    "stato",
    "esempio",
    "aggiornato",
    "verificato",
    "archiviato",
    "rifiutato",
    "alias",
    "sostituisce",
    "sostituita_da",
    "silenzia",
    "pubblicazioni",
];

/// Keys of a single edition written at the top level, in kinds with `edizioni`.
pub const SINGLE_EDITION: &[&str] = &["date", "giorni", "orari", "pause", "ore_totali", "posti", "attestato"];

impl Kind {
    /// All kinds, in menu order.
    pub const ALL: [Self; 7] =
        [Self::Training, Self::Job, Self::Housing, Self::Regulation, Self::News, Self::Project, Self::Event];

    /// Declaration of this kind.
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

    /// Word in the front matter.
    #[must_use]
    pub fn key(self) -> &'static str {
        self.spec().key
    }

    /// The kind with a word of the front matter.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }

    /// Keys of the fields that an item of this kind must have, in the order of the guidelines: a scholarship has neither
    /// hours nor a room.
    #[must_use]
    pub fn required(self, genre: Option<Genre>) -> &'static [&'static str] {
        match genre {
            Some(Genre::Training(TrainingKind::Scholarship)) => training::SCHOLARSHIP,
            _ => self.spec().required,
        }
    }

    /// Keys of the fields each of which answers a required one in its place.
    #[must_use]
    pub fn instead_of(self, required: &str) -> &'static [&'static str] {
        self.spec().instead.iter().find(|(key, _)| *key == required).map_or(&[], |(_, others)| others)
    }

    /// The question that brings what this kind requires: one applies for a job and enrols in everything else.
    #[must_use]
    pub fn question(self, required: Requirement) -> LocalizedString {
        let StaticText { it, en } = required.question();
        let (italian, english) = if self == Self::Job { ("candidare", "apply") } else { ("iscrivere", "enrol") };
        LocalizedString { it: it.replace("iscrivere o candidare", italian), en: en.replace("enrol or apply", english) }
    }

    /// Example of a value of a field, as YAML, that fits this kind.
    #[must_use]
    pub fn example(self, field: &Field) -> &'static str {
        match (self, field.key) {
            (_, "titolo") => self.spec().title_example,
            (_, "sintesi") => self.spec().summary_example,
            (Self::Training, "genere") => TrainingKind::Course.word(),
            _ => field.example,
        }
    }

    /// Whether this kind allows a field.
    #[must_use]
    pub fn has_field(self, key: &str) -> bool {
        let spec = self.spec();
        spec.required.contains(&key)
            || spec.optional.contains(&key)
            || COMMON_FIELDS.contains(&key)
            || key == "rifiutato"
            || (SINGLE_EDITION.contains(&key) && self.has_field("edizioni"))
    }
}

impl Value for Kind {
    fn decode(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let text = node.text().unwrap_or_default().trim();
        let found = Self::from_key(&text.to_lowercase());
        if found.is_none() {
            let meant = nearest(text, Self::ALL.map(Self::key));
            reader.report(node.span.clone(), Problem::UnknownKind { written: Some(Written::from_node(node)), meant });
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
