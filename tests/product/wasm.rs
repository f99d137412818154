//! The checker for browsers reports what the program reports, byte for byte: Node runs it over every case of
//! `tests/faults`, every example of a rule, the small board and the real one.

use std::path::{Path, PathBuf};

use rayon::prelude::*;
use tempfile::TempDir;

use crate::support::{json_report, none, repository, skip, small_board, tool, write};
use crate::{examples, faults};

/// Makes the module that is tested.
const COMMAND: &str = "make wasm-test";

/// The module, if it is made from the sources as they are.
fn module() -> Option<PathBuf> {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| PathBuf::from("target"), PathBuf::from);
    let module = repository("").join(target).join("wasm/wasm32-unknown-unknown/wasm-test/bacheca_wasm.wasm");
    let made = std::fs::metadata(&module).ok()?.modified().unwrap();
    // What cargo notes of it: its path, a colon, every file that it is made from.
    let sources = std::fs::read_to_string(module.with_extension("d")).unwrap();
    let (_, sources) = sources.split_once(": ").unwrap();
    let changed = |path: &str| std::fs::metadata(path).and_then(|file| file.modified()).map_or(true, |at| at > made);
    let sources: Vec<&str> = sources.split_whitespace().collect();
    assert!(sources.iter().any(|path| path.ends_with("check/rules.rs")), "{sources:?}");
    (!sources.into_iter().any(changed)).then_some(module)
}

/// Every board, by name.
fn boards() -> Vec<(String, Option<TempDir>)> {
    let cases = faults::cases();
    let cases = cases.par_iter().map(|case| (format!("tests/faults/{case}"), Some(faults::board_of(case))));
    let kinds = bacheca::model::Kind::ALL
        .map(|kind| (format!("tests/examples/{}", kind.key()), format!("tipo: {}", kind.key())));
    let rules = bacheca::check::rules::all().into_iter().flat_map(|rule| {
        [("wrong", rule.wrong), ("right", rule.right)]
            .map(|(which, example)| (format!("the {which} example of {}", rule.name), example.to_owned()))
    });
    let examples: Vec<(String, String)> = kinds.into_iter().chain(rules).collect();
    let examples = examples.par_iter().map(|(name, example)| {
        let board = small_board();
        examples::lay(board.path(), example);
        (name.clone(), Some(board))
    });
    let mut boards: Vec<(String, Option<TempDir>)> = cases.chain(examples).collect();
    boards.push(("the small board".to_owned(), Some(small_board())));
    boards.push(("the real board".to_owned(), None));
    boards
}

#[test]
fn the_module_reports_what_the_program_reports() {
    let Some(module) = module() else { return skip(COMMAND) };
    let boards = boards();
    assert!(boards.len() > 400, "{} boards", boards.len());
    let folder = TempDir::new().unwrap();
    let root = |board: &Option<TempDir>| board.as_ref().map_or_else(|| repository(""), |board| board.path().to_owned());
    let report = |index: usize| folder.path().join(format!("{index}.json"));
    let lines = boards
        .iter()
        .enumerate()
        .map(|(index, (_, board))| format!("{}\t{}\n", root(board).display(), report(index).display()));
    let list = folder.path().join("list");
    write(&list, lines.collect::<String>());
    let text = |path: &Path| path.to_str().unwrap().to_owned();
    let arguments = [text(&repository("tests/product/wasm.mjs")), text(&module), text(&list)];
    tool("node", "nodejs", &arguments.each_ref().map(String::as_str));
    let differ = boards.par_iter().enumerate().filter_map(|(index, (name, board))| {
        let module = std::fs::read_to_string(report(index)).unwrap();
        let program = json_report(&root(board));
        (module != program).then(|| format!("{name}\n  module:  {module}\n  program: {program}"))
    });
    none(differ.collect());
}
