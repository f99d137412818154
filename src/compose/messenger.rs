//! Messengers: each has a markup, a length limit and a unit of length. One file each, and one line in [`MESSENGERS`].

mod bluesky;
mod caption;
mod direction;
mod email;
mod facebook;
mod instagram;
#[cfg(not(target_family = "wasm"))]
mod letter;
pub mod limits;
mod mastodon;
mod plain;
mod sms;
mod telegram;
mod telegram_bot;
mod threads;
mod timeline;
mod viber;
mod voice;
mod wechat;
mod whatsapp;

#[cfg(not(target_family = "wasm"))]
pub use letter::Letter;
pub use timeline::Timeline;

use unicode_normalization::UnicodeNormalization;

use super::speech::read_aloud;
use crate::locale::Locale;
use crate::markdown::{Block, TextRun};
use crate::text::invisible::is_zero_width;

/// A messaging service, and how a message for it is written.
pub struct Messenger {
    /// Value of `--channel`, e.g. `whatsapp`.
    pub name: &'static str,
    /// What editors call it, in Italian: «WhatsApp con immagine».
    pub label: &'static str,
    /// Where the editors' desk shows its texts.
    pub desk: Desk,
    /// File name of its template below `messages/` in the theme.
    pub template: &'static str,
    /// Length that a message should not exceed to be read, in [`Self::unit`].
    pub target: usize,
    /// Length that the service accepts at most, in [`Self::unit`].
    pub limit: usize,
    /// Unit of length in Italian, for messages to editors: «caratteri», «SMS».
    pub unit: &'static str,
    /// Length of a text in [`Self::unit`].
    pub count: fn(&str) -> usize,
    /// Whether a text may be as long as it is if it is filled with facts one by one, from the most important; `None` for
    /// templates that have them all.
    pub may_fill: Option<fn(&str) -> bool>,
    /// Whether the length is that of the text as it stands, in UTF-16, so that a page can count while somebody types.
    pub counts_as_typed: bool,
    /// What the service makes of a post in its timeline; `None` for chats.
    pub timeline: Option<Timeline>,
    /// Whether the text is read aloud: without emoji and web addresses, numbers as they are said.
    pub is_read_aloud: bool,
    /// URL that opens the service with a text, percent-encoded, at its end.
    pub share_url: Option<&'static str>,
    /// Converts parsed Markdown to the service's markup.
    pub write: fn(&[Block]) -> String,
}

/// Where the editors' desk shows the texts for a messenger.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Desk {
    /// In sight.
    Shown,
    /// Below «Altri canali», in the board's language.
    Folded,
    /// Below «Altri canali», in every language.
    FoldedInAllLanguages,
    /// Nowhere: no person pastes them.
    Absent,
}

/// WhatsApp: the board's own channel is there.
pub const WHATSAPP: Messenger = whatsapp::CHANNEL;

/// The caption of a picture on WhatsApp.
pub const CAPTION: Messenger = caption::CHANNEL;

/// Every messenger, in the order in which the desk shows them.
pub const MESSENGERS: &[Messenger] = &[
    whatsapp::CHANNEL,
    caption::CHANNEL,
    telegram::CHANNEL,
    telegram::CAPTION,
    telegram_bot::CHANNEL,
    telegram_bot::CAPTION,
    viber::CHANNEL,
    sms::CHANNEL,
    wechat::CHANNEL,
    email::CHANNEL,
    instagram::CHANNEL,
    facebook::CHANNEL,
    mastodon::CHANNEL,
    bluesky::CHANNEL,
    threads::CHANNEL,
    voice::CHANNEL,
];

/// Templates for messages over the limit, longer one first: the indispensable facts; title and link only.
pub const SHORT_TEMPLATES: [&str; 2] = ["caption.md", "least.md"];

/// The messenger with this name.
#[must_use]
pub fn find_messenger(name: &str) -> Option<&'static Messenger> {
    MESSENGERS.iter().find(|messenger| messenger.name == name)
}

/// Name of the app of a channel; channels of other names are called by them.
#[must_use]
pub fn name_app(channel: &str) -> &str {
    match find_messenger(channel) {
        Some(messenger) => messenger.app(),
        None => channel,
    }
}

impl Messenger {
    /// Name of its app, for buttons: «WhatsApp».
    #[must_use]
    pub fn app(&self) -> &'static str {
        // «Telegram con immagine» is for the same app.
        match self.label.split_once(' ') {
            Some((app, _)) => app.trim_end_matches(','),
            None => self.label,
        }
    }

    /// Converts blocks to the messenger's markup, NFC-normalised; for `direction` "rtl" each line gets a direction mark.
    #[must_use]
    pub fn format_blocks(&self, blocks: &[Block], direction: &str) -> String {
        // Before formatting: writers look at single characters and at white space.
        let blocks: Vec<Block> = blocks.iter().map(strip_invisible).collect();
        let text = (self.write)(&blocks);
        let text = if text.is_ascii() { text } else { text.nfc().collect() };
        if direction == "rtl" { direction::mark_direction(&text) } else { text }
    }

    /// What stands between two languages of one text: a line, of which a voice is silent.
    #[must_use]
    pub fn language_separator(&self) -> &'static str {
        if self.is_read_aloud { "\n\n" } else { "\n\n———\n\n" }
    }

    /// Writes blocks in a language as they are posted: in the messenger's markup, or as they are said aloud.
    #[must_use]
    pub fn write_blocks(&self, blocks: &[Block], locale: &Locale) -> String {
        let text = self.format_blocks(blocks, &locale.direction);
        if self.is_read_aloud { read_aloud(&text, locale) } else { text }
    }
}

/// Removes zero-width characters from texts and links of a block and normalises them to NFC.
fn strip_invisible(block: &Block) -> Block {
    // ASCII has neither, and is most of what is written.
    let text = |text: &str| {
        if text.is_ascii() { text.to_owned() } else { text.nfc().filter(|ch| !is_zero_width(*ch)).collect() }
    };
    let runs = |runs: &[TextRun]| {
        let run = |run: &TextRun| TextRun { text: text(&run.text), link: run.link.as_deref().map(text), ..run.clone() };
        runs.iter().map(run).collect()
    };
    match block {
        Block::Paragraph(words) => Block::Paragraph(runs(words)),
        Block::Heading(words) => Block::Heading(runs(words)),
        Block::Item(depth, number, words) => Block::Item(*depth, *number, runs(words)),
        Block::Quote(quoted) => Block::Quote(Box::new(strip_invisible(quoted))),
        Block::Code(code) => Block::Code(text(code)),
    }
}

/// Writes blocks separated by an empty line, list items by a line end.
fn join_blocks(blocks: &[Block], write: impl Fn(&Block, &mut String)) -> String {
    let mut out = String::new();
    let mut previous: Option<&Block> = None;
    for block in blocks {
        if let Some(previous) = previous {
            let list = matches!((previous, block), (Block::Item(..), Block::Item(..)));
            out.push_str(if list { "\n" } else { "\n\n" });
        }
        write(block, &mut out);
        previous = Some(block);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::MESSENGERS;
    use crate::model::MESSENGER_NAMES;

    /// Files of posts are checked by the names in the model, which knows no texts.
    #[test]
    fn every_name_is_known_to_the_model() {
        let names: Vec<&str> = MESSENGERS.iter().map(|messenger| messenger.name).collect();
        assert_eq!(names, MESSENGER_NAMES);
    }
}
