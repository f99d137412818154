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
    let built = std::fs::metadata(&module).ok()?.modified().unwrap();
    // Cargo's dependency file: path of the module, a colon, paths of its sources.
    let sources = std::fs::read_to_string(module.with_extension("d")).unwrap();
    let (_, sources) = sources.split_once(": ").unwrap();
    let is_newer =
        |path: &str| std::fs::metadata(path).and_then(|file| file.modified()).map_or(true, |modified| modified > built);
    let sources: Vec<&str> = sources.split_whitespace().collect();
    assert!(sources.iter().any(|path| path.ends_with("check/rules.rs")), "{sources:?}");
    (!sources.into_iter().any(is_newer)).then_some(module)
}

/// A board to check with the module and with the program.
struct TestBoard {
    name: String,
    /// Folder of the board; `None` for the real board of the repository.
    folder: Option<TempDir>,
}

impl TestBoard {
    fn root(&self) -> PathBuf {
        self.folder.as_ref().map_or_else(|| repository_path(""), |folder| folder.path().to_owned())
    }
}

/// Boards of all cases of `tests/faults` and all examples, the small board and the real one.
fn test_boards() -> Vec<TestBoard> {
    let cases = faults::cases();
    let cases = cases
        .par_iter()
        .map(|case| TestBoard { name: format!("tests/faults/{case}"), folder: Some(faults::board_with_case(case)) });
    let kinds = bacheca::model::Kind::ALL
        .map(|kind| (format!("tests/examples/{}", kind.key()), format!("tipo: {}", kind.key())));
    let rules = bacheca::check::rules::all().into_iter().flat_map(|rule| {
        [("wrong", rule.wrong), ("right", rule.right)]
            .map(|(which, example)| (format!("the {which} example of {}", rule.name), example.to_owned()))
    });
    let examples: Vec<(String, String)> = kinds.into_iter().chain(rules).collect();
    let examples = examples.par_iter().map(|(name, example)| {
        let folder = small_board();
        examples::write_example(folder.path(), example);
        TestBoard { name: name.clone(), folder: Some(folder) }
    });
    let mut boards: Vec<TestBoard> = cases.chain(examples).collect();
    boards.push(TestBoard { name: "the small board".to_owned(), folder: Some(small_board()) });
    boards.push(TestBoard { name: "the real board".to_owned(), folder: None });
    boards
}

#[test]
fn module_report_equals_command_report() {
    let Some(module) = current_module() else { return skip_test(BUILD_COMMAND) };
    let boards = test_boards();
    assert!(boards.len() > 400, "{} boards", boards.len());
    let folder = TempDir::new().unwrap();
    let report_path = |index: usize| folder.path().join(format!("{index}.json"));
    let lines = boards
        .iter()
        .enumerate()
        .map(|(index, board)| format!("{}\t{}\n", board.root().display(), report_path(index).display()));
    let list = folder.path().join("list");
    write(&list, lines.collect::<String>());
    let to_text = |path: &Path| path.to_str().unwrap().to_owned();
    let arguments = [to_text(&repository_path("tests/product/wasm.mjs")), to_text(&module), to_text(&list)];
    run_tool("node", "nodejs", &arguments.each_ref().map(String::as_str));
    let differences = boards.par_iter().enumerate().filter_map(|(index, board)| {
        let by_module = std::fs::read_to_string(report_path(index)).unwrap();
        let by_program = json_report(&board.root());
        (by_module != by_program).then(|| format!("{}\n  module:  {by_module}\n  program: {by_program}", board.name))
    });
    assert_no_problems(differences.collect());
}
