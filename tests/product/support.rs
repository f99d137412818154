//! What every module needs: the program, boards in temporary folders, folders as maps, blessing.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use tempfile::TempDir;

/// The day on which every test runs.
pub const TODAY: &str = "2026-11-21";

/// A folder as a map: path below it with `/`, and bytes.
pub type Tree = BTreeMap<String, Vec<u8>>;

/// What a run of the program came to.
pub struct Run {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Run {
    /// The run, if it ended as it should; else everything that it said.
    #[track_caller]
    pub fn ends(self, code: i32) -> Self {
        assert!(self.code == code, "exit code {}, expected {code}\n{}\n{}", self.code, self.out, self.err);
        self
    }
}

/// Runs `bacheca` on the board at `root`, on the day of all tests.
pub fn bacheca(root: &Path, arguments: &[&str]) -> Run {
    let root = root.to_str().unwrap();
    run(&[&["--root", root, "--today", TODAY], arguments].concat())
}

/// Runs `bacheca` with these arguments and no others.
pub fn run(arguments: &[&str]) -> Run {
    let output = Command::new(env!("CARGO_BIN_EXE_bacheca"))
        .args(arguments)
        .current_dir(env!("CARGO_TARGET_TMPDIR"))
        .output()
        .unwrap();
    let text = |bytes| String::from_utf8(bytes).expect("the program writes UTF-8");
    Run { code: output.status.code().expect("no signal"), out: text(output.stdout), err: text(output.stderr) }
}

/// What a tool of the system says; fails with the name of the package that has it.
#[track_caller]
pub fn tool(name: &str, package: &str, arguments: &[&str]) -> Vec<u8> {
    let output = Command::new(name).args(arguments).output();
    let output = output.unwrap_or_else(|error| panic!("{name}: {error}; run: apt-get install {package}"));
    assert!(output.status.success(), "{name} {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

/// A file that `make tools-test` installs.
#[track_caller]
pub fn installed(path: &str) -> PathBuf {
    let folder = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| PathBuf::from("target"), PathBuf::from);
    let file = repository("").join(folder).join("tools").join(path);
    assert!(file.is_file(), "{} is missing: make tools-test", file.display());
    file
}

/// A path below the repository.
pub fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Every file below a folder, links apart.
pub fn tree(folder: &Path) -> Tree {
    let files = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap);
    let files = files.filter(|entry| entry.file_type().is_file());
    files.map(|entry| (below(folder, entry.path()), std::fs::read(entry.path()).unwrap())).collect()
}

/// A path below a folder, with `/`.
pub fn below(folder: &Path, path: &Path) -> String {
    let path = path.strip_prefix(folder).unwrap();
    path.iter().map(|part| part.to_str().unwrap()).collect::<Vec<_>>().join("/")
}

/// Writes a file, and the folders above it.
pub fn write(path: &Path, bytes: impl AsRef<[u8]>) {
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, bytes).unwrap();
}

/// Copies every file below a folder into another.
pub fn copy(from: &Path, to: &Path) {
    for (path, bytes) in tree(from) {
        write(&to.join(path), bytes);
    }
}

/// The small board of `tests/site/` in a folder of its own, to be changed.
pub fn small_board() -> TempDir {
    let folder = TempDir::new().unwrap();
    copy(&repository("tests/site/board"), folder.path());
    // What `small_site` printed helps nobody else: each board prints its own.
    let _ = std::fs::remove_dir_all(folder.path().join(".bacheca"));
    folder
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

/// Whether what the program does now becomes what is expected.
pub fn blessing() -> bool {
    std::env::var_os("BLESS").is_some_and(|value| value == "1")
}

/// Compares a text with the file that holds what is expected, or writes it there. Gives what is
/// wrong, with the command that accepts it.
pub fn bless(file: &Path, actual: &str, module: &str) -> Result<(), String> {
    let expected = std::fs::read_to_string(file).unwrap_or_default();
    if expected == actual {
        return Ok(());
    }
    if blessing() {
        write(file, actual);
        return Ok(());
    }
    let line = expected.lines().zip(actual.lines()).take_while(|(left, right)| left == right).count();
    let at = |text: &str| text.lines().nth(line).unwrap_or("(nothing)").chars().take(600).collect::<String>();
    Err(format!(
        "{}, line {}\n  expected: {}\n  actual:   {}\nif this is right, run: BLESS=1 cargo test --test product {module}",
        file.display(),
        line + 1,
        at(&expected),
        at(actual),
    ))
}

/// Fails with all problems at once, if there are any.
#[track_caller]
pub fn none(problems: Vec<String>) {
    assert!(problems.is_empty(), "{} problems:\n{}", problems.len(), problems.join("\n"));
}
