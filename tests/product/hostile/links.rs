//! Links and output that a pull request brings, and the commands that an editor runs afterwards.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use bacheca::serve::Preview;
use tempfile::TempDir;

use super::create_symlink;
use crate::support::{
    ITEMS, TODAY, bacheca, course_with, findings, git, read_tree, repository_of_board, small_board, write,
};

const DESK: &str = "content/opportunita/2026/sportello-diritti.md";
const SECRET: &str = "parola-segreta-di-fuori";

/// A small board, and a folder outside it with a file.
fn board_and_outside() -> (TempDir, TempDir) {
    let outside = TempDir::new().unwrap();
    write(&outside.path().join("precious.txt"), SECRET);
    (small_board(), outside)
}

/// Checks that a folder holds nothing but the file that [`board_and_outside`] made.
fn assert_untouched(outside: &TempDir) {
    let files = read_tree(outside.path());
    assert_eq!(files.into_iter().collect::<Vec<_>>(), [("precious.txt".to_owned(), SECRET.as_bytes().to_vec())]);
}

#[test]
fn posted_writes_through_no_link_beside_the_announcement() {
    let (board, outside) = board_and_outside();
    for half in ["md.posted", "pubblicazioni.yaml.tmp", "md.new", "posted"] {
        create_symlink(outside.path().join("precious.txt"), &board.path().join(DESK).with_extension(half));
    }
    // A link among the content is an error; `posted` does its work.
    bacheca(board.path(), &["check"]).expect_code(1);
    bacheca(board.path(), &["posted", "sportello-diritti"]).expect_code(0);
    assert_untouched(&outside);
    let posts = board.path().join(DESK).with_extension("pubblicazioni.yaml");
    assert!(!posts.is_symlink());
    assert!(std::fs::read_to_string(&posts).unwrap().starts_with("- canale: whatsapp\n"));
    // A link in the place of the posts is not followed either.
    std::fs::remove_file(&posts).unwrap();
    create_symlink(outside.path().join("precious.txt"), &posts);
    bacheca(board.path(), &["posted", "sportello-diritti"]).expect_code(2);
    assert_untouched(&outside);
}

#[test]
fn poster_refuses_a_link() {
    let (board, outside) = board_and_outside();
    for (name, arguments) in [("locandine.pdf", &["--open"][..]), ("sportello-diritti.pdf", &["sportello-diritti"])] {
        let out = board.path().join(name);
        create_symlink(outside.path().join("precious.txt"), &out);
        let arguments = [&["poster"], arguments, &["--out", out.to_str().unwrap()]].concat();
        let run = bacheca(board.path(), &arguments).expect_code(2);
        assert!(run.err.contains("è un collegamento, e i collegamenti non si seguono"), "{}", run.err);
    }
    assert_untouched(&outside);
}

#[test]
fn poster_is_not_written_below_a_linked_folder() {
    let (board, outside) = board_and_outside();
    create_symlink(outside.path(), &board.path().join("stampe"));
    for name in ["stampe/precious.txt", "stampe/nuovo.pdf", "./stampe/../stampe/nuovo.pdf"] {
        let out = board.path().join(name);
        let run =
            bacheca(board.path(), &["poster", "sportello-diritti", "--out", out.to_str().unwrap()]).expect_code(2);
        assert!(run.err.contains("stampe è un collegamento"), "{}", run.err);
    }
    assert_untouched(&outside);
    // Where somebody's own folders lead is theirs to say.
    let own = TempDir::new().unwrap();
    create_symlink(own.path(), &outside.path().join("mie"));
    let out = outside.path().join("mie/nuovo.pdf");
    bacheca(board.path(), &["poster", "sportello-diritti", "--out", out.to_str().unwrap()]).expect_code(0);
    assert!(own.path().join("nuovo.pdf").is_file());
}

/// Answers the questions of `new` by empty lines, but for some.
fn interview(board: &Path, answers: &str) -> (Option<i32>, String) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_bacheca"))
        .args(["--root", board.to_str().unwrap(), "--today", TODAY, "new", "notizia", "--ask"])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // The program may end before it has read everything.
    let _ = std::io::Write::write_all(&mut child.stdin.take().unwrap(), answers.as_bytes());
    let ended = child.wait_with_output().unwrap();
    (ended.status.code(), String::from_utf8(ended.stderr).unwrap())
}

#[test]
fn new_writes_neither_below_a_linked_folder_nor_through_a_link() {
    let (board, outside) = board_and_outside();
    std::fs::remove_dir_all(board.path().join(ITEMS)).unwrap();
    create_symlink(outside.path(), &board.path().join(ITEMS));
    let (code, said) = interview(board.path(), "Una notizia\n");
    assert_eq!(code, Some(2), "{said}");
    assert!(said.contains("content/opportunita/2026 è un collegamento"), "{said}");
    assert_untouched(&outside);

    let (board, outside) = board_and_outside();
    create_symlink(outside.path().join("missing.md"), &board.path().join("content/enti/gente-nuova.md"));
    let (code, said) = interview(board.path(), &("Gente nuova\n".repeat(3) + "associazione\n"));
    assert_eq!(code, Some(2), "{said}");
    assert!(said.contains("content/enti/gente-nuova.md: non si può scrivere: c'è già"), "{said}");
    assert_untouched(&outside);
}

