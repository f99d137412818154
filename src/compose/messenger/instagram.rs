//! Instagram: the caption of a picture. Links in it are not links, so it says where the address is.

use super::timeline::{LONG_POST, Timeline};
use super::{Messenger, limits};

pub(super) const CHANNEL: Messenger = Messenger {
    name: "instagram",
    label: "Instagram",
    template: "instagram.md",
    target: 1_500,
    limit: limits::INSTAGRAM_CAPTION.most,
    timeline: Some(Timeline { fold: limits::INSTAGRAM_FOLD.most, tags: limits::INSTAGRAM_TAGS.most }),
    ..LONG_POST
};
