//! PO files (GNU gettext), the format in which translators and their programs exchange sentences.
//!
//! Only what a board needs: a context, a text and its translation, comments, the mark `fuzzy` and the earlier text. No
//! plurals: sentences of announcements are whole.

mod plural;
mod read;
mod write;

pub use read::{PoError, PoProblem, read_catalogue};
pub use write::write_catalogue;

/// One text to translate.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Message {
    /// What a translator should know, one line each (`#.`).
    pub notes: Vec<String>,
    /// File and line of the text (`#:`), without spaces.
    pub reference: String,
    /// Whether the translation is of an earlier text (`#, fuzzy`).
    pub is_fuzzy: bool,
    /// The earlier text (`#| msgid`).
    pub previous: Option<String>,
    /// Key of the text, unique in the file (`msgctxt`).
    pub context: String,
    /// Text in the language of the board (`msgid`).
    pub id: String,
    /// Translation; empty if there is none (`msgstr`).
    pub text: String,
    /// Line of `msgid` in a file that was read, from 1.
    pub line: usize,
}

/// A file of messages in one language.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Catalogue {
    /// Fields of the header with their values, in order.
    pub header: Vec<(String, String)>,
    /// Messages, in order.
    pub messages: Vec<Message>,
}

impl Catalogue {
    /// Value of a field of the header.
    #[must_use]
    pub fn header_value(&self, name: &str) -> Option<&str> {
        let field = self.header.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
        field.map(|(_, value)| value.as_str())
    }
}

/// The header that programs of translators expect: charset, language and its plural forms.
#[must_use]
pub fn new_header(project: &str, language: &str, creation: &str) -> Vec<(String, String)> {
    let fields = [
        ("Project-Id-Version", project),
        ("POT-Creation-Date", creation),
        ("PO-Revision-Date", creation),
        ("Last-Translator", ""),
        ("Language-Team", ""),
        ("Language", language),
        ("MIME-Version", "1.0"),
        ("Content-Type", "text/plain; charset=UTF-8"),
        ("Content-Transfer-Encoding", "8bit"),
        ("Plural-Forms", plural::plural_forms(language)),
    ];
    fields.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(context: &str, id: &str, text: &str) -> Message {
        Message { context: context.to_owned(), id: id.to_owned(), text: text.to_owned(), ..Message::default() }
    }

    #[test]
    fn what_is_written_is_read_back() {
        let mut first = message("corso/titolo", "Corso «A2»\\ \"base\"", "كورس\u{200f} «A2»");
        first.notes = vec!["Chi: persone rifugiate".to_owned()];
        first.reference = "content/opportunita/2026/corso.md:3".to_owned();
        first.is_fuzzy = true;
        first.previous = Some("Corso\nvecchio".to_owned());
        let second = message("corso/testo/1", "Riga uno\nriga due\n\n- punto\t1", "");
        let catalogue =
            Catalogue { header: new_header("Bacheca", "ar", "2026-11-30 10:00+0100"), messages: vec![first, second] };
        let text = write_catalogue(&catalogue);
        let mut read = read_catalogue(text.as_bytes()).unwrap();
        assert_eq!(read.header, catalogue.header);
        assert_eq!(read.header_value("language"), Some("ar"));
        for message in &mut read.messages {
            message.line = 0;
            // Comments are for people: they are not read.
            let written = catalogue.messages.iter().find(|written| written.context == message.context).unwrap();
            message.notes.clone_from(&written.notes);
            message.reference.clone_from(&written.reference);
            message.previous.clone_from(&written.previous);
        }
        assert_eq!(read.messages, catalogue.messages);
    }

    #[test]
    fn flag_of_an_obsolete_message_is_not_of_the_next() {
        let obsolete = "#, fuzzy\n#~ msgid \"was\"\n#~ msgstr \"w\"\n";
        let text =
            format!("{obsolete}\nmsgid \"one\"\nmsgstr \"1\"\n{obsolete}#, fuzzy\nmsgid \"two\"\nmsgstr \"2\"\n");
        let read = read_catalogue(text.as_bytes()).unwrap().messages;
        let found: Vec<_> = read.iter().map(|message| (message.id.as_str(), message.is_fuzzy)).collect();
        assert_eq!(found, [("one", false), ("two", true)]);
    }

    #[test]
    fn hostile_file_is_refused_with_its_place() {
        let header = "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n\n";
        for (text, line, column) in [
            ("msgctxt \"a\"\nmsgid \"x\"\nmsgstr \"y", 6, 8),
            ("msgctxt \"a\"\nmsgid \"x\"\nmsgstr \"y\\q\"\n", 6, 10),
            ("msgctxt \"a\"\nmsgid \"x\"\nmsgstr \"y\" z\n", 6, 12),
            ("msgctxt \"a\"\nmsgid \"x\"\n\n", 5, 1),
            ("msgctxt \"a\"\nmsgstr \"x\"\n", 5, 1),
            ("msgid \"x\"\nmsgid_plural \"xx\"\n", 5, 1),
            ("\"lost\"\n", 4, 1),
            ("what is this\n", 4, 1),
            ("msgctxt \"a\"\nmsgid \"x\"\nmsgstr \"y\"\n\nmsgctxt \"a\"\nmsgid \"x\"\nmsgstr \"z\"\n", 9, 1),
        ] {
            let error = read_catalogue(format!("{header}{text}").as_bytes()).unwrap_err();
            assert_eq!((error.line, error.column), (line, column), "{text}: {error:?}");
        }
        let error = read_catalogue(b"msgid \"\"\nmsgstr \"\"\n\nmsgid \"citt\xe0\"\nmsgstr \"\"\n").unwrap_err();
        assert_eq!((error.line, error.column, error.problem), (4, 12, PoProblem::NotUtf8));
        let latin = "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=ISO-8859-1\\n\"\n";
        assert_eq!(read_catalogue(latin.as_bytes()).unwrap_err().problem, PoProblem::OtherCharset);
    }

    #[test]
    fn megabyte_of_quotes_is_read_quickly() {
        let start = std::time::Instant::now();
        for text in ["\"".repeat(1 << 20), "msgid \"\"\n".repeat(1 << 17), "msgid \"\\\\".repeat(1 << 17)] {
            assert!(read_catalogue(text.as_bytes()).is_err());
        }
        let many: String = (0..20_000)
            .map(|number| format!("msgctxt \"{number}\"\nmsgid \"x\"\n\"y\"\nmsgstr \"z\"\n\n"))
            .collect::<Vec<_>>()
            .concat();
        assert_eq!(read_catalogue(many.as_bytes()).unwrap().messages.len(), 20_000);
        assert!(start.elapsed().as_secs() < 10);
    }
}
