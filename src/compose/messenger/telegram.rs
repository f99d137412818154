//! Telegram as its apps read what is pasted: `**bold**`, `__italics__`, `~~struck~~`, bare addresses, no lists; 4,096
//! units of UTF-16, of which the markers are not counted in the end. For a program that posts there is `telegram-bot`.

use super::{Desk, Messenger, limits};
use crate::compose::chat_markup::{self, ChatMarkup};
use crate::compose::whatsapp;
use crate::markdown::Block;

pub(super) const CHANNEL: Messenger = Messenger {
    name: "telegram",
    label: "Telegram",
    desk: Desk::Shown,
    template: "whatsapp.md",
    target: 1_500,
    limit: limits::TELEGRAM_TEXT.most,
    unit: "caratteri",
    count: whatsapp::utf16_length,
    may_fill: None,
    counts_as_typed: true,
    timeline: None,
    is_read_aloud: false,
    share_url: None,
    write: text,
};

/// Below a picture: 1,024 units.
pub(super) const CAPTION: Messenger = Messenger {
    name: "telegram-caption",
    label: "Telegram con immagine",
    target: limits::TELEGRAM_CAPTION.most,
    limit: limits::TELEGRAM_CAPTION.most,
    ..CHANNEL
};

const MARKUP: ChatMarkup = ChatMarkup { bold: "**", italic: "__", strike: "~~", bullet: "• ", has_lists: false };

fn text(blocks: &[Block]) -> String {
    // Two bars hide what is between them.
    chat_markup::format_blocks(blocks, &MARKUP).replace("||", "¦¦")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::parse_blocks;

    #[test]
    fn markdown_becomes_what_the_app_reads_when_it_is_pasted() {
        for (markdown, expected) in [
            ("**Uno & *due*** `x<y`", "**Uno & __due__** `x<y`"),
            ("super**bold**ly, «**nota**», ~~via~~", "superboldly, «nota», ~~via~~"),
            ("- [il bando](https://x.it/?a=1&b=2)\n- a_b\n  - c", "• il bando\nhttps://x.it/?a=1&b=2\n• a_b\n• ◦ c"),
            ("1. a\n2. b\n\n> **cit**", "1. a\n2. b\n\n> **cit**"),
            ("\\*\\*no\\*\\* \\_\\_no\\_\\_ \\|\\|no\\|\\|", "∗∗no∗∗ ＿＿no＿＿ ¦¦no¦¦"),
        ] {
            assert_eq!(text(&parse_blocks(markdown)), expected);
        }
    }
}
