//! Languages that one must speak: each, or one of several.

use serde::{Serialize, Serializer, ser::SerializeMap};
use serde_json::{Value as Json, json};

use super::field_path::Step;
use super::problem::Expected;
use super::record::{Reader, Value};
use super::text::LanguageCode;
use crate::source::{Node, Yaml};

/// Name of the field with alternatives: `{una_di: [ar, bn]}`.
const ONE_OF: &str = "una_di";

/// A language that one must speak, or alternatives of which one is enough.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequiredLanguage {
    /// Accepted alternatives, at least one.
    pub one_of: Vec<LanguageCode>,
}

impl Value for RequiredLanguage {
    fn decode(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        if !matches!(node.yaml, Yaml::Map(_)) {
            return LanguageCode::decode(node, reader).map(|language| Self { one_of: vec![language] });
        }
        let one_of =
            node.get(ONE_OF).and_then(|node| reader.locate(Step::key(ONE_OF), node, Vec::decode)).unwrap_or_default();
        if one_of.is_empty() {
            reader.report_wrong_type(node, Expected::RequiredLanguage);
            return None;
        }
        Some(Self { one_of })
    }

    fn schema() -> Json {
        json!({"anyOf": [
            LanguageCode::schema(),
            {"type": "object", "properties": {ONE_OF: Vec::<LanguageCode>::schema()}, "required": [ONE_OF], "additionalProperties": false},
        ]})
    }
}

impl Serialize for RequiredLanguage {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if let [language] = self.one_of.as_slice() {
            return language.serialize(serializer);
        }
        let mut map = serializer.serialize_map(Some(1))?;
        map.serialize_entry(ONE_OF, &self.one_of)?;
        map.end()
    }
}
