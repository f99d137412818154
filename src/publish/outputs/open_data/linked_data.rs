//! A description in linked data: resources with types and properties, written as JSON-LD and as Turtle.

use std::fmt::Write;

use serde_json::{Map, Value as Json, json};

use crate::error::Error;

/// Short names of the vocabularies, with their addresses.
const VOCABULARIES: [(&str, &str); 13] = [
    ("adms", "http://www.w3.org/ns/adms#"),
    ("dcat", "http://www.w3.org/ns/dcat#"),
    ("dcatap", "http://data.europa.eu/r5r/"),
    ("dcatapit", "http://dati.gov.it/onto/dcatapit#"),
    ("dct", "http://purl.org/dc/terms/"),
    ("foaf", "http://xmlns.com/foaf/0.1/"),
    ("geosparql", "http://www.opengis.net/ont/geosparql#"),
    ("locn", "http://www.w3.org/ns/locn#"),
    ("owl", "http://www.w3.org/2002/07/owl#"),
    ("skos", "http://www.w3.org/2004/02/skos/core#"),
    ("spdx", "http://spdx.org/rdf/terms#"),
    ("vcard", "http://www.w3.org/2006/vcard/ns#"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
];

/// Something with an address of its own. Names of classes and properties are short: `dct:title`.
pub(super) struct Resource {
    id: String,
    types: Vec<&'static str>,
    properties: Vec<(&'static str, Object)>,
}

/// What a property says.
pub(super) enum Object {
    /// Another resource, described here.
    Resource(Resource),
    /// Another resource, described elsewhere.
    Reference(String),
    /// A text in a language.
    Text(String, String),
    /// A text in no language: a name, a code.
    Plain(String),
    /// A value of a data type.
    Typed(String, &'static str),
}

impl From<Resource> for Object {
    fn from(resource: Resource) -> Self {
        Self::Resource(resource)
    }
}

impl Object {
    /// A text in a language.
    pub(super) fn text(text: impl Into<String>, language: &str) -> Self {
        Self::Text(text.into(), language.to_owned())
    }

    /// A reference to another resource.
    pub(super) fn reference(id: impl Into<String>) -> Self {
        Self::Reference(id.into())
    }
}

impl Resource {
    /// A resource with an address and its classes.
    pub(super) fn new(id: impl Into<String>, types: &[&'static str]) -> Self {
        Self { id: id.into(), types: types.to_vec(), properties: Vec::new() }
    }

    /// Adds a property.
    #[must_use]
    pub(super) fn with(mut self, property: &'static str, object: impl Into<Object>) -> Self {
        self.properties.push((property, object.into()));
        self
    }

    /// Adds a property once for each of these.
    #[must_use]
    pub(super) fn with_all<O: Into<Object>>(
        mut self,
        property: &'static str,
        objects: impl IntoIterator<Item = O>,
    ) -> Self {
        self.properties.extend(objects.into_iter().map(|object| (property, object.into())));
        self
    }

    /// Writes the description as JSON-LD, each resource inside the one that mentions it first.
    pub(super) fn to_json_ld(&self) -> Json {
        let context: Map<String, Json> =
            VOCABULARIES.iter().map(|(name, address)| ((*name).to_owned(), json!(address))).collect();
        let mut json = Map::new();
        json.insert("@context".to_owned(), context.into());
        json.extend(self.to_json_object());
        json.into()
    }

    fn to_json_object(&self) -> Map<String, Json> {
        let mut json = Map::new();
        json.insert("@id".to_owned(), json!(self.id));
        match self.types.as_slice() {
            [] => {}
            [only] => drop(json.insert("@type".to_owned(), json!(only))),
            types => drop(json.insert("@type".to_owned(), json!(types))),
        }
        for (property, object) in &self.properties {
            let value = object.to_json();
            match json.get_mut(*property) {
                Some(Json::Array(values)) => values.push(value),
                Some(first) => *first = json!([first.take(), value]),
                None => drop(json.insert((*property).to_owned(), value)),
            }
        }
        json
    }

    /// Writes the description as Turtle, each resource behind the one that mentions it.
    ///
    /// # Errors
    /// An address that is none.
    pub(super) fn to_turtle(&self) -> Result<Vec<u8>, Error> {
        let mut turtle = String::new();
        for (name, address) in VOCABULARIES {
            let _ = writeln!(turtle, "@prefix {name}: <{address}> .");
        }
        self.write_turtle(&mut turtle)?;
        Ok(turtle.into_bytes())
    }

    fn write_turtle(&self, turtle: &mut String) -> Result<(), Error> {
        let types = (!self.types.is_empty()).then(|| format!("a {}", self.types.join(", ")));
        let property =
            |(property, object): &(&str, Object)| Ok::<_, Error>(format!("{property} {}", object.to_turtle()?));
        let properties = self.properties.iter().map(property).collect::<Result<Vec<_>, _>>()?;
        let statements: Vec<String> = types.into_iter().chain(properties).collect();
        if !statements.is_empty() {
            let _ = write!(turtle, "\n{} {} .\n", turtle_name(&self.id)?, statements.join(" ;\n    "));
        }
        let described = self.properties.iter().filter_map(|(_, object)| match object {
            Object::Resource(resource) => Some(resource),
            _ => None,
        });
        described.into_iter().try_for_each(|resource| resource.write_turtle(turtle))
    }
}

impl Object {
    fn to_json(&self) -> Json {
        match self {
            Self::Resource(resource) => resource.to_json_object().into(),
            Self::Reference(id) => json!({"@id": id}),
            Self::Text(text, language) => json!({"@language": language, "@value": text}),
            Self::Plain(text) => json!(text),
            Self::Typed(text, data_type) => json!({"@type": data_type, "@value": text}),
        }
    }

    fn to_turtle(&self) -> Result<String, Error> {
        Ok(match self {
            Self::Resource(Resource { id, .. }) | Self::Reference(id) => turtle_name(id)?,
            Self::Text(text, language) => format!("{}@{language}", turtle_text(text)),
            Self::Plain(text) => turtle_text(text),
            Self::Typed(text, data_type) => format!("{}^^{data_type}", turtle_text(text)),
        })
    }
}

/// A short name as it is, an address in angle brackets.
fn turtle_name(name: &str) -> Result<String, Error> {
    let is_short =
        name.split_once(':').is_some_and(|(prefix, _)| VOCABULARIES.iter().any(|(known, _)| *known == prefix));
    if is_short {
        return Ok(name.to_owned());
    }
    let is_odd = |ch: char| ch <= ' ' || "<>\"{}|^`\\".contains(ch);
    if !name.contains(':') || name.contains(is_odd) {
        return Err(Error::internal("dati", format!("«{name}» is not an address")));
    }
    Ok(format!("<{name}>"))
}

/// A text between quotation marks (Turtle, section 2.5.1).
fn turtle_text(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for ch in text.chars() {
        match ch {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            _ => quoted.push(ch),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Resource {
        Resource::new("https://example.org/#a", &["dcat:Dataset"])
            .with("dct:title", Object::Text("\u{ab}Città\u{bb} \"A\"".to_owned(), "it".to_owned()))
            .with_all("dcat:theme", ["https://example.org/1", "https://example.org/2"].map(Object::reference))
            .with("dct:temporal", Resource::new("https://example.org/#p", &["dct:PeriodOfTime", "skos:Concept"]))
            .with("dct:modified", Object::Typed("2026-11-20".to_owned(), "xsd:date"))
    }

    #[test]
    fn description_is_the_same_in_both_writings() {
        assert_eq!(
            sample().to_json_object(),
            json!({
                "@id": "https://example.org/#a",
                "@type": "dcat:Dataset",
                "dct:title": {"@language": "it", "@value": "«Città» \"A\""},
                "dcat:theme": [{"@id": "https://example.org/1"}, {"@id": "https://example.org/2"}],
                "dct:temporal": {"@id": "https://example.org/#p", "@type": ["dct:PeriodOfTime", "skos:Concept"]},
                "dct:modified": {"@type": "xsd:date", "@value": "2026-11-20"},
            })
            .as_object()
            .unwrap()
            .clone()
        );
        let turtle = String::from_utf8(sample().to_turtle().unwrap()).unwrap();
        let body: Vec<&str> = turtle.lines().filter(|line| !line.starts_with("@prefix")).collect();
        let wanted = [
            "",
            "<https://example.org/#a> a dcat:Dataset ;",
            "    dct:title \"«Città» \\\"A\\\"\"@it ;",
            "    dcat:theme <https://example.org/1> ;",
            "    dcat:theme <https://example.org/2> ;",
            "    dct:temporal <https://example.org/#p> ;",
            "    dct:modified \"2026-11-20\"^^xsd:date .",
            "",
            "<https://example.org/#p> a dct:PeriodOfTime, skos:Concept .",
        ];
        assert_eq!(body, wanted);
        assert!(Resource::new("no address", &["dcat:Dataset"]).to_turtle().is_err());
    }
}
