//! Faulty content: each file `tests/faults/<name>.md` is an item with a fault, each folder is copied over the small
//! board; `<name>.expected` is the report of `check`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::sync::OnceLock;

use rayon::prelude::*;
use serde_json::Value as Json;
use tempfile::TempDir;

use crate::support::{
    ITEMS, Tree, assert_no_problems, bacheca, bless, copy_tree, findings, json_report, read_tree, repository_path,
    small_board, write,
};

/// Number of cases that are run as commands; the others run within this process.
const COMMAND_CASES: usize = 10;

/// Names of all cases.
pub fn cases() -> BTreeSet<String> {
    let files = read_tree(&repository_path("tests/faults")).into_keys();
    files
        .filter_map(|path| match path.split_once('/') {
            Some((folder, _)) => Some(folder.to_owned()),
            None => path.strip_suffix(".md").map(str::to_owned),
        })
        .collect()
}

/// Copies the small board with a case.
pub fn board_with_case(case: &str) -> TempDir {
    let board = small_board();
    let source = repository_path("tests/faults").join(case);
    if source.is_dir() {
        copy_tree(&source, board.path());
    } else {
        let bytes = std::fs::read(source.with_extension("md")).unwrap();
        write(&board.path().join(format!("{ITEMS}/{case}.md")), bytes);
    }
    board
}

/// Selects [`COMMAND_CASES`] cases, spread evenly.
fn sample_cases(cases: &BTreeSet<String>) -> Vec<&String> {
    cases.iter().step_by(cases.len().div_ceil(COMMAND_CASES)).collect()
}

/// Findings of each case, checked once.
fn findings_by_case() -> &'static BTreeMap<String, Vec<Json>> {
    static FOUND: OnceLock<BTreeMap<String, Vec<Json>>> = OnceLock::new();
    FOUND.get_or_init(|| {
        cases().into_par_iter().map(|case| (case.clone(), findings(board_with_case(&case).path()))).collect()
    })
}

/// Whether any finding is an error.
fn has_error(findings: &[Json]) -> bool {
    findings.iter().any(|problem| problem["severity"] == "error")
}

/// Formats findings as in `.expected` files.
fn format_findings(findings: &[Json]) -> String {
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

/// Site of the small board without faults, built once.
fn site_without_faults() -> &'static Tree {
    static SITE: OnceLock<Tree> = OnceLock::new();
    SITE.get_or_init(|| {
        let board = small_board();
        bacheca(board.path(), &["build", "--skip", "poster,card,print,search"]).expect_code(0);
        read_tree(&board.path().join("public"))
    })
}

#[test]
fn small_board_has_no_findings() {
    assert_eq!(findings(small_board().path()), Vec::<Json>::new());
}

#[test]
fn fault_case_is_reported_as_expected() {
    let mut problems = Vec::new();
    for (case, found) in findings_by_case() {
        if found.is_empty() {
            problems.push(format!("tests/faults/{case}: nothing is found"));
        }
        let expected = repository_path(&format!("tests/faults/{case}.expected"));
        problems.extend(bless(&expected, &format_findings(found), "faults").err());
    }
    assert_no_problems(problems);
}

/// Look-alikes of faults: what is right must not be reported.
#[test]
fn harmless_case_is_not_reported() {
    let problems = read_tree(&repository_path("tests/harmless")).into_par_iter().filter_map(|(path, bytes)| {
        let board = small_board();
        write(&board.path().join(format!("{ITEMS}/{path}")), bytes);
        let found = findings(board.path());
        (!found.is_empty()).then(|| format!("tests/harmless/{path}: {}", format_findings(&found)))
    });
    assert_no_problems(problems.collect());
}

/// Most cases are checked within the process, so the command is compared with it on a sample.
#[test]
fn command_report_equals_library_report() {
    let cases = cases();
    let some = sample_cases(&cases);
    assert_eq!(some.len(), COMMAND_CASES);
    for case in some {
        let board = board_with_case(case);
        let code = i32::from(has_error(&findings_by_case()[case]));
        let run = bacheca(board.path(), &["check", "--format", "json"]).expect_code(code);
        assert!(run.err.is_empty(), "{case}: {}", run.err);
        assert_eq!(run.out, json_report(board.path()), "{case}");
    }
}

