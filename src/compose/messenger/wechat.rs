//! WeChat: plain words; sources disagree about the limit, of which this is the largest that is safe in chats.

use super::{Desk, Messenger, limits, plain};
use crate::compose::whatsapp;

pub(super) const CHANNEL: Messenger = Messenger {
    name: "wechat",
    label: "WeChat",
    desk: Desk::Shown,
    template: "whatsapp.md",
    target: 1_000,
    limit: limits::WECHAT_TEXT.most,
    unit: "caratteri",
    count: whatsapp::utf16_length,
    may_fill: None,
    counts_as_typed: true,
    timeline: None,
    is_read_aloud: false,
    share_url: None,
    write: plain::text,
};
