//! Bluesky: 300 characters as people see them, links whole.

use super::timeline::{SHORT_POST, graphemes};
use super::{Messenger, limits};

pub(super) const CHANNEL: Messenger = Messenger {
    name: "bluesky",
    label: "Bluesky",
    target: limits::BLUESKY_POST.most,
    limit: limits::BLUESKY_POST.most,
    may_fill: Some(|text| graphemes(text) <= limits::BLUESKY_POST.most),
    ..SHORT_POST
};
