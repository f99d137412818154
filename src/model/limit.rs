//! The longest text and the longest list that a field takes.

use serde_json::Value as Json;

/// Limit of a field, declared by [`record!`](crate::record) or by the type of its value: at least twice the longest that
/// real announcements needed. What is longer is an error and not decoded, so that no rule or page meets it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit {
    /// Most characters of a text, that of each entry of a list included.
    pub letters: usize,
    /// Most entries of a list or map.
    pub entries: usize,
}

impl Limit {
    /// A line of text, and lists of lines.
    pub const LINE: Self = Self { letters: 600, entries: 100 };

    /// The same with another number of characters.
    #[must_use]
    pub const fn letters(self, letters: usize) -> Self {
        Self { letters, ..self }
    }

    /// The same with another number of entries.
    #[must_use]
    pub const fn entries(self, entries: usize) -> Self {
        Self { entries, ..self }
    }

    /// Adds the limit to the texts and lists of a JSON Schema that have none.
    pub(super) fn write_into(self, schema: &mut Json) {
        let Json::Object(map) = schema else { return };
        let is = |kind: &str| match map.get("type") {
            Some(Json::Array(kinds)) => kinds.iter().any(|one| one == kind),
            Some(one) => one == kind,
            None => false,
        };
        let limits = [
            (is("string"), "maxLength", self.letters),
            (is("array"), "maxItems", self.entries),
            (
                map.contains_key("additionalProperties") && !map.contains_key("properties"),
                "maxProperties",
                self.entries,
            ),
        ];
        for (_, key, limit) in limits.into_iter().filter(|(applies, ..)| *applies) {
            map.entry(key).or_insert_with(|| limit.into());
        }
        for (key, within) in map.iter_mut() {
            match (key.as_str(), within) {
                ("anyOf", Json::Array(branches)) => branches.iter_mut().for_each(|branch| self.write_into(branch)),
                // The fields of records have their own already.
                ("properties", Json::Object(fields)) => fields.values_mut().for_each(|field| self.write_into(field)),
                ("items" | "additionalProperties", within) => self.write_into(within),
                _ => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Problem, Reader, decode_opportunity, json_schema};
    use crate::source::{parse, split};

    /// Limits that a title and a list of earlier slugs exceed, as written and allowed.
    fn too_long(title: &str, aliases: usize) -> Vec<(usize, usize)> {
        let aliases = vec!["nome"; aliases].join(", ");
        let facts = format!("---\ntipo: evento\ntitolo: {title}\nalias: [{aliases}]\n---\n");
        let document = split("x.md", facts.into_bytes()).unwrap();
        let root = parse(&document, &mut Vec::new()).unwrap();
        let mut problems = Vec::new();
        decode_opportunity(&root, &mut Reader::new(&mut problems));
        let limits = problems.into_iter().filter_map(|found| match found.problem {
            Problem::TextTooLong { written, limit } | Problem::ListTooLong { written, limit } => Some((written, limit)),
            _ => None,
        });
        limits.collect()
    }

    #[test]
    fn limits_count_letters_of_any_script_and_entries() {
        assert_eq!(too_long(&"ভ".repeat(200), 20), []);
        assert_eq!(too_long(&"ভ".repeat(201), 21), [(201, 200), (21, 20)]);
    }

    #[test]
    fn schema_has_the_limit_of_each_field() {
        let schema = json_schema();
        let event = schema["oneOf"].as_array().unwrap().iter().find(|branch| branch["title"] == "evento").unwrap();
        let fields = &event["properties"];
        assert_eq!(fields["titolo"]["anyOf"][0]["maxLength"], 200);
        assert_eq!(fields["sintesi"]["anyOf"][0]["maxLength"], 600);
        assert_eq!(fields["alias"]["anyOf"][1]["maxItems"], 20);
        assert_eq!(fields["alias"]["anyOf"][1]["items"]["maxLength"], 80);
        assert_eq!(fields["silenzia"]["maxProperties"], 100);
        let contacts = &fields["contatti"]["anyOf"][0]["anyOf"][1]["properties"];
        assert_eq!(contacts["telefono"]["anyOf"][1]["items"]["maxLength"], 60);
        assert_eq!(contacts["nota"]["maxLength"], 600);
    }
}
