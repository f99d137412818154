//! The caption of a picture on WhatsApp: 1,024 units of UTF-16 (Meta, image messages).

use super::Channel;
use crate::compose::whatsapp;

pub(super) const CHANNEL: Channel = Channel {
    name: "caption",
    template: "whatsapp.md",
    target: 1_024,
    limit: 1_024,
    unit: "caratteri",
    count: whatsapp::units,
    write: whatsapp::text,
};
