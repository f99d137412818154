//! How often each rule finds something in texts that are in order: announcements of the real board, examples, harmless
//! look-alikes of faults. `explain` shows the figures.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

use bacheca::board::load;
use bacheca::check::check;
use bacheca::config::Config;
use rayon::prelude::*;

use crate::support::{
    ITEMS, TODAY, assert_no_problems, bless, read_tree, repository_path, run_program, small_board, write as write_file,
};

/// Findings that are reported and that are suppressed, by rule, and the number of announcements of the board at `root`.
fn count(root: &Path) -> (BTreeMap<&'static str, [u32; 2]>, usize) {
    let config = Config::load(root).unwrap_or_else(|_| panic!("{}: site.toml", root.display()));
    let mut loaded = load(root, config, TODAY.parse().unwrap());
    let outcome = check(&loaded.board, std::mem::take(&mut loaded.problems), None);
    let mut found: BTreeMap<&'static str, [u32; 2]> = BTreeMap::new();
    for one in &outcome.diagnostics {
        found.entry(one.rule).or_default()[0] += 1;
    }
    for (one, _) in &outcome.suppressed {
        found.entry(one.rule).or_default()[1] += 1;
    }
    (found, loaded.board.items.len())
}

#[test]
fn figures_of_rules_are_those_of_the_texts() {
    let (mut found, mut announcements) = count(&repository_path("."));
    let cases: Vec<_> = ["examples", "harmless"]
        .into_iter()
        .flat_map(|folder| read_tree(&repository_path(&format!("tests/{folder}"))))
        .collect();
    announcements += cases.len();
    let by_case = cases.into_par_iter().map(|(path, bytes)| {
        let board = small_board();
        write_file(&board.path().join(format!("{ITEMS}/{path}")), bytes);
        count(board.path()).0
    });
    for (rule, [reported, suppressed]) in by_case.collect::<Vec<_>>().into_iter().flatten() {
        let sum = found.entry(rule).or_default();
        *sum = [sum[0] + reported, sum[1] + suppressed];
    }
    let mut table = format!("announcements {announcements}\n");
    for (rule, [reported, suppressed]) in found {
        writeln!(table, "{rule} {reported} {suppressed}").unwrap();
    }
    let path = repository_path("src/check/measured.txt");
    assert_no_problems(bless(&path, &table, "measured").err().into_iter().collect());
}

/// Each rule says on how many texts it was tried.
#[test]
fn explain_says_how_often_a_rule_finds_something() {
    let table = std::fs::read_to_string(repository_path("src/check/measured.txt")).unwrap();
    let figure = |name: &str| table.lines().find_map(|line| line.strip_prefix(name)?.split(' ').nth(1)).unwrap();
    let (texts, links) = (figure("announcements"), figure("insecure-link"));
    let page = run_program(&["explain", "insecure-link"]).expect_code(0).out;
    assert!(page.contains(&format!("su {texts} annunci")) && page.contains(&format!("{links} segnalazioni")), "{page}");
    let page = run_program(&["explain", "unreadable-file"]).expect_code(0).out;
    assert!(page.contains("nessuna segnalazione"), "{page}");
    let page = run_program(&["explain", "insecure-link", "--lang", "en"]).expect_code(0).out;
    assert!(
        page.contains(&format!("on {texts} announcements")) && page.contains(&format!("{links} findings")),
        "{page}"
    );
}
