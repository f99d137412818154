//! Markdown as the texts of channels: whatever comes in, what comes out can be pasted.

use bacheca::compose::messenger::{MESSENGERS, Messenger};
use bacheca::markdown::{Block, TextRun, parse_blocks, plain_text};
use bacheca::text::escape::escape_markdown;
use unicode_normalization::UnicodeNormalization;

/// Tags that Telegram knows and the board writes.
const TELEGRAM: [&str; 7] = ["a", "b", "blockquote", "code", "i", "pre", "s"];

/// Texts are tidy in every channel and both directions; words are neither lost nor styled by accident.
pub fn holds(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let text = super::body(text);
    let blocks = parse_blocks(text);
    for channel in MESSENGERS {
        for direction in ["ltr", "rtl"] {
            let message = channel.format_blocks(&blocks, direction);
            (channel.count)(&message);
            tidy(channel, &message);
        }
        let message = channel.format_blocks(&blocks, "ltr");
        match channel.name {
            "telegram" | "telegram-caption" => known_tags(&message),
            "sms" => {}
            _ => {
                nothing_lost(text, channel, &message);
                // Words that are already a message are the same words in a message.
                let once = channel.format_blocks(&words(&message), "ltr");
                let twice = channel.format_blocks(&words(&once), "ltr");
                assert_eq!(once, twice, "{}: not the same the second time", channel.name);
            }
        }
    }
    for line in text.lines().map(one_line).filter(|line| !line.is_empty()) {
        assert_eq!(plain_text(&escape_markdown(&line)).trim(), line, "a value does not read as itself");
    }
}

/// A value as fields hold it: no breaks of lines, no spaces around it, nothing that nobody sees.
fn one_line(line: &str) -> String {
    let seen: String = line.chars().filter(|c| !c.is_control()).collect();
    seen.trim().to_owned()
}

/// One paragraph of words without a style.
fn words(text: &str) -> Vec<Block> {
    vec![Block::Paragraph(vec![TextRun { text: text.to_owned(), ..TextRun::default() }])]
}

fn tidy(channel: &Messenger, message: &str) {
    let name = channel.name;
    assert!(message.nfc().eq(message.chars()), "{name}: letters in pieces: {message:?}");
    assert!(!message.contains(['\u{200b}', '\u{2060}', '\u{feff}']), "{name}: what nobody sees: {message:?}");
    if !name.starts_with("telegram") {
        assert_eq!(message.trim_matches('\n'), message, "{name}: empty lines around: {message:?}");
        let spaced = message.split('\n').any(|line| line.ends_with(' '));
        assert!(!spaced, "{name}: a space at the end of a line: {message:?}");
    }
}

/// Letters and figures of the text, in their order.
fn letters(text: &str) -> Vec<char> {
    text.nfkd().filter(|letter| letter.is_alphanumeric()).collect()
}

/// What people read of the text is in the message, in the same order; links add their addresses.
fn nothing_lost(text: &str, channel: &Messenger, message: &str) {
    let said = letters(message);
    let mut said = said.iter();
    for letter in letters(&plain_text(text)) {
        assert!(said.any(|other| *other == letter), "{}: {letter:?} of {text:?} is not in {message:?}", channel.name);
    }
}

/// Telegram refuses a text with a tag that it does not know or that is closed in another order.
fn known_tags(message: &str) {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = message;
    while let Some(at) = rest.find('<') {
        let (words, tag) = rest.split_at(at);
        assert!(!words.contains('>'), "a bracket closes nothing: {message:?}");
        let (tag, behind) = tag[1..].split_once('>').unwrap_or_else(|| panic!("a tag without end: {message:?}"));
        rest = behind;
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "closed in another order: {message:?}");
            continue;
        }
        let name = tag.split(' ').next().unwrap_or_default();
        assert!(TELEGRAM.contains(&name), "<{name}>: {message:?}");
        assert!(tag == name || (name == "a" && tag.starts_with("a href=\"") && tag.matches('"').count() == 2), "{tag}");
        open.push(name);
    }
    assert!(open.is_empty(), "{open:?} stay open: {message:?}");
}
