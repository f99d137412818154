//! Formats blocks in WhatsApp's markup.
//!
//! The grammar is not published. This module writes only what all known implementations agree on: the expressions of the
//! mautrix bridge, the examples of WhatsApp's help page, reports of real clients. A marker opens at the start of a
//! line, after a space or after another opening marker; it closes before a space, the end of a line or `. , ; : ! ?`.
//! Where a style cannot be written that way, the text is kept and the style dropped.

use std::fmt::Write;

use super::address::{
    TRAILING_PUNCTUATION, contains_address, contains_standalone, display_address, is_dial_code, is_web_address,
    split_trailing_punctuation,
};
use crate::markdown::{Block, TextRun};

/// Formats blocks as one message: paragraphs separated by an empty line, one line per list item, no trailing white space.
///
/// ```
/// use bacheca::{compose::whatsapp::format_blocks, markdown::parse_blocks};
///
/// assert_eq!(format_blocks(&parse_blocks("Corso **gratuito**")), "Corso *gratuito*");
/// ```
#[must_use]
pub fn format_blocks(blocks: &[Block]) -> String {
    let mut out = String::new();
    let mut previous: Option<&Block> = None;
    for block in blocks {
        if let Some(previous) = previous {
            let same_list = matches!((previous, block), (Block::Item(..), Block::Item(..)));
            let same_quote = matches!((previous, block), (Block::Quote(one), Block::Quote(other)) if matches!((&**one, &**other), (Block::Item(..), Block::Item(..))));
            out.push_str(if same_list || same_quote { "\n" } else { "\n\n" });
        }
        write_block(block, &mut out);
        previous = Some(block);
    }
    normalize_blank_lines(&out)
}

/// Length in UTF-16 code units, as messengers count; an emoji counts two or more.
///
/// ```
/// use bacheca::compose::whatsapp::utf16_length;
///
/// assert_eq!(utf16_length("è 📅"), 4);
/// ```
#[must_use]
pub fn utf16_length(text: &str) -> usize {
    text.encode_utf16().count()
}

