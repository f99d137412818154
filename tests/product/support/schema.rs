//! Validation against a JSON Schema.

use serde_json::Value as Json;

/// A JSON Schema, compiled once, which takes longer than validating a file.
pub struct JsonSchema {
    schemas: boon::Schemas,
    index: boon::SchemaIndex,
}

impl JsonSchema {
    pub fn new(schema: &Json) -> Self {
        let (mut schemas, mut compiler) = (boon::Schemas::new(), boon::Compiler::new());
        compiler.add_resource("https://example.org/schema.json", schema.clone()).unwrap();
        let index = compiler.compile("https://example.org/schema.json", &mut schemas).unwrap();
        Self { schemas, index }
    }

    /// Reason why a value violates the schema, if it does.
    pub fn violation(&self, value: &Json) -> Option<String> {
        self.schemas.validate(value, self.index).err().map(|error| format!("{error:#}"))
    }
}
