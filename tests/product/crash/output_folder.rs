//! Folders of a site with permissions, links and mounts of their own: a build works there, or says clearly why not.

use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use super::unprivileged::{
    give_away, has_user_for_test, is_root, remove_protected, set_mode, unprivileged, unprivileged_program,
};
use super::{Disk, SKIPPED_OUTPUTS, unfinished_builds, write_board_state};
use crate::support::{Run, TODAY, Tree, bacheca, read_tree, small_board, write};

/// A board of a user who is not root, and the program for that user.
struct UsersBoard {
    folder: TempDir,
    program: PathBuf,
    _program_folder: TempDir,
}

impl UsersBoard {
    /// `None`, reported, if no command can be run by such a user.
    #[track_caller]
    fn new() -> Option<Self> {
        if !has_user_for_test() {
            return None;
        }
        let (program, program_folder) = unprivileged_program();
        let board = Self { folder: small_board(), program, _program_folder: program_folder };
        board.protect(&[]);
        Some(board)
    }

    fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    /// Gives everything to the user, but not the right to write to some folders.
    fn protect(&self, read_only: &[&str]) {
        let read_only: Vec<PathBuf> = read_only.iter().map(|path| self.path(path)).collect();
        let read_only: Vec<&Path> = read_only.iter().map(PathBuf::as_path).collect();
        set_mode(self.folder.path(), 0o755);
        give_away(self.folder.path(), &read_only);
    }

    fn build(&self, out: &str) -> Run {
        let mut command = unprivileged(&self.program);
        let output = command
            .args(["--root", self.folder.path().to_str().unwrap(), "--today", TODAY, "build", "--no-sync"])
            .args(["--out", out, "--skip", SKIPPED_OUTPUTS])
            .current_dir("/")
            .output()
            .unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Run { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
    }

    /// Changes the board; returns what a site of it looks like.
    fn change(&self, second: bool) -> Tree {
        write_board_state(self.folder.path(), second);
        self.build("altrove").expect_code(0);
        read_tree(&self.path("altrove"))
    }
}

impl Drop for UsersBoard {
    fn drop(&mut self) {
        remove_protected(self.folder.path());
        std::fs::create_dir(self.folder.path()).unwrap();
    }
}

fn mode(path: &Path) -> u32 {
    std::fs::metadata(path).unwrap().permissions().mode() & 0o7777
}

#[test]
fn folder_in_one_that_cannot_be_written_to_is_replaced_file_by_file() {
    let Some(board) = UsersBoard::new() else { return };
    std::fs::create_dir_all(board.path("www/html")).unwrap();
    board.protect(&["www"]);
    let html = board.path("www/html");
    let inode = std::fs::metadata(&html).unwrap().ino();
    for second in [false, true, false] {
        let expected = board.change(second);
        let run = board.build("www/html").expect_code(0);
        let said = "nella cartella che la contiene non puoi scrivere";
        assert_eq!(run.out.matches(said).count(), 1, "{}", run.out);
        assert!(read_tree(&html) == expected);
        let again = board.build("www/html").expect_code(0);
        assert!(again.out.contains("niente di nuovo"), "{}", again.out);
    }
    assert_eq!(std::fs::metadata(&html).unwrap().ino(), inode, "the folder is the same");
    // One build at a time here too, though no file can lie beside the folder.
    let lock = std::fs::File::open(&html).unwrap();
    lock.lock().unwrap();
    write_board_state(board.folder.path(), true);
    let refused = board.build("www/html").expect_code(2);
    assert!(refused.err.contains("un'altra costruzione"), "{}", refused.err);
    drop(lock);
    // What others put there is kept.
    write(&html.join("tesi.docx"), "anni di lavoro");
    let refused = board.build("www/html").expect_code(2);
    assert!(refused.err.contains("tesi.docx") && html.join("tesi.docx").exists(), "{}", refused.err);
    // A folder that is not there and cannot be made.
    let refused = board.build("www/altro").expect_code(2);
    assert!(refused.err.contains("non si può scrivere") && refused.err.contains("--out"), "{}", refused.err);
}

#[test]
fn folder_keeps_its_mode_and_group() {
    let Some(board) = UsersBoard::new() else { return };
    let first = board.change(false);
    board.build("public").expect_code(0);
    let public = board.path("public");
    // A group that is not the user's: nobody but root can give one to a folder.
    let group = if is_root() { 33 } else { std::fs::metadata(&public).unwrap().gid() };
    let grant = |folder: &Path| {
        if is_root() {
            std::os::unix::fs::chown(folder, None, Some(group)).unwrap();
        }
        set_mode(folder, 0o2775);
    };
    for folder in
        walkdir::WalkDir::new(&public).into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_dir())
    {
        grant(folder.path());
    }
    for second in [true, false, true] {
        let expected = board.change(second);
        let run = if is_root() {
            // The user is not in the group, so that a new folder cannot get it: this one stays.
            let run = board.build("public").expect_code(0);
            assert!(run.out.contains("lo stesso gruppo"), "{}", run.out);
            run
        } else {
            board.build("public").expect_code(0)
        };
        assert!(read_tree(&public) == expected, "{}", run.out);
        for folder in ["", "o", "o/italiano-a2"] {
            let folder = public.join(folder);
            let found = std::fs::metadata(&folder).unwrap();
            assert_eq!((mode(&folder), found.gid()), (0o2775, group), "{folder:?}");
        }
    }
    assert!(read_tree(&public) != first);
}

