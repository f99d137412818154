//! `bacheca list`: which announcements each option shows, for people and for programs.

use std::path::Path;

use serde_json::Value as Json;

use crate::support::{bacheca, run_program, small_board};

/// A day on which one announcement closes within a week.
const DAY: &str = "2026-11-24";

/// Names in the order of the list for programs.
fn listed(board: &Path, arguments: &[&str]) -> Vec<String> {
    let list = ["--root", board.to_str().unwrap(), "--today", DAY, "list", "--json"];
    let run = run_program(&[&list, arguments].concat()).expect_code(0);
    let list: Json = serde_json::from_str(&run.out).unwrap();
    assert_eq!((&list["version"], &list["oggi"]), (&Json::from(1), &Json::from(DAY)));
    list["annunci"].as_array().unwrap().iter().map(|item| item["slug"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn each_option_lists_its_announcements() {
    let folder = small_board();
    let board = folder.path();
    let all = listed(board, &["--all"]);
    let open = listed(board, &[]);
    assert_eq!(open, listed(board, &["--open"]), "without options what is open");
    assert!(!open.is_empty() && open.len() < all.len(), "{open:?} of {all:?}");
    for (options, expected) in [
        (&["--closing"][..], &["aiuto-cuoco-mensa"][..]),
        (&["--drafts"], &["contributo-affitto"]),
        (&["--closing", "--drafts"], &["aiuto-cuoco-mensa", "contributo-affitto"]),
    ] {
        assert_eq!(listed(board, options), expected, "{options:?}");
    }
    let untranslated = listed(board, &["--untranslated", "en"]);
    assert!(!untranslated.is_empty() && untranslated.len() < open.len(), "{untranslated:?} of {open:?}");
    assert!(!untranslated.contains(&"italiano-a2".to_owned()), "it has an English translation");
}

#[test]
fn lines_are_those_of_the_list_for_programs() {
    let folder = small_board();
    let run = run_program(&["--root", folder.path().to_str().unwrap(), "--today", DAY, "list", "--all"]).expect_code(0);
    let lines: Vec<&str> = run.out.lines().collect();
    let names = listed(folder.path(), &["--all"]);
    assert_eq!(lines.len(), names.len());
    for (line, name) in lines.iter().zip(&names) {
        assert!(line.split_whitespace().any(|word| word == name), "{name}: {line}");
    }
}

#[test]
fn nothing_to_list_says_so() {
    let board = small_board();
    // Three days before, nothing closes within a week.
    let run = bacheca(board.path(), &["list", "--closing"]).expect_code(0);
    assert!(run.out.contains("nessun annuncio"), "{}", run.out);
}

#[test]
fn unknown_language_is_answered_with_those_of_the_board() {
    let folder = small_board();
    let run = bacheca(folder.path(), &["list", "--untranslated", "zz"]).expect_code(2);
    assert!(run.err.contains("«zz»") && run.err.contains("en"), "{}", run.err);
}
