//! Boards in temporary folders, and sites that are built once for all tests.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use tempfile::TempDir;

use super::{Tree, bacheca, copy_tree, read_tree, repository_path, write};

/// Address of the small board, with a path.
pub const SITE_URL: &str = "https://borgo.example.org/bacheca/";
/// Folder of this year's announcements in a board.
pub const ITEMS: &str = "content/opportunita/2026";

/// Copies the small board of `tests/site/` to a temporary folder, where a test can change it.
pub fn small_board() -> TempDir {
    let folder = TempDir::new().unwrap();
    for (path, bytes) in small_board_files() {
        write(&folder.path().join(path), bytes);
    }
    folder
}

/// Files of the small board, read before a build adds its cache.
fn small_board_files() -> &'static Tree {
    static FILES: OnceLock<Tree> = OnceLock::new();
    FILES.get_or_init(|| {
        let mut files = read_tree(&repository_path("tests/site/board"));
        files.retain(|path, _| !path.starts_with(".bacheca/"));
        files
    })
}

/// Folder of the small board's site, built once with every output.
pub fn small_site() -> &'static Path {
    static SITE: OnceLock<PathBuf> = OnceLock::new();
    SITE.get_or_init(|| build_once("small", &repository_path("tests/site/board"), &[]))
}

/// A copy of the small board's site, below these paths of its host, that a test may change.
pub fn copied_site(paths: &[&str]) -> &'static Path {
    let folder: &'static Path = Box::leak(Box::new(TempDir::new().unwrap())).path();
    for path in paths {
        copy_tree(small_site(), &folder.join(path));
    }
    folder
}

/// Folder of the site of the repository's own board, built once, without posters because they are slow.
pub fn real_site() -> &'static Path {
    static SITE: OnceLock<PathBuf> = OnceLock::new();
    SITE.get_or_init(|| build_once("real", &repository_path(""), &["--skip", "poster,card,print"]))
}

/// Site of the small board with every full case of `tests/kinds/`, open and not an example, built once.
pub fn site_with_all_kinds() -> &'static Tree {
    static SITE: OnceLock<Tree> = OnceLock::new();
    SITE.get_or_init(|| {
        let board = small_board();
        for (path, bytes) in read_tree(&repository_path("tests/kinds")) {
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
        bacheca(board.path(), &["build", "--skip", "poster,card,print,search"]).expect_code(0);
        read_tree(&board.path().join("public"))
    })
}

/// Builds a board into a folder that the next test run removes.
pub fn build_once(name: &str, root: &Path, arguments: &[&str]) -> PathBuf {
    let sites = Path::new(env!("CARGO_TARGET_TMPDIR")).join("sites");
    std::fs::create_dir_all(&sites).unwrap();
    for entry in std::fs::read_dir(&sites).unwrap().map(Result::unwrap) {
        // Names are `small-123` for a site and `.small-123.bacheca-lock` for a file of its build.
        let name = entry.file_name().to_string_lossy().into_owned();
        let number = |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        let Some(process) = name.split(['-', '.']).find(number) else { continue };
        if Path::new("/proc/self").exists() && !Path::new("/proc").join(process).exists() {
            // Another run may remove it at the same time.
            let _ = if entry.path().is_dir() {
                std::fs::remove_dir_all(entry.path())
            } else {
                std::fs::remove_file(entry.path())
            };
        }
    }
    let out = sites.join(format!("{name}-{}", std::process::id()));
    bacheca(root, &[&["build", "--out", out.to_str().unwrap()], arguments].concat()).expect_code(0);
    out
}

/// Copies the small board and adds an announcement.
pub fn board_with(name: &str, bytes: impl AsRef<[u8]>) -> TempDir {
    let board = small_board();
    write(&board.path().join(format!("{ITEMS}/{name}.md")), bytes);
    board
}

/// The valid course of `tests/examples/` with more lines in its front matter.
pub fn course_with(lines: &str) -> String {
    let base = std::fs::read_to_string(repository_path("tests/examples/formazione.md")).unwrap();
    let (facts, text) = base.rsplit_once("---\n").unwrap();
    format!("{facts}{lines}---\n{text}")
}

/// Copies the small board and commits it to a new git repository.
pub fn repository_of_board() -> TempDir {
    let board = small_board();
    git(board.path(), &["init", "-q", "-b", "main"]);
    commit(board.path());
    board
}

/// Runs git in a folder, with an author of its own instead of the user's configuration.
pub fn git(folder: &Path, arguments: &[&str]) {
    let identity = ["-c", "user.name=Prova", "-c", "user.email=prova@example.org", "-c", "commit.gpgsign=false"];
    let output = Command::new("git").arg("-C").arg(folder).args(identity).args(arguments).output().unwrap();
    assert!(output.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

/// Commits all files of a folder.
pub fn commit(folder: &Path) {
    git(folder, &["add", "-A"]);
    git(folder, &["commit", "-q", "-m", "x"]);
}
