//! Styles of messages, read as WhatsApp reads them. The reader here is independent of the code
//! that writes messages and follows the regular expressions of the mautrix bridge:
//!
//! ```text
//! italic  ([\s>~*]|^)_(.+?)_([^a-zA-Z\d]|$)
//! bold    ([\s>_~]|^)\*(.+?)\*([^a-zA-Z\d]|$)
//! strike  ([\s>_*]|^)~(.+?)~([^a-zA-Z\d]|$)
//! code    ([\s>_*~]|^)`(.+?)`([^a-zA-Z\d]|$)
//! ```

use std::ops::Range;

use super::pasteable_texts;
use crate::support::assert_no_problems;

const MARKERS: [char; 4] = ['*', '_', '~', '`'];

/// Ranges of a line between pairs of markers, as the bridge finds them, without the markers.
pub(super) fn styled_ranges(line: &[char], marker: char) -> Vec<Range<usize>> {
    let opens = |at: usize| {
        at == 0
            || line[at - 1].is_whitespace()
            || line[at - 1] == '>'
            || (line[at - 1] != marker && matches!(line[at - 1], '*' | '_' | '~'))
    };
    let closes = |at: usize| line.get(at + 1).is_none_or(|next| !next.is_ascii_alphanumeric());
    let (mut found, mut at) = (Vec::new(), 0);
    while at < line.len() {
        let end = (line[at] == marker && opens(at))
            .then(|| (at + 2..line.len()).find(|end| line[*end] == marker && closes(*end)))
            .flatten();
        match end {
            Some(end) => {
                found.push(at + 1..end);
                at = end + 1;
            }
            None => at += 1,
        }
    }
    found
}

/// Positions of markers that the reader would see: unpaired, at the edge of a word, not in an address.
fn stray_markers(line: &[char]) -> Vec<usize> {
    let used: Vec<usize> = MARKERS
        .iter()
        .flat_map(|marker| styled_ranges(line, *marker))
        .flat_map(|range| [range.start - 1, range.end])
        .collect();
    let word_of = |at: usize| {
        let start = line[..at].iter().rposition(|letter| letter.is_whitespace()).map_or(0, |space| space + 1);
        line[start..].iter().take_while(|letter| !letter.is_whitespace()).collect::<String>()
    };
    let letter = |at: Option<usize>| at.and_then(|at| line.get(at)).is_some_and(|letter| letter.is_alphanumeric());
    let seen = |at: &usize| {
        let word = word_of(*at);
        let inside = letter(at.checked_sub(1)) && letter(Some(at + 1));
        MARKERS.contains(&line[*at]) && !used.contains(at) && !inside && !word.contains("://") && !word.contains('@')
    };
    (0..line.len()).filter(seen).collect()
}

pub(super) fn chars_of(line: &str) -> Vec<char> {
    line.chars().collect()
}

#[test]
fn whatsapp_reader_finds_known_styles() {
    let bold = |line: &str| -> Vec<String> {
        let line = chars_of(line);
        styled_ranges(&line, '*').into_iter().map(|range| line[range].iter().collect()).collect()
    };
    assert_eq!(bold("📌 *nota* e *Scadenza:* 30/11"), ["nota", "Scadenza:"]);
    for plain in ["super*bold*ly", "5*3*2", "(*nota*)", "«*nota*»", "📌*nota*", "*Scadenza:*30/11"] {
        assert!(bold(plain).is_empty(), "{plain}");
    }
    assert_eq!(stray_markers(&chars_of("*a _b_ c* e x_y@z.it o https://x.it/_a_")), Vec::<usize>::new());
    assert_eq!(stray_markers(&chars_of("una *nota e basta")), [4]);
    assert_eq!(stray_markers(&chars_of("**nota**")), [1, 7]);
}

#[test]
fn whatsapp_text_has_no_stray_markers() {
    let mut problems = Vec::new();
    for (path, text) in pasteable_texts() {
        for line in text.lines() {
            // A list item may start with an asterisk.
            let letters = chars_of(line.strip_prefix("* ").unwrap_or(line));
            problems.extend(
                (!stray_markers(&letters).is_empty()).then(|| format!("{path}: a marker is left over in «{line}»")),
            );
            for marker in MARKERS {
                for range in styled_ranges(&letters, marker) {
                    let inner: String = letters[range].iter().collect();
                    let address = inner.contains("://") || inner.contains('@');
                    if address || inner.trim() != inner || inner.contains(marker) {
                        problems.push(format!("{path}: «{inner}» should not be styled with {marker}"));
                    }
                }
            }
            for written in ["**", "__", "~~", "](", "\\*", "\\_", "<b", "</", "&amp;", "&#"] {
                let link = line.split(' ').any(|word| word.contains("://") && word.contains(written));
                problems.extend((line.contains(written) && !link).then(|| format!("{path}: {written} in «{line}»")));
            }
            problems.extend(line.starts_with('#').then(|| format!("{path}: a heading of Markdown: «{line}»")));
        }
    }
    assert_no_problems(problems);
}

