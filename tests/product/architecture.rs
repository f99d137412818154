//! The way that everything goes, as `use` lines show it: modules import only from their left, and
//! siblings do not know each other.

use std::collections::BTreeSet;

use crate::support::{none, repository, tree};

/// The modules of the crate, from left to right; those on one line do not know each other.
const LAYERS: &[&[&str]] = &[
    &["text"],
    &["diagnostic"],
    &["error"],
    &["source"],
    &["config"],
    &["model"],
    &["board"],
    &["theme"],
    &["locale"],
    &["templates"],
    &["typesetter"],
    &["compose"],
    &["check", "publish"],
    &["output"],
    &["pipeline"],
    &["serve"],
    &["cli"],
];

/// Macros, which Rust puts at the root of the crate: anybody may use them.
const MACROS: &[&str] = &["localized", "path", "record", "record_value"];

/// Folders whose files do not know each other, and those that are there to help the others.
const SIBLINGS: &[(&str, &[&str])] = &[
    ("check/rules", &[]),
    ("check/rules/accessibility", &[]),
    ("check/rules/social_purpose", &[]),
    ("check/rules/reliability", &[]),
    ("check/rules/clarity", &[]),
    ("check/rules/translations", &[]),
    ("check/rules/media", &[]),
    ("check/rules/syntax", &[]),
    ("check/report", &[]),
    ("publish/outputs", &[]),
];

#[test]
fn modules_import_only_from_their_left() {
    let place = |module: &str| LAYERS.iter().position(|layer| layer.contains(&module));
    let mut problems = Vec::new();
    for (path, text) in sources() {
        let module = path.split(['/', '.']).next().unwrap_or_default().to_owned();
        if matches!(module.as_str(), "lib" | "main") {
            continue;
        }
        let Some(own) = place(&module) else {
            problems.push(format!("src/{path}: `{module}` is not in the table LAYERS of {}: add it", file!()));
            continue;
        };
        for used in named(&text, "crate::") {
            let forward = place(&used).is_some_and(|other| other < own);
            if !forward && used != module && !MACROS.contains(&used.as_str()) {
                problems.push(format!("src/{path}: `{module}` may not use crate::{used}; see LAYERS in {}", file!()));
            }
        }
    }
    none(problems);
}

#[test]
fn siblings_do_not_know_each_other() {
    let mut problems = Vec::new();
    for (folder, helpers) in SIBLINGS {
        let prefix = format!("{folder}/");
        let files: Vec<(String, String)> = sources()
            .into_iter()
            .filter_map(|(path, text)| Some((path.strip_prefix(&prefix)?.to_owned(), text)))
            .collect();
        let name = |path: &str| path.split(['/', '.']).next().unwrap_or_default().to_owned();
        let siblings: BTreeSet<String> = files.iter().map(|(path, _)| name(path)).collect();
        let whole = format!("crate::{}::", folder.replace('/', "::"));
        for (path, text) in &files {
            // Files deeper down say `super` to each other.
            let near = if path.contains('/') { "super::super::" } else { "super::" };
            for used in named(text, near).into_iter().chain(named(text, &whole)) {
                if siblings.contains(&used) && used != name(path) && !helpers.contains(&used.as_str()) {
                    problems.push(format!(
                        "src/{prefix}{path} uses its sibling `{used}`: move what both need to the left, or into a helper"
                    ));
                }
            }
        }
    }
    none(problems);
}

/// Every source file, its path below `src/` and its text without comments.
fn sources() -> Vec<(String, String)> {
    let code =
        |text: String| text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    tree(&repository("src")).into_iter().map(|(path, bytes)| (path, code(String::from_utf8(bytes).unwrap()))).collect()
}

/// The names that follow a prefix: `crate::a::b` names `a`, `crate::{a, b::c}` names `a` and `b`.
fn named(text: &str, prefix: &str) -> BTreeSet<String> {
    let identifier =
        |text: &str| text.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect::<String>();
    let mut names = BTreeSet::new();
    for (start, _) in text.match_indices(prefix) {
        let rest = &text[start + prefix.len()..];
        let Some(list) = rest.strip_prefix('{') else {
            names.insert(identifier(rest));
            continue;
        };
        let (mut depth, mut item) = (1, String::new());
        for letter in list.chars() {
            depth += i32::from(letter == '{') - i32::from(letter == '}');
            if depth == 0 || (depth == 1 && letter == ',') {
                names.insert(identifier(std::mem::take(&mut item).trim()));
            } else {
                item.push(letter);
            }
            if depth == 0 {
                break;
            }
        }
    }
    names.remove("");
    names
}

#[test]
fn names_are_found_in_every_form() {
    let text = "use crate::a::b;\nuse crate::{c, d::{e, f}, g};\nlet h = crate::i::j();";
    assert_eq!(named(text, "crate::").into_iter().collect::<Vec<_>>(), ["a", "c", "d", "g", "i"]);
}
