//! E-mail: plain words, and the same facts as HTML (`letter`).

use super::{Desk, Messenger, plain};
use crate::compose::whatsapp;

pub(super) const CHANNEL: Messenger = Messenger {
    name: "email",
    label: "E-mail",
    desk: Desk::Shown,
    template: "whatsapp.md",
    target: 4_000,
    // Our measure: mails have no limit that a text meets.
    limit: 20_000,
    unit: "caratteri",
    count: whatsapp::utf16_length,
    may_fill: None,
    counts_as_typed: true,
    timeline: None,
    is_read_aloud: false,
    share_url: None,
    write: plain::text,
};
