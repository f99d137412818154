//! The program and the tools of the system, run as commands.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::repository;

/// The day on which every test runs.
pub const TODAY: &str = "2026-11-21";

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
