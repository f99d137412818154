//! Writing of PO files.

use super::{Catalogue, Message};

/// Writes a file: the header, then the messages, one line of text in each pair of quotes.
#[must_use]
pub fn write_catalogue(catalogue: &Catalogue) -> String {
    let header = catalogue.header.iter().flat_map(|(name, value)| [name, ": ", value, "\n"]).collect::<String>();
    let mut out = String::new();
    push_text(&mut out, "msgid", "", "");
    push_text(&mut out, "msgstr", &header, "");
    for message in &catalogue.messages {
        out.push('\n');
        push_message(&mut out, message);
    }
    out
}

fn push_message(out: &mut String, message: &Message) {
    for note in &message.notes {
        // What would end the comment stays on its line.
        let note = note.replace(|ch: char| ch.is_control() || matches!(ch, '\u{2028}' | '\u{2029}'), " ");
        out.push_str("#. ");
        out.push_str(note.trim());
        out.push('\n');
    }
    if !message.reference.is_empty() {
        out.push_str("#: ");
        out.push_str(&message.reference);
        out.push('\n');
    }
    if message.is_fuzzy {
        out.push_str("#, fuzzy\n");
    }
    if let Some(previous) = &message.previous {
        push_text(out, "msgid", previous, "#| ");
    }
    push_text(out, "msgctxt", &message.context, "");
    push_text(out, "msgid", &message.id, "");
    push_text(out, "msgstr", &message.text, "");
}

fn push_text(out: &mut String, keyword: &str, text: &str, before: &str) {
    out.push_str(before);
    out.push_str(keyword);
    out.push(' ');
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    if lines.len() <= 1 {
        push_quoted(out, text);
        return;
    }
    push_quoted(out, "");
    for line in lines {
        out.push_str(before);
        push_quoted(out, line);
    }
}

fn push_quoted(out: &mut String, text: &str) {
    out.push('"');
    for ch in text.chars() {
        match ch {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            ch => out.push(ch),
        }
    }
    out.push_str("\"\n");
}
