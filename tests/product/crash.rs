//! Builds that are killed, run at the same time, or find a full or read-only disk: the site is always complete, and the
//! next build recovers. `BACHECA_SOAK=1` repeats this many times.

mod output_folder;
mod power_cut;
mod recorded_disk;
mod unprivileged;

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::support::{Tree, bacheca, is_soak, read_tree, skip_test, small_board, small_site, write};

/// Outputs that a quick build leaves out.
const SKIPPED_OUTPUTS: &str = "poster,card,print,search";

fn build(board: &Path, skip: &str) -> crate::support::Run {
    bacheca(board, &["build", "--skip", skip])
}

fn start_build(board: &Path, skip: &str) -> Child {
    Command::new(env!("CARGO_BIN_EXE_bacheca"))
        .args([
            "--root",
            board.to_str().unwrap(),
            "--today",
            crate::support::TODAY,
            "build",
            "--no-sync",
            "--skip",
            skip,
        ])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// Names beside the site that unfinished builds use.
fn unfinished_builds(parent: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(parent).unwrap().map(|entry| entry.unwrap().file_name());
    let names = entries.map(|name| name.to_string_lossy().into_owned());
    names.filter(|name| name.starts_with(".public.bacheca-")).collect()
}

/// Writes one of two states of a board, which differ by a page and by texts.
fn write_board_state(board: &Path, second: bool) {
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
fn killed_build_leaves_complete_site_and_next_build_recovers() {
    let skip = if is_soak() { "search" } else { SKIPPED_OUTPUTS };
    let board = small_board();
    let root = board.path();
    let public = root.join("public");
    let mut whole: Vec<Tree> = Vec::new();
    let mut longest = Duration::ZERO;
    for second in [false, true] {
        write_board_state(root, second);
        let begun = Instant::now();
        build(root, skip).expect_code(0);
        longest = begun.elapsed();
        whole.push(read_tree(&public));
    }
    assert!(whole[0] != whole[1], "the two sites differ");
    let mut chance = fastrand::Rng::with_seed(0x5eed_2026_1122);
    let mut killed = 0;
    for attempt in 0..if is_soak() { 200 } else { 8 } {
        let second = attempt % 2 == 1;
        write_board_state(root, second);
        let mut child = start_build(root, skip);
        let moment = chance.u64(..u64::try_from(longest.as_micros()).unwrap());
        std::thread::sleep(Duration::from_micros(moment));
        child.kill().unwrap();
        killed += usize::from(child.wait().unwrap().code().is_none());
        assert!(whole.contains(&read_tree(&public)), "attempt {attempt}: neither the old site nor the new one");
        build(root, skip).expect_code(0);
        assert!(read_tree(&public) == whole[usize::from(second)], "attempt {attempt}: the next build repairs all");
        assert_eq!(unfinished_builds(root), Vec::<String>::new(), "attempt {attempt}");
    }
    assert!(killed > 0, "no build was met at work");
}

/// Starts the first build of a board with posters, and kills it when it says that pages are in place.
fn kill_first_build_while_printing(board: &Path) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_bacheca"))
        .args(["--root", board.to_str().unwrap(), "--today", crate::support::TODAY, "build"])
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stderr.take().unwrap()).lines();
    let ready = lines.map(Result::unwrap).find(|line| line.starts_with("le pagine si possono già guardare"));
    child.kill().unwrap();
    assert!(child.wait().unwrap().code().is_none() && ready.is_some(), "killed while it printed: {ready:?}");
}

