//! The way that everything goes, as `use` lines show it: modules import only from their left, and
//! siblings do not know each other.

use std::collections::{BTreeMap, BTreeSet};

use crate::support::{none, repository, tree};

/// The modules of the crate, from left to right; those on one line do not know each other.
const LAYERS: &[&[&str]] = &[
    &["text", "files"],
    &["diagnostic"],
    &["error"],
    &["source"],
    &["config"],
    &["model"],
    &["markdown"],
    &["board"],
    &["image_format"],
    &["check"],
    &["theme"],
    &["locale"],
    &["templates"],
    &["typesetter"],
    &["compose"],
    &["publish"],
    &["output"],
    &["pipeline"],
    &["serve"],
    &["cli"],
];

/// Macros, which Rust puts at the root of the crate: anybody may use them.
const MACROS: &[&str] = &["localized", "path", "record", "record_value"];

/// Folders whose files do not know each other; what several need is elsewhere: for outputs in `publish/shared`.
const SIBLINGS: &[&str] = &[
    "check/rules",
    "check/rules/accessibility",
    "check/rules/social_purpose",
    "check/rules/reliability",
    "check/rules/clarity",
    "check/rules/translations",
    "check/rules/media",
    "check/rules/syntax",
    "check/report",
    "publish/outputs",
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
    for folder in SIBLINGS {
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
                if siblings.contains(&used) && used != name(path) {
                    problems.push(format!(
                        "src/{prefix}{path} uses its sibling `{used}`: move what both need to the left, or into a helper"
                    ));
                }
            }
        }
    }
    none(problems);
}

#[test]
fn what_outputs_share_knows_no_output() {
    let shared = sources().into_iter().filter(|(path, _)| path.starts_with("publish/shared/"));
    none(
        shared
            .filter(|(_, text)| text.contains("outputs::"))
            .map(|(path, _)| format!("src/{path} names an output"))
            .collect(),
    );
}

/// Files whose own uses do not close a circle: a problem of reading names values of the very types that report it; the
/// context of rendering holds the caches of those who render, and each of them reads the context.
const NAME_THEIR_USERS: &[&str] = &["model/problem.rs", "publish/context.rs"];

#[test]
fn files_do_not_use_each_other_in_a_circle() {
    let mut uses = uses_of_files(&sources());
    for path in NAME_THEIR_USERS {
        uses.insert((*path).to_owned(), BTreeSet::new()).expect("the file is still there");
    }
    let circles = circles(&uses);
    let arrows = |circle: &Vec<String>| {
        format!("src/: {} → {}: move what both need to a file of its own", circle.join(" → "), circle[0])
    };
    none(circles.iter().map(arrows).collect());
}

#[test]
fn a_circle_of_files_is_found_in_every_form() {
    let file = |path: &str, text: &str| (path.to_owned(), text.to_owned());
    let found = |files: &[(String, String)]| circles(&uses_of_files(files));
    // Two that name each other, by `super` and from the root; what a parent gives further is its child's.
    let pair = [
        file("a.rs", "mod b;\nmod c;\npub use b::One;"),
        file("a/b.rs", "use super::c::Two;"),
        file("a/c.rs", "use crate::x;\nfn f() { crate::a::b::g() }"),
    ];
    assert_eq!(found(&pair), [["a/b.rs", "a/c.rs"]]);
    let mut given = pair.clone();
    given[2].1 = "use super::{One, other};".to_owned();
    assert_eq!(found(&given), [["a/b.rs", "a/c.rs"]]);
    let mut three = pair.to_vec();
    three[2].1 = "use super::d;".to_owned();
    assert_eq!(found(&three), Vec::<Vec<String>>::new());
    three.push(file("a/d.rs", "use super::b::{self, One};"));
    assert_eq!(found(&three), [["a/b.rs", "a/c.rs", "a/d.rs"]]);
    // What only tests use is no use.
    three[2].1 = "#[cfg(test)]\nmod tests {\n    use super::super::d;\n}\n".to_owned();
    assert_eq!(found(&three), Vec::<Vec<String>>::new());
}

