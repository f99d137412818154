//! Reproducible builds: the same board and day give the same bytes on another machine and for another user.
#![cfg(unix)]

use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, SystemTime};

use tempfile::TempDir;

use crate::support::{
    TODAY, Tree, assert_no_problems, bacheca, read_tree, report_skipped, repository_path, small_board, small_site,
    write,
};

/// User id of `nobody` on most systems.
const UNPRIVILEGED_UID: u32 = 65_534;

/// Another environment: folder, user, time zone, locale, file order and permissions differ from this one.
struct OtherMachine {
    folder: TempDir,
    board: PathBuf,
    program: PathBuf,
    /// Whether the build runs as another user, which only root can start.
    user: Option<u32>,
}

impl OtherMachine {
    fn new() -> Self {
        let folder = TempDir::new().unwrap();
        // A temporary folder is readable by its owner only.
        std::fs::set_permissions(folder.path(), PermissionsExt::from_mode(0o755)).unwrap();
        let program = folder.path().join("bacheca");
        let built = Path::new(env!("CARGO_BIN_EXE_bacheca"));
        if std::fs::hard_link(built, &program).is_err() {
            std::fs::copy(built, &program).unwrap();
        }
        let board = folder.path().join("un'altra cartella/più giù/bacheca");
        let files = read_tree(&repository_path("tests/site/board"));
        // Files are written in reverse order among others that are deleted, so that folders list them in another order.
        for (path, bytes) in files.iter().rev().filter(|(path, _)| !path.starts_with(".bacheca/")) {
            let path = board.join(path);
            let gone = path.with_extension("gone");
            write(&gone, "x");
            write(&path, bytes);
            std::fs::remove_file(gone).unwrap();
            let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(86_400 * u64::try_from(bytes.len()).unwrap());
            std::fs::File::options().write(true).open(&path).unwrap().set_modified(long_ago).unwrap();
        }
        let me = std::fs::metadata(folder.path()).unwrap().uid();
        let user = (me == 0).then_some(UNPRIVILEGED_UID);
        if let Some(user) = user {
            for entry in walkdir::WalkDir::new(folder.path()) {
                chown(entry.unwrap().path(), Some(user), Some(user)).unwrap();
            }
        } else {
            report_skipped("the board is built as another user, which takes root");
        }
        Self { folder, board, program, user }
    }

    fn build(&self, more: &[&str]) -> Tree {
        // The shell sets the umask, which the standard library cannot.
        let mut command = Command::new("sh");
        command.args(["-c", "umask 0077 && exec \"$@\"", "sh"]).arg(&self.program);
        command.args(["--root", ".", "--today", TODAY, "build"]).args(more).current_dir(&self.board);
        let environment = [
            ("PATH", "/usr/bin:/bin"),
            ("TZ", "Pacific/Kiritimati"),
            ("LANG", "ar_EG.UTF-8"),
            ("LC_ALL", "tr_TR.UTF-8"),
            ("LANGUAGE", "zh"),
            ("HOME", "/nonexistent"),
            ("TMPDIR", self.folder.path().to_str().unwrap()),
            ("USER", "nobody"),
            ("SOURCE_DATE_EPOCH", "1"),
            ("RAYON_NUM_THREADS", "7"),
            ("COLUMNS", "20"),
        ];
        command.env_clear().envs(environment);
        if let Some(user) = self.user {
            command.uid(user).gid(user);
        }
        let run = command.output().unwrap();
        let output = String::from_utf8_lossy(&run.stderr);
        assert!(run.status.success(), "{}\n{}\n{output}", run.status, String::from_utf8_lossy(&run.stdout));
        read_tree(&self.board.join("public"))
    }
}

/// Differences between two sites.
fn differences(here: &Tree, there: &Tree) -> Vec<String> {
    let mut found = Vec::new();
    for path in here.keys().chain(there.keys().filter(|path| !here.contains_key(*path))) {
        match (here.get(path), there.get(path)) {
            (Some(one), Some(other)) if one == other => {}
            (Some(one), Some(other)) => {
                let at = one.iter().zip(other).take_while(|(left, right)| left == right).count();
                found.push(format!("{path} differs from byte {at} on"));
            }
            (Some(_), None) => found.push(format!("{path} is only here")),
            _ => found.push(format!("{path} is only there")),
        }
    }
    found
}

#[test]
fn build_is_identical_on_another_machine() {
    let here = read_tree(small_site());
    let there = OtherMachine::new().build(&[]);
    assert!(here.len() > 200 && here.keys().any(|path| path.ends_with(".pdf")), "{} files", here.len());
    assert_no_problems(differences(&here, &there));
}

#[test]
fn compressed_build_is_identical_on_another_machine() {
    let quick = ["--compress", "--skip", "poster,card,print,search"];
    let board = small_board();
    bacheca(board.path(), &[&["build"], &quick[..]].concat()).expect_code(0);
    let here = read_tree(&board.path().join("public"));
    assert!(here.keys().any(|path| path.ends_with(".br")));
    assert_no_problems(differences(&here, &OtherMachine::new().build(&quick)));
}
