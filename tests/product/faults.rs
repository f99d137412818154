//! What people get wrong: each file `tests/faults/<name>.md` is an item with a fault, each folder
//! lies over the small board; `<name>.expected` is what `check` says of it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::sync::OnceLock;

use rayon::prelude::*;
use serde_json::Value as Json;
use tempfile::TempDir;

use crate::support::{
    ITEMS, Tree, bacheca, bless, copy, findings, json_report, none, repository, small_board, tree, write,
};

/// How many cases are run as commands; all others within this process.
const COMMANDS: usize = 10;

/// Every case: its name.
pub fn cases() -> BTreeSet<String> {
    let files = tree(&repository("tests/faults")).into_keys();
    files
        .filter_map(|path| match path.split_once('/') {
            Some((folder, _)) => Some(folder.to_owned()),
            None => path.strip_suffix(".md").map(str::to_owned),
        })
        .collect()
}

/// The small board with a case in it.
pub fn board_of(case: &str) -> TempDir {
    let board = small_board();
    let source = repository("tests/faults").join(case);
    if source.is_dir() {
        copy(&source, board.path());
    } else {
        let bytes = std::fs::read(source.with_extension("md")).unwrap();
        write(&board.path().join(format!("{ITEMS}/{case}.md")), bytes);
    }
    board
}

/// Some of the cases, evenly spread over all of them.
fn some_cases(cases: &BTreeSet<String>) -> Vec<&String> {
    cases.iter().step_by(cases.len().div_ceil(COMMANDS)).collect()
}

/// What `check` finds in each case.
fn found() -> &'static BTreeMap<String, Vec<Json>> {
    static FOUND: OnceLock<BTreeMap<String, Vec<Json>>> = OnceLock::new();
    FOUND.get_or_init(|| cases().into_par_iter().map(|case| (case.clone(), findings(board_of(&case).path()))).collect())
}

/// Whether there is an error among findings.
fn has_error(findings: &[Json]) -> bool {
    findings.iter().any(|problem| problem["severity"] == "error")
}

/// Findings, for people to read.
fn printed(findings: &[Json]) -> String {
    let mut out = String::new();
    for problem in findings {
        let text = |key: &str| problem[key].as_str().unwrap_or_default();
        let number = |key: &str| problem[key].as_u64().unwrap_or_default();
        let place = format!("{}:{}", number("line"), number("column"));
        writeln!(out, "{}:{place}\n{} {} — {}", text("file"), text("severity"), text("rule"), text("message")).unwrap();
        for (key, label) in [("hint", "aiuto"), ("replacement", "scrivi")] {
            if !text(key).is_empty() {
                writeln!(out, "  {label}: {}", text(key)).unwrap();
            }
        }
        out.push('\n');
    }
    out
}

/// The site of the small board, as it stood before somebody made a mistake.
fn site_before() -> &'static Tree {
    static SITE: OnceLock<Tree> = OnceLock::new();
    SITE.get_or_init(|| {
        let board = small_board();
        bacheca(board.path(), &["build", "--skip", "poster,card,print,search"]).ends(0);
        tree(&board.path().join("public"))
    })
}

#[test]
fn the_board_without_faults_has_none() {
    assert_eq!(findings(small_board().path()), Vec::<Json>::new());
}

#[test]
fn every_fault_is_said_as_expected() {
    let mut problems = Vec::new();
    for (case, found) in found() {
        if found.is_empty() {
            problems.push(format!("tests/faults/{case}: nothing is found"));
        }
        let expected = repository(&format!("tests/faults/{case}.expected"));
        problems.extend(bless(&expected, &printed(found), "faults").err());
    }
    none(problems);
}

/// What the tests learn within their process is what people get from the program.
#[test]
fn the_command_reports_the_same_bytes_as_the_library() {
    let cases = cases();
    let some = some_cases(&cases);
    assert_eq!(some.len(), COMMANDS);
    for case in some {
        let board = board_of(case);
        let code = i32::from(has_error(&found()[case]));
        let run = bacheca(board.path(), &["check", "--format", "json"]).ends(code);
        assert!(run.err.is_empty(), "{case}: {}", run.err);
        assert_eq!(run.out, json_report(board.path()), "{case}");
    }
}

/// One line a file: its name, and the rules that find something in it, with how often.
fn table(findings: &[Json]) -> String {
    let mut files: BTreeMap<&str, BTreeMap<String, usize>> = BTreeMap::new();
    for problem in findings {
        let text = |key: &str| problem[key].as_str().unwrap_or_default();
        let rule = format!("{} {}", text("severity"), text("rule"));
        *files.entry(text("file")).or_default().entry(rule).or_default() += 1;
    }
    let lines = files.into_iter().map(|(file, rules)| {
        let rules: Vec<String> =
            rules.into_iter().map(|(rule, count)| if count > 1 { format!("{rule} ×{count}") } else { rule }).collect();
        format!("{file}: {}\n", rules.join(", "))
    });
    lines.collect()
}

#[test]
fn the_real_announcements_have_no_error() {
    let found = findings(&repository("."));
    assert!(!has_error(&found), "{}", printed(&found));
    none(bless(&repository("tests/content.table"), &table(&found), "faults").err().into_iter().collect());
}