#[test]
fn exchanged_folder_has_the_mode_group_and_folders_of_the_last() {
    let board = small_board();
    let root = board.path();
    let public = root.join("public");
    let build = || bacheca(root, &["build", "--skip", SKIPPED_OUTPUTS]).expect_code(0);
    build();
    // Root may give any group; another user has one at least.
    let group = if is_root() { 33 } else { std::fs::metadata(&public).unwrap().gid() };
    let folders = |root: &Path| {
        let found = walkdir::WalkDir::new(root).into_iter().map(Result::unwrap);
        found.filter(|entry| entry.file_type().is_dir()).map(walkdir::DirEntry::into_path).collect::<Vec<_>>()
    };
    for folder in folders(&public) {
        if is_root() {
            std::os::unix::fs::chown(&folder, Some(65_534), Some(group)).unwrap();
        }
        set_mode(&folder, 0o2775);
    }
    set_mode(&public.join("o"), 0o2770);
    // Through a new folder, then through the back buffer.
    for second in [true, false, true, false] {
        let inode = std::fs::metadata(&public).unwrap().ino();
        write_board_state(root, second);
        let run = build();
        assert!(!run.out.contains("uno per uno"), "{}", run.out);
        assert_ne!(std::fs::metadata(&public).unwrap().ino(), inode, "exchanged");
        for folder in folders(&public) {
            let found = std::fs::metadata(&folder).unwrap();
            let wanted = if folder == public.join("o") { 0o2770 } else { 0o2775 };
            assert_eq!((mode(&folder), found.gid()), (wanted, group), "{folder:?}");
        }
        if is_root() {
            assert_eq!(std::fs::metadata(&public).unwrap().uid(), 65_534, "root leaves the folder to its owner");
        }
    }
}

#[test]
fn access_control_lists_of_the_folder_are_kept() {
    use rustix::fs::{XattrFlags, getxattr, setxattr};
    let board = small_board();
    let public = board.path().join("public");
    let build = || bacheca(board.path(), &["build", "--skip", SKIPPED_OUTPUTS]).expect_code(0);
    build();
    // Version 2: the owner and user 33 may do everything, the group and others may read.
    let entry =
        |tag: u16, rights: u16, id: u32| [&tag.to_le_bytes()[..], &rights.to_le_bytes(), &id.to_le_bytes()].concat();
    let nobody = u32::MAX;
    let entries = [(1, 7, nobody), (2, 7, 33), (4, 5, nobody), (16, 7, nobody), (32, 5, nobody)];
    let list =
        [vec![2, 0, 0, 0], entries.into_iter().flat_map(|(tag, rights, id)| entry(tag, rights, id)).collect()].concat();
    let name = "system.posix_acl_default";
    if setxattr(&public, name, &list, XattrFlags::empty()).is_err() {
        crate::support::report_skipped("the file system of the temporary folder keeps access control lists");
        return;
    }
    for second in [true, false, true] {
        write_board_state(board.path(), second);
        let run = build();
        assert!(!run.out.contains("uno per uno"), "{}", run.out);
        let mut found = vec![0; 1000];
        for folder in ["", "novita"].into_iter().filter(|folder| second || folder.is_empty()) {
            let length = getxattr(public.join(folder), name, found.as_mut_slice()).unwrap();
            assert_eq!(found[..length], list, "«{folder}»");
        }
    }
}

