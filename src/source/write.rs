//! Serialization of facts to YAML lines that [`parse`](super::parse) reads back unchanged.

use std::borrow::Cow;
use std::io::{self, Write};

use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};
use serde_json::{Map, Value};

/// Serializes each fact to a line `key: value`. Values are JSON, a subset of YAML (YAML 1.2.2, chapter 1.2): texts are
/// in double quotes on one line, so that none can end the front matter, start a comment or become an anchor.
#[must_use]
pub fn serialize_facts(facts: &Map<String, Value>) -> String {
    let mut text = String::new();
    for (key, value) in facts {
        let mut line = Vec::new();
        // Writing to memory cannot fail, and every JSON value can be serialized.
        if value.serialize(&mut Serializer::with_formatter(&mut line, FlowFormatter)).is_ok() {
            text.push_str(key);
            text.push_str(": ");
            text.push_str(&String::from_utf8_lossy(&line));
            text.push('\n');
        }
    }
    text
}

/// Serializes a value on one line as people write it: texts without quotes where YAML reads them back unchanged.
///
/// ```
/// use bacheca::source::write::serialize_plainly;
/// use serde_json::json;
///
/// let value = json!({"indirizzo": "via Casilina 711", "nome": "Sala: uno", "posti": 15});
/// assert_eq!(serialize_plainly(&value), "{indirizzo: via Casilina 711, nome: \"Sala: uno\", posti: 15}");
/// ```
#[must_use]
pub fn serialize_plainly(value: &Value) -> String {
    join_flow(value, &|scalar| match scalar {
        Value::String(text) if is_plain(text) => text.clone(),
        Value::Bool(yes) => (if *yes { "sì" } else { "no" }).to_owned(),
        other => quote(other),
    })
}

/// Joins a value on one line: keys without quotes where they are words, scalars as `write` writes them.
fn join_flow(value: &Value, write: &impl Fn(&Value) -> String) -> String {
    match value {
        Value::Array(items) => {
            let items = items.iter().map(|item| join_flow(item, write));
            format!("[{}]", items.collect::<Vec<_>>().join(", "))
        }
        Value::Object(map) => {
            let entries = map.iter().map(|(key, value)| format!("{}: {}", serialize_key(key), join_flow(value, write)));
            format!("{{{}}}", entries.collect::<Vec<_>>().join(", "))
        }
        scalar => write(scalar),
    }
}

/// Serializes a value as JSON on one line.
fn quote(value: &Value) -> String {
    let mut line = Vec::new();
    // Writing to memory cannot fail, and every JSON value can be serialized.
    let written = value.serialize(&mut Serializer::with_formatter(&mut line, FlowFormatter));
    written.map_or_else(|_| String::new(), |()| String::from_utf8_lossy(&line).into_owned())
}

/// Longest map or list that stands on one line of a block, in letters.
const MAX_FLOW_CHARS: usize = 140;

/// Serializes a map as lines of YAML, for people to read: what is short or holds only scalars on one line, the rest indented.
///
/// ```
/// use bacheca::source::write::serialize_block;
/// use serde_json::json;
///
/// let value = json!({"nome": "no", "campi": [{"nome": "titolo", "altri": ["a"]}]});
/// assert_eq!(serialize_block(value.as_object().unwrap()), "nome: \"no\"\ncampi: [{nome: \"titolo\", altri: [\"a\"]}]\n");
/// ```
#[must_use]
pub fn serialize_block(map: &Map<String, Value>) -> String {
    let mut text = String::new();
    write_map(map, 0, &mut text);
    text
}

fn write_map(map: &Map<String, Value>, indent: usize, text: &mut String) {
    for (index, (key, value)) in map.iter().enumerate() {
        // The first line of an entry stands after its sign.
        if index > 0 || !text.ends_with("- ") {
            text.extend(std::iter::repeat_n(' ', indent));
        }
        text.push_str(&serialize_key(key));
        text.push(':');
        write_value(value, indent, text);
    }
}

/// Writes what follows a key, and ends the line.
fn write_value(value: &Value, indent: usize, text: &mut String) {
    match value {
        Value::Object(map) if !is_short(value) => {
            text.push('\n');
            write_map(map, indent + 2, text);
        }
        Value::Array(items) if !is_short(value) => {
            text.push('\n');
            for item in items {
                text.extend(std::iter::repeat_n(' ', indent + 2));
                text.push_str("- ");
                match item {
                    Value::Object(map) if !is_short(item) => write_map(map, indent + 4, text),
                    _ => {
                        text.push_str(&serialize_flow(item));
                        text.push('\n');
                    }
                }
            }
        }
        _ => {
            text.push(' ');
            text.push_str(&serialize_flow(value));
            text.push('\n');
        }
    }
}

