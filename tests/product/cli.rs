//! Exit codes and output of the commands.

use std::path::Path;

use serde_json::{Value as Json, json};
use tempfile::TempDir;

use crate::support::{TODAY, bacheca, copy_tree, read_tree, repository_path, run_program, small_board, write};

/// Copies the small board with two faulty items and a stale translation.
fn faulty_board() -> TempDir {
    let board = small_board();
    for case in ["deadline-missing", "url-without-scheme"] {
        copy_case(case, board.path());
    }
    copy_tree(&repository_path("tests/faults/translation-stale"), board.path());
    board
}

fn copy_case(case: &str, board: &Path) {
    let bytes = std::fs::read(repository_path(&format!("tests/faults/{case}.md"))).unwrap();
    write(&board.join(format!("content/opportunita/2026/{case}.md")), bytes);
}

fn check_report(board: &Path, arguments: &[&str], code: i32) -> Json {
    let run = bacheca(board, &[&["check", "--format", "json"], arguments].concat()).expect_code(code);
    assert!(run.err.is_empty(), "{}", run.err);
    serde_json::from_str(&run.out).unwrap()
}

#[test]
fn help_and_version_exit_with_0() {
    for arguments in [&["--help"][..], &["check", "--help"], &["build", "--help"], &["--version"]] {
        let run = run_program(arguments).expect_code(0);
        assert!(run.out.contains("bacheca") && run.err.is_empty(), "{arguments:?}: {}", run.out);
    }
}

#[test]
fn wrong_usage_exits_with_2() {
    let board = small_board();
    let root = board.path().to_str().unwrap();
    for arguments in [
        &[][..],
        &["publish"],
        &["check", "--format", "yaml"],
        &["check", "--lang", "fr"],
        &["check", "--nope"],
        &["--today", "21/11/2026", "check"],
        &["--today", "2026-02-30", "check"],
        &["build", "--skip", "posters"],
        &["--root", root, "check", "content/opportunita/2026/non-c-e.md"],
        &["--root", root, "check", "/etc/hostname"],
    ] {
        let run = run_program(arguments).expect_code(2);
        assert!(
            !run.err.is_empty() && run.out.is_empty(),
            "{arguments:?}: an error is said on the error stream: {}",
            run.out
        );
    }
}

#[test]
fn command_outside_a_board_fails() {
    let folder = TempDir::new().unwrap();
    for command in ["build", "check"] {
        let run = bacheca(folder.path(), &[command]).expect_code(2);
        assert!(run.err.contains("site.toml") && run.out.is_empty(), "{}\n{}", run.err, run.out);
    }
    assert!(read_tree(folder.path()).is_empty(), "a refused build leaves something behind");
}

#[test]
fn check_json_report_has_documented_fields() {
    let board = faulty_board();
    let report = check_report(board.path(), &[], 1);
    let keys = |value: &Json| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!(keys(&report), ["version", "files", "errors", "warnings", "diagnostics"]);
    let files = read_tree(&board.path().join("content")).into_keys().filter(|path| path.ends_with(".md")).count();
    assert_eq!(
        [&report["version"], &report["files"], &report["errors"], &report["warnings"]],
        [&json!(1), &json!(files), &json!(2), &json!(1)]
    );
    let fields = ["rule", "severity", "file", "line", "column", "endLine", "endColumn", "message", "hint"];
    for problem in report["diagnostics"].as_array().unwrap() {
        // The corrected line is present if there is a correction.
        assert_eq!(keys(problem).into_iter().filter(|key| key != "replacement").collect::<Vec<_>>(), fields);
    }
    let url = &report["diagnostics"][2];
    assert_eq!(
        url,
        &json!({
            "rule": "invalid-url", "severity": "error", "file": "content/opportunita/2026/url-without-scheme.md",
            "line": 16, "column": 8, "endLine": 16, "endColumn": 36,
            "message": "«www.ponte.example.org/cucito» non è un indirizzo web",
            "hint": "scrivi l'indirizzo intero: `https://www.ponte.example.org/cucito`",
        })
    );
}

#[test]
fn check_findings_are_sorted_by_file_and_line() {
    let board = faulty_board();
    copy_case("several-in-one-file", board.path());
    let report = check_report(board.path(), &[], 1);
    let problems = report["diagnostics"].as_array().unwrap().iter();
    let places: Vec<_> = problems
        .map(|problem| (problem["file"].as_str().unwrap(), problem["line"].as_u64(), problem["column"].as_u64()))
        .collect();
    assert!(places.is_sorted() && places.len() > 6, "{places:?}");
}