#[test]
fn every_case_gives_the_rules_of_the_table() {
    let mut said = String::new();
    for (case, found) in found() {
        let found = table(found);
        let rules: Vec<&str> = found.lines().filter_map(|line| Some(line.split_once(": ")?.1)).collect();
        writeln!(said, "{case}: {}", rules.join(" | ")).unwrap();
    }
    none(bless(&repository("tests/faults.table"), &said, "faults").err().into_iter().collect());
}

#[test]
fn every_expectation_belongs_to_a_case() {
    let cases = cases();
    let files = tree(&repository("tests/faults")).into_keys();
    let expected = files.filter_map(|path| path.strip_suffix(".expected").map(str::to_owned));
    none(
        expected
            .filter(|name| !cases.contains(name))
            .map(|name| format!("delete tests/faults/{name}.expected"))
            .collect(),
    );
}

#[test]
fn an_error_leaves_the_last_site_as_it_was() {
    let wrong: BTreeSet<String> =
        found().iter().filter(|(_, found)| has_error(found)).map(|(case, _)| case.clone()).collect();
    let problems = some_cases(&wrong).into_par_iter().flat_map_iter(|case| {
        let mut problems = Vec::new();
        let board = board_of(case);
        for (path, bytes) in site_before() {
            write(&board.path().join("public").join(path), bytes);
        }
        let run = bacheca(board.path(), &["build", "--skip", "poster,card,print,search"]);
        if run.code != 1 {
            problems.push(format!("tests/faults/{case}: `build` ends with {}: {}", run.code, run.err));
        }
        if tree(&board.path().join("public")) != *site_before() {
            problems.push(format!("tests/faults/{case}: `build` has touched the last site"));
        }
        let left: Vec<String> = std::fs::read_dir(board.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .filter(|name| !matches!(name.as_str(), ".bacheca" | "content" | "public" | "site.toml"))
            .collect();
        if !left.is_empty() {
            problems.push(format!("tests/faults/{case}: `build` leaves {left:?}"));
        }
        problems
    });
    none(problems.collect());
}

#[test]
fn windows_line_ends_and_a_byte_order_mark_are_said_and_stop_nothing() {
    let board = small_board();
    for (path, bytes) in tree(&board.path().join("content")) {
        if let Some(text) = path.ends_with(".md").then(|| String::from_utf8(bytes).unwrap()) {
            write(&board.path().join("content").join(path), format!("\u{feff}{}", text.replace('\n', "\r\n")));
        }
    }
    let found = findings(board.path());
    let text = |problem: &'_ Json, key: &str| problem[key].as_str().unwrap().to_owned();
    let rules: BTreeSet<_> = found.iter().map(|problem| (text(problem, "severity"), text(problem, "rule"))).collect();
    let warning = |rule: &str| ("warning".to_owned(), rule.to_owned());
    assert_eq!(rules, BTreeSet::from(["byte-order-mark", "windows-line-ends"].map(warning)), "{}", printed(&found));
    bacheca(board.path(), &["check", "--fix"]).ends(0);
    assert_eq!(findings(board.path()), Vec::<Json>::new());
}

#[test]
fn an_image_of_many_megabytes_is_refused() {
    let board = small_board();
    let image = board.path().join(ITEMS).join("aiuto-cuoco-mensa.jpg");
    let mut bytes = std::fs::read(&image).unwrap();
    bytes.resize(9 * 1024 * 1024, 0);
    write(&image, bytes);
    let said = printed(&findings(board.path()));
    assert!(said.contains("error image-too-large"), "{said}");
}

#[test]
fn a_file_of_no_sane_size_is_refused() {
    let board = small_board();
    let text = std::fs::read_to_string(repository("tests/faults/key-twice.md")).unwrap();
    write(&board.path().join(ITEMS).join("enorme.md"), text + &"parola ".repeat(50_000));
    let said = printed(&findings(board.path()));
    assert!(said.contains("error file-too-large"), "{said}");
}

/// Whatever stands in a file, the program ends by itself, and says something that can be read.
#[test]
fn broken_bytes_are_findings_and_never_a_crash() {
    const INSERTED: &[&[u8]] = &[b"\0", b"\t", "è".as_bytes(), b"\xff", b"---\n", b": ", b" #x", b"\"", b"{", b"&a "];
    let board = small_board();
    let mut broken = 0;
    let mut add = |bytes: &[u8]| {
        write(&board.path().join(format!("{ITEMS}/rotto-{broken}.md")), bytes);
        broken += 1;
    };
    for (path, bytes) in tree(&small_board().path().join("content")) {
        if !path.ends_with(".md") {
            continue;
        }
        for length in (0..bytes.len()).step_by(37) {
            add(&bytes[..length]);
            // Each kind of byte in turn, so that all of them come at many places.
            let inserted = INSERTED[length / 37 % INSERTED.len()];
            add(&[&bytes[..length], inserted, &bytes[length..]].concat());
        }
    }
    // All in one board: a crash names its file by its number.
    for format in ["terminal", "json"] {
        let run = bacheca(board.path(), &["check", "--format", format]);
        assert!(run.code == 1 && run.err.is_empty(), "exit code {}\n{}", run.code, run.err);
    }
    assert!(broken > 300, "the small board has become too small: {broken} broken files");
}
