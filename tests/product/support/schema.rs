//! JSON Schema.

use serde_json::Value as Json;

/// Why a value does not follow a JSON Schema, if so.
pub fn invalid(schema: &Json, value: &Json) -> Option<String> {
    let (mut schemas, mut compiler) = (boon::Schemas::new(), boon::Compiler::new());
    compiler.add_resource("https://example.org/schema.json", schema.clone()).unwrap();
    let index = compiler.compile("https://example.org/schema.json", &mut schemas).unwrap();
    schemas.validate(value, index).err().map(|error| format!("{error:#}"))
}
