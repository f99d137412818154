//! The printed and the asked form of `new`.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use bacheca::model::Kind;
use rayon::prelude::*;

use crate::support::{ITEMS, TODAY, assert_no_problems, bacheca, findings, read_tree, small_board, wait_until, write};

#[test]
fn new_form_of_each_kind_passes_check() {
    for kind in ["formazione", "lavoro", "abitare", "normativa", "notizia", "progetto", "evento"] {
        let board = small_board();
        let form = bacheca(board.path(), &["new", kind]).expect_code(0).out;
        assert!(form.starts_with("---\n# yaml-language-server: $schema=https://borgo.example.org/"), "{form}");
        write(&board.path().join(format!("{ITEMS}/prova.md")), &form);
        let output = bacheca(board.path(), &["check", "--strict"]).expect_code(0).out;
        assert!(output.contains("0 errori, 0 avvisi"), "{kind}: {output}");
        // The form asks the questions of `ask`.
        let letter = bacheca(board.path(), &["ask", "prova"]).expect_code(0).out;
        let apply = kind != "lavoro" || letter.contains("ci si può candidare?");
        assert!(letter.contains("1. Come si chiama?") && apply, "{letter}");
    }
}

/// Runs `bacheca new --ask` with one answer per line; returns exit code and output.
fn run_interview(board: &Path, kind: &str, answers: &[&str]) -> (Option<i32>, String) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_bacheca"))
        .args(["--root", board.to_str().unwrap(), "--today", TODAY, "new", kind, "--ask"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(answers.join("\n").as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    (output.status.code(), String::from_utf8(output.stdout).unwrap())
}

#[test]
fn new_interview_writes_a_valid_course() {
    let board = small_board();
    let (code, output) = run_interview(
        board.path(),
        "formazione",
        &[
            "Taglio e cucito: si comincia!",
            "Impari a usare la macchina da cucire.",
            "Sartoria Popolare",
            "circolo",
            "associazione",
            "insegna un mestiere a chi cerca lavoro",
            "sartoria",
            "sartoria@example.org",
            "",
            "donne e uomini, tutti",
            "10/01/2027",
            "s",
            "",
            "dalle 10 alle 12",
            "s",
            "in presenza",
            "via Roma 1, Borgo",
            "gratuito",
            "clicca qui",
            "sartoria@example.org",
            "31/12/2026",
            "",
            "",
            "",
            "Porta ago e filo. C'è posto per tutti.",
            "",
            "",
            "",
        ],
    );
    assert_eq!(code, Some(0), "{output}");
    for part in [
        "Non è un indirizzo e-mail",
        "Che cosa fa per l'inclusione?",
        "Scrivo 2027-01-10: va bene?",
        "non è un orario",
        "non dice come fare",
        "0 errori",
    ] {
        assert!(output.contains(part), "«{part}» is not in\n{output}");
    }
    let text = std::fs::read_to_string(board.path().join(format!("{ITEMS}/taglio-e-cucito-si-comincia.md"))).unwrap();
    for line in [
        "titolo: \"Taglio e cucito: si comincia!\"",
        "ente: sartoria-popolare",
        "date: 2027-01-10",
        "scadenza: 2026-12-31",
    ] {
        assert!(text.lines().any(|found| found == line), "«{line}» is not in\n{text}");
    }
    assert!(!text.contains("bozza") && text.contains("Porta ago e filo."), "{text}");
    bacheca(board.path(), &["build", "--skip", "poster,card,print,search"]).expect_code(0);
}

#[test]
fn new_interview_with_unknown_answers_writes_a_draft() {
    let board = small_board();
    let (code, output) = run_interview(board.path(), "lavoro", &["Aiuto giardiniere"]);
    assert_eq!(code, Some(0), "{output}");
    let text = std::fs::read_to_string(board.path().join(format!("{ITEMS}/aiuto-giardiniere.md"))).unwrap();
    assert!(text.contains("stato: bozza") && text.contains("retribuzione: da chiedere"), "{text}");
    // Without any answer, not even a title, no file is written.
    let before = read_tree(board.path());
    let (code, output) = run_interview(board.path(), "evento", &[]);
    assert_eq!((code, output.contains("Non ho scritto niente")), (Some(0), true), "{output}");
    assert_eq!(read_tree(board.path()), before);
}

/// Each optional line of the printed form works without its `#`, alone and with all others.
#[test]
fn new_form_works_with_its_optional_lines() {
    let problems = Kind::ALL.into_par_iter().flat_map_iter(|kind| {
        let board = small_board();
        let form = bacheca(board.path(), &["new", kind.key()]).expect_code(0).out;
        let is_optional = |line: &str| {
            line.strip_prefix("# ").and_then(|line| line.split_once(": ")).is_some_and(|(key, value)| {
                key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_') && value.contains("   # ")
            })
        };
        let optional: Vec<usize> =
            form.lines().enumerate().filter(|(_, line)| is_optional(line)).map(|(index, _)| index).collect();
        assert!(optional.len() >= 8, "{form}");
        let choices = optional.iter().map(|index| vec![*index]).chain([optional.clone()]);
        let tried = choices.filter_map(|chosen| {
            let lines = form.lines().enumerate();
            let text: String = lines
                .map(|(index, line)| if chosen.contains(&index) { &line[2..] } else { line })
                .flat_map(|line| [line, "\n"])
                .collect();
            write(&board.path().join(format!("{ITEMS}/prova.md")), &text);
            let found = findings(board.path());
            (!found.is_empty()).then(|| format!("{}: {found:?}\n{text}", kind.key()))
        });
        tried.collect::<Vec<_>>()
    });
    assert_no_problems(problems.collect());
}

/// The names in the form are those of the board.
#[test]
fn new_form_has_the_names_of_the_board() {
    let form = bacheca(small_board().path(), &["new", "formazione"]).expect_code(0).out;
    for line in ["# Per esempio: ente: mensa", "# Per esempio: luogo: {indirizzo: via Roma 1, citta: Borgo, zona: I}"] {
        assert!(form.lines().any(|found| found == line), "«{line}» is not in\n{form}");
    }
}

/// `indietro` leads to the question before, whose answer can be replaced or kept; the day of publication is taken.
#[test]
fn new_interview_goes_back_and_takes_the_day_of_publication() {
    let board = small_board();
    let answers = [
        "Nuovo ufficio",
        "indietro",
        "indietro",
        "Nuovo sportello",
        "Apre uno sportello.",
        "ponte",
        "indietro",
        "",
        "2026-11-20",
        "chi cerca casa, chi cerca lavoro",
        "non previsto",
        "https://www.ponte.example.org/sportello",
        "06 5550 0199, info@ponte.example.org",
        "",
        "Ti aspettiamo.",
        "",
        "nuovo-sportello",
    ];
    let (code, output) = run_interview(board.path(), "notizia", &answers);
    assert_eq!(code, Some(0), "{output}");
    let text = std::fs::read_to_string(board.path().join(format!("{ITEMS}/nuovo-sportello.md"))).unwrap();
    for line in [
        "titolo: Nuovo sportello",
        "ente: ponte",
        "pubblicato: 2026-11-20",
        "destinatari: chi cerca casa, chi cerca lavoro",
        "azione_richiesta: non previsto",
        "contatti: {telefono: \"06 5550 0199\", email: info@ponte.example.org}",
    ] {
        assert!(text.lines().any(|found| found == line), "«{line}» is not in\n{text}");
    }
    assert!(!text.contains("bozza"), "{text}");
    assert!(output.contains("0 errori, 0 avvisi"), "{output}");
}

/// Optional fields are reached by their names, days are understood as people write them, and all is shown before it is
/// written.
#[test]
fn new_interview_reaches_optional_fields_and_shows_all_of_it() {
    let board = small_board();
    let answers = [
        "Corso di cucito",
        "Impari a usare la macchina da cucire.",
        "ponte",
        "",
        "donne e uomini",
        "{inizio: 2027-01-11, fine: 2027-03-24}",
        "lunedì e mercoledì",
        "10:00-12:00",
        "in presenza",
        "via dei Libri 7, Borgo",
        "gratuito",
        "06 5550 0111",
        "2027-01-05",
        "",
        "paus",
        "pause",
        "2027-02-15/2027-02-19",
        "posti",
        "15",
        "",
        "Porta ago e filo.",
        "",
        "",
        "titolo",
        "Corso di taglio e cucito",
        "colore",
        "posti",
        "20",
        "",
    ];
    let (code, output) = run_interview(board.path(), "formazione", &answers);
    assert_eq!(code, Some(0), "{output}");
    for part in
        ["volevi dire «pause»?", "  titolo: Corso di cucito", "  giorni: [lun, mer]", "  posti: 20", "Va bene così?"]
    {
        assert!(output.contains(part), "«{part}» is not in\n{output}");
    }
    let text = std::fs::read_to_string(board.path().join(format!("{ITEMS}/corso-di-cucito.md"))).unwrap();
    for line in ["titolo: Corso di taglio e cucito", "giorni: [lun, mer]", "pause: 2027-02-15/2027-02-19", "posti: 20"]
    {
        assert!(text.lines().any(|found| found == line), "«{line}» is not in\n{text}");
    }
    assert!(output.contains("0 errori"), "{output}");
}

/// What was typed is in a draft after each answer, also what no field can take, and stays if the program is stopped.
#[test]
fn new_interview_loses_nothing_when_it_is_stopped() {
    let board = small_board();
    let kept = board.path().join(format!("{ITEMS}/bozza-evento.md"));
    let mut child = Command::new(env!("CARGO_BIN_EXE_bacheca"))
        .args(["--root", board.path().to_str().unwrap(), "--today", TODAY, "new", "evento", "--ask"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    input.write_all("Festa\nMusica e merenda.\nCircolo Nuovo\nassociazione\n\n\n\nil 3 dicembre\n".as_bytes()).unwrap();
    let says = |word: &str| std::fs::read_to_string(&kept).is_ok_and(|text| text.contains(word));
    wait_until(|| says("# Da correggere: il 3 dicembre"), || format!("{:?}", std::fs::read_to_string(&kept)));
    child.kill().unwrap();
    child.wait().unwrap();
    for line in ["titolo: Festa", "ente: {nome: Circolo Nuovo, tipo: associazione}", "stato: bozza"] {
        assert!(says(line), "«{line}» is not in {:?}", std::fs::read_to_string(&kept));
    }
    assert!(!board.path().join("content/enti/circolo-nuovo.md").exists());
    assert_eq!(findings(board.path()), Vec::<serde_json::Value>::new());
    // At the end of input without a title the draft is named; the one that is there is not touched.
    let before = std::fs::read_to_string(&kept).unwrap();
    let (code, output) = run_interview(board.path(), "evento", &["", "Musica."]);
    assert_eq!(
        (code, output.contains("Le risposte sono in content/opportunita/2026/bozza-evento-2.md")),
        (Some(0), true),
        "{output}"
    );
    assert_eq!(std::fs::read_to_string(&kept).unwrap(), before);
}
