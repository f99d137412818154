//! git, called so that nothing in a board's folder can make it run another program.

use std::collections::HashMap;
use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, Seek, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use chrono::NaiveDate;

use super::Error;
use crate::board::{Problem, ProblemKind};
use crate::diagnostic::LocalizedString;
use crate::error::Cause;
use crate::files::{CACHE_FOLDER, SITE_FOLDER};
use crate::localized;
use crate::text::slash_path::slash_path;

/// Settings that overrule those of a repository: each could name a program to run.
const SETTINGS: [&str; 7] = [
    // A folder that looks like a repository may have come with a pull request.
    "safe.bareRepository=explicit",
    "core.fsmonitor=false",
    "core.hooksPath=/dev/null",
    "diff.external=",
    "log.showSignature=false",
    "protocol.allow=never",
    // No attributes of files in the folder, by which a proposal chooses among the filters that the user has: those of the
    // empty tree (git 2.43 and later).
    "attr.tree=4b825dc642cb6eb9a060e54bf8d69288fbee4904",
];

/// Commands that print files or compare them, by programs that a repository may name for its types of files.
const PRINTING: [&str; 3] = ["diff", "log", "show"];

/// Folders that the program makes, and whose files it trusts.
const OUTPUT_FOLDERS: [&str; 2] = [CACHE_FOLDER, SITE_FOLDER];

/// The repository that a board's folder belongs to.
pub(super) struct Repository {
    top: PathBuf,
    /// Path of the board's folder below the top, empty or ending in `/`.
    prefix: String,
}

impl Repository {
    /// Finds the repository of a folder: the nearest folder above it with `.git`, which no commit can hold. Whatever
    /// else looks like a repository is not one.
    pub(super) fn find(root: &Path) -> Option<Self> {
        let root = root.canonicalize().ok()?;
        let top = root.ancestors().find(|folder| folder.join(".git").exists())?;
        let prefix = slash_path(root.strip_prefix(top).ok()?);
        let prefix = if prefix.is_empty() { prefix } else { prefix + "/" };
        Some(Self { top: top.to_owned(), prefix })
    }

    /// Path below the repository's top of a path below the board's folder.
    pub(super) fn path(&self, path: &str) -> String {
        format!("{}{path}", self.prefix)
    }

    /// Runs a command of git on paths below the board's folder, and returns its standard output.
    pub(super) fn run(&self, command: &str, arguments: &[&str], paths: &[&str]) -> Result<String, Error> {
        let mut git = self.command(command);
        git.args(arguments);
        if !paths.is_empty() {
            git.arg("--").args(paths.iter().map(|path| self.path(path)));
        }
        Ok(String::from_utf8_lossy(&output_of(&mut git)?).into_owned())
    }

    /// Content of the files at paths below the board's folder, as of a commit, by one run of git. Paths of two lines and
    /// what is not there are left out.
    pub(super) fn files_at(&self, commit: &str, paths: &[&str]) -> Result<Vec<(String, Vec<u8>)>, Error> {
        let paths: Vec<&str> = paths.iter().copied().filter(|path| !path.contains('\n')).collect();
        let mut git = self.command("cat-file");
        git.arg("--batch").stdin(self.request(commit, &paths).map_err(|error| git_error(&error))?);
        let output = output_of(&mut git)?;
        let (mut rest, mut files) = (output.as_slice(), Vec::new());
        for path in paths {
            let Some(end) = memchr::memchr(b'\n', rest) else { break };
            let (head, after) = rest.split_at(end + 1);
            // «<name> blob <bytes>», or «<name as asked> missing».
            let head = String::from_utf8_lossy(head);
            let length = head.trim_end().rsplit_once(" blob ").and_then(|(_, length)| length.parse().ok());
            let Some((bytes, later)) = length.and_then(|length: usize| after.split_at_checked(length)) else {
                rest = after;
                continue;
            };
            files.push((path.to_owned(), bytes.to_vec()));
            rest = later.get(1..).unwrap_or_default();
        }
        Ok(files)
    }

