//! Runs the examples of every rule: the wrong one must be found, the right one must not.
//!
//! Their notation is that of `bacheca::diagnostic::Rule`; they change the valid items `tests/examples/<kind>.md`.

use std::path::Path;

use bacheca::diagnostic::Rule;
use rayon::prelude::*;

use crate::support::{assert_no_problems, bless, findings, repository_path, small_board, write};

/// Path of the item that an example changes.
const ITEM: &str = "content/opportunita/2026/prova.md";

/// Rules that an example in a file cannot show; other tests cover them.
const TESTED_ELSEWHERE: [&str; 13] = [
    "channel-picture-missing",
    "voice-heavy",
    "voice-stray",
    "voice-too-large",
    "voice-unreadable",
    "unreadable-file",
    "file-too-large",
    "slug-removed",
    "published-in-past",
    "image-too-large",
    "link-not-followed",
    "git-attributes",
    "output-in-repository",
];

#[test]
fn valid_items_have_no_findings() {
    let kinds = ["formazione", "lavoro", "abitare", "normativa", "notizia", "progetto", "evento"];
    assert_no_problems(
        kinds
            .par_iter()
            .filter_map(|kind| {
                let found = find_rules(&format!("tipo: {kind}"));
                (!found.is_empty()).then(|| format!("tests/examples/{kind}.md: {found:?}"))
            })
            .collect(),
    );
}

#[test]
fn rule_reports_its_wrong_example_and_accepts_its_right_one() {
    let rules = bacheca::check::rules::all();
    let shown = rules.par_iter().filter(|rule| !TESTED_ELSEWHERE.contains(&rule.name));
    let problems = shown.flat_map_iter(|Rule { name, wrong, right, .. }| {
        let finds = |found: &[(String, String)]| found.iter().any(|(rule, _)| rule == name);
        let found_wrong = find_rules(wrong);
        let missed = !finds(&found_wrong);
        let found_right = find_rules(right);
        let refused = finds(&found_right) || found_right.iter().any(|(_, severity)| severity == "error");
        let missed = missed.then(|| format!("{name}: the wrong example gives {found_wrong:?}"));
        missed.into_iter().chain(refused.then(|| format!("{name}: the right example gives {found_right:?}")))
    });
    assert_no_problems(problems.collect());
}

#[test]
fn rule_names_are_unique() {
    let rules = bacheca::check::rules::all();
    let twice = rules.windows(2).filter(|pair| pair[0].name == pair[1].name);
    assert_no_problems(twice.map(|pair| format!("two rules are called {}", pair[0].name)).collect());
    // Lookup by name returns the same rule, for running and for `explain`.
    let hidden = bacheca::check::rules::checks()
        .iter()
        .filter(|check| !rules.iter().any(|rule| rule.brief() == check.rule.brief()));
    assert_no_problems(hidden.map(|check| format!("another rule is called {}", check.rule.name)).collect());
    let found = rules.iter().filter(|rule| bacheca::check::rules::find_rule(rule.name) != Some(**rule));
    assert_no_problems(found.map(|rule| format!("{} is found as another rule", rule.name)).collect());
}

/// A rule that becomes an error overnight stops the board of a city that has changed nothing. Errors of the last release are
/// listed; a new one is declared with `Severity::error_after`, and gets into the list with the release after its own.
#[test]
fn new_rules_are_warnings_in_their_release() {
    let rules = bacheca::check::rules::all();
    let errors = rules.iter().filter(|rule| rule.severity == bacheca::diagnostic::Severity::Error);
    let names: String = errors.flat_map(|rule| [rule.name, "\n"]).collect();
    bless(&repository_path("tests/errors.list"), &names, "examples").unwrap();
}

#[test]
fn rule_is_described_in_both_languages() {
    let mut problems = Vec::new();
    for rule in bacheca::check::rules::all() {
        let name = rule.name;
        if !name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-') {
            problems.push(format!("{name}: not kebab-case"));
        }
        for text in [rule.summary, rule.explanation] {
            if text.it.len() < 8 || text.en.len() < 8 || text.it == text.en {
                problems.push(format!("{name}: «{}» / «{}»", text.it, text.en));
            }
        }
        if rule.origin.is_empty() {
            problems.push(format!("{name}: where does it come from?"));
        }
    }
    assert_no_problems(problems);
}

