//! Builds that are killed, that meet each other, that find a full disk or none to write on: nobody ever meets half
//! a site, and the next build needs no help. `BACHECA_SOAK=1` does it many times over.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::support::{Tree, bacheca, skip, small_board, soak, tree, write};

/// What a quick build leaves out.
const QUICK: &str = "poster,card,print,search";

fn build(board: &Path, skip: &str) -> crate::support::Run {
    bacheca(board, &["build", "--skip", skip])
}

fn start(board: &Path, skip: &str) -> Child {
    Command::new(env!("CARGO_BIN_EXE_bacheca"))
        .args(["--root", board.to_str().unwrap(), "--today", crate::support::TODAY, "build", "--skip", skip])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// Names beside the site that begin as those of unfinished builds do.
fn leftovers(parent: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(parent).unwrap().map(|entry| entry.unwrap().file_name());
    let names = entries.map(|name| name.to_string_lossy().into_owned());
    names.filter(|name| name.starts_with(".public.bacheca-")).collect()
}

/// Two states of a board: a page more, other words.
fn change(board: &Path, second: bool) {
    let about = board.join("content/pagine/chi-siamo.md");
    let text = std::fs::read_to_string(&about).unwrap();
    let text = text.trim_end().trim_end_matches("Seconda versione.").trim_end().to_owned();
    write(&about, if second { format!("{text}\n\nSeconda versione.\n") } else { format!("{text}\n") });
    let more = board.join("static/novita/solo-nella-seconda.txt");
    if second {
        write(&more, "x");
    } else {
        let _ = std::fs::remove_file(more);
    }
}

#[test]
fn a_killed_build_leaves_a_whole_site_and_the_next_repairs_all() {
    let skip = if soak() { "search" } else { QUICK };
    let board = small_board();
    let root = board.path();
    let public = root.join("public");
    let mut whole: Vec<Tree> = Vec::new();
    let mut longest = Duration::ZERO;
    for second in [false, true] {
        change(root, second);
        let begun = Instant::now();
        build(root, skip).ends(0);
        longest = begun.elapsed();
        whole.push(tree(&public));
    }
    assert!(whole[0] != whole[1], "the two sites differ");
    let mut chance = fastrand::Rng::with_seed(0x5eed_2026_1122);
    let mut killed = 0;
    for attempt in 0..if soak() { 200 } else { 8 } {
        let second = attempt % 2 == 1;
        change(root, second);
        let mut child = start(root, skip);
        let moment = chance.u64(..u64::try_from(longest.as_micros()).unwrap());
        std::thread::sleep(Duration::from_micros(moment));
        child.kill().unwrap();
        killed += usize::from(child.wait().unwrap().code().is_none());
        assert!(whole.contains(&tree(&public)), "attempt {attempt}: neither the old site nor the new one");
        build(root, skip).ends(0);
        assert!(tree(&public) == whole[usize::from(second)], "attempt {attempt}: the next build repairs all");
        assert_eq!(leftovers(root), Vec::<String>::new(), "attempt {attempt}");
    }
    assert!(killed > 0, "no build was met at work");
}

#[test]
fn of_two_builds_into_one_folder_the_second_says_so() {
    let board = small_board();
    let public = board.path().join("public");
    build(board.path(), QUICK).ends(0);
    let before = tree(&public);
    change(board.path(), true);
    let lock = std::fs::File::create(board.path().join(".public.bacheca-lock")).unwrap();
    lock.lock().unwrap();
    let refused = build(board.path(), QUICK).ends(2);
    assert!(refused.err.contains("un'altra costruzione") && refused.err.contains("--out"), "{}", refused.err);
    assert!(tree(&public) == before);
    // Another folder is nobody's business.
    bacheca(board.path(), &["build", "--out", "altrove", "--skip", QUICK]).ends(0);
    // What a killed build leaves is a file and no lock.
    drop(lock);
    build(board.path(), QUICK).ends(0);
    let after = tree(&public);
    assert!(after != before);
    assert_eq!(leftovers(board.path()), Vec::<String>::new());

    for _ in 0..if soak() { 50 } else { 3 } {
        let mut builds = [start(board.path(), QUICK), start(board.path(), QUICK)];
        let codes = builds.each_mut().map(|child| child.wait().unwrap().code().unwrap());
        assert!(codes.contains(&0) && codes.iter().all(|code| [0, 2].contains(code)), "{codes:?}");
        assert!(tree(&public) == after);
        assert_eq!(leftovers(board.path()), Vec::<String>::new());
    }
}

#[test]
fn a_damaged_cache_is_healed() {
    let board = small_board();
    let skip = "card,print,search";
    build(board.path(), skip).ends(0);
    let public = board.path().join("public");
    let site = tree(&public);
    let paper = board.path().join(".bacheca/paper");
    let kept = tree(&paper);
    assert!(!kept.is_empty());
    for (number, (name, bytes)) in kept.iter().enumerate() {
        let damaged = match number % 3 {
            0 => bytes[..bytes.len() / 2].to_vec(),
            1 => b"garbage".repeat(100),
            _ => Vec::new(),
        };
        write(&paper.join(name), damaged);
    }
    // Without its record a site is made as a whole.
    std::fs::remove_dir_all(board.path().join(".bacheca/sites")).unwrap();
    build(board.path(), skip).ends(0);
    assert!(tree(&public) == site, "a damaged sheet was published");
    assert!(tree(&paper) == kept, "the cache is as it was");
}

/// A command through sudo, where that asks nobody for a password.
fn as_root(program: &str) -> Command {
    let mut command = Command::new("sudo");
    command.args(["-n", program]);
    command
}

/// A small disk in memory, at a folder, for as long as this lives.
struct Disk(PathBuf);

impl Disk {
    /// Mounts it, as root or through sudo; `None`, said on the error stream, where that is not allowed.
    fn mount(at: &Path) -> Option<Self> {
        std::fs::create_dir_all(at).unwrap();
        let mount = |mut command: Command| {
            command.args(["-t", "tmpfs", "-o", "size=24m,mode=0777", "bacheca-test"]).arg(at);
            command.output().is_ok_and(|output| output.status.success())
        };
        if mount(Command::new("mount")) || mount(as_root("mount")) {
            return Some(Self(at.to_owned()));
        }
        skip("a small disk is mounted, which takes root");
        None
    }

    /// Writes into a file until there is no room.
    fn fill(&self, name: &str) -> PathBuf {
        use std::io::Write;
        let path = self.0.join(name);
        let mut file = std::fs::File::create(&path).unwrap();
        for size in [64 * 1024, 512, 1] {
            while file.write_all(&vec![0; size]).is_ok() {}
        }
        path
    }

    fn remount(&self, how: &str) {
        let remount = |mut command: Command| {
            command
                .args(["-o", &format!("remount,{how}")])
                .arg(&self.0)
                .output()
                .is_ok_and(|done| done.status.success())
        };
        assert!(remount(Command::new("mount")) || remount(as_root("mount")), "remount,{how}");
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let unmount =
            |mut command: Command| command.arg("--lazy").arg(&self.0).output().is_ok_and(|done| done.status.success());
        let _ = unmount(Command::new("umount")) || unmount(as_root("umount"));
    }
}

#[test]
fn a_full_disk_leaves_the_last_site() {
    let board = small_board();
    let folder = TempDir::new().unwrap();
    let Some(disk) = Disk::mount(&folder.path().join("disk")) else { return };
    let public = disk.0.join("public");
    let run = || bacheca(board.path(), &["build", "--out", public.to_str().unwrap(), "--skip", QUICK]);
    run().ends(0);
    let before = tree(&public);
    change(board.path(), true);
    let filler = disk.fill("filler");
    let refused = run().ends(2);
    assert!(refused.err.contains("il disco è pieno"), "{}", refused.err);
    assert!(tree(&public) == before);
    assert_eq!(leftovers(&disk.0), Vec::<String>::new());
    std::fs::remove_file(filler).unwrap();
    run().ends(0);
    assert!(tree(&public) != before);
}

#[test]
fn a_full_disk_that_is_the_folder_itself_leaves_the_last_site() {
    let board = small_board();
    let public = board.path().join("public");
    let Some(disk) = Disk::mount(&public) else { return };
    let first = build(board.path(), QUICK).ends(0);
    assert!(first.out.contains("uno per uno"), "{}", first.out);
    // A file that is in the list takes up all the room there is.
    let list = public.join(".bacheca-files");
    write(&list, std::fs::read_to_string(&list).unwrap() + "filler\n");
    let filler = disk.fill("filler");
    let before = tree(&public);
    change(board.path(), true);
    let refused = build(board.path(), QUICK).ends(2);
    assert!(refused.err.contains("il disco è pieno"), "{}", refused.err);
    assert!(tree(&public) == before);
    std::fs::remove_file(filler).unwrap();
    build(board.path(), QUICK).ends(0);
    assert!(public.join("novita/solo-nella-seconda.txt").exists() && !public.join(".bacheca-new").exists());
    assert_eq!(leftovers(board.path()), Vec::<String>::new());
    // What came there by copies is known again.
    let again = build(board.path(), QUICK).ends(0);
    assert!(again.out.contains("niente di nuovo"), "{}", again.out);
}

#[test]
fn a_disk_that_cannot_be_written_leaves_the_last_site() {
    let board = small_board();
    let folder = TempDir::new().unwrap();
    let Some(disk) = Disk::mount(&folder.path().join("disk")) else { return };
    let public = disk.0.join("public");
    let run = || bacheca(board.path(), &["build", "--out", public.to_str().unwrap(), "--skip", QUICK]);
    run().ends(0);
    let before = tree(&public);
    change(board.path(), true);
    disk.remount("ro");
    let refused = run().ends(2);
    assert!(refused.err.contains("sola lettura") && refused.err.contains("--out"), "{}", refused.err);
    assert!(tree(&public) == before);
    disk.remount("rw");
    run().ends(0);
    assert_eq!(leftovers(&disk.0), Vec::<String>::new());
}
