//! The JSON Schema of content files, for editors that complete and check while one types.

use serde_json::{Value as Json, json};

use super::kind::{COMMON_FIELDS, Kind, SINGLE_EDITION};
use super::opportunity::Opportunity;
use super::record::{Record, properties};

/// JSON Schema 2020-12 of an opportunity: one branch for each kind.
#[must_use]
pub fn json_schema() -> Json {
    let branches: Vec<Json> = Kind::ALL.into_iter().map(kind_schema).collect();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Annuncio della bacheca",
        "type": "object",
        "required": ["tipo"],
        "oneOf": branches,
    })
}

fn kind_schema(kind: Kind) -> Json {
    let spec = kind.spec();
    let fields = Opportunity::FIELDS.iter().filter(|field| kind.has_field(field.key));
    let mut properties = properties(fields);
    if let Json::Object(map) = &mut properties {
        map.insert("tipo".into(), json!({"const": kind.key()}));
    }
    // Fields that something else may stand for are not required here; `check` knows better.
    let replaceable = |key: &&str| {
        matches!(*key, "contatti" | "fine" | "luogo" | "modalita" | "edizioni")
            || SINGLE_EDITION.contains(key)
            || COMMON_FIELDS.contains(key)
    };
    let required: Vec<&str> =
        std::iter::once("tipo").chain(spec.required.iter().copied().filter(|key| !replaceable(key))).collect();
    json!({"title": kind.key(), "type": "object", "properties": properties, "required": required, "additionalProperties": false})
}
