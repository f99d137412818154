//! The messages of the repository's own board, read as WhatsApp reads them. The reader here follows
//! the expressions of the mautrix bridge and knows nothing of how the messages are written:
//!
//! ```text
//! italic  ([\s>~*]|^)_(.+?)_([^a-zA-Z\d]|$)
//! bold    ([\s>_~]|^)\*(.+?)\*([^a-zA-Z\d]|$)
//! strike  ([\s>_*]|^)~(.+?)~([^a-zA-Z\d]|$)
//! code    ([\s>_*~]|^)`(.+?)`([^a-zA-Z\d]|$)
//! ```

use std::ops::Range;

use serde_json::Value as Json;

use crate::support::{none, real_site, repository};

/// The most that a text may have, in UTF-16 units (Business API).
const LONGEST: usize = 4_096;

const MARKERS: [char; 4] = ['*', '_', '~', '`'];

/// A message and the item that it is about.
struct Message {
    path: String,
    text: String,
    title: String,
    address: String,
}

/// The message of every open item in every language that has one.
fn messages() -> Vec<Message> {
    let site = real_site();
    let data: Json = serde_json::from_slice(&std::fs::read(site.join("dati/opportunita.json")).unwrap()).unwrap();
    let config: toml::Table = std::fs::read_to_string(repository("site.toml")).unwrap().parse().unwrap();
    let (board, mut messages) = (&config["bacheca"], Vec::new());
    let address = board["indirizzo"].as_str().unwrap();
    for item in data["opportunita"].as_array().unwrap().iter().filter(|item| item["aperta"] == true) {
        for language in board["lingue"].as_array().unwrap().iter().filter_map(toml::Value::as_str) {
            let folder =
                if language == board["lingua"].as_str().unwrap() { String::new() } else { format!("{language}/") };
            let path = format!("{folder}o/{}/", item["slug"].as_str().unwrap());
            let text = std::fs::read_to_string(site.join(&path).join("whatsapp.txt"));
            let text = text.unwrap_or_else(|error| panic!("{path}whatsapp.txt of an open item: {error}"));
            let translated = item["traduzioni"][language]["titolo"].as_str();
            let title = translated.or(item["titolo"].as_str()).unwrap().to_owned();
            messages.push(Message {
                address: format!("{address}{path}"),
                path: format!("{path}whatsapp.txt"),
                text,
                title,
            });
        }
    }
    assert!(messages.len() > 20, "the board has no open items to speak of: {}", messages.len());
    messages
}

