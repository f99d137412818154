//! Every kind with all its fields and with as few as possible: `tests/kinds/<kind>-full.md` and `<kind>-minimal.md`
//! are read without a problem, and their public data equal `tests/kinds/<case>.json`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::OnceLock;

use bacheca::model::{COMMON_FIELDS, Edition, Kind, Opportunity, Record};
use serde_json::Value as Json;

use crate::support::{assert_no_problems, bacheca, bless, read_tree, repository_path, small_board};

/// Text of each case, by name.
fn cases() -> BTreeMap<String, String> {
    let cases = read_tree(&repository_path("tests/kinds")).into_iter();
    cases
        .filter_map(|(path, bytes)| Some((path.strip_suffix(".md")?.to_owned(), String::from_utf8(bytes).unwrap())))
        .collect()
}

/// Keys at the top level of a case's front matter.
fn top_level_keys(text: &str) -> BTreeSet<&str> {
    let facts = text.split("---\n").nth(1).unwrap();
    facts
        .lines()
        .filter(|line| !line.starts_with([' ', '-']))
        .filter_map(|line| Some(line.split_once(':')?.0))
        .collect()
}

/// Adds all cases to a board.
fn add_cases(board: &Path) {
    let files = read_tree(&repository_path("tests/kinds")).into_iter();
    for (path, bytes) in files.filter(|(path, _)| !path.ends_with(".json")) {
        crate::support::write(&board.join("content/opportunita/2026").join(path), bytes);
    }
}

/// Public data of a build with all cases, by slug.
fn public_data() -> &'static BTreeMap<String, Json> {
    static DATA: OnceLock<BTreeMap<String, Json>> = OnceLock::new();
    DATA.get_or_init(|| {
        let board = small_board();
        add_cases(board.path());
        bacheca(board.path(), &["build", "--skip", "poster,card,print,search"]).expect_code(0);
        let text = std::fs::read_to_string(board.path().join("public/dati/opportunita.json")).unwrap();
        let data: Json = serde_json::from_str(&text).unwrap();
        let items = data["opportunita"].as_array().unwrap().iter();
        items.map(|item| (item["slug"].as_str().unwrap().to_owned(), item.clone())).collect()
    })
}

#[test]
fn kind_has_full_and_minimal_case() {
    let cases = cases();
    for kind in Kind::ALL.map(Kind::key) {
        for case in ["full", "minimal"] {
            assert!(cases.contains_key(&format!("{kind}-{case}")), "write tests/kinds/{kind}-{case}.md");
        }
    }
}

#[test]
fn kind_case_is_read_without_problems() {
    let board = small_board();
    add_cases(board.path());
    let report = bacheca(board.path(), &["check", "--format", "json"]).expect_code(0);
    let report: Json = serde_json::from_str(&report.out).unwrap();
    // Comparing rules may warn, because values in a file with every field cannot all agree.
    let compares = |name: &str| bacheca::check::rules::checks().iter().any(|check| check.rule.name == name);
    let read = report["diagnostics"].as_array().unwrap().iter();
    assert_no_problems(
        read.filter(|problem| !compares(problem["rule"].as_str().unwrap())).map(ToString::to_string).collect(),
    );
}

#[test]
fn full_case_uses_every_field_of_its_kind() {
    let mut problems = Vec::new();
    for kind in Kind::ALL {
        let spec = kind.spec();
        let text = cases()[&format!("{}-full", kind.key())].clone();
        let declared = spec.required.iter().chain(spec.optional).chain(COMMON_FIELDS).copied();
        let declared: BTreeSet<&str> = declared.collect();
        for key in declared.difference(&top_level_keys(&text)) {
            problems.push(format!("add «{key}» to tests/kinds/{}-full.md", kind.key()));
        }
        for key in top_level_keys(&text).into_iter().filter(|key| !kind.has_field(key)) {
            problems.push(format!("«{key}» is no field of {}", kind.key()));
        }
    }
    assert_no_problems(problems);
}

#[test]
fn opportunity_field_is_used_by_some_case() {
    let cases = cases();
    let used: BTreeSet<&str> = cases.values().flat_map(|text| top_level_keys(text)).collect();
    // What is refused is not in the public data, to which these cases belong.
    let public = Opportunity::FIELDS.iter().filter(|field| field.key != "rifiutato");
    let missing = public.filter(|field| !used.contains(field.key));
    assert_no_problems(missing.map(|field| format!("no case in tests/kinds/ uses «{}»", field.key)).collect());
}

#[test]
fn public_data_has_values_under_their_keys() {
    let of_edition: BTreeSet<&str> = Edition::FIELDS.iter().map(|field| field.key).collect();
    let mut problems = Vec::new();
    for (case, text) in cases() {
        let item = &public_data()[&case];
        for key in top_level_keys(&text) {
            // Fields of a single edition can be at the top level; the data have them among the editions.
            let edition = of_edition.contains(key) && !item["edizioni"][0][key].is_null();
            if item[key].is_null() && !edition {
                problems.push(format!("{case}: «{key}» is not in the data"));
            }
        }
        let shown = serde_json::to_string_pretty(item).unwrap() + "\n";
        problems.extend(bless(&repository_path(&format!("tests/kinds/{case}.json")), &shown, "kinds").err());
    }
    assert_no_problems(problems);
}
