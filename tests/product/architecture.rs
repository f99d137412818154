//! Layers of the crate, checked on `use` lines: modules import only from lower layers, siblings do not import each
//! other, and files have no import cycles.

use std::collections::{BTreeMap, BTreeSet};

use crate::support::{assert_no_problems, read_tree, repository_path};

/// Modules of the crate from the lowest layer to the highest; modules of one layer do not import each other.
const LAYERS: &[&[&str]] = &[
    &["text", "files", "progress"],
    &["diagnostic"],
    &["error"],
    &["source"],
    &["model", "document_text", "po"],
    &["config"],
    &["markdown", "theme"],
    &["board"],
    &["image_format"],
    &["check"],
    &["locale"],
    &["templates"],
    &["typesetter"],
    &["compose"],
    &["intake", "translation"],
    &["form"],
    &["publish"],
    &["output"],
    &["pipeline"],
    &["serve"],
    &["cli"],
];

/// Macros, which Rust exports at the root of the crate; every module may use them.
const MACROS: &[&str] = &["localized", "path", "record", "record_value"];

/// Folders whose files do not import each other; shared code is elsewhere, for outputs in `publish/shared`.
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
fn module_imports_only_from_lower_layers() {
    let place = |module: &str| LAYERS.iter().position(|layer| layer.contains(&module));
    let mut problems = Vec::new();
    for (path, text) in source_files() {
        let module = path.split(['/', '.']).next().unwrap_or_default().to_owned();
        if matches!(module.as_str(), "lib" | "main") {
            continue;
        }
        let Some(own) = place(&module) else {
            problems.push(format!("src/{path}: `{module}` is not in the table LAYERS of {}: add it", file!()));
            continue;
        };
        for used in imported_modules(&text, "crate::") {
            let forward = place(&used).is_some_and(|other| other < own);
            if !forward && used != module && !MACROS.contains(&used.as_str()) {
                problems.push(format!("src/{path}: `{module}` may not use crate::{used}; see LAYERS in {}", file!()));
            }
        }
    }
    assert_no_problems(problems);
}

#[test]
fn sibling_files_do_not_import_each_other() {
    let mut problems = Vec::new();
    for folder in SIBLINGS {
        let prefix = format!("{folder}/");
        let files: Vec<(String, String)> = source_files()
            .into_iter()
            .filter_map(|(path, text)| Some((path.strip_prefix(&prefix)?.to_owned(), text)))
            .collect();
        let name = |path: &str| path.split(['/', '.']).next().unwrap_or_default().to_owned();
        let siblings: BTreeSet<String> = files.iter().map(|(path, _)| name(path)).collect();
        let whole = format!("crate::{}::", folder.replace('/', "::"));
        for (path, text) in &files {
            // In files of a subfolder `super` is the sibling itself.
            let near = if path.contains('/') { "super::super::" } else { "super::" };
            for used in imported_modules(text, near).into_iter().chain(imported_modules(text, &whole)) {
                if siblings.contains(&used) && used != name(path) {
                    problems.push(format!(
                        "src/{prefix}{path} uses its sibling `{used}`: move what both need to the left, or into a helper"
                    ));
                }
            }
        }
    }
    assert_no_problems(problems);
}

#[test]
fn publish_shared_does_not_import_outputs() {
    let shared = source_files().into_iter().filter(|(path, _)| path.starts_with("publish/shared/"));
    assert_no_problems(
        shared
            .filter(|(_, text)| text.contains("outputs::"))
            .map(|(path, _)| format!("src/{path} names an output"))
            .collect(),
    );
}

/// Files whose imports are not counted: a model problem holds values of the types that report it, and the rendering
/// context holds the caches of the outputs that read it.
const EXEMPT_FROM_CYCLES: &[&str] = &["model/problem.rs", "publish/context.rs"];

#[test]
fn source_files_have_no_import_cycle() {
    let mut uses = imports_by_file(&source_files());
    for path in EXEMPT_FROM_CYCLES {
        uses.insert((*path).to_owned(), BTreeSet::new()).expect("the file is still there");
    }
    let circles = import_cycles(&uses);
    let arrows = |circle: &Vec<String>| {
        format!("src/: {} → {}: move what both need to a file of its own", circle.join(" → "), circle[0])
    };
    assert_no_problems(circles.iter().map(arrows).collect());
}

