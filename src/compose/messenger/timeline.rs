//! Services with a timeline: a post is seen by its first letters, and found by its hashtags.

use unicode_segmentation::UnicodeSegmentation;

use super::{Desk, Messenger, limits, plain};
use crate::compose::whatsapp::utf16_length;

/// What a service makes of a post in its timeline.
#[derive(Debug, Clone, Copy)]
pub struct Timeline {
    /// Letters that are seen before somebody asks for more, in units of UTF-16: title and what to do by when stand in
    /// them.
    pub fold: usize,
    /// The most hashtags.
    pub tags: usize,
}

/// A post of few letters, filled with facts as long as there is room.
pub(super) const SHORT_POST: Messenger = Messenger {
    name: "",
    label: "",
    desk: Desk::Folded,
    template: "post.md",
    target: 500,
    limit: 500,
    unit: "caratteri",
    count: graphemes,
    may_fill: None,
    counts_as_typed: false,
    timeline: Some(Timeline { fold: limits::FACEBOOK_FOLD.most, tags: 2 }),
    is_read_aloud: false,
    share_url: None,
    write: plain::text,
};

/// A post with all facts.
pub(super) const LONG_POST: Messenger =
    Messenger { template: "whatsapp.md", count: utf16_length, counts_as_typed: true, ..SHORT_POST };

/// Characters as people see them (UAX 29).
pub(super) fn graphemes(text: &str) -> usize {
    text.graphemes(true).count()
}

/// Characters as people see them, each link as long as `link`.
pub(super) fn graphemes_with_links(text: &str, link: usize) -> usize {
    let words = text.split(char::is_whitespace).filter(|word| word.contains("://"));
    words.fold(graphemes(text), |length, word| (length + link).saturating_sub(graphemes(word)))
}
