//! What the reader of TOML says of a file, as a fact: its own sentences are English, and for programmers.

/// What keeps `site.toml` from being read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TomlFault {
    /// A key that its table does not have.
    UnknownKey {
        /// As written.
        key: String,
        /// Keys that the table has.
        known: Vec<String>,
    },
    /// A table without a key that it must have.
    MissingKey(String),
    /// A key that stands twice in its table, or a table that does.
    RepeatedKey,
    /// A value of another type than its key has.
    WrongType(ExpectedValue),
    /// A word that is not one of a list.
    UnknownWord {
        /// As written.
        word: String,
        /// Words of the list.
        known: Vec<String>,
    },
    /// Letters that are no TOML.
    Syntax(SyntaxFault),
    /// A sentence of our own about a value, for editors.
    Sentence(String),
    /// Anything else, in the words of the reader.
    Other(String),
}

/// What a key holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExpectedValue {
    /// Text.
    Text,
    /// Whole number, zero or more.
    Number,
    /// `true` or `false`.
    Truth,
    /// List of texts.
    List,
    /// Table: lines below a name in brackets.
    Table,
    /// List of texts, or one for each language.
    Steps,
    /// Row of the map of districts.
    MapRow,
    /// Time zone.
    TimeZone,
}

/// What is wrong with how a line is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SyntaxFault {
    /// Quotation marks that are missing, or not closed.
    Quotes,
    /// A sign that a text in double quotation marks does not hold as it is.
    Escape,
    /// Nothing behind the equals sign, or something that is no value.
    Value,
    /// A list or an inline table that is not closed, or without its commas.
    List,
    /// A heading in brackets.
    Heading,
    /// A key, or the equals sign behind it.
    Key,
}

impl TomlFault {
    /// Reads the message of the parser, or of serde, about what is `written` at its place.
    pub(super) fn parse(message: &str, written: &str) -> Self {
        let names = || backticked(message);
        if message.starts_with('«') {
            return Self::Sentence(message.to_owned());
        }
        if message.starts_with("unknown field ") {
            let mut names = names();
            let key = if names.is_empty() { String::new() } else { names.remove(0) };
            return Self::UnknownKey { key, known: names };
        }
        if message.starts_with("unknown variant ") {
            let mut names = names();
            let word = if names.is_empty() { String::new() } else { names.remove(0) };
            return Self::UnknownWord { word, known: names };
        }
        if message.starts_with("missing field ") {
            return Self::MissingKey(names().into_iter().next().unwrap_or_default());
        }
        if message.starts_with("duplicate key") {
            return Self::RepeatedKey;
        }
        if let Some(expected) = expected_value(message) {
            return Self::WrongType(expected);
        }
        match syntax_fault(message) {
            // Behind the equals sign there is nothing that could be quoted.
            Some(SyntaxFault::Quotes) if written.trim().is_empty() && message.starts_with("string values") => {
                Self::Syntax(SyntaxFault::Value)
            }
            Some(fault) => Self::Syntax(fault),
            None => Self::Other(message.to_owned()),
        }
    }
}

