//! Mastodon: 500 characters.

use super::{Messenger, plain};

pub(super) const CHANNEL: Messenger = Messenger {
    name: "mastodon",
    template: "caption.md",
    target: 500,
    limit: 500,
    unit: "caratteri",
    count: |text| text.chars().count(),
    counts_as_typed: false,
    share_url: None,
    write: plain::text,
};
