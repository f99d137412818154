//! Messages of the repository's own board, as WhatsApp shows them.

mod channels;
mod completeness;
mod limits;
mod styles;

use serde_json::Value as Json;

use crate::support::{assert_no_problems, real_site, repository_path};
use styles::{chars_of, styled_ranges};

/// Maximum length of a WhatsApp text, in UTF-16 units (Business API).
const MAX_UTF16_UNITS: usize = 4_096;

/// A message and its item.
struct Message {
    path: String,
    text: String,
    title: String,
    address: String,
    is_translated: bool,
}

/// Message of every open item in every language that it has.
fn whatsapp_messages() -> Vec<Message> {
    let site = real_site();
    let data: Json = serde_json::from_slice(&std::fs::read(site.join("dati/opportunita.json")).unwrap()).unwrap();
    let config: toml::Table = std::fs::read_to_string(repository_path("site.toml")).unwrap().parse().unwrap();
    let (board, mut messages) = (&config["bacheca"], Vec::new());
    let address = board["indirizzo"].as_str().unwrap();
    for item in data["opportunita"].as_array().unwrap().iter().filter(|item| item["aperta"] == true) {
        for language in board["lingue"].as_array().unwrap().iter().filter_map(toml::Value::as_str) {
            let folder =
                if language == board["lingua"].as_str().unwrap() { String::new() } else { format!("{language}/") };
            let path = format!("{folder}o/{}/", item["slug"].as_str().unwrap());
            let text = std::fs::read_to_string(site.join(&path).join("whatsapp.txt"));
            let text = text.unwrap_or_else(|error| panic!("{path}whatsapp.txt of an open item: {error}"));
            let translated = &item["traduzioni"][language];
            let mut titles =
                [translated, item].into_iter().flat_map(|words| [&words["titolo_breve"], &words["titolo"]]);
            let title = titles.find_map(Json::as_str).unwrap().to_owned();
            messages.push(Message {
                address: format!("{address}{path}"),
                path: format!("{path}whatsapp.txt"),
                text,
                title,
                is_translated: !translated.is_null(),
            });
        }
    }
    assert!(messages.len() > 20, "the board has no open items to speak of: {}", messages.len());
    messages
}

/// Every text made for pasting: posts, captions, bilingual posts.
fn pasteable_texts() -> Vec<(String, String)> {
    let site = crate::support::read_tree(real_site());
    let pasted = |path: &str| path.contains("/whatsapp") || path.ends_with("/caption.txt");
    let texts: Vec<(String, String)> = site
        .into_iter()
        .filter(|(path, _)| path.ends_with(".txt") && pasted(path))
        .map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap()))
        .collect();
    assert!(texts.len() > 200, "{}", texts.len());
    texts
}

#[test]
fn whatsapp_first_line_is_the_bold_title() {
    let mut problems = Vec::new();
    for message in whatsapp_messages() {
        let first = chars_of(message.text.lines().next().unwrap_or_default());
        let bold: Vec<String> =
            styled_ranges(&first, '*').into_iter().map(|range| first[range].iter().collect()).collect();
        if !bold.contains(&message.title) {
            problems.push(format!("{}: «{}» is not among {bold:?}", message.path, message.title));
        }
    }
    assert_no_problems(problems);
}

#[test]
fn whatsapp_last_line_is_the_address_alone() {
    let mut problems = Vec::new();
    for message in whatsapp_messages() {
        if message.text.lines().last() != Some(message.address.as_str()) || message.text.ends_with('\n') {
            problems.push(format!("{}: ends with {:?}", message.path, message.text.lines().last()));
        }
        // Phones take adjacent characters for a part of the address.
        for line in message.text.lines() {
            let address = line.split(' ').find(|word| word.contains("://"));
            if address.is_some_and(|word| word.ends_with(['.', ',', ';', ':', '!', '?', ')', '»', '*', '_'])) {
                problems.push(format!("{}: a sign touches the address in «{line}»", message.path));
            }
        }
    }
    assert_no_problems(problems);
}

#[test]
fn whatsapp_text_is_tidy_and_within_limit() {
    let mut problems = Vec::new();
    for (path, text) in pasteable_texts() {
        let units = text.encode_utf16().count();
        problems.extend((units > MAX_UTF16_UNITS).then(|| format!("{path}: {units} units of UTF-16")));
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
    assert_no_problems(problems);
}

/// The WhatsApp text of `tests/messages/<name>.md` equals `<name>.txt`.
#[test]
fn whatsapp_text_of_markdown_is_as_expected() {
    let folder = repository_path("tests/messages");
    let cases: Vec<_> =
        crate::support::read_tree(&folder).into_iter().filter(|(path, _)| path.ends_with(".md")).collect();
    assert!(cases.len() >= 40, "only {} cases", cases.len());
    let mut problems = Vec::new();
    for (path, markdown) in cases {
        let markdown = String::from_utf8(markdown).unwrap();
        let text = std::fs::read_to_string(folder.join(path.replace(".md", ".txt"))).unwrap();
        let expected = text.strip_suffix('\n').unwrap_or(&text);
        let output = bacheca::compose::messenger::find_messenger("whatsapp")
            .unwrap()
            .format_blocks(&bacheca::markdown::parse_blocks(&markdown), "ltr");
        if output != expected {
            problems.push(format!("tests/messages/{path}\n--- says\n{output}\n--- expected\n{expected}"));
        }
    }
    assert_no_problems(problems);
}
