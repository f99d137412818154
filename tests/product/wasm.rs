//! The checker for browsers gives the same report as the program, byte for byte, when Node runs it on every case of
//! `tests/faults`, every example of a rule, the small board and the real one.

use std::path::{Path, PathBuf};

use rayon::prelude::*;
use tempfile::TempDir;

use crate::support::{assert_no_problems, json_report, repository_path, run_tool, skip_test, small_board, write};
use crate::{examples, faults};

/// Command that builds the tested module.
const BUILD_COMMAND: &str = "make wasm-test";

/// Path of the module if it is newer than its sources.
fn current_module() -> Option<PathBuf> {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| PathBuf::from("target"), PathBuf::from);
    let module = repository_path("").join(target).join("wasm/wasm32-unknown-unknown/wasm-test/bacheca_wasm.wasm");
    let made = std::fs::metadata(&module).ok()?.modified().unwrap();
    // Cargo's dependency file: path of the module, a colon, paths of its sources.
    let sources = std::fs::read_to_string(module.with_extension("d")).unwrap();
    let (_, sources) = sources.split_once(": ").unwrap();
    let changed = |path: &str| std::fs::metadata(path).and_then(|file| file.modified()).map_or(true, |at| at > made);
    let sources: Vec<&str> = sources.split_whitespace().collect();
    assert!(sources.iter().any(|path| path.ends_with("check/rules.rs")), "{sources:?}");
    (!sources.into_iter().any(changed)).then_some(module)
}

/// Name and temporary folder, if any, of each board to check.
fn test_boards() -> Vec<(String, Option<TempDir>)> {
    let cases = faults::cases();
    let cases = cases.par_iter().map(|case| (format!("tests/faults/{case}"), Some(faults::board_with_case(case))));
    let kinds = bacheca::model::Kind::ALL
        .map(|kind| (format!("tests/examples/{}", kind.key()), format!("tipo: {}", kind.key())));
    let rules = bacheca::check::rules::all().into_iter().flat_map(|rule| {
        [("wrong", rule.wrong), ("right", rule.right)]
            .map(|(which, example)| (format!("the {which} example of {}", rule.name), example.to_owned()))
    });
    let examples: Vec<(String, String)> = kinds.into_iter().chain(rules).collect();
    let examples = examples.par_iter().map(|(name, example)| {
        let board = small_board();
        examples::write_example(board.path(), example);
        (name.clone(), Some(board))
    });
    let mut boards: Vec<(String, Option<TempDir>)> = cases.chain(examples).collect();
    boards.push(("the small board".to_owned(), Some(small_board())));
    boards.push(("the real board".to_owned(), None));
    boards
}

#[test]
fn module_report_equals_command_report() {
    let Some(module) = current_module() else { return skip_test(BUILD_COMMAND) };
    let boards = test_boards();
    assert!(boards.len() > 400, "{} boards", boards.len());
    let folder = TempDir::new().unwrap();
    let root =
        |board: &Option<TempDir>| board.as_ref().map_or_else(|| repository_path(""), |board| board.path().to_owned());
    let report = |index: usize| folder.path().join(format!("{index}.json"));
    let lines = boards
        .iter()
        .enumerate()
        .map(|(index, (_, board))| format!("{}\t{}\n", root(board).display(), report(index).display()));
    let list = folder.path().join("list");
    write(&list, lines.collect::<String>());
    let text = |path: &Path| path.to_str().unwrap().to_owned();
    let arguments = [text(&repository_path("tests/product/wasm.mjs")), text(&module), text(&list)];
    run_tool("node", "nodejs", &arguments.each_ref().map(String::as_str));
    let differ = boards.par_iter().enumerate().filter_map(|(index, (name, board))| {
        let module = std::fs::read_to_string(report(index)).unwrap();
        let program = json_report(&root(board));
        (module != program).then(|| format!("{name}\n  module:  {module}\n  program: {program}"))
    });
    assert_no_problems(differ.collect());
}
