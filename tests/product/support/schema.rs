//! Validation against a JSON Schema.

use serde_json::Value as Json;

/// Reason why a value violates a JSON Schema, if it does.
pub fn schema_violation(schema: &Json, value: &Json) -> Option<String> {
    let (mut schemas, mut compiler) = (boon::Schemas::new(), boon::Compiler::new());
    compiler.add_resource("https://example.org/schema.json", schema.clone()).unwrap();
    let index = compiler.compile("https://example.org/schema.json", &mut schemas).unwrap();
    schemas.validate(value, index).err().map(|error| format!("{error:#}"))
}
