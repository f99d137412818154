//! A whole announcement on a board: every rule, every report, the corrections of `check --fix`, the published files.

use std::path::Path;
use std::sync::{Arc, LazyLock};

use bacheca::board::{LoadedBoard, load};
use bacheca::check::report::Report;
use bacheca::check::rules::NOT_UTF8;
use bacheca::check::{check, count_errors, rules};
use bacheca::config::Config;
use bacheca::diagnostic::{Diagnostic, MessageLanguage};
use bacheca::output::MemorySink;
use bacheca::publish::{PUBLISHERS, Presentation, PublishOptions, RenderContext, publish};
use bacheca::theme::Theme;
use chrono::NaiveDate;
use tempfile::TempDir;

use super::assertions::{assert_reports_valid, assert_span_within};
use super::html::assert_well_nested;

const ITEM: &str = "content/opportunita/2026/prova.md";

/// Files of the board beside the announcement.
const OTHER_FILES: [(&str, &str); 5] = [
    ("site.toml", include_str!("../../site/board/site.toml")),
    ("content/enti/ponte.md", include_str!("../../site/board/content/enti/ponte.md")),
    ("content/enti/mensa.md", include_str!("../../site/board/content/enti/mensa.md")),
    ("content/centri/sportello-borgo.md", include_str!("../../site/board/content/centri/sportello-borgo.md")),
    ("content/pagine/chi-siamo.md", include_str!("../../site/board/content/pagine/chi-siamo.md")),
];

/// Outputs that are made of the announcement. Printing is left out because it is slow.
const OUTPUTS: [&str; 5] = ["item", "posts", "calendar", "feeds", "data"];

/// A board, and everything that is the same for each announcement.
struct Board {
    folder: TempDir,
    config: Config,
    presentation: Presentation,
}

/// Writes a board; each thread has its own, so that tests can run in parallel.
fn new_board() -> Board {
    // In memory if possible, because it is written a thousand times a second.
    let memory = Path::new("/dev/shm");
    let folder = if memory.is_dir() { TempDir::new_in(memory) } else { TempDir::new() }.expect("a folder");
    for (path, text) in OTHER_FILES {
        write(&folder.path().join(path), text.as_bytes());
    }
    let config = Config::load(folder.path()).map_err(|_| "site.toml").expect("the board's settings");
    let names = PUBLISHERS.iter().map(|publisher| publisher.name).filter(|name| !OUTPUTS.contains(name));
    let others: Vec<String> = names.map(str::to_owned).collect();
    let presentation = Presentation::new(Theme::embedded(), &config.bacheca.lingue, rules::all(), &others, None);
    Board { folder, presentation: presentation.expect("a theme"), config }
}

thread_local! {
    static BOARD: LazyLock<Board> = LazyLock::new(new_board);
}

/// Asserts that the announcement is rejected with findings or published, and that safe corrections come to an end.
pub fn assert_holds(bytes: &[u8]) {
    BOARD.with(|board| {
        let Some(corrected) = check_and_publish(board, bytes) else { return };
        assert!(corrected.as_bytes() != bytes, "a correction changes nothing");
        // A correction can uncover another one.
        let mut text = corrected;
        for _ in 0..20 {
            match check_and_publish(board, text.as_bytes()) {
                Some(more) => text = more,
                None => return,
            }
        }
        panic!("corrections do not come to an end: {text:?}");
    });
}

/// Checks the announcement and publishes it if it has no error; returns the text with its safe corrections, if any.
fn check_and_publish(board: &Board, bytes: &[u8]) -> Option<String> {
    let root = board.folder.path();
    write(&root.join(ITEM), bytes);
    let today = NaiveDate::from_ymd_opt(2026, 11, 21).expect("a day");
    let mut loaded = load(root, board.config.clone(), today);
    let checked = check(&loaded.board, std::mem::take(&mut loaded.problems), None);
    let text = item_text(&loaded);
    for problem in &checked.diagnostics {
        if let Some(text) = text.as_deref().filter(|_| problem.file == ITEM) {
            assert_span_within(text, &problem.span, problem.rule);
            if let Some(correction) = &problem.correction {
                assert_span_within(text, &correction.span, problem.rule);
            }
        }
    }
    for language in [MessageLanguage::Italian, MessageLanguage::English] {
        assert_reports_valid(&Report::from_outcome(&loaded, &checked, 1, language, false));
    }
    if count_errors(&checked.diagnostics) == 0 {
        assert_publishable(board, &loaded);
    }
    let encoding = checked.diagnostics.iter().any(|problem| problem.rule == NOT_UTF8.name);
    let text = text.filter(|_| !encoding)?;
    apply_corrections(&text, &checked.diagnostics)
}

/// Text of the announcement as it was read.
fn item_text(loaded: &LoadedBoard) -> Option<String> {
    let read = loaded.board.texts().map(|document| &document.source);
    let mut sources = read.chain(&loaded.unreadable);
    sources.find(|source| source.path == ITEM).map(|source| source.text.clone())
}