#[test]
fn check_accepts_a_single_file() {
    let board = faulty_board();
    let file = "content/opportunita/2026/deadline-missing.md";
    // The path is relative to the board, or as the shell completes it.
    for name in [file, board.path().join(file).to_str().unwrap()] {
        let report = check_report(board.path(), &[name], 1);
        assert_eq!(
            (&report["files"], &report["errors"], &report["warnings"]),
            (&json!(1), &json!(1), &json!(0)),
            "{name}"
        );
        assert_eq!(report["diagnostics"][0]["file"], file);
    }
    let good = check_report(board.path(), &["content/opportunita/2026/aiuto-cuoco-mensa.md"], 0);
    assert_eq!(good["diagnostics"], json!([]));
}

#[test]
fn check_strict_turns_warnings_into_errors() {
    let board = small_board();
    copy_tree(&repository_path("tests/faults/translation-stale"), board.path());
    let warned = check_report(board.path(), &[], 0);
    assert_eq!((&warned["errors"], &warned["warnings"]), (&json!(0), &json!(1)));
    let refused = check_report(board.path(), &["--strict"], 1);
    assert_eq!((&refused["errors"], &refused["warnings"]), (&json!(1), &json!(0)));
    assert_eq!(refused["diagnostics"][0]["severity"], "error");
}

#[test]
fn check_messages_are_italian_or_english() {
    let board = faulty_board();
    let message = |arguments: &[&str]| check_report(board.path(), arguments, 1)["diagnostics"][0]["message"].clone();
    assert_eq!(message(&[]), "manca «scadenza» (Scadenza): per «formazione» è obbligatorio");
    assert_eq!(message(&["--lang", "en"]), "`scadenza` (Deadline) is missing: `formazione` requires it");
}

#[test]
fn check_terminal_report_shows_line_and_suggestion() {
    let board = faulty_board();
    let italian = bacheca(board.path(), &["check"]).expect_code(1).out;
    for part in [
        "errore[invalid-url]: «www.ponte.example.org/cucito» non è un indirizzo web",
        "content/opportunita/2026/url-without-scheme.md:16:8",
        "fonte: www.ponte.example.org/cucito",
        "aiuto: scrivi l'indirizzo intero: `https://www.ponte.example.org/cucito`",
        "avviso[translation-stale]",
        "2 errori, 1 avviso",
    ] {
        assert!(italian.contains(part), "«{part}» is not in\n{italian}");
    }
    assert!(!italian.contains('\u{1b}'), "colours only on a terminal");
    let english = bacheca(board.path(), &["check", "--lang", "en"]).expect_code(1).out;
    for part in
        ["error[invalid-url]", "help: write the whole address", "warning[translation-stale]", "2 errors, 1 warning"]
    {
        assert!(english.contains(part), "«{part}» is not in\n{english}");
    }
}

#[test]
fn check_errors_do_not_depend_on_the_date() {
    // A pull request that passes today still passes in a hundred years.
    let board = faulty_board();
    let errors = |today: &str| {
        let root = board.path().to_str().unwrap();
        let run = run_program(&["--root", root, "--today", today, "check", "--format", "json"]).expect_code(1);
        let report: Json = serde_json::from_str(&run.out).unwrap();
        let mut errors = report["diagnostics"].as_array().unwrap().clone();
        errors.retain(|problem| problem["severity"] == "error");
        errors
    };
    assert_eq!(errors("2020-01-01"), errors(TODAY));
    assert_eq!(errors("2126-11-21"), errors(TODAY));
}

#[test]
fn build_prints_where_the_site_is() {
    let board = small_board();
    let run = bacheca(board.path(), &["build", "--quiet", "--skip", "poster,card,print,search"]).expect_code(0);
    assert!(
        run.out.contains("5 annunci") && run.out.contains("public/index.html") && run.err.is_empty(),
        "{}",
        run.out
    );
    let refused = bacheca(faulty_board().path(), &["build"]).expect_code(1);
    assert!(
        refused.out.contains("errore[deadline-missing]") && refused.out.contains("il sito resta com'era"),
        "{}",
        refused.out
    );
}

#[test]
fn build_skip_leaves_outputs_out() {
    let board = small_board();
    bacheca(board.path(), &["build", "--skip", "poster,card,print,search"]).expect_code(0);
    let site = read_tree(&board.path().join("public"));
    let made = |part: &str| site.keys().any(|path| path.contains(part));
    assert!(!made("poster.") && !made("ricerca/") && !made("cerca/") && made("whatsapp.txt"));
}

