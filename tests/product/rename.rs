//! `rename`: another address for an announcement, and what keeps the one before; `clean`.

use std::fs;

use crate::support::{ITEMS, bacheca, board_with, course_with, read_tree, write};

/// Lines of the file of the announcement `prova` with other former names.
const FORMER: [(&str, &str); 5] = [
    ("", "alias: prova"),
    ("alias: vecchio\n", "alias: [vecchio, prova]"),
    ("alias: [vecchio, piu-vecchio] # stampati\n", "alias: [vecchio, piu-vecchio, prova] # stampati"),
    ("alias:\n  - vecchio\n  - piu-vecchio\n", "alias: [vecchio, piu-vecchio, prova]"),
    ("alias: [nuovo]\n", "alias: prova"),
];

#[test]
fn rename_moves_every_file_and_keeps_the_address_before() {
    for (lines, expected) in FORMER {
        let text = course_with(lines);
        let board = board_with("prova", &text);
        let folder = board.path().join(ITEMS);
        let translation = "---\ntitolo: Bread course\nsintesi: A course.\nstato: bozza\n---\nText.\n";
        write(&folder.join("prova.en.md"), translation);
        write(&folder.join("prova.pubblicazioni.yaml"), "- {canale: whatsapp, data: 2026-11-20}\n");
        write(&folder.join("prova-due.md"), course_with("edizione_di: prova # la prima\n"));
        let run = bacheca(board.path(), &["rename", "prova", "nuovo"]);
        assert_eq!(run.code, 0, "«{lines}»: {}{}", run.out, run.err);

        let new = fs::read_to_string(folder.join("nuovo.md")).unwrap();
        assert!(new.contains(&format!("\n{expected}\n")), "«{lines}» is «{new}»");
        let without = |text: &str, lines: &str| text.replace(lines, "");
        let rest = |text: &str| text.lines().filter(|line| !line.starts_with("alias")).collect::<Vec<_>>().join("\n");
        assert_eq!(rest(&new), rest(&without(&text, lines)), "only the former names change");
        assert_eq!(fs::read_to_string(folder.join("nuovo.en.md")).unwrap(), translation);
        assert!(folder.join("nuovo.pubblicazioni.yaml").is_file());
        assert!(fs::read_to_string(folder.join("prova-due.md")).unwrap().contains("edizione_di: nuovo # la prima\n"));
        for gone in ["prova.md", "prova.en.md", "prova.pubblicazioni.yaml"] {
            assert!(!folder.join(gone).exists(), "{gone}");
        }
        assert!(run.out.contains("o/prova/, porta a o/nuovo/"), "{}", run.out);
    }
}

#[test]
fn draft_that_was_never_published_keeps_no_address() {
    let text = course_with("stato: bozza\n");
    let board = board_with("prova", &text);
    let output = bacheca(board.path(), &["rename", "prova", "nuovo"]).expect_code(0).out;
    assert_eq!(fs::read_to_string(board.path().join(ITEMS).join("nuovo.md")).unwrap(), text);
    assert!(output.contains("non è mai stato un indirizzo"), "{output}");
}

#[test]
fn name_that_does_not_do_changes_nothing() {
    let board = board_with("prova", course_with(""));
    write(&board.path().join(ITEMS).join("altro.md"), course_with("alias: [gia-stampato]\n"));
    let before = read_tree(board.path());
    for (name, said) in [
        ("Corso Nuovo", "lettere minuscole"),
        ("../fuori", "lettere minuscole"),
        ("con", "lettere minuscole"),
        ("prova", "si chiama già"),
        ("altro", "altro.md"),
        ("gia-stampato", "altro.md"),
    ] {
        let error = bacheca(board.path(), &["rename", "prova", name]).expect_code(2).err;
        assert!(error.contains(said), "{name}: {error}");
        assert_eq!(read_tree(board.path()), before, "{name}");
    }
}

#[test]
fn clean_deletes_what_builds_make_and_nothing_else() {
    let board = board_with("prova", course_with(""));
    let content = read_tree(board.path());
    bacheca(board.path(), &["build", "--skip", "poster,card,print,search"]).expect_code(0);
    assert!(board.path().join("public/index.html").is_file() && board.path().join(".bacheca").is_dir());
    bacheca(board.path(), &["clean", "--keep-cache"]).expect_code(0);
    assert!(!board.path().join("public").exists() && board.path().join(".bacheca").is_dir());
    let output = bacheca(board.path(), &["clean"]).expect_code(0).out;
    assert!(output.contains(".bacheca"), "{output}");
    assert_eq!(read_tree(board.path()), content);
    assert!(bacheca(board.path(), &["clean"]).expect_code(0).out.contains("niente da cancellare"));

    write(&board.path().join("tesi/capitolo.md"), "anni di lavoro");
    let error = bacheca(board.path(), &["clean", "--out", "tesi"]).expect_code(2).err;
    assert!(error.contains("resta com'è") && board.path().join("tesi/capitolo.md").is_file(), "{error}");
}
