//! The same board and the same day give the same bytes: on another machine, for another person, at another place.
#![cfg(unix)]

use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, SystemTime};

use tempfile::TempDir;

use crate::support::{TODAY, Tree, bacheca, none, note_left_out, repository, small_board, small_site, tree, write};

/// `nobody`, on every system that has one by this number.
const NOBODY: u32 = 65_534;

/// Nothing of a place where somebody else builds the board is as here.
struct Elsewhere {
    folder: TempDir,
    board: PathBuf,
    program: PathBuf,
    /// Only root may become somebody else.
    user: Option<u32>,
}

impl Elsewhere {
    fn new() -> Self {
        let folder = TempDir::new().unwrap();
        // The folder of a test is its user's alone.
        std::fs::set_permissions(folder.path(), PermissionsExt::from_mode(0o755)).unwrap();
        let program = folder.path().join("bacheca");
        let built = Path::new(env!("CARGO_BIN_EXE_bacheca"));
        if std::fs::hard_link(built, &program).is_err() {
            std::fs::copy(built, &program).unwrap();
        }
        let board = folder.path().join("un'altra cartella/più giù/bacheca");
        let files = tree(&repository("tests/site/board"));
        // Written the other way round, among files that go again: folders list them in another order.
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
        let user = (me == 0).then_some(NOBODY);
        if let Some(user) = user {
            for entry in walkdir::WalkDir::new(folder.path()) {
                chown(entry.unwrap().path(), Some(user), Some(user)).unwrap();
            }
        } else {
            note_left_out("the board is built as another user, which takes root");
        }
        Self { folder, board, program, user }
    }

    fn build(&self, more: &[&str]) -> Tree {
        // The shell sets the mask of permissions, which nothing in the standard library does.
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
        let said = String::from_utf8_lossy(&run.stderr);
        assert!(run.status.success(), "{}\n{}\n{said}", run.status, String::from_utf8_lossy(&run.stdout));
        tree(&self.board.join("public"))
    }
}

/// What differs between two sites.
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
fn the_same_board_gives_the_same_bytes_everywhere() {
    let here = tree(small_site());
    let there = Elsewhere::new().build(&[]);
    assert!(here.len() > 200 && here.keys().any(|path| path.ends_with(".pdf")), "{} files", here.len());
    none(differences(&here, &there));
}

#[test]
fn what_is_compressed_is_the_same_bytes_too() {
    let quick = ["--compress", "--skip", "poster,card,print,search"];
    let board = small_board();
    bacheca(board.path(), &[&["build"], &quick[..]].concat()).ends(0);
    let here = tree(&board.path().join("public"));
    assert!(here.keys().any(|path| path.ends_with(".br")));
    none(differences(&here, &Elsewhere::new().build(&quick)));
}