#[test]
fn read_only_files_and_folders_of_a_site_are_replaced() {
    let Some(board) = UsersBoard::new() else { return };
    board.change(false);
    board.build("public").expect_code(0);
    let public = board.path("public");
    for second in [true, false, true, false] {
        for entry in walkdir::WalkDir::new(&public).contents_first(true).into_iter().map(Result::unwrap) {
            set_mode(entry.path(), if entry.file_type().is_dir() { 0o555 } else { 0o444 });
        }
        let expected = board.change(second);
        let run = board.build("public").expect_code(0);
        assert!(read_tree(&public) == expected, "{} {}", run.out, run.err);
        assert_eq!(unfinished_builds(board.folder.path()), Vec::<String>::new());
    }
}

#[test]
fn links_to_the_folder_of_the_site() {
    let board = small_board();
    let elsewhere = TempDir::new().unwrap();
    let link = elsewhere.path().join("link");
    std::os::unix::fs::symlink("srv/site", &link).unwrap();
    let build =
        |out: &Path| bacheca(board.path(), &["build", "--out", out.to_str().unwrap(), "--skip", SKIPPED_OUTPUTS]);
    // The folder is not there yet, then it is.
    for second in [false, true, false] {
        write_board_state(board.path(), second);
        build(&link).expect_code(0);
        assert_eq!(std::fs::read_link(&link).unwrap(), Path::new("srv/site"), "the link stays");
        let site = elsewhere.path().join("srv/site");
        assert_eq!(site.join("novita/solo-nella-seconda.txt").exists(), second);
        assert_eq!(std::fs::read_dir(elsewhere.path().join("srv")).unwrap().count(), 1);
    }
    let ring = elsewhere.path().join("ring");
    std::os::unix::fs::symlink("ring", &ring).unwrap();
    let refused = build(&ring).expect_code(2);
    assert!(refused.err.contains("ring") && refused.err.contains("non è una cartella"), "{}", refused.err);
    // A link in the board's own folder could come with a proposal.
    std::os::unix::fs::symlink(elsewhere.path(), board.path().join("public")).unwrap();
    let refused = bacheca(board.path(), &["build", "--skip", SKIPPED_OUTPUTS]).expect_code(2);
    assert!(refused.err.contains("public") && refused.err.contains("è un collegamento"), "{}", refused.err);
}

#[test]
fn mounted_folder_of_the_same_disk_is_replaced_file_by_file() {
    let board = small_board();
    let public = board.path().join("public");
    let elsewhere = TempDir::new().unwrap();
    std::fs::create_dir(&public).unwrap();
    // A volume of a container: the same device, but a name that cannot be exchanged.
    let mounted = Command::new("mount").arg("--bind").arg(elsewhere.path()).arg(&public).output();
    if !mounted.is_ok_and(|done| done.status.success()) {
        crate::support::report_skipped("a folder is mounted a second time, which takes root");
        return;
    }
    let _mounted = Disk(public.clone());
    for second in [false, true, false] {
        write_board_state(board.path(), second);
        let run = bacheca(board.path(), &["build", "--skip", SKIPPED_OUTPUTS]).expect_code(0);
        assert!(run.out.contains("è un disco a sé") && run.out.contains("uno per uno"), "{}", run.out);
        assert_eq!(elsewhere.path().join("novita/solo-nella-seconda.txt").exists(), second);
        assert!(!elsewhere.path().join(".bacheca-new").exists());
        assert_eq!(unfinished_builds(board.path()), Vec::<String>::new());
        let again = bacheca(board.path(), &["build", "--skip", SKIPPED_OUTPUTS]).expect_code(0);
        assert!(again.out.contains("niente di nuovo"), "{}", again.out);
    }
}
