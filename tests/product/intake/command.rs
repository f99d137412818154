//! The command: what it prints where, its exit status, what it writes.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::support::{ITEMS, TODAY, small_board, write};

/// Runs `bacheca intake` with a message on standard input: exit status, standard output, standard error.
fn intake(root: &Path, arguments: &[&str], message: &[u8]) -> (i32, String, String) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_bacheca"))
        .args(["--root", root.to_str().unwrap(), "--today", TODAY, "intake"])
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A program that refuses its arguments closes its input.
    let _ = child.stdin.take().unwrap().write_all(message);
    let output = child.wait_with_output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

const COURSE: &str = "Corso di italiano A2 gratuito al Ponte\nOgni lunedì 10-12 dal 18 gennaio 2027, via dei Libri 7\nIscrizioni entro il 10 gennaio 2027: scuola@ponte.example.org\n";

#[test]
fn draft_goes_to_standard_output_and_everything_else_to_standard_error() {
    let board = small_board();
    let (code, out, err) = intake(board.path(), &[], COURSE.as_bytes());
    assert_eq!(code, 0, "{err}");
    assert!(
        out.starts_with("---\n") && out.contains("\nstato: bozza\n") && out.contains("\nscadenza: 2027-01-10\n"),
        "{out}"
    );
    assert!(out.contains("# | Corso di italiano A2") && !out.contains("E-mail:"), "{out}");
    assert!(err.contains("Vorremmo pubblicare") && err.contains("mailto:"), "{err}");
    let (code, out, err) = intake(board.path(), &["--lang", "en"], COURSE.as_bytes());
    assert!(code == 0 && out.contains("stato: bozza") && err.contains("We would like to publish"), "{err}");
}

#[test]
fn drafts_are_written_under_new_names() {
    let board = small_board();
    for name in ["corso-di-italiano-a2-gratuito-al-ponte", "corso-di-italiano-a2-gratuito-al-ponte-2"] {
        let (code, out, err) = intake(board.path(), &["--write"], COURSE.as_bytes());
        assert_eq!((code, out.trim()), (0, format!("{ITEMS}/{name}.md").as_str()), "{err}");
        assert!(board.path().join(out.trim()).is_file());
    }
    // With a picture beside it.
    let picture = board.path().join("foto.jpg");
    std::fs::copy(board.path().join(ITEMS).join("aiuto-cuoco-mensa.jpg"), &picture).unwrap();
    let (code, out, err) = intake(board.path(), &["--write", "--image", picture.to_str().unwrap()], COURSE.as_bytes());
    // Nobody has described the picture yet.
    assert!(code == 1 && err.contains("image-incomplete"), "{err}");
    let draft = std::fs::read_to_string(board.path().join(out.trim())).unwrap();
    let name = out.trim().rsplit('/').next().unwrap().replace(".md", ".jpg");
    assert!(draft.contains(&format!("immagine: {{file: {name}, testo_alternativo: da chiedere}}")), "{draft}");
    assert!(board.path().join(ITEMS).join(&name).is_file());
    // A draft is not published, and neither is the message in it.
    std::fs::remove_file(board.path().join(out.trim())).unwrap();
    std::fs::remove_file(board.path().join(ITEMS).join(&name)).unwrap();
    crate::support::bacheca(board.path(), &["build", "--skip", "poster,card,print,search"]).expect_code(0);
    let site = crate::support::read_tree(&board.path().join("public"));
    assert!(!site.keys().any(|path| path.contains("al-ponte")));
    assert!(!site.values().any(|bytes| String::from_utf8_lossy(bytes).contains("Iscrizioni entro il 10 gennaio")));
}

#[test]
fn frauds_are_recognised_in_the_words_of_the_message() {
    let board = small_board();
    let message = "Lavoro facile da casa! Guadagni 3000 euro a settimana senza esperienza. Per attivare la posizione versare 50 euro di cauzione.";
    let (code, _, err) = intake(board.path(), &[], message.as_bytes());
    assert_eq!(code, 1, "{err}");
    assert!(err.contains("Nel testo del messaggio:") && err.contains("too-good-to-be-true"), "{err}");
}

#[test]
fn what_cannot_be_read_is_answered_with_what_to_do() {
    let board = small_board();
    let long = "a".repeat(1_000_001);
    for (message, said) in [
        (&b""[..], "non contiene testo"),
        (b" \n . \n", "il messaggio è vuoto"),
        (long.as_bytes(), "più testo di qualunque annuncio"),
        (b"%PDF-1.7 x", "il file è rotto"),
        (b"\xff\xd8\xff\xe0 x", "è un'immagine"),
        (b"a\x00b\x00\x01\x02", "non è un testo"),
        (b"Ciao, come stai?", "ripeti con --kind"),
        (b"BACHECA 1 ballo\ntitolo: x\n", "i tipi sono"),
    ] {
        let (code, out, err) = intake(board.path(), &[], message);
        assert!(code == 2 && out.is_empty() && err.contains(said), "{said}: {code} {out} {err}");
    }
    let path = board.path().join("bozza.pdf");
    write(&path, "%PDF-1.7");
    let (code, _, err) = intake(board.path(), &[path.to_str().unwrap()], b"");
    assert!(code == 2 && err.contains("bozza.pdf"), "{err}");
    let (code, ..) = intake(board.path(), &["--kind", "ballo"], b"x");
    assert_eq!(code, 2);
}

#[test]
fn word_documents_and_mails_are_read() {
    let board = small_board();
    for name in ["corso.docx", "newsletter.eml"] {
        let path = crate::support::repository_path("tests/intake/documents").join(name);
        let (code, out, err) = intake(board.path(), &[path.to_str().unwrap(), "--kind", "formazione"], b"");
        assert!(code < 2 && out.contains("\nstato: bozza\n"), "{name}: {out} {err}");
    }
}

#[test]
fn several_announcements_are_several_drafts() {
    let board = small_board();
    let message = "1) Corso di cucito: ogni lunedì 10-12 dal 18 gennaio 2027, via dei Libri 7\n\n2) Festa di quartiere: sabato 12 dicembre 2026 ore 16-20, via dei Libri 9\n";
    let (code, out, err) = intake(board.path(), &[], message.as_bytes());
    assert_eq!(code, 0, "{err}");
    assert_eq!(out.split("\n###\n\n").count(), 2, "{out}");
    assert!(err.contains("il messaggio ha 2 annunci"), "{err}");
    let (code, out, _) = intake(board.path(), &["--write"], message.as_bytes());
    assert_eq!((code, out.lines().count()), (0, 2), "{out}");
}
