//! Styles of one line: markers where every reading of them agrees, plain words elsewhere.

use super::ChatMarkup;
use crate::compose::address::{
    TRAILING_PUNCTUATION, contains_address, is_dial_code, is_web_address, split_trailing_punctuation,
};
use crate::markdown::TextRun;

/// Styles that have a marker, outermost first.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    Bold,
    Italic,
    Strike,
}

impl Style {
    const ALL: [Self; 3] = [Self::Bold, Self::Italic, Self::Strike];

    fn marker(self, markup: &ChatMarkup) -> &'static str {
        match self {
            Self::Bold => markup.bold,
            Self::Italic => markup.italic,
            Self::Strike => markup.strike,
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
pub(super) fn format_runs(runs: &[TextRun], markup: &ChatMarkup) -> String {
    let mut out = String::new();
    write_runs(runs, markup, None, 0, &mut out);
    out
}

/// Writes runs; `after` is the character that follows them.
fn write_runs(runs: &[TextRun], markup: &ChatMarkup, after: Option<char>, depth: usize, out: &mut String) {
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
            Some(style) => write_styled(group, (style, markup), following, depth, out),
            None => write_plain(run, following, out),
        }
        rest = later;
    }
}

/// Writes runs in one style, or without it where a chat would show the markers.
fn write_styled(
    group: &[TextRun],
    (style, markup): (Style, &ChatMarkup),
    after: Option<char>,
    depth: usize,
    out: &mut String,
) {
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
    let marker = style.marker(markup);
    // The inner text is followed by the closing marker.
    write_runs(&inner, markup, marker.chars().next(), depth + 1, &mut words);
    let next = if trailing.is_empty() { after } else { Some(' ') };
    let holds_address = group.iter().any(|run| contains_address(&run.text));
    let fits = depth < 2
        && can_open_after(out)
        && can_close_before(next)
        && !words.is_empty()
        && words.trim() == words
        && !words.contains(marker)
        && !holds_address;
    if fits {
        out.push_str(marker);
        out.push_str(&words);
        out.push_str(marker);
    } else {
        write_runs(&inner, markup, next, depth, out);
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
