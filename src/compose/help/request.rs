//! The message with which a reader asks the board for help: what they need, which language they speak, in which district
//! they are. Nothing else: neither where they come from nor which papers they have.

use crate::board::Board;
use crate::compose::contact_point::need_label;
use crate::compose::whatsapp_link;
use crate::locale::{Locale, key};
use crate::model::Need;
use crate::text::mail_address::{MailAddress, mail_link};
use crate::text::percent::percent_encode;

/// A prepared message, and links that open it.
#[derive(Debug, serde::Serialize)]
pub struct HelpRequest {
    /// The message as it is sent: in the board's language, then in the reader's if that is another.
    pub text: String,
    /// Opens WhatsApp with it; only if the board's number is an Italian mobile one.
    pub whatsapp: Option<String>,
    /// Opens an SMS with its part in the board's language, which costs less than both; only to a mobile number.
    pub sms: Option<String>,
    /// Opens an e-mail with it.
    pub email: Option<String>,
}

impl HelpRequest {
    /// Prepares the message to a board about a need. `own` is the board's language, `reader` that of the page; `mobile` the
    /// digits of the board's number if it is a mobile one, that of the country first. `None` if the board can be written to
    /// in no way.
    #[must_use]
    pub fn new(board: &Board, own: &Locale, reader: &Locale, mobile: Option<&str>, need: Need) -> Option<Self> {
        let config = &board.config.bacheca;
        let first = compose(board, own, &reader.code, need);
        let text = if reader.code == own.code {
            first.clone()
        } else {
            format!("{first}\n\n{}", compose(board, reader, &reader.code, need))
        };
        let subject = || own.format(key::help_request_need, &[("need", need_label(need, own).label.into())]);
        let request = Self {
            whatsapp: mobile.map(|number| whatsapp_link(number, &text)),
            // The ellipsis alone would halve the letters of an SMS (3GPP TS 23.038).
            sms: mobile.map(|number| format!("sms:+{number}?body={}", percent_encode(&first.replace('…', "...")))),
            email: config
                .email
                .as_deref()
                .and_then(MailAddress::new)
                .map(|email| mail_link(Some(&email), &[("subject", &subject()), ("body", &text)])),
            text,
        };
        (request.whatsapp.is_some() || request.email.is_some()).then_some(request)
    }
}

/// The message in one language: lines, the last two for the sender to complete.
fn compose(board: &Board, locale: &Locale, spoken: &str, need: Need) -> String {
    let language = locale.vocabulary_text("language", spoken).unwrap_or(spoken);
    let district = board.config.territorio.nome_zona.as_deref();
    let to_complete = |name: &str| locale.format(key::name_and_value, &[("name", name.into()), ("value", "…".into())]);
    let lines = [
        Some(locale.format(key::help_request_need, &[("need", need_label(need, locale).label.into())])),
        Some(locale.format(key::help_request_language, &[("language", language.into())])),
        district.map(to_complete),
        Some(to_complete(locale.text(key::help_request_details))),
    ];
    lines.into_iter().flatten().collect::<Vec<String>>().join("\n")
}