/// The stretches of a line between a pair of markers, as the bridge finds them: without markers.
fn styled(line: &[char], marker: char) -> Vec<Range<usize>> {
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

/// Markers of a line that the reader would see: they pair with nothing and stand at the edge of a
/// word. Addresses keep theirs.
fn stray(line: &[char]) -> Vec<usize> {
    let used: Vec<usize> = MARKERS
        .iter()
        .flat_map(|marker| styled(line, *marker))
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

fn letters(line: &str) -> Vec<char> {
    line.chars().collect()
}

#[test]
fn the_reader_reads_what_is_known_of_whatsapp() {
    let bold = |line: &str| -> Vec<String> {
        let line = letters(line);
        styled(&line, '*').into_iter().map(|range| line[range].iter().collect()).collect()
    };
    assert_eq!(bold("📌 *nota* e *Scadenza:* 30/11"), ["nota", "Scadenza:"]);
    for plain in ["super*bold*ly", "5*3*2", "(*nota*)", "«*nota*»", "📌*nota*", "*Scadenza:*30/11"] {
        assert!(bold(plain).is_empty(), "{plain}");
    }
    assert_eq!(stray(&letters("*a _b_ c* e x_y@z.it o https://x.it/_a_")), Vec::<usize>::new());
    assert_eq!(stray(&letters("una *nota e basta")), [4]);
    assert_eq!(stray(&letters("**nota**")), [1, 7]);
}

#[test]
fn no_marker_is_shown_to_the_reader() {
    let mut problems = Vec::new();
    for message in messages() {
        for line in message.text.lines() {
            // A point of a list may start with an asterisk.
            let letters = letters(line.strip_prefix("* ").unwrap_or(line));
            problems.extend(
                (!stray(&letters).is_empty()).then(|| format!("{}: a marker is left over in «{line}»", message.path)),
            );
            for marker in MARKERS {
                for range in styled(&letters, marker) {
                    let inner: String = letters[range].iter().collect();
                    let address = inner.contains("://") || inner.contains('@');
                    if address || inner.trim() != inner || inner.contains(marker) {
                        problems.push(format!("{}: «{inner}» should not be styled with {marker}", message.path));
                    }
                }
            }
            for written in ["**", "__", "~~", "](", "\\*", "\\_", "<b", "</", "&amp;", "&#"] {
                let link = line.split(' ').any(|word| word.contains("://") && word.contains(written));
                problems.extend(
                    (line.contains(written) && !link).then(|| format!("{}: {written} in «{line}»", message.path)),
                );
            }
            problems
                .extend(line.starts_with('#').then(|| format!("{}: a heading of Markdown: «{line}»", message.path)));
        }
    }
    none(problems);
}

#[test]
fn the_title_is_bold_in_the_first_line() {
    let mut problems = Vec::new();
    for message in messages() {
        let first = letters(message.text.lines().next().unwrap_or_default());
        let bold: Vec<String> = styled(&first, '*').into_iter().map(|range| first[range].iter().collect()).collect();
        if !bold.contains(&message.title) {
            problems.push(format!("{}: «{}» is not among {bold:?}", message.path, message.title));
        }
    }
    none(problems);
}

#[test]
fn the_address_stands_alone_at_the_end() {
    let mut problems = Vec::new();
    for message in messages() {
        if message.text.lines().last() != Some(message.address.as_str()) || message.text.ends_with('\n') {
            problems.push(format!("{}: ends with {:?}", message.path, message.text.lines().last()));
        }
        // Phones take what touches an address for a part of it.
        for line in message.text.lines() {
            let address = line.split(' ').find(|word| word.contains("://"));
            if address.is_some_and(|word| word.ends_with(['.', ',', ';', ':', '!', '?', ')', '»', '*', '_'])) {
                problems.push(format!("{}: a sign touches the address in «{line}»", message.path));
            }
        }
    }
    none(problems);
}

#[test]
fn a_message_is_tidy_and_not_too_long() {
    let mut problems = Vec::new();
    for Message { path, text, .. } in messages() {
        let units = text.encode_utf16().count();
        problems.extend((units > LONGEST).then(|| format!("{path}: {units} units of UTF-16")));
        problems.extend(text.contains("\n\n\n").then(|| format!("{path}: two empty lines in a row")));
        problems.extend(
            text.contains(['\r', '\t', '\u{feff}', '\u{200b}']).then(|| format!("{path}: a sign that nobody sees")),
        );
        problems.extend(
            text.lines().filter(|line| line.trim() != *line).map(|line| format!("{path}: space around «{line}»")),
        );
        problems.extend(
            text.lines().filter(|line| line.contains("  ")).map(|line| format!("{path}: two spaces in «{line}»")),
        );
    }
    none(problems);
}

/// Every `tests/messages/<name>.md` comes out as `<name>.txt`.
#[test]
fn markdown_comes_out_as_an_editor_expects() {
    let folder = repository("tests/messages");
    let cases: Vec<_> = crate::support::tree(&folder).into_iter().filter(|(path, _)| path.ends_with(".md")).collect();
    assert!(cases.len() >= 40, "only {} cases", cases.len());
    let mut problems = Vec::new();
    for (path, markdown) in cases {
        let markdown = String::from_utf8(markdown).unwrap();
        let text = std::fs::read_to_string(folder.join(path.replace(".md", ".txt"))).unwrap();
        let expected = text.strip_suffix('\n').unwrap_or(&text);
        let said = bacheca::compose::whatsapp::text(&bacheca::compose::markdown::blocks(&markdown));
        if said != expected {
            problems.push(format!("tests/messages/{path}\n--- says\n{said}\n--- expected\n{expected}"));
        }
    }
    none(problems);
}