/// Texts between backticks.
fn backticked(message: &str) -> Vec<String> {
    message.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

fn expected_value(message: &str) -> Option<ExpectedValue> {
    if message.contains("untagged enum ChannelSteps") {
        return Some(ExpectedValue::Steps);
    }
    if message.contains("untagged enum MapRow") {
        return Some(ExpectedValue::MapRow);
    }
    if message.contains("timezone") {
        return Some(ExpectedValue::TimeZone);
    }
    if !(message.starts_with("invalid type: ") || message.starts_with("invalid value: ")) {
        return None;
    }
    let (_, expected) = message.rsplit_once(", expected ")?;
    Some(match expected {
        "a sequence" => ExpectedValue::List,
        "a boolean" => ExpectedValue::Truth,
        "u8" | "u16" | "u32" | "u64" | "usize" => ExpectedValue::Number,
        expected if expected.starts_with("struct ") || expected == "a map" => ExpectedValue::Table,
        expected if expected.contains("string") => ExpectedValue::Text,
        _ => return None,
    })
}

fn syntax_fault(message: &str) -> Option<SyntaxFault> {
    let what = message.split(", expected ").next().unwrap_or(message);
    let says = |words: &[&str]| words.iter().any(|word| what.contains(word));
    Some(match what {
        _ if says(&["escaped", "unicode value"]) => SyntaxFault::Escape,
        _ if says(&["string", "quote"]) => SyntaxFault::Quotes,
        "key with no value" => SyntaxFault::Key,
        "unclosed table" | "unclosed array table" | "missing table open" => SyntaxFault::Heading,
        _ if says(&["array", "inline table", "comma"]) => SyntaxFault::List,
        _ if says(&[
            "value for key",
            "missing value",
            "no value",
            "invalid value",
            "digits",
            "sign",
            "integer",
            "numeric",
        ]) =>
        {
            SyntaxFault::Value
        }
        _ if says(&["key", "assignment", "`=`", "unexpected content", "comment"]) => SyntaxFault::Key,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{Config, Problem};

    const BOARD: &str = "[bacheca]\nnome = \"Prova\"\nindirizzo = \"https://example.org/b\"\n";

    fn fault_of(rest: &str) -> (TomlFault, usize) {
        let (source, found) = Config::parse(format!("{BOARD}{rest}\n")).unwrap_err();
        let Problem::Toml(fault) = found.problem else { panic!("{rest}: {:?}", found.problem) };
        (*fault, source.position(found.span.start).line)
    }

    #[test]
    fn every_message_of_the_reader_is_understood() {
        use ExpectedValue::{List, MapRow, Number, Steps, Table, Text, TimeZone, Truth};
        use SyntaxFault::{Escape, Heading, Key, Quotes, Value};
        for (rest, expected, line) in [
            ("canale = 3", TomlFault::WrongType(Text), 4),
            ("esempi = \"sì\"", TomlFault::WrongType(Truth), 4),
            ("promotori = \"Roma\"", TomlFault::WrongType(List), 4),
            ("fuso = \"Roma\"", TomlFault::WrongType(TimeZone), 4),
            ("[territorio]\nmappa = [3]", TomlFault::WrongType(MapRow), 5),
            ("[piano]\nper_settimana = \"tre\"", TomlFault::WrongType(Number), 5),
            ("[piano]\nper_settimana = -1", TomlFault::WrongType(Number), 5),
            ("canali = [\"x\"]", TomlFault::UnknownKey { key: "canali".to_owned(), known: Vec::new() }, 4),
            ("[[canali]]\nnome = \"WeChat\"", TomlFault::MissingKey("indirizzo".to_owned()), 4),
            ("[[canali]]\nnome = \"a\"\nindirizzo = \"b\"\npassi = \"apri\"", TomlFault::WrongType(Steps), 7),
            ("[aiuto]\nurgenze = [\"112\"]", TomlFault::WrongType(Table), 5),
            ("nome = \"Altra\"", TomlFault::RepeatedKey, 4),
            ("canale = \"https://x", TomlFault::Syntax(Quotes), 4),
            ("canale = https://x", TomlFault::Syntax(Quotes), 4),
            ("canale = \"c:\\qui\"", TomlFault::Syntax(Escape), 4),
            ("canale =", TomlFault::Syntax(Value), 4),
            ("[[canali]", TomlFault::Syntax(Heading), 4),
            ("canale \"x\"", TomlFault::Syntax(Key), 4),
        ] {
            let (fault, at) = fault_of(rest);
            let matches = match (&fault, &expected) {
                (TomlFault::UnknownKey { key, .. }, TomlFault::UnknownKey { key: expected, .. }) => key == expected,
                _ => fault == expected,
            };
            assert!(matches, "{rest}: {fault:?}");
            assert_eq!(at, line, "{rest}: {fault:?}");
        }
        assert!(matches!(fault_of("[regole.x]\ngravita = \"error\"\nmotivo = \"y\"").0, TomlFault::UnknownWord { .. }));
        assert!(matches!(fault_of("[[aiuto.urgenze]]\nnumero = \"x\"\nper = \"emergenza\"").0, TomlFault::Sentence(_)));
    }
}