/// Rules and severities of the findings of an example.
fn find_rules(example: &str) -> Vec<(String, String)> {
    let board = small_board();
    write_example(board.path(), example);
    let text = |problem: &serde_json::Value, key: &str| problem[key].as_str().unwrap().to_owned();
    findings(board.path()).iter().map(|problem| (text(problem, "rule"), text(problem, "severity"))).collect()
}

/// Writes the files of an example into a board.
pub fn write_example(root: &Path, example: &str) {
    let mut files: Vec<(String, String)> = vec![(ITEM.to_owned(), String::new())];
    for line in example.split_inclusive('\n') {
        match line.trim().strip_prefix("-- ").and_then(|line| line.strip_suffix(" --")) {
            Some(path) => files.push((path.to_owned(), String::new())),
            None => files.last_mut().unwrap().1.push_str(line),
        }
    }
    for (index, (path, text)) in files.into_iter().enumerate() {
        let (mark, rest) = text.strip_prefix('\u{feff}').map_or(("", text.as_str()), |rest| ("\u{feff}", rest));
        let same = rest.strip_prefix('=').map(|rest| rest.trim_start_matches('\n'));
        let written = match (same, index) {
            (Some(more), _) if path == "site.toml" => std::fs::read_to_string(root.join(&path)).unwrap() + "\n" + more,
            (Some(lines), _) => item_with_lines(lines),
            (None, 0) => item_with_lines(rest),
            (None, _) => rest.to_owned(),
        };
        // «<E0>» stands for a byte that is not valid UTF-8.
        let mut bytes = format!("{mark}{written}").into_bytes();
        while let Some(at) = bytes.windows(4).position(|four| four == b"<E0>") {
            bytes.splice(at..at + 4, [0xe0]);
        }
        write(&root.join(path), bytes);
    }
}

/// Valid item of a kind with some lines replaced.
fn item_with_lines(lines: &str) -> String {
    let (facts, body) = match lines.split_once("---\n") {
        Some((facts, body)) if facts.is_empty() || facts.ends_with('\n') => (facts, Some(body)),
        _ => (lines, None),
    };
    let kind = facts.lines().find_map(|line| line.strip_prefix("tipo: ")).unwrap_or("formazione");
    let base = repository_path(&format!("tests/examples/{kind}.md"));
    let base = std::fs::read_to_string(&base)
        .unwrap_or_else(|_| std::fs::read_to_string(repository_path("tests/examples/formazione.md")).unwrap());
    let (_, rest) = base.split_once("---\n").unwrap();
    let (good, text) = rest.split_once("---\n").unwrap();
    let key = |line: &str| line.split(':').next().unwrap_or_default().trim_start_matches("# ").to_owned();
    // Fields of a single edition replace «edizioni», and the other way round.
    let alike = |key: &str| match key {
        "edizioni" => vec!["edizioni", "date", "orari", "giorni"].into_iter().map(str::to_owned).collect(),
        key => vec![key.to_owned()],
    };
    let changed: Vec<String> =
        facts.lines().filter(|line| !line.starts_with(' ')).flat_map(|line| alike(&key(line))).collect();
    let mut kept = String::new();
    let mut dropping = false;
    for line in good.lines() {
        if !line.starts_with(' ') {
            dropping = changed.contains(&key(line));
        }
        if !dropping {
            kept.push_str(line);
            kept.push('\n');
        }
    }
    let facts: String = facts.split_inclusive('\n').filter(|line| !line.starts_with('#')).collect();
    let end = if facts.is_empty() || facts.ends_with('\n') { "" } else { "\n" };
    format!("---\n{kept}{facts}{end}---\n{}", body.map_or(text.to_owned(), |body| format!("\n{body}\n")))
}
