//! The preview: saved changes are shown, and problems are shown above the last good page until they are fixed.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Command, Stdio};

use bacheca::serve::Preview;
use tempfile::TempDir;

use crate::support::{TODAY, small_board, write};

const DESK: &str = "content/opportunita/2026/sportello-diritti.md";
const RENT: &str = "content/opportunita/2026/contributo-affitto.md";

fn open_preview(board: &TempDir) -> Preview {
    let preview = Preview::new(board.path().to_owned(), Some(TODAY.parse().unwrap()));
    preview.rebuild(&BTreeSet::new()).unwrap();
    preview
}

/// Writes a file and notifies the preview, as the watcher does.
fn save(preview: &Preview, board: &Path, path: &str, text: &str) -> Option<String> {
    write(&board.join(path), text);
    preview.rebuild(&BTreeSet::from([path.to_owned()]))
}

fn render_page(preview: &Preview, path: &str) -> String {
    String::from_utf8(preview.file(path).unwrap_or_default()).unwrap()
}

fn read_item(board: &TempDir, path: &str) -> String {
    std::fs::read_to_string(board.path().join(path)).unwrap()
}

#[test]
fn saved_change_is_shown_on_page_and_in_lists() {
    let board = small_board();
    let preview = open_preview(&board);
    let home = render_page(&preview, "index.html");
    let new =
        read_item(&board, DESK).replacen("\ntitolo: ", "\ntitolo: Nuovo nome per lo ", 1) + "\nUna riga in più.\n";
    save(&preview, board.path(), DESK, &new).unwrap();
    assert!(render_page(&preview, "o/sportello-diritti/index.html").contains("Una riga in più."));
    assert!(render_page(&preview, "ar/o/sportello-diritti/index.html").contains("Una riga in più."));
    let after = render_page(&preview, "index.html");
    assert!(after.contains("Nuovo nome per lo") && !home.contains("Nuovo nome per lo"));
    assert!(
        render_page(&preview, "assets/style.css").contains("body")
            && render_page(&preview, "feed.xml").contains("Nuovo nome")
    );
    // A file is added, and one is removed.
    save(&preview, board.path(), "content/opportunita/2026/sportello-due.md", &new).unwrap();
    assert!(render_page(&preview, "o/sportello-due/index.html").contains("Una riga in più."));
    std::fs::remove_file(board.path().join("content/opportunita/2026/sportello-due.md")).unwrap();
    preview.rebuild(&BTreeSet::from(["content/opportunita/2026/sportello-due.md".to_owned()])).unwrap();
    assert!(preview.file("o/sportello-due/index.html").is_none());
}

#[test]
fn address_is_said_first_and_posters_are_printed_on_request() {
    let board = small_board();
    let mut child = Command::new(env!("CARGO_BIN_EXE_bacheca"))
        .args(["--root", board.path().to_str().unwrap(), "--today", TODAY, "serve", "--port", "0"])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut said = BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap);
    let address = said.next().unwrap();
    let host = address.strip_prefix("http://").and_then(|rest| rest.split('/').next()).unwrap();
    // The board is not read yet: the answer comes when it is.
    let mut stream = TcpStream::connect(host).unwrap();
    write!(stream, "GET /o/italiano-a2/poster.pdf HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    let summary = said.next().unwrap();
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(summary.contains(" annunci ("), "{summary}");
    let head = String::from_utf8_lossy(&answer[..answer.len().min(300)]).into_owned();
    assert!(head.starts_with("HTTP/1.1 200 ") && head.contains("application/pdf") && head.contains("%PDF-"), "{head}");
    assert!(!board.path().join("public").exists() && !board.path().join(".bacheca").exists());
}

#[test]
fn error_is_shown_above_last_good_page_until_fixed() {
    let board = small_board();
    let preview = open_preview(&board);
    let (desk, rent) = (read_item(&board, DESK), read_item(&board, RENT));
    // A readable file with an error, and an unreadable file.
    for wrong in [desk.replacen("tipo: ", "tipo: non-", 1), "titolo: [".to_owned()] {
        assert!(save(&preview, board.path(), DESK, &wrong).unwrap().contains("errori"), "{wrong}");
        assert!(preview.problems().contains("sportello-diritti.md"));
        assert!(
            render_page(&preview, "o/sportello-diritti/index.html").contains("<h1 class=\"p-name"),
            "the last good page is gone"
        );
        // Saving another file does not remove the error.
        save(&preview, board.path(), RENT, &(rent.clone() + "\nAltra riga.\n")).unwrap();
        assert!(preview.problems().contains("sportello-diritti.md"), "{wrong}: forgotten");
        save(&preview, board.path(), DESK, &(desk.clone() + "\nRiga giusta.\n")).unwrap();
        assert!(!preview.problems().contains("Errori"), "{}", preview.problems());
        assert!(render_page(&preview, "o/sportello-diritti/index.html").contains("Riga giusta."));
        assert!(render_page(&preview, "o/contributo-affitto/index.html").contains("Altra riga."));
    }
}

#[test]
fn editor_backup_files_are_ignored() {
    let board = small_board();
    let preview = open_preview(&board);
    for name in ["4913", ".sportello-diritti.md.swp", "sportello-diritti.md~"] {
        let path = format!("content/opportunita/2026/{name}");
        assert_eq!(save(&preview, board.path(), &path, "x"), None, "{name}");
        std::fs::remove_file(board.path().join(&path)).unwrap();
        assert_eq!(preview.rebuild(&BTreeSet::from([path])), None, "{name}");
    }
}

#[test]
fn many_problems_are_cut_to_the_first_100() {
    let board = small_board();
    let desk = read_item(&board, DESK) + "\nVieni domani.\n";
    for number in 0..120 {
        write(&board.path().join(format!("content/opportunita/2026/sportello-numero-{number}.md")), &desk);
    }
    let preview = open_preview(&board);
    let problems = preview.problems();
    let told = problems.matches("<li>").count();
    let all: usize = problems.split("Avvisi: ").nth(1).unwrap().split('<').next().unwrap().parse().unwrap();
    assert!(all > 100 && told == 100, "{told} of {all}");
    assert!(problems.contains(&format!("e altri {}: <code>bacheca check</code>", all - 100)), "{problems}");
    // Problems of the file saved last come first.
    let last = "content/opportunita/2026/sportello-numero-99.md";
    assert!(!problems.contains(last));
    save(&preview, board.path(), last, &(desk + "\nRiga.\n")).unwrap();
    let first = preview.problems().split("<li>").nth(1).unwrap().to_owned();
    assert!(first.contains(last), "{first}");
}
