//! Checks the properties of the fuzz targets on inputs that once violated them, or nearly did:
//! `tests/fuzz/found/<target>/<name>`. `make soak` searches for more such inputs.

#[path = "../fuzz/src/lib.rs"]
mod properties;

use crate::support::{assert_no_problems, read_tree, repository_path};

/// Message of the panic if an input violates the property of a target.
fn property_failure(target: &str, bytes: &[u8]) -> Option<String> {
    let ended = std::panic::catch_unwind(|| properties::assert_target_holds(target, bytes)).err()?;
    let words = ended.downcast_ref::<String>().cloned();
    Some(words.or_else(|| ended.downcast_ref::<&str>().map(|words| (*words).to_owned())).unwrap_or_default())
}

#[test]
fn regression_inputs_satisfy_their_property() {
    let mut problems = Vec::new();
    for (target, _) in properties::TARGETS {
        let folder = repository_path("tests/fuzz/found").join(target);
        let found = read_tree(&folder);
        assert!(!found.is_empty(), "tests/fuzz/found/{target} holds no text");
        for (name, bytes) in found {
            problems.extend(property_failure(target, &bytes).map(|words| format!("{target}/{name}: {words}")));
        }
    }
    let known = |path: &str| properties::TARGETS.iter().any(|(target, _)| path.starts_with(&format!("{target}/")));
    let found = read_tree(&repository_path("tests/fuzz/found")).into_keys();
    problems.extend(found.filter(|path| !known(path)).map(|path| format!("{path} is of no target")));
    assert_no_problems(problems);
}

#[test]
fn project_examples_satisfy_every_property() {
    use rayon::prelude::*;
    let folders = ["tests/examples", "tests/faults", "tests/messages"];
    let files = folders.into_iter().flat_map(|folder| read_tree(&repository_path(folder)));
    let files: Vec<_> = files.filter(|(name, _)| name.ends_with(".md")).collect();
    // The target `board` is left out, because `faults` checks whole boards already.
    let quick = || properties::TARGETS.into_iter().filter(|(target, _)| *target != "board");
    let found = files.par_iter().flat_map_iter(|(name, bytes)| {
        quick().filter_map(move |(target, _)| Some(format!("{target}: {name}: {}", property_failure(target, bytes)?)))
    });
    assert_no_problems(found.collect());
}