/// Table with one line per file: name, and the rules that find something in it with their counts.
fn rule_table(findings: &[Json]) -> String {
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
fn real_content_has_no_errors() {
    let found = findings(&repository_path("."));
    assert!(!has_error(&found), "{}", format_findings(&found));
    assert_no_problems(
        bless(&repository_path("tests/content.table"), &rule_table(&found), "faults").err().into_iter().collect(),
    );
}

#[test]
fn fault_cases_match_the_table_of_rules() {
    let mut output = String::new();
    for (case, found) in findings_by_case() {
        let found = rule_table(found);
        let rules: Vec<&str> = found.lines().filter_map(|line| Some(line.split_once(": ")?.1)).collect();
        writeln!(output, "{case}: {}", rules.join(" | ")).unwrap();
    }
    assert_no_problems(bless(&repository_path("tests/faults.table"), &output, "faults").err().into_iter().collect());
}

#[test]
fn expected_file_belongs_to_a_case() {
    let cases = cases();
    let files = read_tree(&repository_path("tests/faults")).into_keys();
    let expected = files.filter_map(|path| path.strip_suffix(".expected").map(str::to_owned));
    assert_no_problems(
        expected
            .filter(|name| !cases.contains(name))
            .map(|name| format!("delete tests/faults/{name}.expected"))
            .collect(),
    );
}

#[test]
fn content_error_leaves_last_site_unchanged() {
    let wrong: BTreeSet<String> =
        findings_by_case().iter().filter(|(_, found)| has_error(found)).map(|(case, _)| case.clone()).collect();
    let problems = sample_cases(&wrong).into_par_iter().flat_map_iter(|case| {
        let mut problems = Vec::new();
        let board = board_with_case(case);
        for (path, bytes) in site_without_faults() {
            write(&board.path().join("public").join(path), bytes);
        }
        let run = bacheca(board.path(), &["build", "--skip", "poster,card,print,search"]);
        if run.code != 1 {
            problems.push(format!("tests/faults/{case}: `build` ends with {}: {}", run.code, run.err));
        }
        if read_tree(&board.path().join("public")) != *site_without_faults() {
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
    assert_no_problems(problems.collect());
}

#[test]
fn crlf_and_byte_order_mark_are_warnings_only() {
    let board = small_board();
    for (path, bytes) in read_tree(&board.path().join("content")) {
        if let Some(text) = path.ends_with(".md").then(|| String::from_utf8(bytes).unwrap()) {
            write(&board.path().join("content").join(path), format!("\u{feff}{}", text.replace('\n', "\r\n")));
        }
    }
    let found = findings(board.path());
    let text = |problem: &'_ Json, key: &str| problem[key].as_str().unwrap().to_owned();
    let rules: BTreeSet<_> = found.iter().map(|problem| (text(problem, "severity"), text(problem, "rule"))).collect();
    let warning = |rule: &str| ("warning".to_owned(), rule.to_owned());
    assert_eq!(
        rules,
        BTreeSet::from(["byte-order-mark", "windows-line-ends"].map(warning)),
        "{}",
        format_findings(&found)
    );
    bacheca(board.path(), &["check", "--fix"]).expect_code(0);
    assert_eq!(findings(board.path()), Vec::<Json>::new());
}

#[test]
fn oversized_image_is_rejected() {
    let board = small_board();
    let image = board.path().join(ITEMS).join("aiuto-cuoco-mensa.jpg");
    let mut bytes = std::fs::read(&image).unwrap();
    bytes.resize(9 * 1024 * 1024, 0);
    write(&image, bytes);
    let output = format_findings(&findings(board.path()));
    assert!(output.contains("error image-too-large"), "{output}");
}

#[test]
fn oversized_file_is_rejected() {
    let board = small_board();
    let text = std::fs::read_to_string(repository_path("tests/faults/key-twice.md")).unwrap();
    write(&board.path().join(ITEMS).join("enorme.md"), text + &"parola ".repeat(50_000));
    let output = format_findings(&findings(board.path()));
    assert!(output.contains("error file-too-large"), "{output}");
}

/// Whatever a file contains, the program ends normally with a readable report.
#[test]
fn damaged_bytes_are_findings_and_never_a_crash() {
    const INSERTED: &[&[u8]] = &[b"\0", b"\t", "è".as_bytes(), b"\xff", b"---\n", b": ", b" #x", b"\"", b"{", b"&a "];
    let board = small_board();
    let mut broken = 0;
    let mut add = |bytes: &[u8]| {
        write(&board.path().join(format!("{ITEMS}/rotto-{broken}.md")), bytes);
        broken += 1;
    };
    for (path, bytes) in read_tree(&small_board().path().join("content")) {
        if !path.ends_with(".md") {
            continue;
        }
        for length in (0..bytes.len()).step_by(37) {
            add(&bytes[..length]);
            // The inserted bytes rotate, so that each of them comes at many places.
            let inserted = INSERTED[length / 37 % INSERTED.len()];
            add(&[&bytes[..length], inserted, &bytes[length..]].concat());
        }
    }
    // All files are in one board; a crash names its file by number.
    for format in ["terminal", "json"] {
        let run = bacheca(board.path(), &["check", "--format", format]);
        assert!(run.code == 1 && run.err.is_empty(), "exit code {}\n{}", run.code, run.err);
    }
    assert!(broken > 300, "the small board has become too small: {broken} broken files");
}
