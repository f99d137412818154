//! Power cuts: whatever they take of what was not yet on the disk, there is the last site or the new one, and the next
//! build is right. `BACHECA_SOAK=1` cuts after every system call and builds after hundreds of cuts.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use super::recorded_disk::{Loss, Recording, Remains};
use super::unprivileged::{
    give_away, has_user_for_test, remove_protected, set_mode, unprivileged, unprivileged_program,
};
use super::write_board_state;
use crate::support::{
    ITEMS, Run, TODAY, Tree, bacheca, is_soak, read_tree, report_skipped, skip_test, small_board, write,
};

const SKIPPED_OUTPUTS: &str = "poster,card,print,search";
const MANIFEST: &str = ".bacheca-files";

/// The small board in one language, in a folder that can be put aside and made again.
struct Board {
    folder: TempDir,
}

impl Board {
    fn new() -> Self {
        let folder = small_board();
        let board = folder.path().join("board");
        std::fs::create_dir(&board).unwrap();
        for name in ["content", "site.toml"] {
            std::fs::rename(folder.path().join(name), board.join(name)).unwrap();
        }
        for (path, _) in read_tree(&board) {
            if [".en.md", ".ar.md"].iter().any(|translation| path.ends_with(translation)) {
                std::fs::remove_file(board.join(path)).unwrap();
            }
        }
        let config = std::fs::read_to_string(board.join("site.toml")).unwrap();
        write(&board.join("site.toml"), config.replace("[\"it\", \"en\", \"ar\"]", "[\"it\"]"));
        Self { folder }
    }

    fn root(&self) -> PathBuf {
        self.folder.path().canonicalize().unwrap().join("board")
    }

    /// Checks each cut of a recording, and that `rebuild` mends what some of them leave.
    fn check_cuts(
        &self,
        name: &str,
        recording: &Recording,
        check: impl Fn(&Remains) -> Result<(), String>,
        rebuild: impl Fn(),
    ) {
        let moments: BTreeSet<usize> =
            if is_soak() { (0..recording.moments()).collect() } else { recording.telling_moments(12) };
        let mut losses = vec![Loss::Nothing, Loss::Everything, Loss::Contents, Loss::AllButRenames, Loss::Renames];
        losses.extend((0..if is_soak() { 8 } else { 3 }).map(Loss::Random));
        let mut seen = BTreeSet::new();
        let mut different = Vec::new();
        for loss in losses {
            for moment in &moments {
                let remains = recording.cut(*moment, loss);
                if !seen.insert(remains.fingerprint()) {
                    continue;
                }
                if let Err(problem) = check(&remains) {
                    panic!("{name}: cut after {moment} of {} steps, {loss:?}: {problem}", recording.moments() - 1);
                }
                different.push((*moment, loss));
            }
        }
        // Of those that look different, some spread over all.
        let rebuilt = if is_soak() { 150 } else { 6 };
        let every = different.len().div_ceil(rebuilt);
        let aside = self.folder.path().join("aside");
        std::fs::rename(self.root(), &aside).unwrap();
        for (moment, loss) in different.iter().step_by(every) {
            recording.cut(*moment, *loss).restore();
            let rebuilt = std::panic::catch_unwind(std::panic::AssertUnwindSafe(&rebuild));
            assert!(rebuilt.is_ok(), "{name}: what a cut after {moment} steps left, {loss:?}, was not mended");
            remove_protected(&self.root());
        }
        std::fs::rename(&aside, self.root()).unwrap();
        let (steps, states) = (recording.moments() - 1, different.len());
        assert!(states >= 5, "{name}: {steps} steps leave {states} different states only");
    }
}

/// Command that runs the program on a board.
fn program(root: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_bacheca"));
    command.args(["--root", root.to_str().unwrap(), "--today", TODAY]).args(arguments);
    command
}

/// Records a run, or reports that the test is left out.
#[track_caller]
fn record(root: &Path, command: &Command) -> Option<Recording> {
    if !may_trace() {
        report_skipped("strace watches another program, which this machine forbids");
        return None;
    }
    let recording = Recording::of(root, command);
    if recording.is_none() {
        skip_test("system calls are recorded by strace");
    }
    recording
}