/// Which files each file uses. A file and those below its folder are one family: a parent declares its children, and
/// they use what it declares; so the parent of a file is no use, and what it gives further (`pub use`) is the child's.
fn uses_of_files(sources: &[(String, String)]) -> BTreeMap<String, BTreeSet<String>> {
    let module = |path: &str| path.trim_end_matches(".rs").split('/').map(str::to_owned).collect::<Vec<_>>();
    let files: BTreeMap<Vec<String>, &str> = sources.iter().map(|(path, _)| (module(path), path.as_str())).collect();
    // Names that a module gives further, and the child that has them.
    let mut given: BTreeMap<(Vec<String>, String), Vec<String>> = BTreeMap::new();
    for (path, text) in sources {
        let own = module(path);
        for named in paths(text, "pub use ") {
            let child: Vec<String> = own.iter().cloned().chain(named.first().cloned()).collect();
            if let (Some(name), true) = (named.get(1), files.contains_key(&child)) {
                given.insert((own.clone(), name.clone()), child);
            }
        }
    }
    let resolved = |mut full: Vec<String>| {
        loop {
            if files.contains_key(&full) {
                let first = full.clone();
                return Some(first);
            }
            let name = full.pop()?;
            if let Some(child) = given.get(&(full.clone(), name)) {
                return Some(child.clone());
            }
        }
    };
    let mut uses: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (path, text) in sources {
        let own = module(path);
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        let mut used = BTreeSet::new();
        for (prefix, above) in [("crate::", own.len()), ("super::", 1), ("super::super::", 2)] {
            let Some(height) = own.len().checked_sub(above) else { continue };
            for named in paths(code, prefix) {
                used.extend(resolved([&own[..height], &named[..]].concat()));
            }
        }
        let related = |other: &Vec<String>| own.starts_with(other) || other.starts_with(&own);
        let used = used.into_iter().filter(|other| !related(other)).map(|other| files[&other].to_owned());
        uses.insert(path.clone(), used.collect());
    }
    uses
}

/// Every group of files of which each leads to all others, sorted.
fn circles(uses: &BTreeMap<String, BTreeSet<String>>) -> Vec<Vec<String>> {
    let reached = |start: &str| {
        let mut reached: BTreeSet<&str> = BTreeSet::new();
        let mut next = vec![start];
        while let Some(file) = next.pop() {
            for used in &uses[file] {
                if reached.insert(used) {
                    next.push(used);
                }
            }
        }
        reached
    };
    let reached: BTreeMap<&str, BTreeSet<&str>> = uses.keys().map(|file| (file.as_str(), reached(file))).collect();
    let circle = |file: &&str| {
        let both = reached[file].iter().filter(|other| reached[**other].contains(file));
        both.map(|other| (*other).to_owned()).collect::<Vec<_>>()
    };
    let circles: BTreeSet<Vec<String>> = reached.keys().map(circle).filter(|circle| !circle.is_empty()).collect();
    circles.into_iter().collect()
}

/// Every path behind a prefix, in its parts: `super::{a, b::{c, D}}` names `a`, `b::c` and `b::D`.
fn paths(text: &str, prefix: &str) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    for (start, _) in text.match_indices(prefix) {
        let before = text[..start].chars().next_back();
        // `super::super::` is a prefix of its own; `$crate::` is where a macro is used.
        if before.is_some_and(|letter| letter.is_alphanumeric() || letter == '_' || letter == ':' || letter == '$') {
            continue;
        }
        branches(&text[start + prefix.len()..], &[], &mut found);
    }
    found
}

/// Reads one path, or a list of them in braces, and gives what stands behind it.
fn branches<'t>(text: &'t str, before: &[String], found: &mut Vec<Vec<String>>) -> &'t str {
    let text = text.trim_start();
    if let Some(mut rest) = text.strip_prefix('{') {
        loop {
            rest = rest.trim_start().trim_start_matches(',').trim_start();
            match rest.strip_prefix('}') {
                Some(rest) => return rest,
                None if rest.is_empty() => return rest,
                None => {
                    let after = branches(rest, before, found);
                    // Whatever is no path is passed over: `a as b`.
                    let end = after.find([',', '}']).unwrap_or(after.len());
                    rest = &after[end..];
                }
            }
        }
    }
    let length = text.find(|letter: char| !letter.is_alphanumeric() && letter != '_').unwrap_or(text.len());
    let (name, rest) = text.split_at(length);
    let path: Vec<String> = before.iter().cloned().chain((!name.is_empty()).then(|| name.to_owned())).collect();
    match rest.strip_prefix("::") {
        Some(rest) if !name.is_empty() => branches(rest, &path, found),
        _ => {
            found.push(path.into_iter().filter(|part| part != "self").collect());
            rest
        }
    }
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
