//! Viber: WhatsApp's grammar, a thousand characters.

use super::{Desk, Messenger, limits};
use crate::compose::whatsapp;

pub(super) const CHANNEL: Messenger = Messenger {
    name: "viber",
    label: "Viber",
    desk: Desk::Shown,
    template: "whatsapp.md",
    target: limits::VIBER_TEXT.most,
    limit: limits::VIBER_TEXT.most,
    unit: "caratteri",
    count: whatsapp::utf16_length,
    may_fill: None,
    counts_as_typed: true,
    timeline: None,
    is_read_aloud: false,
    share_url: None,
    write: whatsapp::format_blocks,
};
