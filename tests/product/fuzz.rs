//! What must hold for every text, held against those that once broke it or come near to that:
//! `tests/fuzz/found/<target>/<name>`. The properties are those of the fuzz targets (`make soak`), which look for more
//! such texts.

#[path = "../fuzz/src/lib.rs"]
mod properties;

use crate::support::{none, repository, tree};

/// A text whose property does not hold says so by a panic, which names it.
fn broken(held: properties::Property, bytes: &[u8]) -> Option<String> {
    let ended = std::panic::catch_unwind(|| held(bytes)).err()?;
    let words = ended.downcast_ref::<String>().cloned();
    Some(words.or_else(|| ended.downcast_ref::<&str>().map(|words| (*words).to_owned())).unwrap_or_default())
}

#[test]
fn what_once_broke_a_property_breaks_it_no_more() {
    let mut problems = Vec::new();
    for (target, holds) in properties::TARGETS {
        let folder = repository("tests/fuzz/found").join(target);
        let found = tree(&folder);
        assert!(!found.is_empty(), "tests/fuzz/found/{target} holds no text");
        for (name, bytes) in found {
            problems.extend(broken(holds, &bytes).map(|words| format!("{target}/{name}: {words}")));
        }
    }
    let known = |path: &str| properties::TARGETS.iter().any(|(target, _)| path.starts_with(&format!("{target}/")));
    let found = tree(&repository("tests/fuzz/found")).into_keys();
    problems.extend(found.filter(|path| !known(path)).map(|path| format!("{path} is of no target")));
    none(problems);
}

#[test]
fn properties_hold_for_the_examples_of_the_project() {
    use rayon::prelude::*;
    let folders = ["tests/examples", "tests/faults", "tests/messages"];
    let files = folders.into_iter().flat_map(|folder| tree(&repository(folder)));
    let files: Vec<_> = files.filter(|(name, _)| name.ends_with(".md")).collect();
    // Whole boards are what the cases of `faults` are checked on already.
    let quick = || properties::TARGETS.into_iter().filter(|(target, _)| *target != "board");
    let found = files.par_iter().flat_map_iter(|(name, bytes)| {
        quick().filter_map(move |(target, holds)| Some(format!("{target}: {name}: {}", broken(holds, bytes)?)))
    });
    none(found.collect());
}
