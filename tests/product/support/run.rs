//! Running the program and tools of the system as commands.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use super::repository_path;

/// Day on which every test runs.
pub const TODAY: &str = "2026-11-21";

/// Exit code and output of a run.
pub struct Run {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Run {
    /// Asserts the exit code; the failure shows the whole output.
    #[track_caller]
    pub fn expect_code(self, code: i32) -> Self {
        assert!(self.code == code, "exit code {}, expected {code}\n{}\n{}", self.code, self.out, self.err);
        self
    }
}

/// Runs `bacheca` on the board at `root`, with [`TODAY`] as date. Builds do not wait for the disk, which other tests
/// keep busy.
pub fn bacheca(root: &Path, arguments: &[&str]) -> Run {
    let root = root.to_str().unwrap();
    let no_sync: &[&str] = if arguments.first() == Some(&"build") { &["--no-sync"] } else { &[] };
    run_program(&[&["--root", root, "--today", TODAY], arguments, no_sync].concat())
}

/// Runs `bacheca` with these arguments only.
pub fn run_program(arguments: &[&str]) -> Run {
    let output = Command::new(env!("CARGO_BIN_EXE_bacheca"))
        .args(arguments)
        .current_dir(env!("CARGO_TARGET_TMPDIR"))
        .output()
        .unwrap();
    let text = |bytes| String::from_utf8(bytes).expect("the program writes UTF-8");
    Run { code: output.status.code().expect("no signal"), out: text(output.stdout), err: text(output.stderr) }
}

/// Runs a tool of the system and returns its standard output; if it is missing, the failure names its package.
#[track_caller]
pub fn run_tool(name: &str, package: &str, arguments: &[&str]) -> Vec<u8> {
    let output = Command::new(name).args(arguments).output();
    let output = output.unwrap_or_else(|error| panic!("{name}: {error}; run: apt-get install {package}"));
    assert!(output.status.success(), "{name} {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

/// Path of a file that `make tools-test` installs; fails if it is missing.
#[track_caller]
pub fn installed_tool(path: &str) -> PathBuf {
    let folder = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| PathBuf::from("target"), PathBuf::from);
    let file = repository_path("").join(folder).join("tools").join(path);
    assert!(file.is_file(), "{} is missing: make tools-test", file.display());
    file
}

/// Longest wait for what another program or a page does: far more than the slowest machine takes, for only what is broken
/// waits so long.
pub const PATIENCE: Duration = Duration::from_mins(3);

/// Waits until something is so; the failure says what it waited for.
#[track_caller]
pub fn wait_until(mut is_so: impl FnMut() -> bool, failure: impl Fn() -> String) {
    let start = Instant::now();
    while !is_so() {
        assert!(start.elapsed() < PATIENCE, "{}", failure());
        std::thread::sleep(Duration::from_millis(50));
    }
}

/// Time that this thread has had a processor so far: what others run beside it does not count.
pub fn thread_time() -> Duration {
    let statistics = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap();
    Duration::from_nanos(statistics.split(' ').next().unwrap().parse().unwrap())
}
