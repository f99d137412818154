//! WhatsApp: 4,096 units of UTF-16 (Business API); people read a thousand.

use super::{Desk, Messenger, limits};
use crate::compose::whatsapp;

pub(super) const CHANNEL: Messenger = Messenger {
    name: "whatsapp",
    label: "WhatsApp solo testo",
    desk: Desk::Shown,
    template: "whatsapp.md",
    target: 1_500,
    limit: limits::WHATSAPP_TEXT.most,
    unit: "caratteri",
    count: whatsapp::utf16_length,
    may_fill: None,
    counts_as_typed: true,
    timeline: None,
    is_read_aloud: false,
    share_url: Some("https://wa.me/?text="),
    write: whatsapp::format_blocks,
};
