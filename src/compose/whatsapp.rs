//! Styled runs to the text that WhatsApp shows as meant.
//!
//! There is no published grammar. What is written here is what all known readings agree on: the
//! expressions of the mautrix bridge, the examples of WhatsApp's help page, reports of real
//! clients. A marker opens at the start of a line, after a space or after another opening marker;
//! it closes before a space, the end of a line or `. , ; : ! ?`. Where that cannot be had, the
//! words stay and the style goes.

use std::fmt::Write;

use super::address::{FULL_STOPS, holds, is_address, is_dial_code, is_web, shown_address, split_address};
use super::markdown::{Block, Run};

/// Blocks as one text: paragraphs divided by an empty line, points of a list each on its line, no
/// space at the end of a line, no line end at the end.
#[must_use]
pub fn text(blocks: &[Block]) -> String {
    let mut out = String::new();
    let mut previous: Option<&Block> = None;
    for block in blocks {
        if let Some(previous) = previous {
            let same_list = matches!((previous, block), (Block::Item(..), Block::Item(..)));
            let same_quote = matches!((previous, block), (Block::Quote(one), Block::Quote(other)) if matches!((&**one, &**other), (Block::Item(..), Block::Item(..))));
            out.push_str(if same_list || same_quote { "\n" } else { "\n\n" });
        }
        block_text(block, &mut out);
        previous = Some(block);
    }
    normalize_blank_lines(&out)
}

/// UTF-16 units: how every channel counts, an emoji being two or more.
#[must_use]
pub fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

fn block_text(block: &Block, out: &mut String) {
    match block {
        Block::Paragraph(runs) => out.push_str(&lines(runs, "", "")),
        Block::Heading(runs) => {
            let plain: Vec<Run> =
                runs.iter().map(|run| Run { bold: true, italic: false, strike: false, ..run.clone() }).collect();
            out.push_str(&lines(&plain, "", ""));
        }
        Block::Item(0, None, runs) => out.push_str(&lines(runs, "- ", "  ")),
        // WhatsApp knows no lists in lists.
        Block::Item(_, None, runs) => out.push_str(&lines(runs, "- ◦ ", "  ")),
        Block::Item(0, Some(number), runs) if *number < 100 => {
            out.push_str(&lines(runs, &format!("{number}. "), "   "));
        }
        Block::Item(_, Some(number), runs) => out.push_str(&lines(runs, &format!("- {number}) "), "  ")),
        Block::Quote(quoted) => {
            let mut text = String::new();
            block_text(quoted, &mut text);
            // The sign stands before each line.
            out.push_str(&text.split('\n').map(|line| format!("> {line}")).collect::<Vec<_>>().join("\n"));
        }
        Block::Code(code) => {
            // Three backticks may span lines, but must hold something.
            let code = code.trim_matches('\n').replace("```", "'''");
            if !code.trim().is_empty() {
                let _ = write!(out, "```{code}```");
            }
        }
    }
}