#[test]
fn build_rejects_folder_with_foreign_file() {
    let board = small_board();
    let out = TempDir::new().unwrap();
    write(&out.path().join("foto/vacanze.jpg"), "una fotografia");
    let before = read_tree(out.path());
    let run =
        bacheca(board.path(), &["build", "--out", out.path().to_str().unwrap(), "--skip", "poster,card,print,search"])
            .expect_code(2);
    assert!(run.err.contains("contiene «foto/vacanze.jpg»"), "{}", run.err);
    assert_eq!(read_tree(out.path()), before);
    assert!(!board.path().join("public").exists());
}

#[test]
fn build_rejects_site_with_foreign_file() {
    let board = small_board();
    bacheca(board.path(), &["build", "--skip", "poster,card,print,search"]).expect_code(0);
    write(&board.path().join("public/appunti.txt"), "miei");
    let before = read_tree(&board.path().join("public"));
    bacheca(board.path(), &["build", "--skip", "poster,card,print,search"]).expect_code(2);
    assert_eq!(read_tree(&board.path().join("public")), before);
}

#[test]
fn build_rejects_the_board_as_output_folder() {
    let board = small_board();
    let before = read_tree(board.path());
    for out in [".", "content", "content/pagine"] {
        bacheca(board.path(), &["build", "--out", out, "--skip", "poster,card,print,search"]).expect_code(2);
        assert!(read_tree(board.path()) == before, "--out {out} changed the board");
    }
}

#[test]
fn theme_file_can_be_replaced_by_the_board() {
    let board = small_board();
    let site = board.path().join("site.toml");
    let text = std::fs::read_to_string(&site).unwrap();
    write(&site, text.replace("fuso =", "tema = \"mio\"\nfuso ="));
    let page = "{% extends \"default/404.html\" %}\n{% block main %}<h1>Di qui non si passa</h1>{% endblock %}\n";
    write(&board.path().join("themes/mio/pages/404.html"), page);
    write(&board.path().join("themes/mio/assets/style.css"), "body { color: rebeccapurple }\n");
    bacheca(board.path(), &["build", "--skip", "poster,card,print,search"]).expect_code(0);
    let public = board.path().join("public");
    let own = std::fs::read_to_string(public.join("404.html")).unwrap();
    assert!(own.contains("<h1>Di qui non si passa</h1>") && own.contains("<html lang=\"it\""), "{own}");
    let style = std::fs::read_to_string(public.join("assets/style.css")).unwrap();
    assert_eq!(style.replace([' ', '\n'], ""), "body{color:rebeccapurple}");
    // Other files come from the embedded theme.
    let item = std::fs::read_to_string(public.join("o/aiuto-cuoco-mensa/index.html")).unwrap();
    assert!(item.contains("Aiuto cuoco o cuoca"));
    assert!(public.join("assets/script.js").is_file());
}

#[test]
fn theme_error_leaves_last_site_unchanged() {
    let board = small_board();
    bacheca(board.path(), &["build", "--skip", "poster,card,print,search"]).expect_code(0);
    let before = read_tree(&board.path().join("public"));
    let site = board.path().join("site.toml");
    let text = std::fs::read_to_string(&site).unwrap();
    write(&site, text.replace("fuso =", "tema = \"mio\"\nfuso ="));
    write(&board.path().join("themes/mio/pages/item.html"), "{% if %}");
    let run = bacheca(board.path(), &["build", "--skip", "poster,card,print,search"]).expect_code(1);
    assert!((run.out + &run.err).contains("themes/mio/pages/item.html:1:"));
    assert!(read_tree(&board.path().join("public")) == before, "the last site has changed");
}

#[test]
fn static_files_are_published_unchanged() {
    let board = small_board();
    write(&board.path().join("static/loghi/borgo.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    bacheca(board.path(), &["build", "--skip", "poster,card,print,search"]).expect_code(0);
    assert!(board.path().join("public/loghi/borgo.svg").is_file());
    write(&board.path().join("static/index.html"), "il mio sito");
    let before = read_tree(&board.path().join("public"));
    let run = bacheca(board.path(), &["build", "--skip", "poster,card,print,search"]).expect_code(2);
    assert!(run.err.contains("index.html"), "two files with one address: {}", run.err);
    assert!(read_tree(&board.path().join("public")) == before, "the last site has changed");
}