/// A paragraph of Markdown made by chance: its source, what is bold in it (with `italic` around its italics), and what must
/// stay as it is.
fn random_paragraph(chance: &mut fastrand::Rng, italic: &str) -> (String, Vec<String>, Vec<&'static str>) {
    const WORDS: [&str; 14] = [
        "corso",
        "perché",
        "città",
        "18:30",
        "دورة",
        "বিনামূল্যে",
        "безкоштовно",
        "📌",
        "l'aula",
        "5\\*3\\*2",
        "A2",
        "snake\\_case",
        "50\\~60",
        "«gratis»",
    ];
    const ATOMS: [&str; 4] =
        ["https://example.org/a_b_c/_d_?x=*y*", "nome_cognome_x@example.it", "+39 06 5550 0110", "www.example.org/a_b"];
    let (mut source, mut bold, mut atoms) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..=chance.usize(..7) {
        let words = |chance: &mut fastrand::Rng| {
            (0..=chance.usize(..2)).map(|_| chance.choice(&WORDS).copied().unwrap()).collect::<Vec<_>>().join(" ")
        };
        let plain = |text: &str| text.replace('\\', "");
        match chance.usize(..7) {
            0 => {
                let words = words(chance);
                source.push(format!("**{words}**"));
                bold.push(plain(&words));
            }
            1 => {
                let (outer, inner) = (words(chance), words(chance));
                source.push(format!("**{outer} *{inner}* {outer}**"));
                // A text that contains the marker of its style is not styled.
                let inner = plain(&inner);
                let inner = if inner.contains(italic) { inner } else { format!("{italic}{inner}{italic}") };
                bold.push(format!("{outer} {inner} {outer}", outer = plain(&outer)));
            }
            2 => source.push(format!("*{}*", words(chance))),
            3 => source.push(format!("~~{}~~", words(chance))),
            4 => {
                let atom = chance.choice(&ATOMS).copied().unwrap();
                source.push(atom.replace('*', "\\*").replace('_', "\\_"));
                atoms.push(atom);
            }
            _ => source.push(words(chance)),
        }
    }
    (source.join(" "), bold, atoms)
}

fn format_for(messenger: &str, markdown: &str) -> String {
    let messenger = bacheca::compose::messenger::find_messenger(messenger).unwrap();
    messenger.format_blocks(&bacheca::markdown::parse_blocks(markdown), "ltr")
}

#[test]
fn whatsapp_styles_equal_markdown_styles() {
    let mut chance = fastrand::Rng::with_seed(20_261_122);
    let mut problems = Vec::new();
    for _ in 0..3_000 {
        let (markdown, bold, atoms) = random_paragraph(&mut chance, "_");
        let text = format_for("whatsapp", &markdown);
        let line = chars_of(&text);
        let read: Vec<String> =
            styled_ranges(&line, '*').into_iter().map(|range| line[range].iter().collect()).collect();
        // Characters that could be markers are replaced by similar ones, or the text is not styled.
        let wanted: Vec<&String> = bold.iter().filter(|words| !words.contains(['*', '~'])).collect();
        let missing = wanted.iter().any(|words| !read.contains(words));
        let more = read.iter().any(|words| !bold.iter().any(|bold| bold == words));
        let broken = atoms.iter().any(|atom| !text.contains(atom));
        if missing || more || broken || !stray_markers(&line).is_empty() {
            problems.push(format!("{markdown}\n  says     {text}\n  bold     {read:?}\n  expected {bold:?}"));
        }
    }
    problems.truncate(5);
    assert_no_problems(problems);
}

/// What the Telegram app for Android finds in a line: `\*\*(.+?)\*\*` and the like, one expression after another, each on
/// what the earlier have left.
fn telegram_styles(line: &str) -> (String, Vec<String>) {
    let (mut text, mut bold) = (line.to_owned(), Vec::new());
    for marker in ["**", "__", "~~"] {
        let mut left = String::new();
        let mut rest = text.as_str();
        while let Some((before, behind)) = rest.split_once(marker) {
            let skip = behind.chars().next().map_or(0, char::len_utf8);
            let Some(end) = behind.get(skip..).and_then(|tail| tail.find(marker)).map(|at| at + skip) else { break };
            left.push_str(before);
            left.push_str(&behind[..end]);
            if marker == "**" {
                bold.push(behind[..end].to_owned());
            }
            rest = &behind[end + 2..];
        }
        text = left + rest;
    }
    (text, bold)
}

#[test]
fn telegram_app_reads_the_styles_of_markdown() {
    assert_eq!(
        telegram_styles("**uno __due__** e *tre*"),
        ("uno due e *tre*".to_owned(), vec!["uno __due__".to_owned()])
    );
    let mut chance = fastrand::Rng::with_seed(20_261_130);
    let mut problems = Vec::new();
    for _ in 0..3_000 {
        let (markdown, bold, atoms) = random_paragraph(&mut chance, "__");
        let text = format_for("telegram", &markdown);
        let (left, read) = telegram_styles(&text);
        let stray = ["**", "__", "~~"].iter().any(|marker| left.contains(marker));
        let broken = atoms.iter().any(|atom| !left.contains(atom));
        if read != bold || stray || broken {
            problems.push(format!("{markdown}\n  says     {text}\n  bold     {read:?}\n  expected {bold:?}"));
        }
    }
    problems.truncate(5);
    assert_no_problems(problems);
}
