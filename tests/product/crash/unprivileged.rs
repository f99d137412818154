//! Running the program as a user whom permissions bind: tests may be run by root, whom they do not.

use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use crate::support::skip_test;

/// User and group of nobody on Linux.
const NOBODY: u32 = 65_534;

/// Whether tests are run by root.
pub fn is_root() -> bool {
    std::fs::metadata("/proc/self").is_ok_and(|found| found.uid() == 0)
}

/// Whether commands can be run by a user who is not root: this one, or nobody. If not, reports that the test is left out.
#[track_caller]
pub fn has_user_for_test() -> bool {
    let possible = !is_root()
        || Command::new("setpriv")
            .args(["--reuid=65534", "--regid=65534", "--clear-groups", "true"])
            .status()
            .is_ok_and(|done| done.success());
    if !possible {
        skip_test("a command is run by another user than root, with setpriv of util-linux");
    }
    possible
}

/// Command that is run by a user who is not root.
pub fn unprivileged(program: &Path) -> Command {
    if !is_root() {
        return Command::new(program);
    }
    let mut command = Command::new("setpriv");
    command.args(["--reuid=65534", "--regid=65534", "--clear-groups"]).arg(program);
    command
}

/// A copy of the program where every user may read it, and the folder that holds it.
pub fn unprivileged_program() -> (PathBuf, TempDir) {
    let folder = TempDir::new().unwrap();
    set_mode(folder.path(), 0o755);
    let program = folder.path().join("bacheca");
    let built = Path::new(env!("CARGO_BIN_EXE_bacheca"));
    std::fs::hard_link(built, &program).or_else(|_| std::fs::copy(built, &program).map(|_| ())).unwrap();
    (program, folder)
}

/// Gives everything below a folder to the user of [`unprivileged`], then takes the right to write to some of its folders.
pub fn give_away(folder: &Path, read_only: &[&Path]) {
    for entry in walkdir::WalkDir::new(folder) {
        let entry = entry.unwrap();
        if is_root() && !entry.path_is_symlink() {
            chown(entry.path(), Some(NOBODY), Some(NOBODY)).unwrap();
        }
    }
    for folder in read_only {
        set_mode(folder, 0o555);
    }
}

/// Deletes a folder with folders in it that one may not write to.
pub fn remove_protected(folder: &Path) {
    for entry in
        walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_dir())
    {
        set_mode(entry.path(), 0o755);
    }
    std::fs::remove_dir_all(folder).unwrap();
}

/// Sets the mode of a file or folder.
pub fn set_mode(path: &Path, mode: u32) {
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
}