#[test]
fn import_cycle_is_detected_in_every_form() {
    let file = |path: &str, text: &str| (path.to_owned(), text.to_owned());
    let found = |files: &[(String, String)]| import_cycles(&imports_by_file(files));
    // Two files import each other, by `super` and from the root; a re-export of the parent counts as its child.
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
    // Imports of tests are not counted.
    three[2].1 = "#[cfg(test)]\nmod tests {\n    use super::super::d;\n}\n".to_owned();
    assert_eq!(found(&three), Vec::<Vec<String>>::new());
}

/// Files that each file imports. Imports between a file and the files of its folder are not counted, because a parent
/// declares its children and they use its items; a re-export (`pub use`) of a parent counts as the child's item.
fn imports_by_file(sources: &[(String, String)]) -> BTreeMap<String, BTreeSet<String>> {
    let module = |path: &str| path.trim_end_matches(".rs").split('/').map(str::to_owned).collect::<Vec<_>>();
    let files: BTreeMap<Vec<String>, &str> = sources.iter().map(|(path, _)| (module(path), path.as_str())).collect();
    // Re-exported names of a module, and the child that defines them.
    let mut given: BTreeMap<(Vec<String>, String), Vec<String>> = BTreeMap::new();
    for (path, text) in sources {
        let own = module(path);
        for named in imported_paths(text, "pub use ") {
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
            for named in imported_paths(code, prefix) {
                used.extend(resolved([&own[..height], &named[..]].concat()));
            }
        }
        let related = |other: &Vec<String>| own.starts_with(other) || other.starts_with(&own);
        let used = used.into_iter().filter(|other| !related(other)).map(|other| files[&other].to_owned());
        uses.insert(path.clone(), used.collect());
    }
    uses
}

/// Groups of files that all reach each other by imports, sorted.
fn import_cycles(uses: &BTreeMap<String, BTreeSet<String>>) -> Vec<Vec<String>> {
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

/// Paths after a prefix, split into parts: `super::{a, b::{c, D}}` gives `a`, `b::c` and `b::D`.
fn imported_paths(text: &str, prefix: &str) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    for (start, _) in text.match_indices(prefix) {
        let before = text[..start].chars().next_back();
        // `super::super::` is a prefix of its own, and `$crate::` belongs to the caller of a macro.
        if before.is_some_and(|letter| letter.is_alphanumeric() || letter == '_' || letter == ':' || letter == '$') {
            continue;
        }
        collect_paths(&text[start + prefix.len()..], &[], &mut found);
    }
    found
}

/// Collects one path or a list of paths in braces; returns the text after it.
fn collect_paths<'t>(text: &'t str, before: &[String], found: &mut Vec<Vec<String>>) -> &'t str {
    let text = text.trim_start();
    if let Some(mut rest) = text.strip_prefix('{') {
        loop {
            rest = rest.trim_start().trim_start_matches(',').trim_start();
            match rest.strip_prefix('}') {
                Some(rest) => return rest,
                None if rest.is_empty() => return rest,
                None => {
                    let after = collect_paths(rest, before, found);
                    // The rest of an element is skipped, for example in `a as b`.
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
        Some(rest) if !name.is_empty() => collect_paths(rest, &path, found),
        _ => {
            found.push(path.into_iter().filter(|part| part != "self").collect());
            rest
        }
    }
}

/// Source files of the crate: path below `src/`, and text without comment lines. `src/raster/` is a package of its own.
fn source_files() -> Vec<(String, String)> {
    let code =
        |text: String| text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    read_tree(&repository_path("src"))
        .into_iter()
        .filter(|(path, _)| !path.starts_with("raster/"))
        .map(|(path, bytes)| (path, code(String::from_utf8(bytes).unwrap())))
        .collect()
}

/// Names directly after a prefix: `crate::a::b` gives `a`, `crate::{a, b::c}` gives `a` and `b`.
fn imported_modules(text: &str, prefix: &str) -> BTreeSet<String> {
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
fn imported_modules_are_read_from_every_form_of_use() {
    let text = "use crate::a::b;\nuse crate::{c, d::{e, f}, g};\nlet h = crate::i::j();";
    assert_eq!(imported_modules(text, "crate::").into_iter().collect::<Vec<_>>(), ["a", "c", "d", "g", "i"]);
}
