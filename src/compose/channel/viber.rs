//! Viber: WhatsApp's grammar, a thousand characters.

use super::Channel;
use crate::compose::whatsapp;

pub(super) const CHANNEL: Channel = Channel {
    name: "viber",
    template: "whatsapp.md",
    target: 1_000,
    limit: 1_000,
    unit: "caratteri",
    count: whatsapp::units,
    write: whatsapp::text,
};
