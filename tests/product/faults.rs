//! What people get wrong: each file `tests/faults/<name>.md` is an item with a fault, each folder
//! lies over the small board; `<name>.expected` is what `check` says of it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::Path;
use std::sync::OnceLock;

use serde_json::Value as Json;
use tempfile::TempDir;

use crate::support::{Tree, bacheca, bless, copy, none, repository, small_board, tree, write};

/// Where an item of a case stands in its board.
const ITEMS: &str = "content/opportunita/2026";

/// Every case: its name.
fn cases() -> BTreeSet<String> {
    let files = tree(&repository("tests/faults")).into_keys();
    files
        .filter_map(|path| match path.split_once('/') {
            Some((folder, _)) => Some(folder.to_owned()),
            None => path.strip_suffix(".md").map(str::to_owned),
        })
        .collect()
}

/// The small board with a case in it.
fn board_of(case: &str) -> TempDir {
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

/// The findings of `check`, for people to read.
fn findings(board: &Path) -> (i32, String) {
    let run = bacheca(board, &["check", "--format", "json"]);
    assert!(matches!(run.code, 0 | 1), "{}\n{}", run.out, run.err);
    let report: Json = serde_json::from_str(&run.out).unwrap();
    let mut out = String::new();
    for problem in report["diagnostics"].as_array().unwrap() {
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
    (run.code, out)
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
    assert_eq!(findings(small_board().path()), (0, String::new()));
}

#[test]
fn every_fault_is_said_as_expected() {
    let mut problems = Vec::new();
    for case in cases() {
        let board = board_of(&case);
        let (code, said) = findings(board.path());
        if said.is_empty() {
            problems.push(format!("tests/faults/{case}: nothing is found"));
        }
        let errors = said.lines().any(|line| line.starts_with("error "));
        if code != i32::from(errors) {
            problems.push(format!("tests/faults/{case}: exit code {code}"));
        }
        let expected = repository(&format!("tests/faults/{case}.expected"));
        problems.extend(bless(&expected, &said, "faults").err());
    }
    none(problems);
}

/// One line a file: its name, and the rules that find something in it, with how often.
fn table(board: &Path) -> String {
    let run = bacheca(board, &["check", "--format", "json"]);
    let report: Json = serde_json::from_str(&run.out).unwrap();
    let mut files: BTreeMap<&str, BTreeMap<String, usize>> = BTreeMap::new();
    for problem in report["diagnostics"].as_array().unwrap() {
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
    let said = table(&repository("."));
    assert!(!said.contains("error "), "{said}");
    none(bless(&repository("tests/content.table"), &said, "faults").err().into_iter().collect());
}

#[test]
fn every_case_gives_the_rules_of_the_table() {
    let mut said = String::new();
    for case in cases() {
        let found = table(board_of(&case).path());
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
    let mut problems = Vec::new();
    for case in cases() {
        let board = board_of(&case);
        if findings(board.path()).0 == 0 {
            continue;
        }
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
    }
    none(problems);
}

#[test]
fn windows_line_ends_and_a_byte_order_mark_are_said_and_stop_nothing() {
    let board = small_board();
    for (path, bytes) in tree(&board.path().join("content")) {
        if let Some(text) = path.ends_with(".md").then(|| String::from_utf8(bytes).unwrap()) {
            write(&board.path().join("content").join(path), format!("\u{feff}{}", text.replace('\n', "\r\n")));
        }
    }
    let (code, said) = findings(board.path());
    let rules: BTreeSet<&str> =
        said.lines().filter_map(|line| line.strip_prefix("warning ")?.split(' ').next()).collect();
    assert_eq!((code, rules), (0, BTreeSet::from(["byte-order-mark", "windows-line-ends"])), "{said}");
    bacheca(board.path(), &["check", "--fix"]).ends(0);
    assert_eq!(findings(board.path()), (0, String::new()));
}

#[test]
fn an_image_of_many_megabytes_is_refused() {
    let board = small_board();
    let image = board.path().join(ITEMS).join("aiuto-cuoco-mensa.jpg");
    let mut bytes = std::fs::read(&image).unwrap();
    bytes.resize(9 * 1024 * 1024, 0);
    write(&image, bytes);
    let (code, said) = findings(board.path());
    assert_eq!(code, 1);
    assert!(said.contains("error image-too-large"), "{said}");
}

#[test]
fn a_file_of_no_sane_size_is_refused() {
    let board = small_board();
    let text = std::fs::read_to_string(repository("tests/faults/key-twice.md")).unwrap();
    write(&board.path().join(ITEMS).join("enorme.md"), text + &"parola ".repeat(50_000));
    let (code, said) = findings(board.path());
    assert_eq!(code, 1);
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
