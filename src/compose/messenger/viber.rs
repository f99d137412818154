//! Viber: WhatsApp's grammar, a thousand characters.

use super::{Desk, Messenger};
use crate::compose::whatsapp;

pub(super) const CHANNEL: Messenger = Messenger {
    name: "viber",
    label: "Viber",
    desk: Desk::Shown,
    template: "whatsapp.md",
    target: 1_000,
    limit: 1_000,
    unit: "caratteri",
    count: whatsapp::utf16_length,
    may_fill: None,
    counts_as_typed: true,
    timeline: None,
    is_read_aloud: false,
    share_url: None,
    write: whatsapp::format_blocks,
};