#[test]
fn first_build_shows_pages_before_it_prints() {
    let board = small_board();
    let public = board.path().join("public");
    kill_first_build_while_printing(board.path());
    let pages = read_tree(&public);
    assert!(pages.contains_key("index.html") && pages.contains_key("o/italiano-a2/index.html"));
    assert!(!pages.contains_key("o/italiano-a2/poster.pdf"));
    // The list names every file, so that a build may replace them, and no deploy takes the folder for a whole site.
    let list = String::from_utf8(pages[".bacheca-files"].clone()).unwrap();
    let listed = list.lines().chain([".bacheca-files"]).collect::<std::collections::BTreeSet<_>>();
    assert_eq!(listed, pages.keys().map(String::as_str).collect());
    let deploy = Command::new(env!("CARGO_BIN_EXE_bacheca"))
        .args(["--root", board.path().to_str().unwrap(), "deploy", "s3://nessuno"])
        .env_clear()
        .envs([("AWS_ACCESS_KEY_ID", "a"), ("AWS_SECRET_ACCESS_KEY", "b"), ("AWS_REGION", "eu-south-1")])
        .output()
        .unwrap();
    let refused = String::from_utf8(deploy.stderr).unwrap();
    assert!(deploy.status.code() == Some(2) && refused.contains("ripeti «bacheca build»"), "{refused}");

    bacheca(board.path(), &["build"]).expect_code(0);
    assert!(read_tree(&public) == read_tree(small_site()), "the next build finishes the site");
    assert_eq!(unfinished_builds(board.path()), Vec::<String>::new());
    let again = bacheca(board.path(), &["build"]).expect_code(0);
    assert!(again.out.contains("niente di nuovo"), "{}", again.out);
}

#[test]
fn first_build_that_cannot_print_leaves_no_site() {
    let board = small_board();
    let item = board.path().join("content/opportunita/2026/aiuto-cuoco-mensa.md");
    let text = std::fs::read_to_string(&item).unwrap();
    write(&item, text.replacen("Aiuto cuoco", "Aiuto \u{16d41} cuoco", 1));
    let refused = build(board.path(), "search,card").expect_code(2);
    assert!(
        refused.err.contains("le pagine si possono già guardare") && refused.err.contains("«\u{16d41}»"),
        "{}",
        refused.err
    );
    assert!(!board.path().join("public").exists());
    assert_eq!(unfinished_builds(board.path()), Vec::<String>::new());
}

#[test]
fn second_build_into_locked_folder_fails() {
    let board = small_board();
    let public = board.path().join("public");
    build(board.path(), SKIPPED_OUTPUTS).expect_code(0);
    let before = read_tree(&public);
    write_board_state(board.path(), true);
    let lock = std::fs::File::create(board.path().join(".public.bacheca-lock")).unwrap();
    lock.lock().unwrap();
    let refused = build(board.path(), SKIPPED_OUTPUTS).expect_code(2);
    assert!(refused.err.contains("un'altra costruzione") && refused.err.contains("--out"), "{}", refused.err);
    assert!(read_tree(&public) == before);
    // A build into another folder is not blocked.
    bacheca(board.path(), &["build", "--out", "altrove", "--skip", SKIPPED_OUTPUTS]).expect_code(0);
    // A killed build leaves the lock file, but does not hold the lock.
    drop(lock);
    build(board.path(), SKIPPED_OUTPUTS).expect_code(0);
    let after = read_tree(&public);
    assert!(after != before);
    assert_eq!(unfinished_builds(board.path()), Vec::<String>::new());

    for _ in 0..if is_soak() { 50 } else { 3 } {
        let mut builds = [start_build(board.path(), SKIPPED_OUTPUTS), start_build(board.path(), SKIPPED_OUTPUTS)];
        let codes = builds.each_mut().map(|child| child.wait().unwrap().code().unwrap());
        assert!(codes.contains(&0) && codes.iter().all(|code| [0, 2].contains(code)), "{codes:?}");
        assert!(read_tree(&public) == after);
        assert_eq!(unfinished_builds(board.path()), Vec::<String>::new());
    }
}

#[test]
fn damaged_cache_is_rebuilt() {
    let board = small_board();
    let skip = "card,print,search";
    build(board.path(), skip).expect_code(0);
    let public = board.path().join("public");
    let site = read_tree(&public);
    let paper = board.path().join(".bacheca/paper");
    let kept = read_tree(&paper);
    assert!(!kept.is_empty());
    for (number, (name, bytes)) in kept.iter().enumerate() {
        let damaged = match number % 3 {
            0 => bytes[..bytes.len() / 2].to_vec(),
            1 => b"garbage".repeat(100),
            _ => Vec::new(),
        };
        write(&paper.join(name), damaged);
    }
    // Without the build record, the site is built completely.
    std::fs::remove_dir_all(board.path().join(".bacheca/sites")).unwrap();
    build(board.path(), skip).expect_code(0);
    assert!(read_tree(&public) == site, "a damaged sheet was published");
    assert!(read_tree(&paper) == kept, "the cache is as it was");
}

