//! `--quiet` and `--verbose`, of every command.

use std::collections::BTreeSet;
use std::path::Path;

use crate::support::{Run, bacheca, small_board};

/// The file stream of `--verbose`: a word and a path each line.
fn files(run: &Run, word: &str) -> BTreeSet<String> {
    run.err.lines().filter_map(|line| line.strip_prefix(word)?.strip_prefix(' ')).map(str::to_owned).collect()
}

fn path(board: &Path, path: &str) -> String {
    board.join(path).display().to_string()
}

#[test]
fn verbose_build_names_what_it_reads_writes_keeps_and_deletes() {
    let board = small_board();
    let build = |arguments: &[&str]| {
        bacheca(board.path(), &[&["build", "--skip", "search,poster,card,print"], arguments].concat()).expect_code(0)
    };
    let item = "content/opportunita/2026/sportello-diritti.md";
    let page = path(board.path(), "public/o/sportello-diritti/index.html");
    let first = build(&["--verbose"]);
    assert!(files(&first, "letto").contains(&path(board.path(), item)), "{}", first.err);
    assert!(files(&first, "scritto").contains(&page) && files(&first, "invariato").is_empty(), "{}", first.err);
    std::fs::remove_file(board.path().join(item)).unwrap();
    let second = build(&["-v"]);
    assert!(files(&second, "cancellato").contains(&page), "{}", second.err);
    assert!(files(&second, "invariato").contains(&path(board.path(), "public/assets/style.css")), "{}", second.err);
    // The result is the same on standard output, and files are named to those alone who ask.
    let plain = build(&[]);
    assert_eq!(plain.out.split(", niente").next(), second.out.split(" in ").next());
    assert!(files(&plain, "letto").is_empty());
}

#[test]
fn verbose_never_changes_standard_output() {
    let board = small_board();
    for arguments in [
        &["list", "--json"][..],
        &["plan", "--json"],
        &["check", "--format", "json"],
        &["post", "sportello-diritti"],
        &["explain"],
    ] {
        let run = |more: &[&str]| bacheca(board.path(), &[arguments, more].concat());
        let (plain, quiet, verbose) = (run(&[]), run(&["--quiet"]), run(&["--verbose"]));
        assert_eq!((&plain.out, plain.code), (&verbose.out, verbose.code), "{arguments:?}");
        assert_eq!((&plain.out, plain.code), (&quiet.out, quiet.code), "{arguments:?}");
        assert_eq!(quiet.err, "", "{arguments:?}");
        assert!(verbose.err.contains("letto ") || arguments == ["explain"], "{arguments:?}: {}", verbose.err);
    }
}

#[test]
fn quiet_leaves_advice_out_and_errors_in() {
    let board = small_board();
    let cancelled = bacheca(board.path(), &["cancel", "--quiet", "sportello-diritti"]).expect_code(0);
    assert!(cancelled.out.contains("annullato") && !cancelled.out.contains("Adesso"), "{}", cancelled.out);
    let loud = bacheca(board.path(), &["reopen", "sportello-diritti"]).expect_code(0);
    assert!(loud.out.contains("Adesso"), "{}", loud.out);
    let missing = bacheca(board.path(), &["-q", "cancel", "nessuno"]).expect_code(2);
    assert!(missing.err.contains("nessuno"), "{}", missing.err);
    bacheca(board.path(), &["--quiet", "--verbose", "list"]).expect_code(2);
}