/// Whether `strace` may watch a program here, as some containers forbid; true where it is missing, which is told apart.
fn may_trace() -> bool {
    Command::new("strace").args(["-o", "/dev/null", "true"]).output().map_or(true, |done| done.status.success())
}

/// Whether a tree is one of these whole sites; if not, how it differs from the last of them.
fn is_one_of(tree: Option<&Tree>, whole: &[Option<&Tree>]) -> Result<(), String> {
    if whole.contains(&tree) {
        return Ok(());
    }
    let empty = Tree::new();
    let (tree, new) = (tree.unwrap_or(&empty), whole.last().copied().flatten().unwrap_or(&empty));
    let paths: BTreeSet<&String> =
        tree.keys().chain(new.keys()).filter(|path| tree.get(*path) != new.get(*path)).collect();
    Err(format!(
        "neither the last site nor the new one: {} files differ, {:?}…",
        paths.len(),
        paths.iter().take(3).collect::<Vec<_>>()
    ))
}

/// Whether these are the pages that a first build shows before it prints: whole, and all of them listed without
/// fingerprints.
fn are_first_pages(tree: &Tree, whole: &Tree) -> bool {
    let listed = String::from_utf8_lossy(tree.get(MANIFEST).map_or(&b""[..], Vec::as_slice)).into_owned();
    let pages = tree.iter().filter(|(path, _)| *path != MANIFEST);
    pages.clone().all(|(path, bytes)| whole.get(path) == Some(bytes))
        && pages.map(|(path, _)| path.as_str()).eq(listed.lines())
}

#[test]
fn site_is_whole_after_a_power_cut() {
    let board = Board::new();
    let root = board.root();
    let public = root.join("public");
    let build = program(&root, &["build", "--skip", SKIPPED_OUTPUTS]);
    let mut last: Option<Tree> = None;
    // The third build changes the site before the last, which the second put aside.
    for (name, second) in [("first build", false), ("second build", true), ("build in the back buffer", false)] {
        write_board_state(&root, second);
        let Some(recording) = record(&root, &build) else { return };
        let new = read_tree(&public);
        let is_right = |remains: &Remains| {
            let tree = remains.tree("public");
            if last.is_none() && tree.as_ref().is_some_and(|tree| are_first_pages(tree, &new)) {
                return Ok(());
            }
            is_one_of(tree.as_ref(), &[last.as_ref(), Some(&new)])
        };
        board.check_cuts(name, &recording, is_right, || {
            bacheca(&root, &["build", "--skip", SKIPPED_OUTPUTS]).expect_code(0);
            is_one_of(Some(&read_tree(&public)), &[Some(&new)]).unwrap();
            let again = bacheca(&root, &["build", "--skip", SKIPPED_OUTPUTS]).expect_code(0);
            assert!(again.out.contains("niente di nuovo"), "{}", again.out);
        });
        last = Some(new);
    }
    // The recording can tell: without syncing there are cuts after which files are empty.
    write_board_state(&root, true);
    let Some(recording) = record(&root, &program(&root, &["build", "--no-sync", "--skip", SKIPPED_OUTPUTS])) else {
        return;
    };
    let (last, new) = (last.unwrap(), read_tree(&public));
    let mut cuts =
        recording.telling_moments(12).into_iter().map(|moment| recording.cut(moment, Loss::Contents).tree("public"));
    assert!(cuts.any(|tree| is_one_of(tree.as_ref(), &[Some(&last), Some(&new)]).is_err()), "no cut does harm");
}

