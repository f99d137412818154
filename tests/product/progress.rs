//! What commands show while they work: a bar on a terminal, lines elsewhere, nothing with `--quiet`.

use std::path::Path;
use std::process::Command;

use crate::support::{Run, TODAY, bacheca, bless, repository_path, small_board};

/// Expected lines on the error stream, a block for each command.
const EXPECTED: &str = "tests/progress.expected";

/// The lines of a run on the error stream, with `N` for numbers and without the path of the board.
fn lines(title: &str, board: &Path, run: &Run) -> String {
    let without_path = run.err.replace(board.to_str().unwrap(), "BOARD");
    let lines = without_path.lines().map(|line| match line.rsplit_once(": ") {
        Some((name, number)) if number.bytes().all(|byte| byte.is_ascii_digit()) => format!("{name}: N\n"),
        _ => format!("{line}\n"),
    });
    format!("$ bacheca {title}\n{}\n", lines.collect::<String>())
}

#[test]
fn stages_are_lines_where_there_is_no_terminal() {
    let board = small_board();
    let pdf = board.path().join("out.pdf");
    let mut found = String::new();
    for (title, arguments) in [
        ("build", &["build"][..]),
        ("build, with nothing new", &["build"]),
        ("poster --open", &["poster", "--open", "--out", pdf.to_str().unwrap()]),
    ] {
        found += &lines(title, board.path(), &bacheca(board.path(), arguments).expect_code(0));
    }
    bless(&repository_path(EXPECTED), &found, "progress").unwrap();
}

#[test]
fn quiet_build_says_only_the_result() {
    let board = small_board();
    let run = bacheca(board.path(), &["build", "--quiet", "--skip", "poster,card,print"]).expect_code(0);
    assert_eq!(run.err, "");
    assert!(run.out.lines().count() == 1 && run.out.contains(" annunci, "), "{}", run.out);
}

/// Runs a build on a pseudo terminal of 30 columns, and returns what the terminal receives.
fn build_on_terminal(board: &Path, terminal: &str) -> String {
    let program = env!("CARGO_BIN_EXE_bacheca");
    let root = board.display();
    let build = format!("stty cols 30; '{program}' --root '{root}' --today {TODAY} build --skip card,print,search");
    let mut command = Command::new("script");
    command.args(["--quiet", "--return", "--command", &build, "/dev/null"]).env("TERM", terminal);
    let output = command.output().expect("script, of util-linux");
    let shown = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{shown}");
    shown
}

#[test]
fn terminal_shows_a_bar_and_keeps_the_result_only() {
    let board = small_board();
    let shown = build_on_terminal(board.path(), "xterm");
    assert!(shown.contains("\u{1b}[") && shown.contains("stampa ") && shown.contains(" di "), "{shown:?}");
    assert!(!shown.contains("\u{1b}[3") && !shown.contains("\u{1b}[1m"), "without colours: {shown:?}");
    assert!(shown.contains("le pagine si possono già guardare"), "{shown:?}");
    let last = shown.rsplit('\u{1b}').next().unwrap();
    assert!(last.contains(" annunci, ") && !last.contains("scambio"), "the bar is gone at the end: {shown:?}");
}

#[test]
fn terminal_that_cannot_draw_gets_lines() {
    let board = small_board();
    let shown = build_on_terminal(board.path(), "dumb");
    assert!(!shown.contains('\u{1b}') && shown.contains("stampa: ") && shown.contains(" annunci, "), "{shown:?}");
}
