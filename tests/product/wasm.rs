//! The checker for browsers gives the same report as the program, byte for byte, when Node runs it on every case of
//! `tests/faults`, every example of a rule, the small board and the real one.

use std::path::{Path, PathBuf};

use bacheca::board::load;
use bacheca::config::Config;
use bacheca::form::{answer, board_file, load_previews, read_file};
use bacheca::intake::compact;
use rayon::prelude::*;
use serde_json::{Value as Json, json};
use tempfile::TempDir;

use crate::support::{
    TODAY, assert_no_problems, json_report, read_tree, repository_path, run_tool, skip_test, small_board, write,
};
use crate::{examples, faults};

/// Command that builds the tested module.
pub const BUILD_COMMAND: &str = "make wasm-test";

/// Path of the module if it is newer than its sources.
pub fn current_module() -> Option<PathBuf> {
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
        // A page has no theme to check.
        if by_program.contains("\"rule\":\"theme-") {
            return None;
        }
        (by_module != by_program).then(|| format!("{}\n  module:  {by_module}\n  program: {by_program}", board.name))
    });
    assert_no_problems(differences.collect());
}

/// Requests of a page: a form of each case of `tests/kinds` read, written with its preview, sent and taken from its message.
fn requests_of_forms() -> Vec<Json> {
    let folder = small_board();
    let config = Config::load(folder.path()).unwrap();
    let board = load(folder.path(), config, TODAY.parse().unwrap()).board;
    let file: Json = serde_json::from_slice(&board_file(&board).unwrap()).unwrap();
    let mut requests = vec![json!({"do": "open", "board": file, "today": TODAY, "lang": "en"})];
    for (path, bytes) in read_tree(&repository_path("tests/kinds")) {
        if !path.ends_with(".md") {
            continue;
        }
        let text = String::from_utf8(bytes).unwrap();
        let read = read_file(&text).unwrap();
        let (kind, facts, body) = (read.subject.kind().unwrap(), &read.facts, &read.body);
        let message = compact::write(kind, facts, body);
        let kind = kind.key();
        requests.push(json!({"do": "read", "file": text}));
        requests.push(json!({"do": "write", "kind": kind, "facts": facts, "body": body, "preview": true}));
        requests.push(json!({"do": "fix", "kind": kind, "facts": facts, "body": body, "finding": 0}));
        requests.push(json!({"do": "intake", "message": message, "kind": null}));
    }
    let message = "🎓 Corso gratuito di italiano A2\nDal 1 dicembre 2026 al 26 febbraio 2027, lunedì 10-12\nvia Casilina 711, Roma";
    requests.push(json!({"do": "intake", "message": message, "kind": null}));
    requests.push(
        json!({"do": "correct", "item": {"slug": "x", "tipo": "evento", "testo": "", "posti": 3}, "renew": true}),
    );
    requests.push(json!({"do": "nothing"}));
    requests
}

#[test]
fn module_answers_forms_as_the_program_does() {
    let Some(module) = current_module() else { return skip_test(BUILD_COMMAND) };
    let requests = requests_of_forms();
    let folder = TempDir::new().unwrap();
    let [list, answers] = ["requests", "answers"].map(|name| folder.path().join(name).to_str().unwrap().to_owned());
    write(Path::new(&list), requests.iter().map(Json::to_string).collect::<Vec<_>>().join("\n"));
    let script = repository_path("tests/product/wasm_answers.mjs").to_str().unwrap().to_owned();
    let arguments = [&script, module.to_str().unwrap(), &list, &answers];
    run_tool("node", "nodejs", &arguments);
    let mut session = None;
    let by_program =
        requests.iter().map(|request| answer(&mut session, request.to_string().as_bytes(), Some(load_previews)));
    let by_module = std::fs::read_to_string(&answers).unwrap();
    let by_module: Vec<Json> = by_module.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(by_module.len(), requests.len());
    let pairs = by_program.zip(&by_module).zip(&requests);
    let differences = pairs.filter_map(|((by_program, by_module), request)| {
        let by_program: Json = serde_json::from_slice(&by_program).unwrap();
        (by_program != *by_module).then(|| format!("{request}\n  module:  {by_module}\n  program: {by_program}"))
    });
    assert_no_problems(differences.collect());
    let failed = by_module.iter().filter(|answer| answer["error"].is_string()).count();
    assert!(failed * 2 < requests.len(), "{failed} of {} requests failed", requests.len());
}