fn write_block(block: &Block, out: &mut String) {
    match block {
        Block::Paragraph(runs) => out.push_str(&format_lines(runs, "", "")),
        Block::Heading(runs) => {
            let plain: Vec<TextRun> =
                runs.iter().map(|run| TextRun { bold: true, italic: false, strike: false, ..run.clone() }).collect();
            out.push_str(&format_lines(&plain, "", ""));
        }
        Block::Item(0, None, runs) => out.push_str(&format_lines(runs, "- ", "  ")),
        // WhatsApp has no nested lists.
        Block::Item(_, None, runs) => out.push_str(&format_lines(runs, "- ◦ ", "  ")),
        Block::Item(0, Some(number), runs) if *number < 100 => {
            out.push_str(&format_lines(runs, &format!("{number}. "), "   "));
        }
        Block::Item(_, Some(number), runs) => out.push_str(&format_lines(runs, &format!("- {number}) "), "  ")),
        Block::Quote(quoted) => {
            let mut text = String::new();
            write_block(quoted, &mut text);
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
fn format_lines(runs: &[TextRun], first: &str, next: &str) -> String {
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
        let mut text = format_inline(line);
        if prefix.is_empty() {
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

/// Rewrites a line that WhatsApp would read as a list item or quotation.
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

/// Styles that have a marker, outermost first.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    Bold,
    Italic,
    Strike,
}

impl Style {
    const ALL: [Self; 3] = [Self::Bold, Self::Italic, Self::Strike];

    fn marker(self) -> char {
        match self {
            Self::Bold => '*',
            Self::Italic => '_',
            Self::Strike => '~',
        }
    }

    fn applies_to(self, run: &TextRun) -> bool {
        match self {
            Self::Bold => run.bold,
            Self::Italic => run.italic,
            Self::Strike => run.strike,
        }
    }

    fn remove_from(self, run: &mut TextRun) {
        match self {
            Self::Bold => run.bold = false,
            Self::Italic => run.italic = false,
            Self::Strike => run.strike = false,
        }
    }
}

/// Formats one line of runs.
fn format_inline(runs: &[TextRun]) -> String {
    let mut out = String::new();
    write_runs(runs, None, 0, &mut out);
    out
}

/// Writes runs; `after` is the character that follows them.
fn write_runs(runs: &[TextRun], after: Option<char>, depth: usize, out: &mut String) {
    let mut rest = runs;
    while let Some(run) = rest.first() {
        // The style that spans most runs from here becomes the outer one.
        let (style, length) = Style::ALL
            .into_iter()
            .filter(|style| style.applies_to(run) && !run.code)
            .map(|style| (Some(style), rest.iter().take_while(|run| style.applies_to(run) && !run.code).count()))
            .fold((None, 1), |best, next| if best.0.is_none() || next.1 > best.1 { next } else { best });
        let (group, later) = rest.split_at(length.min(rest.len()));
        // Marker characters in the text do not close a style: they are replaced by look-alikes.
        let literal = later.first().and_then(|run| run.text.chars().next());
        let literal = literal.map(|letter| if matches!(letter, '*' | '_' | '~') { '∗' } else { letter });
        let following = literal.or(after);
        match style {
            Some(style) => write_styled(group, style, following, depth, out),
            None => write_plain(run, following, out),
        }
        rest = later;
    }
}

/// Writes runs in one style, or without it where WhatsApp would show the markers.
fn write_styled(group: &[TextRun], style: Style, after: Option<char>, depth: usize, out: &mut String) {
    let mut inner: Vec<TextRun> = group.to_vec();
    for run in &mut inner {
        style.remove_from(run);
    }
    // Markers must touch the text: move white space at the edges outside.
    let (mut leading, mut trailing) = (String::new(), String::new());
    if let Some(first) = inner.first_mut() {
        let words = first.text.trim_start_matches([' ', '\n']);
        leading = first.text.get(..first.text.len() - words.len()).unwrap_or_default().to_owned();
        first.text = words.to_owned();
    }
    if let Some(last) = inner.last_mut() {
        let words = last.text.trim_end_matches([' ', '\n']);
        trailing = last.text.get(words.len()..).unwrap_or_default().to_owned();
        last.text = words.to_owned();
    }
    out.push_str(&leading);
    let mut words = String::new();
    // The inner text is followed by the closing marker.
    write_runs(&inner, Some(style.marker()), depth + 1, &mut words);
    let next = if trailing.is_empty() { after } else { Some(' ') };
    let holds_address = group.iter().any(|run| contains_address(&run.text));
    let fits = depth < 2
        && can_open_after(out)
        && can_close_before(next)
        && !words.is_empty()
        && words.trim() == words
        && !words.contains(style.marker())
        && !holds_address;
    if fits {
        out.push(style.marker());
        out.push_str(&words);
        out.push(style.marker());
    } else {
        write_runs(&inner, next, depth, out);
    }
    out.push_str(&trailing);
}

fn can_open_after(out: &str) -> bool {
    out.chars().next_back().is_none_or(|last| matches!(last, ' ' | '\n'))
}

fn can_close_before(next: Option<char>) -> bool {
    next.is_none_or(|next| matches!(next, ' ' | '\n' | '.' | ',' | ';' | ':' | '!' | '?' | '*' | '_' | '~'))
}

fn write_plain(run: &TextRun, after: Option<char>, out: &mut String) {
    if run.code
        && !contains_address(&run.text)
        && can_open_after(out)
        && can_close_before(after)
        && !run.text.contains('`')
        && run.text.trim() == run.text
        && !run.text.is_empty()
    {
        out.push('`');
        out.push_str(&run.text);
        out.push('`');
        return;
    }
    let behind_address = out.rsplit([' ', '\n']).next().is_some_and(is_web_address);
    let text = if behind_address { run.text.trim_start_matches(TRAILING_PUNCTUATION) } else { run.text.as_str() };
    write_words(text, out);
}

/// Writes text; marker characters that could style something are replaced by look-alikes, except in addresses, which are
/// kept byte for byte.
fn write_words(text: &str, out: &mut String) {
    for (index, word) in text.split(' ').enumerate() {
        if index > 0 {
            out.push(' ');
        }
        let (address, punctuation) = split_trailing_punctuation(word);
        if contains_address(address) {
            out.push_str(address);
            // Many phones take a full stop after a URL as part of it.
            if !is_web_address(address) {
                out.push_str(punctuation);
            }
            continue;
        }
        if is_dial_code(word) {
            out.push_str(word);
            continue;
        }
        let letters: Vec<char> = word.chars().collect();
        for (position, letter) in letters.iter().enumerate() {
            let neighbour = |offset: Option<usize>| {
                offset.and_then(|offset| letters.get(offset)).is_some_and(|letter| letter.is_alphanumeric())
            };
            let inside = neighbour(position.checked_sub(1)) && neighbour(Some(position + 1));
            out.push(match letter {
                // No implementation sees a marker inside a word.
                '*' | '_' | '~' | '`' if inside => *letter,
                '*' => '∗',
                '_' => '＿',
                '~' => '∼',
                '`' => 'ˋ',
                letter => *letter,
            });
        }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::parse_blocks;

    fn format_markdown(markdown: &str) -> String {
        format_blocks(&parse_blocks(markdown))
    }

    #[test]
    fn styles_that_every_reading_shows() {
        assert_eq!(format_markdown("Un **titolo** qui"), "Un *titolo* qui");
        assert_eq!(format_markdown("**Scadenza:** 30 novembre"), "*Scadenza:* 30 novembre");
        assert_eq!(format_markdown("***tutto***"), "*_tutto_*");
        assert_eq!(format_markdown("**a *b* c**"), "*a _b_ c*");
        assert_eq!(format_markdown("*a **b** c*"), "_a *b* c_");
        assert_eq!(format_markdown("~~via~~, subito"), "~via~, subito");
    }

    #[test]
    fn markers_that_would_show_are_dropped() {
        assert_eq!(format_markdown("super**bold**ly"), "superboldly");
        assert_eq!(format_markdown("(**nota**)"), "(nota)");
        assert_eq!(format_markdown("«**nota**»"), "«nota»");
        assert_eq!(format_markdown("l'*Europa*"), "l'Europa");
        assert_eq!(format_markdown("📌**nota**"), "📌nota");
        assert_eq!(format_markdown("**uno *due*tre**"), "*uno duetre*");
    }

    #[test]
    fn values_do_not_style_anything() {
        assert_eq!(format_markdown("PONTE_26\\*B e \\_prova\\_"), "PONTE_26*B e ＿prova＿");
        assert_eq!(format_markdown("5\\*3\\*2"), "5*3*2");
        assert_eq!(format_markdown("**PONTE_26\\*B**"), "PONTE_26*B");
    }

    #[test]
    fn addresses_come_out_byte_for_byte() {
        assert_eq!(format_markdown("Scrivi a nome_cognome_x@y.it."), "Scrivi a nome_cognome_x@y.it.");
        assert_eq!(format_markdown("Vai su <https://x.it/a_b_c/_d_>"), "Vai su https://x.it/a_b_c/_d_");
        assert_eq!(format_markdown("Vedi [il bando](https://x.it/a_b)."), "Vedi il bando.\nhttps://x.it/a_b");
        assert_eq!(format_markdown("**https://x.it/a_b**"), "https://x.it/a_b");
    }

    #[test]
    fn lists_and_quotes() {
        assert_eq!(format_markdown("- a\n- b\n  - c\n\nfine"), "- a\n- b\n- ◦ c\n\nfine");
        assert_eq!(format_markdown("1. a\n2. b"), "1. a\n2. b");
        assert_eq!(format_markdown("> uno\n> due"), "> uno due");
        assert_eq!(format_markdown("1\\. non è un elenco"), "1) non è un elenco");
        assert_eq!(format_markdown("# **Titolo**\n\ntesto"), "*Titolo*\n\ntesto");
    }

    #[test]
    fn emoji_count_two() {
        assert_eq!(utf16_length("a📌"), 3);
    }
}
