//! Mastodon: 500 characters, of which each link is 23.

use super::timeline::{SHORT_POST, graphemes_with_links};
use super::{Messenger, limits};

pub(super) const CHANNEL: Messenger = Messenger {
    name: "mastodon",
    label: "Mastodon",
    target: limits::MASTODON_POST.most,
    limit: limits::MASTODON_POST.most,
    count: length,
    may_fill: Some(|text| length(text) <= limits::MASTODON_POST.most),
    ..SHORT_POST
};

fn length(text: &str) -> usize {
    graphemes_with_links(text, limits::MASTODON_LINK.most)
}

#[cfg(test)]
mod tests {
    use super::length;

    #[test]
    fn a_link_counts_as_23_however_long_it_is() {
        assert_eq!(length("Corso"), 5);
        assert_eq!(length("Corso\nhttps://x.it"), 6 + 23);
        assert_eq!(length(&format!("https://x.it/{} 👩🏽‍🏫", "a".repeat(200))), 23 + 2);
    }
}
