//! A subject, plain words and HTML with the same facts, as a file that mail programs open (RFC 5322, MIME).

use chrono::{NaiveTime, TimeDelta};
use mail_builder::MessageBuilder;
use mail_builder::headers::content_type::ContentType;
use mail_builder::headers::date::Date;
use mail_builder::headers::raw::Raw;
use mail_builder::mime::MimePart;

use crate::board::{Board, find_local_instant};
use crate::error::Error;
use crate::locale::Locale;
use crate::text::mail_address::MailAddress;

/// Time of day of every letter, the same so that the output is reproducible.
const LETTER_TIME: TimeDelta = TimeDelta::hours(9);

/// Most letters of the identifier in a boundary.
const MAX_BOUNDARY: usize = 48;

/// A letter from the board, ready to be sent on.
pub struct Letter<'l> {
    /// What it is, in the identifier of the message: `riepilogo`, the name of an announcement.
    pub name: &'l str,
    /// Subject.
    pub subject: &'l str,
    /// Plain words.
    pub text: &'l str,
    /// The same facts as HTML.
    pub html: &'l str,
    /// Whether it goes to a list of people who want one each week, and may want no more.
    pub is_for_list: bool,
}

impl Letter<'_> {
    /// Writes the letter in a language, dated today.
    ///
    /// # Errors
    /// If it cannot be written, which memory always allows.
    pub fn write(&self, board: &Board, locale: &Locale) -> Result<Vec<u8>, Error> {
        let Self { name, subject, text, html, is_for_list } = *self;
        let config = &board.config.bacheca;
        let morning = board.today.and_time(NaiveTime::MIN) + LETTER_TIME;
        let moment = find_local_instant(config.fuso, morning).map_or(0, |moment| moment.timestamp());
        let host = config.indirizzo.split('/').nth(2).unwrap_or("bacheca");
        let id = format!("{name}.{}.{}@{host}", locale.code, board.today);
        let (lang, dir) = (&locale.code, &locale.direction);
        let html = format!(
            "<!doctype html><html lang=\"{lang}\" dir=\"{dir}\"><meta charset=\"utf-8\"><body style=\"font:18px/1.5 sans-serif;max-width:36em\">{html}</body></html>"
        );
        // Its letters stand in no encoded text («=_» never does: RFC 2045, 6.7), it is the same each time (a letter that is
        // written twice is the same letter), and it has at most 70 letters (RFC 2046, 5.1.1), however long the name.
        let boundary = format!("=_{}", id.chars().take(MAX_BOUNDARY).collect::<String>());
        let alternatives = ContentType::new("multipart/alternative").attribute("boundary", boundary);
        let parts = vec![MimePart::new("text/plain", text), MimePart::new("text/html", html)];
        let mut message = MessageBuilder::new()
            .subject(subject)
            .date(Date::new(moment))
            .message_id(id)
            .body(MimePart::new(alternatives, parts));
        if let Some(sender) = config.email.as_deref() {
            message = message.from((config.nome.as_str(), sender));
        }
        if is_for_list {
            message = message.header("List-Id", Raw::new(format!("<{name}.{}.{host}>", locale.code)));
            // A person reads there: it is no address of a program, which one tap would do (RFC 8058).
            let leave = config.email.as_deref().and_then(MailAddress::new);
            if let Some(leave) = leave.map(|address| address.link(Some("basta"))) {
                message = message.header("List-Unsubscribe", Raw::new(format!("<{leave}>")));
            }
        }
        // Opened as a draft, not as something that came.
        message = message.header("X-Unsent", Raw::new("1"));
        message.write_to_vec().map_err(|error| Error::internal("e-mail", error))
    }
}