/// Whether a value stands on one line: words, and what is no longer than a line.
fn is_short(value: &Value) -> bool {
    value.as_array().is_some_and(|items| items.iter().all(Value::is_string))
        || serialize_flow(value).chars().count() <= MAX_FLOW_CHARS
}

/// Serializes a value on one line, texts in quotes.
fn serialize_flow(value: &Value) -> String {
    join_flow(value, &quote)
}

/// Serializes a key as it is if it is one word, else in quotes.
#[must_use]
pub fn serialize_key(key: &str) -> Cow<'_, str> {
    let is_word = !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-'));
    if is_word && !key.starts_with('-') { key.into() } else { quote(&key.into()).into() }
}

/// Whether a text needs no quotes, in a flow list either: words of letters and digits with harmless punctuation. Times and
/// telephone numbers are quoted, which some programs would read as numbers.
fn is_plain(text: &str) -> bool {
    let is_date = text.len() >= 7
        && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-')
        && text.get(4..5) == Some("-");
    // A longer one may be a telephone number, one that begins with 0 a postal code.
    let is_number = (1..=6).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    let starts = text.starts_with(|c: char| c.is_alphabetic()) && text.chars().nth(1).is_some();
    let harmless = |c: char| {
        c.is_alphanumeric()
            || matches!(
                c,
                ' ' | '.' | '-' | '/' | '\'' | '’' | '(' | ')' | '@' | '_' | '+' | '%' | '?' | '!' | '«' | '»'
            )
    };
    let word = matches!(
        text.to_ascii_lowercase().as_str(),
        "true" | "false" | "null" | "yes" | "no" | "on" | "off" | "sì" | "si"
    );
    is_date
        || is_number && (!text.starts_with('0') || text == "0")
        || starts && !word && text.chars().all(harmless) && !text.ends_with(' ') && !text.contains("  ")
}

/// JSON formatter with spaces after `:` and `,`, which escapes characters that YAML treats differently.
struct FlowFormatter;

impl Formatter for FlowFormatter {
    fn begin_array_value<W: ?Sized + Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        if first { Ok(()) } else { writer.write_all(b", ") }
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        self.begin_array_value(writer, first)
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        writer.write_all(b": ")
    }

    fn write_string_fragment<W: ?Sized + Write>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()> {
        let special = |letter: char| {
            matches!(letter, '\u{7f}'..='\u{9f}' | '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
        };
        for part in fragment.split_inclusive(special) {
            let mut letters = part.chars();
            match letters.next_back().filter(|last| special(*last)) {
                Some(last) => write!(writer, "{}\\u{:04x}", letters.as_str(), u32::from(last))?,
                None => writer.write_all(part.as_bytes())?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::{Node, Yaml, parse, split};
    use super::*;

    fn read_back(node: &Node<'_>) -> Value {
        match &node.yaml {
            Yaml::Scalar(text, _) => text.as_ref().into(),
            Yaml::List(items) => items.iter().map(read_back).collect(),
            Yaml::Map(entries) => {
                Value::Object(entries.iter().map(|(key, node)| (key.text.to_string(), read_back(node))).collect())
            }
        }
    }

    #[test]
    fn serialized_facts_parse_to_the_same_values() {
        let texts = [
            "plain",
            "a: b",
            "a #b",
            "---",
            "x\n---\ny",
            "&anchor",
            "*alias",
            "!tag",
            "{a: 1}",
            "[a]",
            "\"quoted\" 'twice' \\ \\n",
            "~",
            "null",
            "no",
            "0049449",
            "12:30",
            " spaces ",
            "tab\tand\r\nlines",
            "\u{85}\u{2028}\u{2029}\u{feff}\u{7f}",
            "عربي \u{200f}বাংলা 🌍 中文",
            "%TAG",
            "@a `b` |c >d ?e -f",
            "...",
        ];
        let facts = json!({"testi": texts, "mappa": {"a b": {"c": texts}}, "numeri": ["1", "2"], "solo": "\n---\n"});
        let written = serialize_facts(facts.as_object().unwrap());
        assert_eq!(written.lines().count(), 4, "{written}");
        let document = split("x.md", format!("---\n{written}---\n\ntesto\n").into_bytes()).unwrap();
        let mut problems = Vec::new();
        let root = parse(&document, &mut problems).unwrap();
        assert!(problems.is_empty(), "{problems:?}");
        assert_eq!(read_back(&root), facts);
        assert_eq!(document.body().trim(), "testo");
        let lines =
            facts.as_object().unwrap().iter().map(|(key, value)| format!("{key}: {}", serialize_plainly(value)));
        let plainly = lines.collect::<Vec<_>>().join(
            "
",
        ) + "
";
        let document = split("x.md", format!("---\n{plainly}---\n").into_bytes()).unwrap();
        let root = parse(&document, &mut problems).unwrap();
        assert!(problems.is_empty(), "{problems:?}\n{plainly}");
        assert_eq!(read_back(&root), facts);
    }
}
