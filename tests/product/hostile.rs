//! Hostile pull requests: each case is rejected or published as plain text, within a time limit, and nothing outside
//! the board is read or written. A file below for each kind of attack holds its cases and the tests that need more.

mod addresses;
mod encoding;
mod exhaustion;
mod feeds;
mod files;
mod git;
mod images;
mod links;
mod markup;
mod names;
mod outputs;
mod paper;
mod preview;
mod refused;
mod sources;
mod workflows;

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::support::{
    PATIENCE, TODAY, Tree, assert_no_problems, copy_tree, is_soak, read_tree, repository_path, write,
};

/// Text that exists only outside the board.
const SECRET: &str = "parola-segreta-di-fuori";
/// Where the announcement of a case stands.
const ITEM: &str = "content/opportunita/2026/prova-ostile.md";
const QUICK_BUILD: [&str; 3] = ["build", "--skip", "poster,card,print,search"];

/// A valid announcement.
fn announcement() -> String {
    let text = repository_path("tests/site/board/content/opportunita/2026/sportello-diritti.md");
    std::fs::read_to_string(text).unwrap().replace("edizione_di: porte-aperte\n", "")
}

/// The announcement with more front matter and another body.
fn announcement_with(facts: &str, body: &str) -> String {
    let text = announcement();
    let (before, _) = text.rsplit_once("\n---\n").unwrap();
    format!("{before}\n{facts}\n---\n\n{body}\n")
}

/// The announcement with another title.
fn announcement_titled(title: &str) -> String {
    announcement().replacen("titolo: Sportello diritti", &format!("titolo: {title}"), 1)
}

fn announcement_with_image(file: &str) -> String {
    announcement_with(
        &format!("immagine: {{file: {file}, testo_alternativo: Una porta, crediti: foto di Ponte}}"),
        "Testo.",
    )
}

type Setup = Box<dyn Fn(&Path, &Path) + Send + Sync>;

/// A case: what it writes into the board (first folder) and outside it (second), and the expected exit codes.
struct Case {
    name: &'static str,
    make: Setup,
    check: i32,
    build: i32,
}

fn new_case(name: &'static str, code: i32, make: impl Fn(&Path, &Path) + Send + Sync + 'static) -> Case {
    Case { name, make: Box::new(make), check: code, build: code }
}

fn text_case(name: &'static str, code: i32, text: impl Fn() -> String + Send + Sync + 'static) -> Case {
    new_case(name, code, move |board, _| write(&board.join(ITEM), text()))
}

/// A case that only the build rejects, because `check` looks at content alone.
fn build_only_case(name: &'static str, make: impl Fn(&Path, &Path) + Send + Sync + 'static) -> Case {
    Case { check: 0, ..new_case(name, 2, make) }
}

fn small_jpeg() -> Vec<u8> {
    std::fs::read(repository_path("tests/site/board/content/opportunita/2026/aiuto-cuoco-mensa.jpg")).unwrap()
}

#[cfg(unix)]
fn create_symlink(to: impl AsRef<Path>, at: &Path) {
    std::fs::create_dir_all(at.parent().unwrap()).unwrap();
    std::os::unix::fs::symlink(to, at).unwrap();
}

fn cases() -> Vec<Case> {
    let kinds = [
        addresses::cases(),
        exhaustion::cases(),
        encoding::cases(),
        markup::cases(),
        files::cases(),
        names::cases(),
        images::cases(),
    ];
    kinds.into_iter().flatten().collect()
}

/// Runs the program with a time limit; returns its exit code and output.
fn run_with_timeout(root: &Path, arguments: &[&str], said: &Path) -> Result<(i32, String), String> {
    let out = std::fs::File::create(said).unwrap();
    let mut child = Command::new(env!("CARGO_BIN_EXE_bacheca"))
        .args(["--root", root.to_str().unwrap(), "--today", TODAY])
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(out.try_clone().unwrap())
        .stderr(out)
        .spawn()
        .unwrap();
    let begun = Instant::now();
    let status = loop {
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        if begun.elapsed() > PATIENCE {
            child.kill().unwrap();
            child.wait().unwrap();
            return Err(format!("{arguments:?}: no end after {} s", PATIENCE.as_secs()));
        }
        std::thread::sleep(Duration::from_millis(5));
    };
    let words = String::from_utf8_lossy(&std::fs::read(said).unwrap()).into_owned();
    let code = status.code().ok_or_else(|| format!("{arguments:?}: ended by a signal: {status}"))?;
    Ok((code, words))
}

/// Scripts and other active content in the pages of a site.
fn active_content(site: &Tree) -> Vec<String> {
    let mut found = Vec::new();
    for (path, bytes) in site.iter().filter(|(path, _)| path.ends_with(".html") || path.ends_with(".svg")) {
        // In JSON a quotation mark is escaped by a backslash and ends nothing.
        let page = String::from_utf8_lossy(bytes).to_lowercase().replace("\\\"", "");
        for sign in ["<script>alert", "\" onmouseover=", "href=\"javascript:", "href=\"data:", "src=\"javascript:"] {
            if page.contains(sign) {
                found.push(format!("{path} holds {sign}"));
            }
        }
    }
    found
}

fn run_case(case: &Case) -> Vec<String> {
    let folder = TempDir::new().unwrap();
    let (board, outside) = (folder.path().join("bacheca"), folder.path().join("fuori"));
    copy_tree(&repository_path("tests/site/board"), &board);
    let _ = std::fs::remove_dir_all(board.join(".bacheca"));
    write(&outside.join("segreto.txt"), SECRET);
    (case.make)(&board, &outside);
    let before = read_tree(&outside);
    let mut problems = Vec::new();
    for (arguments, expected) in [(&["check"][..], case.check), (&QUICK_BUILD, case.build)] {
        let (code, said) = match run_with_timeout(&board, arguments, &folder.path().join("said")) {
            Ok(ended) => ended,
            Err(problem) => {
                problems.push(problem);
                continue;
            }
        };
        if code != expected || said.contains("panicked") {
            let start: String = said.chars().take(600).collect();
            problems.push(format!("{arguments:?} ended with {code}, expected {expected}: {start}"));
        }
        if said.contains(SECRET) {
            problems.push(format!("{arguments:?} says what stands outside"));
        }
    }
    if read_tree(&outside) != before {
        problems.push("something outside was changed".to_owned());
    }
    let mut names: Vec<String> = std::fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    if names != ["bacheca", "fuori", "said"] {
        problems.push(format!("something was written outside: {names:?}"));
    }
    let public = board.join("public");
    if std::fs::symlink_metadata(&public).is_ok_and(|found| found.is_dir()) {
        let site = read_tree(&public);
        problems.extend(active_content(&site));
        let told = site.iter().filter(|(_, bytes)| memchr::memmem::find(bytes, SECRET.as_bytes()).is_some());
        problems.extend(told.map(|(path, _)| format!("{path} publishes what stands outside")));
    }
    problems.into_iter().map(|problem| format!("{}: {problem}", case.name)).collect()
}

#[test]
fn hostile_content_is_rejected_or_defused() {
    use rayon::prelude::*;
    for _ in 0..if is_soak() { 5 } else { 1 } {
        assert_no_problems(cases().par_iter().flat_map_iter(run_case).collect());
    }
}
