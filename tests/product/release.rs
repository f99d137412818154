//! What a release is made from: container, packages, libraries.

use std::collections::BTreeSet;
use std::fs;
use std::process::Command;

use tempfile::TempDir;

use crate::support::{assert_no_problems, copy_tree, repository_path};

/// A workspace member, test or benchmark that `Cargo.toml` names and the container lacks stops its build at once.
#[test]
fn the_container_copies_every_source_that_cargo_looks_for() {
    let container = fs::read_to_string(repository_path(".github/deploy/Containerfile")).unwrap();
    let copied = container.lines().filter_map(|line| line.strip_prefix("COPY ")).filter(|line| !line.starts_with("--"));
    let folder = TempDir::new().unwrap();
    for line in copied {
        let words: Vec<&str> = line.split(' ').collect();
        let (to, from) = words.split_last().unwrap();
        for from in from {
            let (source, target) = (repository_path(from), folder.path().join(to));
            if source.is_dir() {
                copy_tree(&source, &target);
            } else {
                fs::copy(&source, target.join(source.file_name().unwrap())).unwrap();
            }
        }
    }
    let metadata = Command::new(env!("CARGO"))
        .args(["metadata", "--offline", "--locked", "--format-version", "1", "--no-deps"])
        .current_dir(folder.path())
        .output()
        .unwrap();
    assert!(metadata.status.success(), "{}", String::from_utf8_lossy(&metadata.stderr));
    for file in ["src/main.rs", "src/cli/init/skeleton", "themes/default", "wasm/src/lib.rs", ".github/DEPLOY.md"] {
        assert!(folder.path().join(file).exists(), "{file} is not in the container");
    }
}

/// A library that gets other features for the tests is compiled again for them, and so is all that needs it, the program
/// included: two minutes for everybody.
#[test]
fn libraries_have_the_same_features_with_and_without_the_tests() {
    let libraries = |edges: &str| -> BTreeSet<String> {
        let tree = Command::new(env!("CARGO"))
            .args(["tree", "--offline", "--locked", "--prefix", "none", "--format", "{p} [{f}]", "--edges", edges])
            .current_dir(repository_path("."))
            .output()
            .unwrap();
        assert!(tree.status.success(), "{}", String::from_utf8_lossy(&tree.stderr));
        let lines = String::from_utf8(tree.stdout).unwrap();
        lines.lines().map(|line| line.trim_end_matches(" (*)").to_owned()).collect()
    };
    let (program, tests) = (libraries("normal,build"), libraries("normal,build,dev"));
    assert!(program.len() > 100, "{program:?}");
    let problems = program.difference(&tests);
    assert_no_problems(problems.map(|library| format!("{library} has other features in the tests")).collect());
}

/// Libraries are looked up in the list of known holes by `audit.yml` alone, which needs the network. What does not is held
/// here: each comes from the public registry with its sum, and an exception holds only as long as its reason does.
#[test]
fn libraries_come_from_the_registry_and_exceptions_have_their_reason() {
    let locks = ["Cargo.lock", "tests/fuzz/Cargo.lock"];
    let mut problems = Vec::new();
    for lock in locks {
        let text = fs::read_to_string(repository_path(lock)).unwrap();
        let table: toml::Table = text.parse().unwrap();
        let packages = table["package"].as_array().unwrap();
        assert!(packages.len() > 100, "{lock}");
        for package in packages {
            let name = package["name"].as_str().unwrap();
            let source = package.get("source").and_then(toml::Value::as_str);
            let registry = source == Some("registry+https://github.com/rust-lang/crates.io-index");
            if !(registry && package.get("checksum").is_some() || source.is_none() && name.starts_with("bacheca")) {
                problems.push(format!("{lock}: {name} comes from {source:?}"));
            }
        }
        // `.cargo/deny.toml` ignores two holes of the quick-xml that reads styles of citation, and of no other.
        let needs = |package: &&toml::Value| {
            let needed = package.get("dependencies").and_then(toml::Value::as_array).into_iter().flatten();
            needed.filter_map(toml::Value::as_str).any(|needed| needed.starts_with("quick-xml 0.38"))
        };
        let users: Vec<&str> = packages.iter().filter(needs).map(|package| package["name"].as_str().unwrap()).collect();
        if users != ["citationberg"] {
            problems.push(format!("{lock}: quick-xml 0.38 is needed by {users:?}: mend .cargo/deny.toml"));
        }
    }
    assert_no_problems(problems);
}
