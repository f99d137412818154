//! What an opportunity is within its kind.

use serde::Serialize;
use serde_json::Value as Json;

use super::record::{Reader, Value};
use super::vocabulary::{HousingKind, TrainingKind};
use crate::source::Node;

/// What an opportunity is within its kind (field `genere`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Genre {
    /// Form of housing support.
    Housing(HousingKind),
    /// Form of training.
    Training(TrainingKind),
}

impl Genre {
    /// Prefix of its Fluent texts.
    #[must_use]
    pub fn vocabulary(self) -> &'static str {
        match self {
            Self::Housing(_) => HousingKind::VOCABULARY,
            Self::Training(_) => TrainingKind::VOCABULARY,
        }
    }

    /// The word as written in files.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Housing(kind) => kind.word(),
            Self::Training(kind) => kind.word(),
        }
    }
}

/// The words of housing, which has this field longest; those of other kinds are decoded with the item.
impl Value for Genre {
    fn decode(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        HousingKind::decode(node, reader).map(Self::Housing)
    }

    fn schema() -> Json {
        HousingKind::schema()
    }
}
