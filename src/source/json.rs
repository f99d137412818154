//! Trees of JSON, without places in a file: numbers and truth values are texts as files have them.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::node::{Key, Node, Yaml};

/// Texts without escapes stay in the JSON that they are read from.
impl<'s, 'de: 's> Deserialize<'de> for Node<'s> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let yaml = deserializer.deserialize_any(YamlVisitor)?;
        Ok(Self { span: 0..0, yaml })
    }
}

/// Key of a map, with the texts of which a value is read alike.
struct JsonKey<'s>(Cow<'s, str>);

impl<'s, 'de: 's> Deserialize<'de> for JsonKey<'s> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match deserializer.deserialize_str(YamlVisitor)? {
            Yaml::Scalar(text, _) => Ok(Self(text)),
            Yaml::List(_) | Yaml::Map(_) => Err(D::Error::custom("a key is a text")),
        }
    }
}

struct YamlVisitor;

impl<'de> Visitor<'de> for YamlVisitor {
    type Value = Yaml<'de>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a JSON value")
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(scalar(""))
    }

    fn visit_bool<E: Error>(self, yes: bool) -> Result<Self::Value, E> {
        Ok(scalar(if yes { "sì" } else { "no" }))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Self::Value, E> {
        Ok(scalar(number.to_string()))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Self::Value, E> {
        Ok(scalar(number.to_string()))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Self::Value, E> {
        Ok(scalar(serde_json::Number::from_f64(number).map(|number| number.to_string()).unwrap_or_default()))
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(scalar(text))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(scalar(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self::Value, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Yaml::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Self::Value, A::Error> {
        let mut map = Vec::new();
        while let Some((JsonKey(text), node)) = entries.next_entry()? {
            map.push((Key { text, span: 0..0 }, node));
        }
        Ok(Yaml::Map(map))
    }
}

fn scalar<'s>(text: impl Into<Cow<'s, str>>) -> Yaml<'s> {
    Yaml::Scalar(text.into(), false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_texts_as_files_have_them() {
        let json = r#"{"uno": [1, -2, 12.50, true, false, null], "d\u0075e": {"x": "perch\u00e9", "y": "così"}}"#;
        let node: Node<'_> = serde_json::from_str(json).unwrap();
        let Some(Yaml::List(list)) = node.get("uno").map(|list| &list.yaml) else { panic!("{node:?}") };
        let texts: Vec<Option<&str>> = list.iter().map(Node::text).collect();
        assert_eq!(texts, [Some("1"), Some("-2"), Some("12.5"), Some("sì"), Some("no"), None]);
        let text = |key| node.get("due").and_then(|map| map.get(key)).and_then(Node::text);
        assert_eq!((text("x"), text("y")), (Some("perché"), Some("così")));
    }
}
