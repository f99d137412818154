//! Channels: each has a grammar, a limit and the way it counts. One file each, and one line in [`MESSENGERS`].

mod caption;
mod direction;
mod email;
mod plain;
mod sms;
mod telegram;
mod viber;
mod wechat;
mod whatsapp;

pub use email::letter;

use unicode_normalization::UnicodeNormalization;

use super::markdown::{Block, Run};

/// A way to tell people about an opportunity.
pub struct Messenger {
    /// Its name, for `--channel`.
    pub name: &'static str,
    /// The theme's template for it, in `messages/`.
    pub template: &'static str,
    /// What a text should not exceed, for people's sake.
    pub target: usize,
    /// What a text must not exceed.
    pub limit: usize,
    /// What is counted: «caratteri», «SMS».
    pub unit: &'static str,
    /// How a text is counted.
    pub count: fn(&str) -> usize,
    /// Blocks in the channel's grammar.
    pub write: fn(&[Block]) -> String,
}

/// Every channel.
pub const MESSENGERS: &[Messenger] = &[
    whatsapp::CHANNEL,
    caption::CHANNEL,
    telegram::CHANNEL,
    telegram::CAPTION,
    viber::CHANNEL,
    sms::CHANNEL,
    wechat::CHANNEL,
    email::CHANNEL,
];

/// Templates for what does not fit otherwise: the facts that no text can do without, then the least that leads to
/// the page.
pub const SHORTER: [&str; 2] = ["caption.md", "least.md"];

/// The channel of a name.
#[must_use]
pub fn find_messenger(name: &str) -> Option<&'static Messenger> {
    MESSENGERS.iter().find(|channel| channel.name == name)
}

impl Messenger {
    /// A text in the channel's grammar; in languages that are read from the right, each line knows its direction.
    #[must_use]
    pub fn text(&self, blocks: &[Block], direction: &str) -> String {
        // First of all: a space before such a sign would stand at the end of a line once it is gone.
        let blocks: Vec<Block> = blocks.iter().map(strip_invisible).collect();
        let text: String = (self.write)(&blocks).nfc().collect();
        if direction == "rtl" { direction::mark_direction(&text) } else { text }
    }
}

/// A block without signs that nobody sees.
fn strip_invisible(block: &Block) -> Block {
    let text = |text: &str| text.replace(['\u{200b}', '\u{2060}', '\u{feff}'], "");
    let runs = |runs: &[Run]| {
        let run = |run: &Run| Run { text: text(&run.text), link: run.link.as_deref().map(text), ..run.clone() };
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

/// Blocks divided by an empty line, points of a list each on its line.
fn joined(blocks: &[Block], write: impl Fn(&Block, &mut String)) -> String {
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
