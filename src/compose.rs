//! What several outputs and rules need alike: the order of facts on a sheet, the message of a
//! channel, the code of an address.

mod address;
pub mod aggregate;
pub mod calendar;
pub mod channel;
mod figures;
pub mod markdown;
pub mod message;
pub mod notice;
pub mod picture;
pub mod plan;
pub mod qr;
pub mod sheet;
pub mod structured;
pub mod whatsapp;

pub use message::sentences;
pub use sheet::percent_encode;

/// The link that opens WhatsApp with a text to send to whomever one chooses.
#[must_use]
pub fn share_link(title: &str, url: &str) -> String {
    format!("https://wa.me/?text={}", percent_encode(&format!("{title}\n{url}")))
}
