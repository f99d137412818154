//! Text of a mail, with that of the mails and documents attached to it.

use std::borrow::Cow;
use std::mem::ManuallyDrop;

use mail_parser::{Message, MessageParser, MessagePart, MimeHeaders, PartType};

use super::error::DocumentError;
use super::html::html_to_text;
use super::kind::DocumentKind;
use super::{MAX_TEXT_BYTES, read_within};
use crate::diagnostic::LocalizedString;
use crate::localized;
use crate::text::visible::show_name;

/// Most attachments whose text is read.
const MAX_ATTACHMENTS: usize = 20;
/// Most mails within each other that the parser may have found.
const MAX_NESTED_MESSAGES: usize = 50;
/// Line between the text of a mail and that of a document attached to it.
const SEPARATOR: &str = "\n\n----------\n\n";

/// Text of a mail: subject, sender and day as lines, its own text, then that of the attachments.
///
/// # Errors
/// Bytes that are no mail, or mails within mails beyond [`MAX_NESTED_MESSAGES`].
pub(super) fn read_mail(
    bytes: &[u8],
    depth: usize,
    left_out: &mut Vec<LocalizedString>,
) -> Result<String, DocumentError> {
    let message = MessageParser::default().parse(bytes).ok_or(DocumentError::Broken)?;
    if is_nested_too_deep(&message) {
        // Freeing it would go one call deeper for each message within.
        let _kept = ManuallyDrop::new(message);
        return Err(DocumentError::TooNested);
    }
    let mut reader = MailReader { out: String::new(), attachments: 0, left_out };
    reader.read_message(&message, depth)?;
    Ok(reader.out)
}

/// Whether mails lie within each other beyond [`MAX_NESTED_MESSAGES`].
fn is_nested_too_deep(message: &Message<'_>) -> bool {
    let mut level = vec![message];
    for _ in 0..MAX_NESTED_MESSAGES {
        level = level.iter().flat_map(|message| &message.parts).filter_map(MessagePart::message).collect();
        if level.is_empty() {
            return false;
        }
    }
    true
}

/// Text of a mail as it grows.
struct MailReader<'o> {
    out: String,
    attachments: usize,
    left_out: &'o mut Vec<LocalizedString>,
}