/// Applies the safe corrections as one round of `check --fix` does: of those that overlap, the first.
fn apply_corrections(text: &str, problems: &[Diagnostic]) -> Option<String> {
    let corrections = problems.iter().filter(|problem| problem.file == ITEM).filter_map(|one| one.correction.as_ref());
    let mut corrections: Vec<_> = corrections.filter(|correction| correction.safe).collect();
    corrections.sort_by_key(|correction| correction.span.start);
    let (mut corrected, mut at) = (String::new(), 0);
    for correction in &corrections {
        if let Some(between) = text.get(at..correction.span.start) {
            corrected.push_str(between);
            corrected.push_str(&correction.text);
            at = correction.span.end;
        }
    }
    corrected.push_str(&text[at..]);
    (!corrections.is_empty()).then_some(corrected)
}

/// Publishes the announcement and asserts that each file has the format of its name.
fn assert_publishable(board: &Board, loaded: &LoadedBoard) {
    let context = RenderContext::new(Arc::clone(&loaded.board), &board.presentation);
    let memory = MemorySink::default();
    publish(&context, &memory, PublishOptions::default()).expect("what passes is published");
    for (path, bytes) in memory.into_files() {
        let text = String::from_utf8(bytes).unwrap_or_else(|_| panic!("{path} is not UTF-8"));
        if path.ends_with(".json") || path.ends_with(".jsonld") {
            serde_json::from_str::<serde_json::Value>(&text).unwrap_or_else(|error| panic!("{path}: {error}"));
        }
        if path.ends_with("feed.json") {
            let feed: serde_json::Value = serde_json::from_str(&text).expect("JSON");
            for item in feed["items"].as_array().expect("items") {
                assert_well_nested(item["content_html"].as_str().expect("the text of an item"));
            }
        }
        if path.ends_with("feed.xml") {
            for name in ["description", "content:encoded"] {
                for html in xml_texts(&path, &text, name) {
                    assert_well_nested(&html);
                }
            }
        }
        if path.ends_with(".ics") {
            assert_calendar_nested(&path, &text);
        }
        let strange = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
        assert!(!text.contains(strange), "{path} holds a control character: {text:?}");
    }
}

/// Texts of the elements of a name in a feed, as its readers get them, who take them for HTML in their turn.
fn xml_texts(path: &str, xml: &str, name: &str) -> Vec<String> {
    let (open, close) = (format!("<{name}>"), format!("</{name}>"));
    let elements = xml.split(open.as_str()).skip(1);
    let texts = elements.map(|rest| {
        let (text, _) = rest.split_once(&close).unwrap_or_else(|| panic!("{path}: {name} has no end"));
        match text.strip_prefix("<![CDATA[") {
            Some(whole) => whole.strip_suffix("]]>").unwrap_or_else(|| panic!("{path}: {text:?}")).to_owned(),
            None => {
                assert!(!text.contains('<'), "{path}: {text:?}");
                text.replace("&lt;", "<")
                    .replace("&gt;", ">")
                    .replace("&quot;", "\"")
                    .replace("&apos;", "'")
                    .replace("&amp;", "&")
            }
        }
    });
    let texts: Vec<String> = texts.collect();
    assert!(texts.iter().all(|text| !text.contains("]]>")), "{path}: {name} ends before its end");
    texts
}

/// Asserts that a calendar is one by the letter of RFC 5545: lines end in CRLF, have 75 bytes at most, name a property
/// before their value, and components close in the order in which they open.
fn assert_calendar_nested(path: &str, text: &str) {
    let lines: Vec<&str> = text.split_terminator("\r\n").collect();
    assert!(text.ends_with("\r\n"), "{path} does not end with a line");
    for line in &lines {
        assert!(line.len() <= 75 && !line.contains(['\r', '\n']), "{path}: {line:?}");
    }
    let mut open: Vec<&str> = Vec::new();
    let unfolded = lines.join("\n").replace("\n ", "");
    for line in unfolded.split('\n') {
        let name = line.split([':', ';']).next().unwrap_or_default();
        assert!(line.contains(':') && !name.is_empty(), "{path}: {line:?}");
        assert!(name.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'-'), "{path}: {line:?}");
        assert!(!matches!(name, "ATTACH" | "ORGANIZER" | "ATTENDEE"), "{path}: {line:?}");
        match name {
            "BEGIN" => open.push(&line[6..]),
            "END" => assert_eq!(open.pop(), Some(&line[4..]), "{path}"),
            _ => assert!(!open.is_empty(), "{path}: {line:?}"),
        }
    }
    assert!(open.is_empty(), "{path}: {open:?} stay open");
}

fn write(path: &Path, bytes: &[u8]) {
    std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    std::fs::write(path, bytes).expect("a file");
}
