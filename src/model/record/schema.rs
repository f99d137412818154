//! JSON Schema of the fields of a record.

use serde_json::{Value as Json, json};

use super::super::requirement::{Requirement, requirement};
use super::{Field, Record};
use crate::source::{Node, Yaml, parse, split_text};

/// JSON Schema of a record written as a map.
#[must_use]
pub fn record_schema<R: Record>() -> Json {
    let properties = schema_properties(R::described(), R::REQUIRED);
    json!({"type": "object", "properties": properties, "additionalProperties": false})
}

/// Parses an example from YAML into JSON.
fn parse_example(yaml: &str) -> Json {
    read_yaml(yaml, to_json).unwrap_or_else(|| yaml.into())
}

/// Parses a value written as YAML on one line; `None` if it is not valid.
pub fn read_yaml<T>(yaml: &str, read: impl FnOnce(&Node<'_>) -> T) -> Option<T> {
    let document = split_text("value.md", format!("---\nx: {yaml}\n---\n")).ok()?;
    parse(&document, &mut Vec::new())?.get("x").map(read)
}

/// Converts a node to JSON: text, except unquoted whole and decimal numbers.
fn to_json(node: &Node<'_>) -> Json {
    match &node.yaml {
        Yaml::Scalar(text, plain) => {
            let number =
                plain.then(|| text.parse::<i64>().map(Json::from).or_else(|_| text.parse::<f64>().map(Json::from)));
            number.and_then(Result::ok).unwrap_or_else(|| text.as_ref().into())
        }
        Yaml::List(items) => items.iter().map(to_json).collect(),
        Yaml::Map(entries) => {
            Json::Object(entries.iter().map(|(key, node)| (key.text.to_string(), to_json(node))).collect())
        }
    }
}

/// Fields that are still read and that no new file should have.
const RETIRED: [&str; 1] = ["altre_lingue"];

/// Builds the `properties` of a JSON Schema from fields, with the questions of those that are `required`.
pub(in crate::model) fn schema_properties(
    fields: impl Iterator<Item = (&'static Field, fn() -> Json)>,
    required: &[Requirement],
) -> Json {
    let mut properties = serde_json::Map::new();
    for (field, schema_of_value) in fields {
        let mut schema = schema_of_value();
        field.limit.write_into(&mut schema);
        if let Json::Object(schema) = &mut schema {
            schema.insert("title".into(), field.label.it.into());
            if let Some(required) = requirement(field.key).filter(|one| required.contains(one)) {
                schema.insert("description".into(), required.question().it.into());
            }
            schema.insert("examples".into(), json!([parse_example(field.example)]));
            if RETIRED.contains(&field.key) {
                schema.insert("deprecated".into(), true.into());
            }
        }
        properties.insert(field.key.into(), schema);
    }
    Json::Object(properties)
}
