//! Telegram for a program that posts (the Bot API with `parse_mode` HTML): HTML of which only `& < >` must be escaped; 4,096 units of UTF-16 once it is read.

use std::fmt::Write;

use super::{Desk, Messenger, join_blocks, limits};
use crate::compose::address::display_address;
use crate::compose::whatsapp;
use crate::markdown::{Block, TextRun};
use crate::text::escape::{Attribute, unescape_attribute};

pub(super) const CHANNEL: Messenger = Messenger {
    name: "telegram-bot",
    label: "Telegram, per un programma",
    desk: Desk::Absent,
    template: "whatsapp.md",
    target: 1_500,
    limit: limits::TELEGRAM_TEXT.most,
    unit: "caratteri",
    count: |text| whatsapp::utf16_length(&read(text)),
    may_fill: None,
    counts_as_typed: false,
    timeline: None,
    is_read_aloud: false,
    share_url: None,
    write: text,
};

/// Below a picture: 1,024 units.
pub(super) const CAPTION: Messenger = Messenger {
    name: "telegram-bot-caption",
    label: "Telegram con immagine, per un programma",
    target: limits::TELEGRAM_CAPTION.most,
    limit: limits::TELEGRAM_CAPTION.most,
    ..CHANNEL
};

/// What remains of the HTML that we write when it is read.
fn read(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut within = false;
    for letter in html.chars() {
        match letter {
            '<' => within = true,
            '>' if within => within = false,
            letter if !within => out.push(letter),
            _ => {}
        }
    }
    unescape_attribute(&out)
}

fn text(blocks: &[Block]) -> String {
    join_blocks(blocks, write_block)
}

fn write_block(block: &Block, out: &mut String) {
    match block {
        Block::Paragraph(runs) => write_runs(runs, out),
        Block::Heading(runs) => {
            out.push_str("<b>");
            let plain: Vec<TextRun> = runs.iter().map(|run| TextRun { bold: false, ..run.clone() }).collect();
            write_runs(&plain, out);
            out.push_str("</b>");
        }
        Block::Item(_, None, runs) => {
            out.push_str("• ");
            write_runs(runs, out);
        }
        Block::Item(_, Some(number), runs) => {
            let _ = write!(out, "{number}. ");
            write_runs(runs, out);
        }
        Block::Quote(quoted) => {
            out.push_str("<blockquote>");
            write_block(quoted, out);
            out.push_str("</blockquote>");
        }
        Block::Code(code) => {
            let _ = write!(out, "<pre>{}</pre>", Attribute::new(code.trim_matches('\n')));
        }
    }
}

fn write_runs(runs: &[TextRun], out: &mut String) {
    for run in runs {
        let link = run.link.as_deref().filter(|link| !link.starts_with("tel:"));
        let styles = [
            (link.is_some(), format!("a href=\"{}\"", Attribute::new(link.unwrap_or_default())), "a"),
            (run.bold, "b".to_owned(), "b"),
            (run.italic, "i".to_owned(), "i"),
            (run.strike, "s".to_owned(), "s"),
            (run.code, "code".to_owned(), "code"),
        ];
        let open: Vec<_> = styles.iter().filter(|(on, ..)| *on).collect();
        for (_, tag, _) in &open {
            let _ = write!(out, "<{tag}>");
        }
        out.push_str(Attribute::new(&run.text).as_str());
        for (.., name) in open.iter().rev() {
            let _ = write!(out, "</{name}>");
        }
        // Telegram makes no links to numbers, but finds numbers in the text.
        if let Some(number) = run.link.as_deref().filter(|link| link.starts_with("tel:")).map(display_address)
            && !run.text.chars().any(|letter| letter.is_ascii_digit())
        {
            let _ = write!(out, " {}", Attribute::new(&number));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::parse_blocks;

    #[test]
    fn markdown_becomes_the_html_that_telegram_knows() {
        let html = text(&parse_blocks("**Uno & *due*** `x<y`\n\n- [il bando](https://x.it/?a=1&b=2)\n- a_b\n"));
        assert_eq!(
            html,
            "<b>Uno &amp; </b><b><i>due</i></b> <code>x&lt;y</code>\n\n• <a href=\"https://x.it/?a=1&amp;b=2\">il bando</a>\n• a_b"
        );
        assert_eq!(read("<b>Uno &amp; due</b> &lt;b&gt;"), "Uno & due <b>");
    }
}
