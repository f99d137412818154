//! Markdown as channel messages: the output can always be pasted.

use bacheca::compose::messenger::{MESSENGERS, Messenger};
use bacheca::markdown::{Block, TextRun, parse_blocks, plain_text, split_pieces};
use bacheca::text::escape::escape_markdown;
use unicode_normalization::UnicodeNormalization;

/// Tags that Telegram accepts and the board uses.
const TELEGRAM_TAGS: [&str; 7] = ["a", "b", "blockquote", "code", "i", "pre", "s"];

/// Asserts that messages are tidy in every channel and direction, and that no text is lost or styled by accident.
pub fn assert_holds(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let text = super::text_below_front_matter(text);
    let blocks = parse_blocks(text);
    for channel in MESSENGERS {
        for direction in ["ltr", "rtl"] {
            let message = channel.format_blocks(&blocks, direction);
            (channel.count)(&message);
            assert_tidy(channel, &message);
        }
        let message = channel.format_blocks(&blocks, "ltr");
        match channel.name {
            "telegram-bot" | "telegram-bot-caption" => assert_known_tags(&message),
            "sms" => {}
            _ => {
                assert_text_kept(text, channel, &message);
                // Composing a composed message changes nothing.
                let once = channel.format_blocks(&plain_paragraph(&message), "ltr");
                let twice = channel.format_blocks(&plain_paragraph(&once), "ltr");
                assert_eq!(once, twice, "{}: not the same the second time", channel.name);
            }
        }
    }
    assert_pieces_link_as_the_text(text);
    for line in text.lines().map(to_field_value).filter(|line| !line.is_empty()) {
        assert_eq!(plain_text(&escape_markdown(&line)).trim(), line, "a value does not read as itself");
    }
}

/// Asserts that whatever part of a text a message keeps, its links are links of the text, with the same words: no code comes
/// to life, and nothing else becomes a link.
fn assert_pieces_link_as_the_text(text: &str) {
    let whole = links(text);
    let (pieces, definitions) = split_pieces(text, 5_000);
    let mut kept = String::new();
    for piece in &pieces {
        kept.push_str(piece.separator);
        kept.push_str(&piece.source);
        let message = format!("{}\n\n{definitions}", kept.trim_start_matches('\n'));
        // Each part of a long text is read again: those of some length are enough.
        if kept.len() < 500 || piece == pieces.last().unwrap() {
            for link in links(&message) {
                assert!(whole.contains(&link), "{link:?} of {message:?} is no link of {text:?}");
            }
            let below = parse_blocks(&format!("{message}\n\nSotto"));
            let text = vec![TextRun { text: "Sotto".to_owned(), ..TextRun::default() }];
            assert_eq!(below.last(), Some(&Block::Paragraph(text)), "what follows {message:?} belongs to it");
        }
    }
}

/// Links of a text: targets and words, white space apart.
fn links(text: &str) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    for block in parse_blocks(text) {
        let block = if let Block::Quote(quoted) = block { *quoted } else { block };
        let (Block::Paragraph(runs) | Block::Heading(runs) | Block::Item(_, _, runs)) = block else { continue };
        for link in runs.chunk_by(|one, two| one.link == two.link) {
            let words: String = link.iter().flat_map(|run| run.text.split_whitespace()).collect();
            found.extend(link.first().and_then(|run| run.link.clone()).map(|target| (target, words)));
        }
    }
    found
}

/// Converts a line to a field value: no line breaks, no surrounding spaces, no invisible characters.
fn to_field_value(line: &str) -> String {
    let seen: String = line.chars().filter(|c| !c.is_control()).collect();
    seen.trim().to_owned()
}

/// One paragraph of unstyled text.
fn plain_paragraph(text: &str) -> Vec<Block> {
    vec![Block::Paragraph(vec![TextRun { text: text.to_owned(), ..TextRun::default() }])]
}

fn assert_tidy(channel: &Messenger, message: &str) {
    let name = channel.name;
    assert!(message.nfc().eq(message.chars()), "{name}: letters in pieces: {message:?}");
    assert!(!message.contains(['\u{200b}', '\u{2060}', '\u{feff}']), "{name}: what nobody sees: {message:?}");
    if !name.starts_with("telegram-bot") {
        assert_eq!(message.trim_matches('\n'), message, "{name}: empty lines around: {message:?}");
        let spaced = message.split('\n').any(|line| line.ends_with(' '));
        assert!(!spaced, "{name}: a space at the end of a line: {message:?}");
    }
}

/// Alphanumeric characters of a text, in order.
fn alphanumeric_chars(text: &str) -> Vec<char> {
    text.nfkd().filter(|letter| letter.is_alphanumeric()).collect()
}

/// Asserts that the visible text is in the message, in the same order; links add their addresses.
fn assert_text_kept(text: &str, channel: &Messenger, message: &str) {
    let output = alphanumeric_chars(message);
    let mut output = output.iter();
    for letter in alphanumeric_chars(&plain_text(text)) {
        assert!(output.any(|other| *other == letter), "{}: {letter:?} of {text:?} is not in {message:?}", channel.name);
    }
}

/// Asserts that tags are known and well nested, because Telegram rejects other messages.
fn assert_known_tags(message: &str) {
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
        assert!(TELEGRAM_TAGS.contains(&name), "<{name}>: {message:?}");
        assert!(tag == name || (name == "a" && tag.starts_with("a href=\"") && tag.matches('"').count() == 2), "{tag}");
        open.push(name);
    }
    assert!(open.is_empty(), "{open:?} stay open: {message:?}");
}
