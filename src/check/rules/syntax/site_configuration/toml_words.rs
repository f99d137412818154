//! Words for what the reader of TOML does not understand, and what to write instead.

use crate::config::{ExpectedValue, SyntaxFault, TomlFault};
use crate::diagnostic::{LocalizedString, StaticText, nearest, text};
use crate::localized;

/// What is wrong, and what to write instead.
pub(super) fn describe_toml_fault(fault: &TomlFault) -> (LocalizedString, Option<LocalizedString>) {
    match fault {
        TomlFault::UnknownKey { key, known } => {
            (localized!("qui la chiave `{key}` non c'è", "there is no key `{key}` here"), Some(name_known(key, known)))
        }
        TomlFault::UnknownWord { word, known } => {
            (localized!("qui «{word}» non va bene", "`{word}` cannot stand here"), Some(name_known(word, known)))
        }
        TomlFault::MissingKey(key) => (
            localized!("qui manca `{key}`", "`{key}` is missing here"),
            Some(localized!("aggiungi sotto una riga: `{key} = \"…\"`", "add a line below: `{key} = \"…\"`")),
        ),
        TomlFault::RepeatedKey => (
            text("questa voce c'è già", "this entry is there already").into(),
            Some(text("tieni una sola delle due righe", "keep only one of the two lines").into()),
        ),
        TomlFault::WrongType(expected) => {
            let StaticText { it, en } = describe_expected(*expected);
            (
                text("questo valore non è del tipo giusto", "this value is not of the right type").into(),
                Some(localized!("qui ci vuole {it}", "here belongs {en}")),
            )
        }
        TomlFault::Syntax(fault) => {
            let (problem, hint) = describe_syntax(*fault);
            (problem.into(), Some(hint.into()))
        }
        TomlFault::Sentence(sentence) => (localized!("non va bene {sentence}", "not right: {sentence}"), None),
        TomlFault::Other(detail) => (
            LocalizedString {
                it: "questa riga non si riesce a leggere".to_owned(),
                en: format!("this line cannot be read ({detail})"),
            },
            Some(
                text(
                    "confrontala con le righe di un'altra voce: `chiave = \"valore\"`",
                    "compare it with the lines of another entry: `key = \"value\"`",
                )
                .into(),
            ),
        ),
    }
}

/// The word that was meant, or all that there are.
fn name_known(word: &str, known: &[String]) -> LocalizedString {
    if let Some(meant) = nearest(word, known.iter().map(String::as_str)) {
        return localized!("volevi dire `{meant}`?", "did you mean `{meant}`?");
    }
    let known = known.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ");
    localized!("ci sono {known}", "there are {known}")
}

fn describe_expected(expected: ExpectedValue) -> StaticText {
    match expected {
        ExpectedValue::Text => text("un testo fra virgolette: `\"WeChat\"`", "a text in quotation marks: `\"WeChat\"`"),
        ExpectedValue::Number => {
            text("un numero intero senza virgolette: `3`", "a whole number without quotation marks: `3`")
        }
        ExpectedValue::Truth => {
            text("`true` (sì) o `false` (no), senza virgolette", "`true` or `false`, without quotation marks")
        }
        ExpectedValue::List => {
            text("una lista di testi: `[\"uno\", \"due\"]`", "a list of texts: `[\"one\", \"two\"]`")
        }
        ExpectedValue::Table => text(
            "una tabella: un titolo fra parentesi quadre e sotto una riga per ogni chiave",
            "a table: a heading in brackets, and below it a line for each key",
        ),
        ExpectedValue::Steps => text(
            "una lista di passi, `[\"Apri WeChat\", \"Cerca SpazioPrato\"]`, o una per lingua: `{it = [\"…\"], zh = [\"…\"]}`",
            "a list of steps, `[\"Open WeChat\", \"Search SpazioPrato\"]`, or one for each language: `{it = [\"…\"], zh = [\"…\"]}`",
        ),
        ExpectedValue::MapRow => text(
            "una riga della mappa, `\"I II -\"`, o una lista: `[\"San Lorenzo\", \"-\"]`",
            "a row of the map, `\"I II -\"`, or a list: `[\"San Lorenzo\", \"-\"]`",
        ),
        ExpectedValue::TimeZone => {
            text("un fuso orario col suo nome: `\"Europe/Rome\"`", "a time zone by its name: `\"Europe/Rome\"`")
        }
    }
}

fn describe_syntax(fault: SyntaxFault) -> (StaticText, StaticText) {
    match fault {
        SyntaxFault::Quotes => (
            text("qui le virgolette non tornano", "the quotation marks do not match here"),
            text(
                "ogni testo comincia e finisce con virgolette diritte, sulla stessa riga: `nome = \"WeChat\"`",
                "each text begins and ends with straight quotation marks, on the same line: `nome = \"WeChat\"`",
            ),
        ),
        SyntaxFault::Escape => (
            text("qui c'è una barra rovescia `\\` di troppo", "there is a backslash `\\` too many here"),
            text(
                "fra virgolette scrivila due volte, `\\\\`, o usa `/`",
                "between quotation marks write it twice, `\\\\`, or use `/`",
            ),
        ),
        SyntaxFault::Value => (
            text("qui manca un valore, o non si capisce", "a value is missing here, or is none"),
            text(
                "dopo `=` scrivi un testo fra virgolette, un numero, o `true` o `false`",
                "behind `=` write a text in quotation marks, a number, or `true` or `false`",
            ),
        ),
        SyntaxFault::List => (
            text("questa lista non è scritta bene", "this list is not written well"),
            text(
                "le voci stanno fra `[` e `]`, divise da virgole: `[\"it\", \"zh\"]`",
                "the entries stand between `[` and `]`, divided by commas: `[\"it\", \"zh\"]`",
            ),
        ),
        SyntaxFault::Heading => (
            text("a questo titolo manca una parentesi", "a bracket of this heading is missing"),
            text(
                "una tabella si apre con `[bacheca]`, una di più con lo stesso nome con `[[canali]]`",
                "a table begins with `[bacheca]`, one of several of a name with `[[canali]]`",
            ),
        ),
        SyntaxFault::Key => (
            text("questa riga non si riesce a leggere", "this line cannot be read"),
            text(
                "su ogni riga ci sono una chiave, `=` e un valore, per esempio `nome = \"WeChat\"`; le note cominciano con `#`",
                "each line has a key, `=` and a value, such as `nome = \"WeChat\"`; notes begin with `#`",
            ),
        ),
    }
}