    /// A file that asks `cat-file` for these paths, read from its start.
    fn request(&self, commit: &str, paths: &[&str]) -> io::Result<File> {
        let mut request = tempfile::tempfile()?;
        for path in paths {
            writeln!(request, "{commit}:{}", self.path(path))?;
        }
        request.rewind()?;
        Ok(request)
    }

    /// The days on which files below the board's folder were first committed, by one run of git; files that no commit has
    /// are left out, and all if git cannot be asked.
    pub(super) fn first_days(&self, paths: &[&str]) -> HashMap<String, NaiveDate> {
        let options = ["--diff-filter=A", "--no-renames", "--format=%x01%as", "--name-only"];
        let log = self.run("log", &options, paths).unwrap_or_default();
        let (mut days, mut day) = (HashMap::new(), None);
        // The newest commit comes first: the last that adds a file is its first.
        for line in log.lines().filter(|line| !line.is_empty()) {
            match line.strip_prefix('\u{1}') {
                Some(date) => day = date.parse::<NaiveDate>().ok(),
                None => {
                    let path = line.strip_prefix(&self.prefix).unwrap_or(line);
                    days.extend(day.map(|day| (path.to_owned(), day)));
                }
            }
        }
        days
    }

    /// Content of the file at a path below the board's folder, as of a commit.
    pub(super) fn file_at(&self, commit: &str, path: &str) -> Result<String, Error> {
        self.run("show", &[&format!("{commit}:{}", self.path(path))], &[])
    }

    #[allow(clippy::disallowed_methods, reason = "the only place where a program is run")]
    fn command(&self, command: &str) -> Command {
        let mut git = Command::new("git");
        // Variables can name another repository, settings or programs.
        let variables = std::env::vars_os().map(|(name, _)| name);
        variables.filter(|name| is_git_variable(name)).for_each(|name| {
            git.env_remove(name);
        });
        git.envs([("GIT_OPTIONAL_LOCKS", "0"), ("GIT_NO_LAZY_FETCH", "1"), ("GIT_TERMINAL_PROMPT", "0")]);
        git.stdin(Stdio::null()).args(["--no-pager", "--literal-pathspecs"]);
        git.args(SETTINGS.into_iter().flat_map(|setting| ["-c", setting]));
        git.arg("-C").arg(&self.top).arg(command);
        if PRINTING.contains(&command) {
            git.args(["--no-ext-diff", "--no-textconv"]);
        }
        git
    }
}

/// Finds folders of the program's output that are part of the board's repository. Where there is no git, nothing came
/// from a repository.
pub(super) fn find_tracked_output(root: &Path) -> Vec<Problem> {
    let mut folders = OUTPUT_FOLDERS.to_vec();
    folders.retain(|folder| root.join(folder).symlink_metadata().is_ok());
    let repository = if folders.is_empty() { None } else { Repository::find(root) };
    let Some(repository) = repository else { return Vec::new() };
    let listed = repository.run("ls-files", &["-z"], &folders).unwrap_or_default();
    let files: Vec<&str> =
        listed.split_terminator('\0').filter_map(|path| path.strip_prefix(&repository.prefix)).collect();
    let problem = |folder: &'static str| {
        let in_folder: Vec<&str> =
            files.iter().filter(|path| path.split('/').next() == Some(folder)).copied().collect();
        let kind = ProblemKind::OutputInRepository { folder, files: in_folder.len() };
        in_folder.first().map(|first| Problem::new(first, 0..0, kind))
    };
    folders.into_iter().filter_map(problem).collect()
}

/// Runs git, and returns its standard output.
fn output_of(git: &mut Command) -> Result<Vec<u8>, Error> {
    let output = git.output().map_err(|error| git_error(&error))?;
    if !output.status.success() {
        let message = String::from_utf8_lossy(&output.stderr);
        let message = message.trim();
        return Err(Error::Message(localized!("git risponde: {message}", "git answers: {message}")));
    }
    Ok(output.stdout)
}

fn git_error(error: &io::Error) -> Error {
    let LocalizedString { it, en } = Cause::new(error).localized();
    localized!("il programma git non si può usare: {it}", "the program git cannot be used: {en}").into()
}

fn is_git_variable(name: &OsStr) -> bool {
    name.as_encoded_bytes().starts_with(b"GIT_")
}