/// Runs as lines, the first after `first`, the others after `next`; the addresses of links that
/// are words stand on lines of their own below.
fn lines(runs: &[Run], first: &str, next: &str) -> String {
    // Before anything is decided about a letter: signs that nobody sees are gone, accents belong to their letters.
    let runs: Vec<Run> = runs.iter().map(|run| Run { text: strip_invisible(&run.text), ..run.clone() }).collect();
    let runs = runs.as_slice();
    let mut lines: Vec<Vec<Run>> = vec![Vec::new()];
    let mut addresses: Vec<String> = Vec::new();
    for run in runs {
        for (index, part) in run.text.split('\n').enumerate() {
            if index > 0 {
                lines.push(Vec::new());
            }
            if let (Some(line), false) = (lines.last_mut(), part.is_empty()) {
                line.push(Run { text: part.to_owned(), ..run.clone() });
            }
        }
        if let Some(link) = run.link.as_deref() {
            let shown = shown_address(link);
            if !addresses.contains(&shown) && !runs.iter().any(|run| holds(&run.text, &shown)) {
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
        let mut text = inline(line);
        if prefix.is_empty() {
            text = no_accidental_list(&text);
        }
        out.push_str(&text);
    }
    for address in addresses {
        out.push('\n');
        out.push_str(&address);
    }
    out
}

/// A line that starts like a list or a quotation by accident is written otherwise.
fn no_accidental_list(line: &str) -> String {
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

/// The styles that have a marker, outermost first.
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

    fn of(self, run: &Run) -> bool {
        match self {
            Self::Bold => run.bold,
            Self::Italic => run.italic,
            Self::Strike => run.strike,
        }
    }

    fn remove(self, run: &mut Run) {
        match self {
            Self::Bold => run.bold = false,
            Self::Italic => run.italic = false,
            Self::Strike => run.strike = false,
        }
    }
}

/// One line of runs.
fn inline(runs: &[Run]) -> String {
    let mut out = String::new();
    emit(runs, None, 0, &mut out);
    out
}

/// Writes runs; `after` is the character that will follow them.
fn emit(runs: &[Run], after: Option<char>, depth: usize, out: &mut String) {
    let mut rest = runs;
    while let Some(run) = rest.first() {
        // The style that lasts longest from here is the outer one.
        let (style, length) = Style::ALL
            .into_iter()
            .filter(|style| style.of(run) && !run.code)
            .map(|style| (Some(style), rest.iter().take_while(|run| style.of(run) && !run.code).count()))
            .fold((None, 1), |best, next| if best.0.is_none() || next.1 > best.1 { next } else { best });
        let (group, later) = rest.split_at(length.min(rest.len()));
        // A marker that stands in the text itself closes nothing: it will be written as another sign.
        let literal = later.first().and_then(|run| run.text.chars().next());
        let literal = literal.map(|letter| if matches!(letter, '*' | '_' | '~') { '∗' } else { letter });
        let following = literal.or(after);
        match style {
            Some(style) => styled(group, style, following, depth, out),
            None => plain(run, following, out),
        }
        rest = later;
    }
}

/// Writes a group in one style, or its words alone where the markers would show.
fn styled(group: &[Run], style: Style, after: Option<char>, depth: usize, out: &mut String) {
    let mut inner: Vec<Run> = group.to_vec();
    for run in &mut inner {
        style.remove(run);
    }
    // Markers touch the words: spaces at the edges go outside.
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
    // What follows the inner words is the closing marker.
    emit(&inner, Some(style.marker()), depth + 1, &mut words);
    let next = if trailing.is_empty() { after } else { Some(' ') };
    let holds_address = group.iter().any(|run| is_address(&run.text));
    let fits = depth < 2
        && opens_after(out)
        && closes_before(next)
        && !words.is_empty()
        && words.trim() == words
        && !words.contains(style.marker())
        && !holds_address;
    if fits {
        out.push(style.marker());
        out.push_str(&words);
        out.push(style.marker());
    } else {
        emit(&inner, next, depth, out);
    }
    out.push_str(&trailing);
}

fn opens_after(out: &str) -> bool {
    out.chars().next_back().is_none_or(|last| matches!(last, ' ' | '\n'))
}

fn closes_before(next: Option<char>) -> bool {
    next.is_none_or(|next| matches!(next, ' ' | '\n' | '.' | ',' | ';' | ':' | '!' | '?' | '*' | '_' | '~'))
}

fn plain(run: &Run, after: Option<char>, out: &mut String) {
    if run.code
        && !is_address(&run.text)
        && opens_after(out)
        && closes_before(after)
        && !run.text.contains('`')
        && run.text.trim() == run.text
        && !run.text.is_empty()
    {
        out.push('`');
        out.push_str(&run.text);
        out.push('`');
        return;
    }
    let behind_address = out.rsplit([' ', '\n']).next().is_some_and(is_web);
    let text = if behind_address { run.text.trim_start_matches(FULL_STOPS) } else { run.text.as_str() };
    words(text, out);
}

/// A text without signs that nobody sees, each letter one character where Unicode has one (NFC).
fn strip_invisible(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    text.nfc().filter(|letter| !matches!(letter, '\u{200b}' | '\u{2060}' | '\u{feff}')).collect()
}

/// Words as they are; markers that could style something are replaced by characters that look
/// like them, except in addresses, which come out byte for byte.
fn words(text: &str, out: &mut String) {
    for (index, word) in text.split(' ').enumerate() {
        if index > 0 {
            out.push(' ');
        }
        let (address, punctuation) = split_address(word);
        if is_address(address) {
            out.push_str(address);
            // A full stop behind an address becomes part of it on many phones.
            if !is_web(address) {
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
                // Within a word no reading sees a marker.
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

/// No spaces at the ends of lines, at most one empty line, Unicode NFC.
fn normalize_blank_lines(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    let mut out = String::with_capacity(text.len());
    let mut empty = 0;
    for line in text.split('\n') {
        let line = line.trim_end();
        empty = if line.is_empty() { empty + 1 } else { 0 };
        if empty > 1 {
            continue;
        }
        out.extend(line.nfc().filter(|letter| !matches!(letter, '\u{200b}' | '\u{2060}' | '\u{feff}')));
        out.push('\n');
    }
    out.trim_matches('\n').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compose::markdown::blocks;

    fn say(markdown: &str) -> String {
        text(&blocks(markdown))
    }

    #[test]
    fn styles_that_every_reading_shows() {
        assert_eq!(say("Un **titolo** qui"), "Un *titolo* qui");
        assert_eq!(say("**Scadenza:** 30 novembre"), "*Scadenza:* 30 novembre");
        assert_eq!(say("***tutto***"), "*_tutto_*");
        assert_eq!(say("**a *b* c**"), "*a _b_ c*");
        assert_eq!(say("*a **b** c*"), "_a *b* c_");
        assert_eq!(say("~~via~~, subito"), "~via~, subito");
    }

    #[test]
    fn markers_that_would_show_are_dropped() {
        assert_eq!(say("super**bold**ly"), "superboldly");
        assert_eq!(say("(**nota**)"), "(nota)");
        assert_eq!(say("«**nota**»"), "«nota»");
        assert_eq!(say("l'*Europa*"), "l'Europa");
        assert_eq!(say("📌**nota**"), "📌nota");
        assert_eq!(say("**uno *due*tre**"), "*uno duetre*");
    }

    #[test]
    fn values_do_not_style_anything() {
        assert_eq!(say("PONTE_26\\*B e \\_prova\\_"), "PONTE_26*B e ＿prova＿");
        assert_eq!(say("5\\*3\\*2"), "5*3*2");
        assert_eq!(say("**PONTE_26\\*B**"), "PONTE_26*B");
    }

    #[test]
    fn addresses_come_out_byte_for_byte() {
        assert_eq!(say("Scrivi a nome_cognome_x@y.it."), "Scrivi a nome_cognome_x@y.it.");
        assert_eq!(say("Vai su <https://x.it/a_b_c/_d_>"), "Vai su https://x.it/a_b_c/_d_");
        assert_eq!(say("Vedi [il bando](https://x.it/a_b)."), "Vedi il bando.\nhttps://x.it/a_b");
        assert_eq!(say("**https://x.it/a_b**"), "https://x.it/a_b");
    }

    #[test]
    fn lists_and_quotes() {
        assert_eq!(say("- a\n- b\n  - c\n\nfine"), "- a\n- b\n- ◦ c\n\nfine");
        assert_eq!(say("1. a\n2. b"), "1. a\n2. b");
        assert_eq!(say("> uno\n> due"), "> uno due");
        assert_eq!(say("1\\. non è un elenco"), "1) non è un elenco");
        assert_eq!(say("# **Titolo**\n\ntesto"), "*Titolo*\n\ntesto");
    }

    #[test]
    fn emoji_count_two() {
        assert_eq!(units("a📌"), 3);
    }
}
