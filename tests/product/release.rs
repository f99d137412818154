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