#[test]
fn answers_of_new_are_kept_through_no_link() {
    let (board, outside) = board_and_outside();
    for name in ["bozza-notizia", "bozza-notizia-2"] {
        let link = board.path().join(ITEMS).join(name).with_extension("md");
        create_symlink(outside.path().join(format!("{name}.md")), &link);
    }
    // The input ends before there is a name.
    let (code, said) = interview(board.path(), "\nUn riassunto con parole semplici.\n");
    assert_eq!(code, Some(0), "{said}");
    assert_untouched(&outside);
    let kept = std::fs::read_to_string(board.path().join(ITEMS).join("bozza-notizia-3.md")).unwrap();
    assert!(kept.contains("Un riassunto con parole semplici."), "{kept}");
}

#[test]
fn intake_writes_neither_below_a_linked_folder_nor_through_a_link() {
    let message = "Corso di cucito gratuito\nOgni lunedì 10-12 dal 18 gennaio 2027, via dei Libri 7\n";
    let (board, outside) = board_and_outside();
    let (input, picture) = (board.path().join("messaggio.txt"), board.path().join("foto.jpg"));
    write(&input, message);
    write(&picture, "x");
    let intake = ["intake", input.to_str().unwrap(), "--write", "--image", picture.to_str().unwrap()];
    let link = board.path().join(ITEMS).join("corso-di-cucito-gratuito.jpg");
    create_symlink(outside.path().join("foto.jpg"), &link);
    let run = bacheca(board.path(), &intake).expect_code(2);
    assert!(run.err.contains("corso-di-cucito-gratuito.jpg: non si può scrivere: c'è già"), "{}", run.err);
    std::fs::remove_dir_all(board.path().join(ITEMS)).unwrap();
    create_symlink(outside.path(), &board.path().join(ITEMS));
    let run = bacheca(board.path(), &intake).expect_code(2);
    assert!(run.err.contains("content/opportunita/2026 è un collegamento"), "{}", run.err);
    assert_untouched(&outside);
}

#[test]
fn name_of_a_link_that_leads_nowhere_is_not_free() {
    let (board, outside) = board_and_outside();
    let message = outside.path().join("message.txt");
    write(&message, "Corso di cucito gratuito\nOgni lunedì 10-12 dal 18 gennaio 2027, via dei Libri 7\n");
    create_symlink("missing.md", &board.path().join(ITEMS).join("corso-di-cucito-gratuito.md"));
    let run = bacheca(board.path(), &["intake", message.to_str().unwrap(), "--write"]).expect_code(0);
    assert_eq!(run.out.trim(), format!("{ITEMS}/corso-di-cucito-gratuito-2.md"), "{}", run.err);
}

#[test]
fn new_and_translate_overwrite_no_file() {
    let board = small_board();
    // Not valid, so the board does not know it.
    let there = board.path().join(format!("{ITEMS}/una-notizia.md"));
    write(&there, "bozza di un'altra persona");
    let (code, said) = interview(board.path(), "Una notizia\n");
    assert_eq!(code, Some(2), "{said}");
    assert_eq!(std::fs::read_to_string(&there).unwrap(), "bozza di un'altra persona");
    let translation = board.path().join(DESK).with_extension("ur.md");
    create_symlink("missing", &translation);
    bacheca(board.path(), &["translate", "sportello-diritti", "ur", "--write"]).expect_code(2);
    assert!(translation.is_symlink());
}

#[test]
fn fix_writes_below_no_linked_folder_and_keeps_permissions() {
    use std::os::unix::fs::PermissionsExt;
    let board = small_board();
    let item = board.path().join(DESK);
    let text = std::fs::read_to_string(&item).unwrap();
    write(&item, text.replace('\n', "\r\n"));
    std::fs::set_permissions(&item, PermissionsExt::from_mode(0o600)).unwrap();
    bacheca(board.path(), &["check", "--fix"]).expect_code(0);
    assert_eq!(std::fs::read_to_string(&item).unwrap(), text);
    assert_eq!(std::fs::metadata(&item).unwrap().permissions().mode() & 0o777, 0o600);
}

#[test]
fn record_without_end_is_not_read() {
    let board = small_board();
    let build = ["build", "--skip", "poster,card,print,search"];
    bacheca(board.path(), &build).expect_code(0);
    let sites = board.path().join(".bacheca/sites");
    let record = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "record");
    let record = std::fs::read_dir(sites).unwrap().map(|entry| entry.unwrap().path()).find(record).unwrap();
    std::fs::remove_file(&record).unwrap();
    create_symlink("/dev/zero", &record);
    bacheca(board.path(), &build).expect_code(0);
    assert!(record.is_symlink(), "a cache with a link in it is left alone");
}

