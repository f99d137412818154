//! Threads: 500 characters, of which an emoji counts as many as it has bytes; one hashtag.

use super::timeline::{SHORT_POST, Timeline};
use super::{Messenger, limits};
use crate::text::emoji::{is_emoji, is_emoji_modifier};

pub(super) const CHANNEL: Messenger = Messenger {
    name: "threads",
    label: "Threads",
    target: limits::THREADS_POST.most,
    limit: limits::THREADS_POST.most,
    count: length,
    may_fill: Some(|text| length(text) <= limits::THREADS_POST.most),
    timeline: Some(Timeline { fold: limits::FACEBOOK_FOLD.most, tags: limits::THREADS_TAGS.most }),
    ..SHORT_POST
};

fn length(text: &str) -> usize {
    let cost = |letter: char| if is_emoji(letter) || is_emoji_modifier(letter) { letter.len_utf8() } else { 1 };
    text.chars().map(cost).sum()
}

#[cfg(test)]
mod tests {
    use super::length;

    #[test]
    fn an_emoji_counts_its_bytes() {
        assert_eq!(length("è 📅"), 2 + 4);
        assert_eq!(length("⚠\u{fe0f} дом"), 6 + 4);
    }
}
