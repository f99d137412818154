//! Boards in temporary folders, and the sites that are built once for all tests.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use tempfile::TempDir;

use super::{Tree, bacheca, repository, tree, write};

/// The address of the small board: below a path.
pub const ADDRESS: &str = "https://borgo.example.org/bacheca/";
/// The folder of announcements in a board.
pub const ITEMS: &str = "content/opportunita/2026";

/// The small board of `tests/site/` in a folder of its own, to be changed.
pub fn small_board() -> TempDir {
    let folder = TempDir::new().unwrap();
    for (path, bytes) in small_board_files() {
        write(&folder.path().join(path), bytes);
    }
    folder
}

/// The files of the small board. What `small_site` printed helps nobody else: each board prints its own.
fn small_board_files() -> &'static Tree {
    static FILES: OnceLock<Tree> = OnceLock::new();
    FILES.get_or_init(|| {
        let mut files = tree(&repository("tests/site/board"));
        files.retain(|path, _| !path.starts_with(".bacheca/"));
        files
    })
}

/// The small board, built once with everything there is.
pub fn small_site() -> &'static Path {
    static SITE: OnceLock<PathBuf> = OnceLock::new();
    SITE.get_or_init(|| built("small", &repository("tests/site/board"), &[]))
}

/// The repository's own board, built once; its posters take long and are those of `small_site`.
pub fn real_site() -> &'static Path {
    static SITE: OnceLock<PathBuf> = OnceLock::new();
    SITE.get_or_init(|| built("real", &repository(""), &["--skip", "poster,card,print"]))
}

/// The small board with every full case of `tests/kinds/`, open and not an example.
pub fn all_kinds() -> &'static Tree {
    static SITE: OnceLock<Tree> = OnceLock::new();
    SITE.get_or_init(|| {
        let board = small_board();
        for (path, bytes) in tree(&repository("tests/kinds")) {
            let to = board.path().join(ITEMS).join(&path);
            if !path.ends_with(".md") {
                write(&to, bytes);
                continue;
            }
            let text = String::from_utf8(bytes).unwrap();
            let real = |line: &&str| !["stato:", "esempio:", "archiviato:"].iter().any(|key| line.starts_with(key));
            let text: String = text.lines().filter(real).flat_map(|line| [line, "\n"]).collect();
            write(&to, text);
        }
        bacheca(board.path(), &["build", "--skip", "poster,card,print,search"]).ends(0);
        tree(&board.path().join("public"))
    })
}

/// Builds a board for as long as this process runs; the next run sweeps it away.
fn built(name: &str, root: &Path, arguments: &[&str]) -> PathBuf {
    let sites = Path::new(env!("CARGO_TARGET_TMPDIR")).join("sites");
    std::fs::create_dir_all(&sites).unwrap();
    for entry in std::fs::read_dir(&sites).unwrap().map(Result::unwrap) {
        // `small-123`, and what its build has beside it: `.small-123.bacheca-lock`.
        let name = entry.file_name().to_string_lossy().into_owned();
        let number = |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        let Some(process) = name.split(['-', '.']).find(number) else { continue };
        if Path::new("/proc/self").exists() && !Path::new("/proc").join(process).exists() {
            // Another run may sweep too.
            let _ = if entry.path().is_dir() {
                std::fs::remove_dir_all(entry.path())
            } else {
                std::fs::remove_file(entry.path())
            };
        }
    }
    let out = sites.join(format!("{name}-{}", std::process::id()));
    bacheca(root, &[&["build", "--out", out.to_str().unwrap()], arguments].concat()).ends(0);
    out
}

/// The small board with a file in it.
pub fn board_with(name: &str, bytes: impl AsRef<[u8]>) -> TempDir {
    let board = small_board();
    write(&board.path().join(format!("{ITEMS}/{name}.md")), bytes);
    board
}

/// The good course of `tests/examples/` with more lines among its facts.
pub fn good(lines: &str) -> String {
    let base = std::fs::read_to_string(repository("tests/examples/formazione.md")).unwrap();
    let (facts, text) = base.rsplit_once("---\n").unwrap();
    format!("{facts}{lines}---\n{text}")
}

/// A repository of git with the small board in it.
pub fn repository_of_board() -> TempDir {
    let board = small_board();
    git(board.path(), &["init", "-q", "-b", "main"]);
    commit(board.path());
    board
}

/// Runs git in a folder, as a person whom no configuration names.
pub fn git(folder: &Path, arguments: &[&str]) {
    let identity = ["-c", "user.name=Prova", "-c", "user.email=prova@example.org", "-c", "commit.gpgsign=false"];
    let output = Command::new("git").arg("-C").arg(folder).args(identity).args(arguments).output().unwrap();
    assert!(output.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

/// Commits everything in a folder.
pub fn commit(folder: &Path) {
    git(folder, &["add", "-A"]);
    git(folder, &["commit", "-q", "-m", "x"]);
}