#[test]
fn preview_does_not_follow_a_link_that_replaces_an_announcement() {
    let (board, outside) = board_and_outside();
    let (item, moved) = (board.path().join(DESK), outside.path().join("altro.md"));
    let preview = Preview::new(board.path().to_owned(), Some(TODAY.parse().unwrap()));
    preview.rebuild(&BTreeSet::new()).unwrap();
    let text = std::fs::read_to_string(&item).unwrap() + "\n" + SECRET + "\n";
    write(&moved, text);
    std::fs::remove_file(&item).unwrap();
    create_symlink(&moved, &item);
    preview.rebuild(&BTreeSet::from([DESK.to_owned()])).unwrap();
    let page = String::from_utf8(preview.file("o/sportello-diritti/index.html").unwrap_or_default()).unwrap();
    assert!(!page.contains(SECRET) && preview.problems().contains("link-not-followed"), "{}", preview.problems());
}

#[test]
fn links_among_the_content_are_errors() {
    let (board, outside) = board_and_outside();
    create_symlink(outside.path(), &board.path().join("content/opportunita/2027"));
    create_symlink(outside.path().join("precious.txt"), &board.path().join("content/enti/altro.md"));
    create_symlink("nowhere", &board.path().join("content/foto.jpg"));
    // The mark of an editor that has a file open.
    create_symlink("anna@casa.1234:1", &board.path().join("content/enti/.#ponte.md"));
    let found = findings(board.path());
    let told: Vec<String> = found
        .iter()
        .map(|problem| {
            [&problem["rule"], &problem["severity"], &problem["file"]].map(|text| text.as_str().unwrap()).join(" ")
        })
        .collect();
    let expected = ["content/enti/altro.md", "content/foto.jpg", "content/opportunita/2027"];
    assert_eq!(told, expected.map(|path| format!("link-not-followed error {path}")));
    let english = bacheca(board.path(), &["check", "--lang", "en"]).expect_code(1).out;
    assert!(english.contains("this is a link, and links are not followed"), "{english}");
    assert!(english.contains("put the file itself here, or remove it"), "{english}");
}

#[test]
fn files_that_change_what_git_shows_are_an_error() {
    let (board, _outside) = board_and_outside();
    for path in ["content/.gitattributes", "content/opportunita/2026/.gitattributes", "content/enti/.GitAttributes"] {
        write(&board.path().join(path), "*.md linguist-generated -diff\n");
        let found = findings(board.path());
        let [only] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!([&only["rule"], &only["file"], &only["severity"]], ["git-attributes", path, "error"]);
        bacheca(board.path(), &["build", "--skip", "poster,card,print,search"]).expect_code(1);
        std::fs::remove_file(board.path().join(path)).unwrap();
    }
}

#[test]
fn output_in_the_repository_is_an_error() {
    let board = repository_of_board();
    bacheca(board.path(), &["build", "--skip", "card,print,search"]).expect_code(0);
    bacheca(board.path(), &["check"]).expect_code(0);
    write(&board.path().join(".bacheca/paper/0123"), "x");
    git(board.path(), &["add", "-f", ".bacheca/paper/0123", "public/index.html", "public/404.html"]);
    let report = bacheca(board.path(), &["check", "--format", "json"]).expect_code(1).out;
    let report: serde_json::Value = serde_json::from_str(&report).unwrap();
    let told = report["diagnostics"].as_array().unwrap().iter();
    let told: Vec<_> =
        told.map(|problem| ["rule", "file", "message"].map(|key| problem[key].as_str().unwrap())).collect();
    let message = |folder: &str, files| format!("{folder}/ la scrive il programma, ma è nel repository: file {files}");
    let (cache, site) = (message(".bacheca", 1), message("public", 2));
    assert_eq!(
        told,
        [
            ["output-in-repository", ".bacheca/paper/0123", cache.as_str()],
            ["output-in-repository", "public/404.html", &site],
        ]
    );
    // Asked about one file, `check` speaks of that alone.
    bacheca(board.path(), &["check", DESK]).expect_code(0);
}

#[test]
fn announcement_over_the_limit_is_an_error() {
    let board = small_board();
    let path = format!("{ITEMS}/lungo.md");
    let text = course_with("");
    for (length, expected) in [(64 * 1024, false), (64 * 1024 + 1, true)] {
        write(&board.path().join(&path), text.clone() + &" ".repeat(length - text.len()));
        let found = findings(board.path());
        assert_eq!(found.iter().any(|problem| problem["rule"] == "file-too-large"), expected, "{found:?}");
    }
}
