//! Formats blocks in the markup of chats, whose markers stand around words.
//!
//! No grammar of these is published. This module writes only what all known implementations agree on: for WhatsApp the
//! expressions of the mautrix bridge, the examples of its help page, reports of real clients; for Telegram the
//! expressions of its Android app and the boundaries of its desktop app. A marker opens at the start of a line, after a
//! space or after another opening marker; it closes before a space, the end of a line or `. , ; : ! ?`. Where a style
//! cannot be written that way, the text is kept and the style dropped.

mod runs;

use std::fmt::Write;

use super::address::{contains_standalone, display_address};
use crate::markdown::{Block, TextRun};
use runs::format_runs;

/// Signs that an app reads as styles and lists.
#[derive(Debug)]
pub(super) struct ChatMarkup {
    /// Marker around bold words.
    pub(super) bold: &'static str,
    /// Marker around italics.
    pub(super) italic: &'static str,
    /// Marker around what is struck out.
    pub(super) strike: &'static str,
    /// Start of a list item.
    pub(super) bullet: &'static str,
    /// Whether lines that begin like a list item or a quotation are shown as one.
    pub(super) has_lists: bool,
}

/// Formats blocks as one message: paragraphs separated by an empty line, one line per list item, no trailing white space.
pub(super) fn format_blocks(blocks: &[Block], markup: &ChatMarkup) -> String {
    let mut out = String::new();
    let mut previous: Option<&Block> = None;
    for block in blocks {
        if let Some(previous) = previous {
            let same_list = matches!((previous, block), (Block::Item(..), Block::Item(..)));
            let same_quote = matches!((previous, block), (Block::Quote(one), Block::Quote(other)) if matches!((&**one, &**other), (Block::Item(..), Block::Item(..))));
            out.push_str(if same_list || same_quote { "\n" } else { "\n\n" });
        }
        write_block(block, markup, &mut out);
        previous = Some(block);
    }
    normalize_blank_lines(&out)
}

fn write_block(block: &Block, markup: &ChatMarkup, out: &mut String) {
    match block {
        Block::Paragraph(runs) => out.push_str(&format_lines(runs, markup, "", "")),
        Block::Heading(runs) => {
            let plain: Vec<TextRun> =
                runs.iter().map(|run| TextRun { bold: true, italic: false, strike: false, ..run.clone() }).collect();
            out.push_str(&format_lines(&plain, markup, "", ""));
        }
        Block::Item(0, None, runs) => out.push_str(&format_lines(runs, markup, markup.bullet, "  ")),
        // Chats have no nested lists.
        Block::Item(_, None, runs) => {
            out.push_str(&format_lines(runs, markup, &format!("{}◦ ", markup.bullet), "  "));
        }
        Block::Item(0, Some(number), runs) if *number < 100 => {
            out.push_str(&format_lines(runs, markup, &format!("{number}. "), "   "));
        }
        Block::Item(_, Some(number), runs) => {
            out.push_str(&format_lines(runs, markup, &format!("{}{number}) ", markup.bullet), "  "));
        }
        Block::Quote(quoted) => {
            let mut text = String::new();
            write_block(quoted, markup, &mut text);
            // `>` is repeated on each line.
            out.push_str(&text.split('\n').map(|line| format!("> {line}")).collect::<Vec<_>>().join("\n"));
        }
        Block::Code(code) => {
            // A fence may span lines but must not be empty.
            let code = code.trim_matches('\n').replace("```", "'''");
            if !code.trim().is_empty() {
                let _ = write!(out, "```{code}```");
            }
        }
    }
}

/// Formats runs as lines, prefixed with `first` and then `next`; targets of links with other text follow on lines of their
/// own.
fn format_lines(runs: &[TextRun], markup: &ChatMarkup, first: &str, next: &str) -> String {
    let mut lines: Vec<Vec<TextRun>> = vec![Vec::new()];
    let mut addresses: Vec<String> = Vec::new();
    for run in runs {
        for (index, part) in run.text.split('\n').enumerate() {
            if index > 0 {
                lines.push(Vec::new());
            }
            if let (Some(line), false) = (lines.last_mut(), part.is_empty()) {
                line.push(TextRun { text: part.to_owned(), ..run.clone() });
            }
        }
        if let Some(link) = run.link.as_deref() {
            let shown = display_address(link);
            if !addresses.contains(&shown) && !runs.iter().any(|run| contains_standalone(&run.text, &shown)) {
                addresses.push(shown);
            }
        }
    }
    let mut out = String::new();
    for (index, line) in lines.iter().enumerate() {
        if index > 0 {
            out.push('\n');
        }
        let prefix = if index == 0 { first } else { next };
        out.push_str(prefix);
        let mut text = format_runs(line, markup);
        if prefix.is_empty() && markup.has_lists {
            text = defuse_list_marker(&text);
        }
        out.push_str(&text);
    }
    for address in addresses {
        out.push('\n');
        out.push_str(&address);
    }
    out
}

/// Rewrites a line that a chat would read as a list item or quotation.
fn defuse_list_marker(line: &str) -> String {
    if let Some(rest) = line.strip_prefix("- ").or_else(|| line.strip_prefix("* ")) {
        return format!("– {rest}");
    }
    if let Some(rest) = line.strip_prefix("> ") {
        return format!("› {rest}");
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    match (digits, line.get(digits..)) {
        (1 | 2, Some(rest)) if rest.starts_with(". ") => {
            format!("{}){}", line.get(..digits).unwrap_or_default(), rest.get(1..).unwrap_or_default())
        }
        _ => line.to_owned(),
    }
}

/// Removes trailing white space and repeated empty lines.
fn normalize_blank_lines(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut empty = 0;
    for line in text.split('\n') {
        let line = line.trim_end();
        empty = if line.is_empty() { empty + 1 } else { 0 };
        if empty > 1 {
            continue;
        }
        out.push_str(line);
        out.push('\n');
    }
    out.trim_matches('\n').to_owned()
}
