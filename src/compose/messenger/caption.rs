//! The caption of a picture on WhatsApp: 1,024 units of UTF-16 (Meta, image messages).

use super::{Desk, Messenger, limits};
use crate::compose::whatsapp;

pub(super) const CHANNEL: Messenger = Messenger {
    name: "caption",
    label: "WhatsApp con immagine",
    desk: Desk::Shown,
    template: "whatsapp.md",
    target: limits::WHATSAPP_CAPTION.most,
    limit: limits::WHATSAPP_CAPTION.most,
    unit: "caratteri",
    count: whatsapp::utf16_length,
    may_fill: None,
    counts_as_typed: true,
    timeline: None,
    is_read_aloud: false,
    share_url: None,
    write: whatsapp::format_blocks,
};
