//! For whom something that costs money is free.

use serde::{Serialize, Serializer};
use serde_json::{Value as Json, json};

use super::amount::Money;
use super::record::{Reader, Value};
use super::vocabulary::FreeGroup;
use crate::source::Node;

/// Prefix of an ISEE limit: `isee_9000`.
const ISEE: &str = "isee_";

/// One condition under which one pays nothing (field `gratis_per`): a group, or a highest ISEE.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FreeFor {
    /// A group of people.
    Group(FreeGroup),
    /// Households up to this ISEE (equivalent economic situation indicator), inclusive.
    Isee(Money),
}

impl Value for FreeFor {
    fn decode(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let isee = node.text().and_then(|text| Money::parse(text.trim().strip_prefix(ISEE)?));
        match isee {
            Some(isee) => Some(Self::Isee(isee)),
            None => FreeGroup::decode(node, reader).map(Self::Group),
        }
    }

    fn schema() -> Json {
        json!({"anyOf": [FreeGroup::schema(), {"type": "string", "pattern": "^isee_[0-9][0-9.]*$"}]})
    }
}

impl Serialize for FreeFor {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Group(group) => group.serialize(serializer),
            Self::Isee(Money(cents)) => serializer.collect_str(&format_args!("{ISEE}{}", cents / 100)),
        }
    }
}