#[test]
fn files_that_commands_write_are_whole_after_a_power_cut() {
    let board = Board::new();
    let root = board.root();
    let item = format!("{ITEMS}/aiuto-cuoco-mensa.md");
    for (name, arguments) in [("full", &["full", "aiuto-cuoco-mensa"][..]), ("renew", &["renew", "aiuto-cuoco-mensa"])]
    {
        let before = read_tree(&root.join("content"));
        let Some(recording) = record(&root, &program(&root, arguments)) else { return };
        let after = read_tree(&root.join("content"));
        assert!(before != after, "{name} {item}");
        let is_right = |remains: &Remains| {
            let mut left = remains.tree("content").ok_or("no content")?;
            // A temporary file may be left, of which nothing takes notice.
            left.retain(|path, _| before.contains_key(path) || after.contains_key(path));
            is_one_of(Some(&left), &[Some(&before), Some(&after)])
        };
        board.check_cuts(name, &recording, is_right, || {
            bacheca(&root, &["check"]).expect_code(0);
        });
        // At the end nothing is still to be written.
        let end = recording.cut(recording.moments() - 1, Loss::Everything);
        assert!(end.tree("content") == Some(after), "{name} ended before its file was durable");
    }
}

/// Paths of pages.
fn is_page(path: &str) -> bool {
    path.ends_with(".html")
}

#[test]
fn site_replaced_file_by_file_is_usable_after_a_power_cut() {
    if !has_user_for_test() {
        return;
    }
    let board = Board::new();
    let root = board.root();
    let served = root.join("www/html");
    std::fs::create_dir_all(&served).unwrap();
    let (program_file, _kept) = unprivileged_program();
    let build = |more: &[&str]| {
        let mut command = unprivileged(&program_file);
        command.args(["--root", root.to_str().unwrap(), "--today", TODAY, "build", "--out", served.to_str().unwrap()]);
        command.args(["--skip", SKIPPED_OUTPUTS]).args(more).current_dir("/");
        command
    };
    let run = |more: &[&str]| {
        let output = build(more).output().unwrap();
        Run {
            code: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    };
    set_mode(board.folder.path(), 0o755);
    let protect = || give_away(&board.folder.path().join("board"), &[&root.join("www")]);
    protect();
    let first = run(&["--no-sync"]).expect_code(0);
    assert!(first.out.contains("non puoi scrivere") && first.out.contains("uno per uno"), "{}", first.out);
    let last = read_tree(&served);
    write_board_state(&root, true);
    write(&root.join("static/a/solo-nella-seconda.html"), "x");
    protect();
    let Some(recording) = record(&root, &build(&[])) else { return };
    let new = read_tree(&served);
    let is_right = |remains: &Remains| {
        let mut left = remains.tree("www/html").ok_or("no site")?;
        left.retain(|path, _| path != MANIFEST && !path.starts_with(".bacheca-new/"));
        for (path, bytes) in &left {
            if last.get(path) != Some(bytes) && new.get(path) != Some(bytes) {
                return Err(format!("{path} is of neither site: {} bytes", bytes.len()));
            }
        }
        let shows_new = |path: &String| new.get(path) == left.get(path);
        let changed = |path: &String| last.get(path) != new.get(path);
        let missing = |what: fn(&str) -> bool| {
            let mut paths = new.keys().filter(|path| what(path) && *path != MANIFEST && *path != "sw.js");
            paths.find(|path| !shows_new(path)).cloned()
        };
        let shows_new_page = left.keys().any(|path| is_page(path) && changed(path) && shows_new(path));
        if let Some(path) = missing(|path| !is_page(path)).filter(|_| shows_new_page) {
            return Err(format!("a new page is shown before {path}"));
        }
        let gone = last.keys().find(|path| *path != MANIFEST && !left.contains_key(*path));
        if let Some((gone, path)) = gone.zip(missing(|_| true)) {
            return Err(format!("{gone} is deleted before {path} is there"));
        }
        Ok(())
    };
    board.check_cuts("build file by file", &recording, is_right, || {
        protect();
        run(&["--no-sync"]).expect_code(0);
        is_one_of(Some(&read_tree(&served)), &[Some(&new)]).unwrap();
        let again = run(&["--no-sync"]).expect_code(0);
        assert!(again.out.contains("niente di nuovo"), "{}", again.out);
    });
    remove_protected(&root);
}
