//! What several outputs share: the facts of an item in display order, the message for each messenger, calendar
//! entries, QR codes, structured data.

mod address;
pub mod aggregate;
pub mod calendar;
pub mod changes;
pub mod channel_words;
mod chat_markup;
pub mod contact_point;
pub mod eligibility;
pub mod fact_sheet;
pub mod figures;
pub mod handout;
pub mod help;
pub mod json_ld;
pub mod message;
pub mod messenger;
pub mod notice;
pub mod organisation;
pub mod osm_hours;
pub mod plan;
pub mod qr;
mod speech;
pub mod things_to_mend;
pub mod title_marks;
pub mod vcard;
pub mod verification_letter;
pub mod whatsapp;
pub mod whatsapp_business;

use crate::model::Phone;
use crate::text::percent::percent_encode;

/// A `https://wa.me/` link that opens WhatsApp with `title` and `url` as the message; the sender picks the recipient.
#[must_use]
pub fn share_link(title: &str, url: &str) -> String {
    whatsapp_link("", &format!("{title}\n{url}"))
}

/// A link that opens WhatsApp at the conversation with a number.
#[must_use]
pub fn chat_link(phone: &Phone) -> String {
    format!("https://wa.me/{}", phone.dialled().trim_start_matches('+'))
}

/// A link that opens WhatsApp with a message to `number`, which has no `+`; to whom the sender picks if it is empty.
#[must_use]
pub fn whatsapp_link(number: &str, text: &str) -> String {
    format!("https://wa.me/{number}?text={}", percent_encode(text))
}
