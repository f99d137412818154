//! A subject, plain words and HTML with the same facts, as a file that mail programs open (RFC 5322, MIME).

use mail_builder::MessageBuilder;
use mail_builder::headers::content_type::ContentType;
use mail_builder::headers::date::Date;
use mail_builder::mime::MimePart;

use crate::error::Error;

/// A letter from the board, ready to be sent on.
///
/// # Errors
/// If it cannot be written, which memory always allows.
pub fn letter(
    board: &str,
    sender: Option<&str>,
    subject: &str,
    text: &str,
    html: &str,
    (lang, dir): (&str, &str),
    (id, moment): (&str, i64),
) -> Result<Vec<u8>, Error> {
    let html = format!(
        "<!doctype html><html lang=\"{lang}\" dir=\"{dir}\"><meta charset=\"utf-8\"><body style=\"font:18px/1.5 sans-serif;max-width:36em\">{html}</body></html>"
    );
    // Its letters stand in no encoded text («=_» never does: RFC 2045, 6.7), and it is the same each time: a letter
    // that is written twice is the same letter.
    let alternatives = ContentType::new("multipart/alternative").attribute("boundary", format!("=_{id}"));
    let parts = vec![MimePart::new("text/plain", text), MimePart::new("text/html", html)];
    let mut message = MessageBuilder::new()
        .subject(subject)
        .date(Date::new(moment))
        .message_id(id)
        .body(MimePart::new(alternatives, parts));
    if let Some(sender) = sender {
        message = message.from((board, sender));
    }
    // Opened as a draft, not as something that came.
    message = message.header("X-Unsent", mail_builder::headers::raw::Raw::new("1"));
    message.write_to_vec().map_err(|error| Error::internal("e-mail", error))
}
