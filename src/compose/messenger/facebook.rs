//! Facebook: plain words, long; a telephone shows the first 125 letters.

use super::timeline::{LONG_POST, Timeline};
use super::{Messenger, limits};

pub(super) const CHANNEL: Messenger = Messenger {
    name: "facebook",
    label: "Facebook",
    target: 1_500,
    limit: limits::FACEBOOK_POST.most,
    timeline: Some(Timeline { fold: limits::FACEBOOK_FOLD.most, tags: 0 }),
    ..LONG_POST
};
