//! `--json` of commands: one object on standard output, whatever happens; all else on the error stream.

use std::path::Path;

use serde_json::Value as Json;

use crate::support::{bacheca, copy_tree, repository_path, small_board, write};

const QUICK_BUILD: [&str; 4] = ["build", "--json", "--skip", "search,poster,card,print"];

/// The whole of standard output, and the error stream.
fn ask(board: &Path, arguments: &[&str], code: i32) -> (Json, String) {
    let run = bacheca(board, arguments).expect_code(code);
    let answer: Json =
        serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{arguments:?}: {error}: {}", run.out));
    assert_eq!(answer["version"], 1, "{arguments:?}: {answer}");
    (answer, run.err)
}

fn keys(answer: &Json) -> Vec<&str> {
    answer.as_object().unwrap().keys().map(String::as_str).collect()
}

#[test]
fn build_says_what_it_made() {
    let board = small_board();
    let (made, progress) = ask(board.path(), &QUICK_BUILD, 0);
    let names = ["version", "esito", "sito", "annunci", "file", "avvisi", "secondi", "fasi", "sostituito"];
    assert_eq!(keys(&made), names);
    assert_eq!((&made["esito"], &made["sostituito"]), (&"pubblicato".into(), &"in un colpo solo".into()), "{made}");
    assert!(made["annunci"].as_u64() > Some(1) && made["file"].as_u64() > Some(20), "{made}");
    assert_eq!(made["fasi"][0]["nome"], "lettura");
    assert!(Path::new(made["sito"].as_str().unwrap()).join("index.html").is_file() && progress.contains("pagine: "));
    let (again, _) = ask(board.path(), &QUICK_BUILD, 0);
    assert_eq!((&again["esito"], &again["sostituito"]), (&"niente di nuovo".into(), &Json::Null), "{again}");
    assert_eq!(again["file"], made["file"]);
}

#[test]
fn questions_are_listed() {
    let board = small_board();
    let (asked, _) = ask(board.path(), &["ask", "contributo-affitto", "--json"], 0);
    assert_eq!(keys(&asked), ["version", "file", "lingua", "oggetto", "testo", "domande", "email", "whatsapp"]);
    assert!(asked["domande"].as_array().is_some_and(|questions| !questions.is_empty()), "{asked}");
    let plain = bacheca(board.path(), &["ask", "contributo-affitto"]).expect_code(0).out;
    for key in ["testo", "email", "whatsapp"] {
        assert!(plain.contains(asked[key].as_str().unwrap()), "{key}: {asked}");
    }
    let (nothing, _) = ask(board.path(), &["ask", "sportello-diritti", "--json", "--lang", "en"], 0);
    assert_eq!((&nothing["domande"], &nothing["testo"]), (&Json::Array(Vec::new()), &Json::Null));
    assert_eq!(
        (&nothing["lingua"], &nothing["file"]),
        (&"en".into(), &"content/opportunita/2026/sportello-diritti.md".into())
    );
}

#[test]
fn content_errors_are_the_object_of_the_check() {
    let board = small_board();
    copy_tree(&repository_path("tests/faults/translation-stale"), board.path());
    let wrong = std::fs::read(repository_path("tests/faults/deadline-missing.md")).unwrap();
    write(&board.path().join("content/opportunita/2026/deadline-missing.md"), wrong);
    let (refused, _) = ask(board.path(), &QUICK_BUILD, 1);
    let (checked, _) = ask(board.path(), &["check", "--format", "json"], 1);
    assert_eq!(refused, checked);
    // Settings that cannot be read, for all of them.
    write(&board.path().join("site.toml"), "[bacheca]\nnome = 1\n");
    for arguments in
        [&QUICK_BUILD[..], &["list", "--json"], &["plan", "--json"], &["ask", "contributo-affitto", "--json"]]
    {
        let (refused, _) = ask(board.path(), arguments, 1);
        assert_eq!((&refused["errors"], &refused["diagnostics"][0]["file"]), (&1.into(), &"site.toml".into()));
    }
}

#[test]
fn what_stops_a_command_is_said_to_programs_too() {
    let board = small_board();
    write(&board.path().join("strangers/photo.jpg"), "theirs");
    for (arguments, said) in [
        (&["build", "--json", "--out", "strangers"][..], "strangers"),
        (&["ask", "nessuno", "--json"], "nessuno"),
        (&["list", "--json", "--untranslated", "xx"], "xx"),
        (&["plan", "--json", "--lang", "xx"], "xx"),
        (&["deploy", "http://example.org", "--json"], "s3://"),
    ] {
        let (stopped, errors) = ask(board.path(), arguments, 2);
        assert_eq!(keys(&stopped), ["version", "errore"], "{arguments:?}");
        let reason = stopped["errore"].as_str().unwrap();
        assert!(reason.contains(said) && errors.contains(reason), "{arguments:?}: {reason} · {errors}");
    }
}