/// Command that runs a program as root, with `sudo -n` if needed.
fn root_command(program: &str) -> Command {
    let mut command = Command::new("sudo");
    command.args(["-n", program]);
    command
}

/// A small disk in memory, mounted at a folder until dropped.
struct Disk(PathBuf);

impl Disk {
    /// Mounts the disk as root or with sudo; `None`, with a note on the error stream, if that is not allowed.
    fn mount(at: &Path) -> Option<Self> {
        std::fs::create_dir_all(at).unwrap();
        let mount = |mut command: Command| {
            command.args(["-t", "tmpfs", "-o", "size=24m,mode=0777", "bacheca-test"]).arg(at);
            command.output().is_ok_and(|output| output.status.success())
        };
        if mount(Command::new("mount")) || mount(root_command("mount")) {
            return Some(Self(at.to_owned()));
        }
        skip_test("a small disk is mounted, which takes root");
        None
    }

    /// Writes to a file until the disk is full.
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
        assert!(remount(Command::new("mount")) || remount(root_command("mount")), "remount,{how}");
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let unmount =
            |mut command: Command| command.arg("--lazy").arg(&self.0).output().is_ok_and(|done| done.status.success());
        let _ = unmount(Command::new("umount")) || unmount(root_command("umount"));
    }
}

#[test]
fn full_disk_leaves_last_site_unchanged() {
    let board = small_board();
    let folder = TempDir::new().unwrap();
    let Some(disk) = Disk::mount(&folder.path().join("disk")) else { return };
    let public = disk.0.join("public");
    let run = || bacheca(board.path(), &["build", "--out", public.to_str().unwrap(), "--skip", SKIPPED_OUTPUTS]);
    run().expect_code(0);
    let before = read_tree(&public);
    write_board_state(board.path(), true);
    let filler = disk.fill("filler");
    let refused = run().expect_code(2);
    assert!(refused.err.contains("il disco è pieno"), "{}", refused.err);
    assert!(read_tree(&public) == before);
    assert_eq!(unfinished_builds(&disk.0), Vec::<String>::new());
    std::fs::remove_file(filler).unwrap();
    run().expect_code(0);
    assert!(read_tree(&public) != before);
}

#[test]
fn full_disk_mounted_at_output_leaves_last_site_unchanged() {
    let board = small_board();
    let public = board.path().join("public");
    let Some(disk) = Disk::mount(&public) else { return };
    let first = build(board.path(), SKIPPED_OUTPUTS).expect_code(0);
    assert!(first.out.contains("uno per uno"), "{}", first.out);
    // A file of the list fills the disk.
    let list = public.join(".bacheca-files");
    write(&list, std::fs::read_to_string(&list).unwrap() + "filler\n");
    let filler = disk.fill("filler");
    let before = read_tree(&public);
    write_board_state(board.path(), true);
    let refused = build(board.path(), SKIPPED_OUTPUTS).expect_code(2);
    assert!(refused.err.contains("il disco è pieno"), "{}", refused.err);
    assert!(read_tree(&public) == before);
    std::fs::remove_file(filler).unwrap();
    build(board.path(), SKIPPED_OUTPUTS).expect_code(0);
    assert!(public.join("novita/solo-nella-seconda.txt").exists() && !public.join(".bacheca-new").exists());
    assert_eq!(unfinished_builds(board.path()), Vec::<String>::new());
    // The next build recognises the files that were copied.
    let again = build(board.path(), SKIPPED_OUTPUTS).expect_code(0);
    assert!(again.out.contains("niente di nuovo"), "{}", again.out);
}

#[test]
fn read_only_disk_leaves_last_site_unchanged() {
    let board = small_board();
    let folder = TempDir::new().unwrap();
    let Some(disk) = Disk::mount(&folder.path().join("disk")) else { return };
    let public = disk.0.join("public");
    let run = || bacheca(board.path(), &["build", "--out", public.to_str().unwrap(), "--skip", SKIPPED_OUTPUTS]);
    run().expect_code(0);
    let before = read_tree(&public);
    write_board_state(board.path(), true);
    disk.remount("ro");
    let refused = run().expect_code(2);
    assert!(refused.err.contains("sola lettura") && refused.err.contains("--out"), "{}", refused.err);
    assert!(read_tree(&public) == before);
    disk.remount("rw");
    run().expect_code(0);
    assert_eq!(unfinished_builds(&disk.0), Vec::<String>::new());
}
