//! Reading of PO files: of any bytes, with the line and column of what is wrong.

use std::collections::HashSet;

use super::{Catalogue, Message};

/// The first thing that is wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PoError {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// What is wrong.
    pub problem: PoProblem,
}

/// What is wrong with a PO file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PoProblem {
    /// Bytes that are not UTF-8.
    NotUtf8,
    /// A header that names another charset than UTF-8.
    OtherCharset,
    /// A line that is none of a PO file.
    UnknownLine,
    /// A message with plural forms.
    Plural,
    /// `msgstr` without `msgid`, `msgid` without `msgstr`, text in quotes without a keyword before it.
    OutOfOrder,
    /// A text whose quotes do not close on the line.
    OpenQuotes,
    /// Something behind the quotes.
    AfterQuotes,
    /// A backslash before a character that it does not escape.
    UnknownEscape,
    /// A second message of the same key and text.
    Duplicate,
}

/// Parts of a message, in the order in which they stand.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd)]
enum Part {
    None,
    Context,
    Id,
    Text,
}

/// Reads a file.
///
/// # Errors
/// The first thing that is wrong, with its place.
pub fn read_catalogue(bytes: &[u8]) -> Result<Catalogue, PoError> {
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let (valid, _) = bytes.split_at(error.valid_up_to());
        let before = String::from_utf8_lossy(valid);
        let last = before.rsplit('\n').next().unwrap_or_default();
        PoError {
            line: before.matches('\n').count() + 1,
            column: last.chars().count() + 1,
            problem: PoProblem::NotUtf8,
        }
    })?;
    let mut reader = Reader::default();
    for (index, line) in text.strip_prefix('\u{feff}').unwrap_or(text).lines().enumerate() {
        reader.line = index + 1;
        reader.read_line(line)?;
    }
    reader.line += 1;
    reader.finish_message()?;
    Ok(reader.catalogue)
}

struct Reader {
    catalogue: Catalogue,
    /// Contexts and texts of the messages so far.
    keys: HashSet<(String, String)>,
    message: Message,
    part: Part,
    line: usize,
}

impl Default for Reader {
    fn default() -> Self {
        Self {
            catalogue: Catalogue::default(),
            keys: HashSet::new(),
            message: Message::default(),
            part: Part::None,
            line: 0,
        }
    }
}

impl Reader {
    fn error(&self, column: usize, problem: PoProblem) -> PoError {
        PoError { line: self.line, column, problem }
    }

    fn read_line(&mut self, line: &str) -> Result<(), PoError> {
        let start = line.trim_start();
        let indent = line.len() - start.len();
        // What is no longer in the source (`#~`) and the earlier text (`#|`) are comments too.
        if start.is_empty() || start.starts_with('#') {
            if self.part == Part::Text || start.is_empty() {
                self.finish_message()?;
            }
            // The flags before an obsolete message are its own.
            if start.starts_with("#~") && self.part == Part::None {
                self.message.is_fuzzy = false;
            }
            if let Some(flags) = start.strip_prefix("#,") {
                self.message.is_fuzzy |= flags.split(',').any(|flag| flag.trim() == "fuzzy");
            }
            return Ok(());
        }
        if start.starts_with('"') {
            return self.read_quoted(line, indent);
        }
        let keyword = start.split(|ch: char| ch.is_whitespace() || ch == '"').next().unwrap_or_default();
        let part = match keyword {
            "msgctxt" => Part::Context,
            "msgid" => Part::Id,
            "msgstr" => Part::Text,
            keyword if keyword == "msgid_plural" || keyword.starts_with("msgstr[") => {
                return Err(self.error(1, PoProblem::Plural));
            }
            _ => return Err(self.error(1, PoProblem::UnknownLine)),
        };
        if part != Part::Text && self.part == Part::Text {
            self.finish_message()?;
        }
        if part <= self.part || part == Part::Text && self.part != Part::Id {
            return Err(self.error(1, PoProblem::OutOfOrder));
        }
        self.part = part;
        if part != Part::Text {
            // The place of a message is that of its text, or of the key before it.
            self.message.line = self.line;
        }
        let rest = start.get(keyword.len()..).unwrap_or_default();
        let space = rest.len() - rest.trim_start().len();
        self.read_quoted(line, indent + keyword.len() + space)
    }

    /// Reads the text in quotes that begins at a byte of the line.
    fn read_quoted(&mut self, line: &str, at: usize) -> Result<(), PoError> {
        let before = line.get(..at).unwrap_or_default().chars().count();
        let mut chars = line.get(at..).unwrap_or_default().chars().enumerate();
        if !matches!(chars.next(), Some((_, '"'))) {
            return Err(self.error(before + 1, PoProblem::OpenQuotes));
        }
        let mut text = String::new();
        loop {
            match chars.next() {
                None => return Err(self.error(before + 1, PoProblem::OpenQuotes)),
                Some((_, '"')) => break,
                Some((column, '\\')) => text.push(match chars.next().map(|(_, ch)| ch) {
                    Some('n') => '\n',
                    Some('t') => '\t',
                    Some('r') => '\r',
                    Some(ch @ ('"' | '\\')) => ch,
                    _ => return Err(self.error(before + column + 1, PoProblem::UnknownEscape)),
                }),
                Some((_, ch)) => text.push(ch),
            }
        }
        if let Some((column, _)) = chars.find(|(_, ch)| !ch.is_whitespace()) {
            return Err(self.error(before + column + 1, PoProblem::AfterQuotes));
        }
        match self.part {
            Part::None => return Err(self.error(before + 1, PoProblem::OutOfOrder)),
            Part::Context => self.message.context.push_str(&text),
            Part::Id => self.message.id.push_str(&text),
            Part::Text => self.message.text.push_str(&text),
        }
        Ok(())
    }

    fn finish_message(&mut self) -> Result<(), PoError> {
        let part = std::mem::replace(&mut self.part, Part::None);
        match part {
            Part::None => return Ok(()),
            Part::Text => {}
            Part::Context | Part::Id => {
                self.line = self.message.line;
                return Err(self.error(1, PoProblem::OutOfOrder));
            }
        }
        let message = std::mem::take(&mut self.message);
        if message.id.is_empty() && message.context.is_empty() {
            return self.read_header(&message);
        }
        if !self.keys.insert((message.context.clone(), message.id.clone())) {
            return Err(PoError { line: message.line, column: 1, problem: PoProblem::Duplicate });
        }
        self.catalogue.messages.push(message);
        Ok(())
    }

    fn read_header(&mut self, message: &Message) -> Result<(), PoError> {
        if !self.catalogue.header.is_empty() {
            return Err(PoError { line: message.line, column: 1, problem: PoProblem::Duplicate });
        }
        let fields = message.text.lines().filter_map(|line| line.split_once(':'));
        self.catalogue.header = fields.map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned())).collect();
        let charset = self.catalogue.header_value("Content-Type").and_then(|value| value.split("charset=").nth(1));
        match charset {
            Some(charset) if !matches!(charset.trim().to_ascii_uppercase().as_str(), "UTF-8" | "UTF8") => {
                Err(PoError { line: message.line, column: 1, problem: PoProblem::OtherCharset })
            }
            _ => Ok(()),
        }
    }
}
