//! The levels that a course leads to.

use serde::{Serialize, Serializer};
use serde_json::Value as Json;

use super::record::{Reader, Value};
use super::vocabulary::Level;
use crate::source::Node;

/// Levels of a course (field `livello`), ascending, at least one: `A2`, `[A1, A2]`, `A1-B1`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Levels(Vec<Level>);

impl Levels {
    /// The levels, ascending.
    #[must_use]
    pub fn as_slice(&self) -> &[Level] {
        &self.0
    }
}

impl Value for Levels {
    fn decode(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let mut levels = match node.text().and_then(parse_levels) {
            Some(levels) => levels,
            None => Vec::<Level>::decode(node, reader)?,
        };
        levels.sort_unstable();
        levels.dedup();
        (!levels.is_empty()).then_some(Self(levels))
    }

    fn schema() -> Json {
        Vec::<Level>::schema()
    }
}

impl Serialize for Levels {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0.as_slice() {
            [level] => level.serialize(serializer),
            levels => levels.serialize(serializer),
        }
    }
}

/// Reads «A2/B1», «A1 e A2», and with all levels between «A1-B1» and «da A1 a B1»; `None` if the text says anything else.
fn parse_levels(text: &str) -> Option<Vec<Level>> {
    let text = text.to_ascii_lowercase().replace("pre-a1", "prea1");
    let words: Vec<&str> = text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let is_range = text.contains(['-', '–']) || words.iter().any(|word| matches!(*word, "a" | "al"));
    let joins = |word: &&&str| matches!(**word, "da" | "dal" | "a" | "al" | "e" | "o" | "livello" | "livelli");
    let level =
        |word: &&str| Level::ALL.iter().copied().find(|level| level.word().replace('-', "").eq_ignore_ascii_case(word));
    let named: Vec<Level> = words.iter().filter(|word| !joins(word)).map(level).collect::<Option<_>>()?;
    match named.as_slice() {
        [] => None,
        [first, last] if is_range => {
            (first < last).then(|| Level::ALL.iter().copied().filter(|level| (first..=last).contains(&level)).collect())
        }
        _ if is_range => None,
        _ => Some(named),
    }
}

#[cfg(test)]
mod tests {
    use super::{Level, parse_levels};

    #[test]
    fn levels_are_read_as_people_write_them() {
        use Level::{A1, A2, B1, PreA1};
        for (text, levels) in [
            ("A2", &[A2][..]),
            ("A2-B1", &[A2, B1]),
            ("A2/B1", &[A2, B1]),
            ("da A1 a B1", &[A1, A2, B1]),
            ("pre-A1 e A1", &[PreA1, A1]),
            ("livelli A1, A2", &[A1, A2]),
            ("pre-a1", &[PreA1]),
        ] {
            assert_eq!(parse_levels(text).as_deref(), Some(levels), "{text}");
        }
        for text in ["", "B1-A2", "A1-A2-B1", "A2 avanzato", "principiante", "e"] {
            assert_eq!(parse_levels(text), None, "{text}");
        }
    }
}