impl MailReader<'_> {
    /// Appends the text of a message that is `depth` documents deep in others.
    fn read_message(&mut self, message: &Message<'_>, depth: usize) -> Result<(), DocumentError> {
        if depth > super::MAX_DEPTH {
            return Err(DocumentError::TooNested);
        }
        self.push_headers(message);
        self.out.push_str(&body_text(message));
        for part in message.attachments() {
            if self.out.len() > MAX_TEXT_BYTES {
                return Err(DocumentError::TooMuchText);
            }
            self.read_attachment(part, depth + 1)?;
        }
        Ok(())
    }

    fn push_headers(&mut self, message: &Message<'_>) {
        let mut push = |name: &str, value: &str| {
            let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
            if !value.is_empty() {
                self.out.extend([name, ": ", &value, "\n"]);
            }
        };
        push("Oggetto", message.subject().unwrap_or_default());
        if let Some(sender) = message.from().and_then(|from| from.first()) {
            let address = sender.address().map(|address| format!("<{address}>")).unwrap_or_default();
            push("Da", &format!("{} {address}", sender.name().unwrap_or_default()));
        }
        if let Some(date) = message.date().filter(|date| date.is_valid()) {
            let (day, month, year, hour, minute) = (date.day, date.month, date.year, date.hour, date.minute);
            push("Data", &format!("{day:02}/{month:02}/{year} {hour:02}:{minute:02}"));
        }
        self.out.push('\n');
    }

    /// Appends the text of an attachment, or notes that it was not read.
    fn read_attachment(&mut self, part: &MessagePart<'_>, depth: usize) -> Result<(), DocumentError> {
        let name = part.attachment_name().map(show_name);
        // Logos in signatures belong to the text; nobody attached them.
        let is_decoration = matches!(part.body, PartType::InlineBinary(_)) && part.content_id().is_some();
        if part.is_multipart() || is_decoration {
            return Ok(());
        }
        self.attachments += 1;
        if self.attachments > MAX_ATTACHMENTS {
            let name = name.unwrap_or_default();
            self.left_out.push(localized!(
                "allegato {name}: se ne leggono al massimo {MAX_ATTACHMENTS}",
                "attachment {name}: at most {MAX_ATTACHMENTS} are read"
            ));
            return Ok(());
        }
        let read = match &part.body {
            PartType::Message(message) => {
                self.out.push_str(SEPARATOR);
                return self.read_message(message, depth);
            }
            PartType::Html(html) => Ok(html_to_text(html)),
            PartType::Text(text) if part.is_content_type("text", "plain") => Ok(text.clone().into_owned()),
            PartType::Text(_) => Err(DocumentError::Unknown),
            PartType::Binary(bytes) | PartType::InlineBinary(bytes) => {
                // What programs attach beside the text, keys and calendars, looks like text and is none.
                let named_text = part.attachment_name().is_some_and(|name| name.to_lowercase().ends_with(".txt"));
                match DocumentKind::recognise(bytes) {
                    Ok(DocumentKind::Text) if !named_text => Err(DocumentError::Unknown),
                    Ok(_) => read_within(bytes, depth).map(|document| {
                        self.left_out.extend(document.left_out);
                        document.text
                    }),
                    Err(error) => Err(error),
                }
            }
            PartType::Multipart(_) => return Ok(()),
        };
        match read {
            Ok(text) => {
                self.out.push_str(SEPARATOR);
                self.out.push_str(&text);
            }
            Err(error) => {
                let (name, LocalizedString { it, en }) = (name.unwrap_or_default(), error.localized());
                self.left_out.push(localized!("allegato {name} non letto: {it}", "attachment {name} not read: {en}"));
            }
        }
        Ok(())
    }
}

/// The text of a message itself: its plain parts, or its HTML if they are empty or only say that there is HTML.
fn body_text(message: &Message<'_>) -> String {
    let text: Vec<Cow<'_, str>> = message.text_bodies().filter_map(part_text).collect();
    let text = text.join("\n");
    let html: Vec<Cow<'_, str>> =
        message.html_bodies().filter(|part| part.is_text_html()).filter_map(part_text).collect();
    let html = html.join("\n");
    let letters = |text: &str| text.chars().filter(|character| character.is_alphanumeric()).count();
    // Newsletters have a plain part that asks to open another program.
    if letters(&text) < letters(&html) / 5 { html } else { text }
}

fn part_text<'p>(part: &'p MessagePart<'_>) -> Option<Cow<'p, str>> {
    match &part.body {
        PartType::Text(text) => {
            let flowed = part.content_type().and_then(|content_type| content_type.attribute("format"));
            let is_flowed = flowed.is_some_and(|format| format.eq_ignore_ascii_case("flowed"));
            Some(if is_flowed { Cow::Owned(join_flowed_lines(text)) } else { Cow::Borrowed(text) })
        }
        PartType::Html(html) => Some(Cow::Owned(html_to_text(html))),
        _ => None,
    }
}

/// Joins lines that a mail program wrapped, RFC 3676: a space at the end of a line says that the paragraph goes on.
fn join_flowed_lines(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.lines() {
        // A space before the first character protects it, and the line that begins a signature ends in one.
        let line = line.strip_prefix(' ').unwrap_or(line);
        out.push_str(line);
        if !line.ends_with(' ') || line == "-- " || line.starts_with('>') {
            out.push('\n');
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flowed_lines_are_joined() {
        assert_eq!(
            join_flowed_lines("Corso di \r\nitaliano\r\n From qui\n> a \n> b\n-- \nAnna"),
            "Corso di italiano\nFrom qui\n> a \n> b\n-- \nAnna\n"
        );
    }
}
