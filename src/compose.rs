//! What several outputs and rules need alike: the order of facts on a sheet, the message of a
//! channel, the code of an address.

mod address;
pub mod aggregate;
pub mod calendar;
pub mod fact_sheet;
mod figures;
pub mod image_format;
pub mod json_ld;
pub mod markdown;
pub mod message;
pub mod messenger;
pub mod notice;
pub mod plan;
pub mod qr;
pub mod whatsapp;

pub use fact_sheet::percent_encode;
pub use message::sentences;

/// The link that opens WhatsApp with a text to send to whomever one chooses.
#[must_use]
pub fn share_link(title: &str, url: &str) -> String {
    format!("https://wa.me/?text={}", percent_encode(&format!("{title}\n{url}")))
}
