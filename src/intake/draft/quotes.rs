//! The words of a message in comments: without private contacts, and without characters by which a comment could end.

use std::ops::Range;

use super::{MAX_KEPT_BYTES, MAX_QUOTED_CHARS, Source};
use crate::check::find_first_name;
use crate::intake::place::collapse;
use crate::text::invisible::Invisible;

/// Bytes that are not copied: private contacts, and the name beside each.
pub(in crate::intake) fn mask_private(source: &Source<'_>) -> Vec<Range<usize>> {
    let mut masked = Vec::new();
    for range in &source.private {
        let message = source.message;
        let start = message.floor_char_boundary(range.start.saturating_sub(60));
        let end = message.floor_char_boundary((range.end + 40).min(message.len()));
        masked.push(range.clone());
        if let Some(name) = message.get(start..end).and_then(find_first_name) {
            let name = start + name.start..start + name.end;
            // The surname too, if one follows.
            let rest = message.get(name.end..).unwrap_or_default();
            let surname: String =
                rest.strip_prefix(' ').unwrap_or_default().chars().take_while(|c| c.is_alphabetic()).collect();
            let end = if surname.starts_with(char::is_uppercase) { name.end + 1 + surname.len() } else { name.end };
            masked.push(name.start..end);
        }
    }
    masked.sort_by_key(|range| range.start);
    masked
}

/// Text of a range with `[…]` for what is private, in one line without characters that nobody sees.
fn shown(source: &Source<'_>, masked: &[Range<usize>], range: &Range<usize>) -> String {
    let mut out = String::new();
    let mut at = range.start;
    for private in masked.iter().filter(|private| private.start < range.end && private.end > range.start) {
        out.push_str(source.message.get(at..private.start.max(at)).unwrap_or_default());
        out.push_str("[…]");
        at = private.end.max(at);
    }
    out.push_str(source.message.get(at..range.end.max(at)).unwrap_or_default());
    visible(&out)
}

/// A text without control characters and what nobody sees, by which a comment could end or deceive.
pub(in crate::intake) fn visible(text: &str) -> String {
    let lost = |c: char| {
        c.is_control()
            || matches!(Invisible::kind_of(c), Some(kind) if kind != Invisible::EmojiSelector && kind != Invisible::Joiner)
            || c == '\u{2028}'
            || c == '\u{2029}'
    };
    text.chars().map(|c| if lost(c) { ' ' } else { c }).collect()
}

/// Quotations of ranges, parted by commas.
pub(in crate::intake) fn quote_all(source: &Source<'_>, masked: &[Range<usize>], ranges: &[Range<usize>]) -> String {
    let mut quotes: Vec<String> = Vec::new();
    for range in ranges.iter().filter(|range| !range.is_empty()).take(8) {
        let text = collapse(&shown(source, masked, range)).replace(['«', '»'], "\"");
        let short: String = text.chars().take(MAX_QUOTED_CHARS).collect();
        let quote = if short.len() < text.len() { format!("«{short}…»") } else { format!("«{short}»") };
        if !text.is_empty() && !quotes.contains(&quote) {
            quotes.push(quote);
        }
    }
    quotes.join(", ")
}

/// Lines of the message, up to a limit, without the headers that name who sent it, and with `[…]` for what is private.
pub(in crate::intake) fn shown_lines(source: &Source<'_>, masked: &[Range<usize>]) -> Vec<String> {
    let mut start = source.part.start;
    let (mut kept, mut lines) = (0, Vec::new());
    let mut headers = source.headers.iter().peekable();
    for line in source.message.get(source.part.clone()).unwrap_or_default().split_inclusive('\n') {
        let range = start..start + line.len();
        start = range.end;
        while headers.next_if(|header| header.end <= range.start).is_some() {}
        let from = headers
            .peek()
            .filter(|header| header.start < range.end)
            .map_or(range.start, |header| header.end.min(range.end));
        if from == range.end && from > range.start && !line.trim().is_empty() {
            continue;
        }
        let rest = MAX_KEPT_BYTES.saturating_sub(kept);
        let end = source.message.floor_char_boundary(range.end.min(from + rest));
        if end <= from {
            break;
        }
        kept += end - from + 4;
        lines.push(shown(source, masked, &(from..end)).trim_end().to_owned());
    }
    lines
}
