//! JSON Schema of content files, for editors with completion and validation.

use serde_json::{Value as Json, json};

use super::kind::{COMMON_FIELDS, Kind, SINGLE_EDITION};
use super::opportunity::Opportunity;
use super::record::{Record, Value, schema_properties};
use super::requirement::Requirement;
use super::vocabulary::TrainingKind;

/// Path of the schema below the site's root: editors complete and check with it.
pub const SCHEMA_PATH: &str = "dati/opportunita.schema.json";

/// JSON Schema 2020-12 of an opportunity, one branch for each kind.
///
/// ```
/// let schema = bacheca::model::json_schema();
/// assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
/// ```
#[must_use]
pub fn json_schema() -> Json {
    let branches: Vec<Json> = Kind::ALL.into_iter().map(kind_schema).collect();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Annuncio della bacheca",
        "description": "Le informazioni di un'opportunità, come le chiedono le linee guida del canale. Quello che non si sa ancora è «da chiedere», con «stato: bozza»; quello che non c'è è «non previsto».",
        "type": "object",
        "required": ["tipo"],
        "oneOf": branches,
    })
}

/// JSON Schema of an opportunity of one kind.
#[must_use]
pub fn kind_schema(kind: Kind) -> Json {
    let spec = kind.spec();
    let fields = Opportunity::described().filter(|(field, _)| kind.has_field(field.key));
    let mut properties = schema_properties(fields, Requirement::ALL);
    if let Json::Object(map) = &mut properties {
        map.insert("tipo".into(), json!({"const": kind.key()}));
        if kind == Kind::Training {
            let mut genre = TrainingKind::schema();
            if let Json::Object(genre) = &mut genre {
                genre.insert("title".into(), "Genere".into());
            }
            map.insert("genere".into(), genre);
        }
    }
    // Fields that another may replace are not required here; `check` decides.
    let replaceable = |key: &&str| {
        matches!(*key, "contatti" | "luogo" | "modalita" | "edizioni")
            || SINGLE_EDITION.contains(key)
            || COMMON_FIELDS.contains(key)
            || !kind.instead_of(key).is_empty()
    };
    let required: Vec<&str> =
        std::iter::once("tipo").chain(spec.required.iter().copied().filter(|key| !replaceable(key))).collect();
    json!({"title": kind.key(), "type": "object", "properties": properties, "required": required, "additionalProperties": false})
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_branch_has_the_fields_of_its_kind_and_asks_for_what_it_must() {
        let schema = json_schema();
        let branches = schema["oneOf"].as_array().unwrap();
        assert_eq!(branches.len(), Kind::ALL.len());
        for (kind, branch) in Kind::ALL.into_iter().zip(branches) {
            let properties = branch["properties"].as_object().unwrap();
            for field in Opportunity::FIELDS {
                assert_eq!(
                    properties.contains_key(field.key),
                    kind.has_field(field.key),
                    "{}: {}",
                    kind.key(),
                    field.key
                );
            }
            assert_eq!(properties["tipo"]["const"], kind.key());
            let required: Vec<&str> = branch["required"].as_array().unwrap().iter().filter_map(Json::as_str).collect();
            assert!(required.contains(&"titolo") && required.contains(&"sintesi"));
            assert_eq!(required.contains(&"scadenza"), kind.spec().required.contains(&"scadenza"));
        }
    }
}
