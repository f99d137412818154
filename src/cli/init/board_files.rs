//! The files with which a board begins, and which of them the program keeps up to date.

use std::path::{Path, PathBuf};

use include_dir::{Dir, include_dir};

/// Content and configuration of a new board.
static SKELETON: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/cli/init/skeleton");
/// Workflows and templates for GitHub: those of this repository, so that new boards get what is tested here.
static GITHUB: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/.github");

/// Files of `.github` for this project only: pictures, release workflow.
const PROJECT_FILES: [&str; 6] = [
    "RELEASE.md",
    "deploy/Containerfile",
    "images/board.png",
    "images/posters.png",
    "workflows/audit.yml",
    "workflows/release.yml",
];

/// Files of `.github` that a board writes itself from its first day: names of people, the version that it uses.
const FILES_OF_THE_BOARD: [&str; 2] = ["CODEOWNERS", "program.env"];

/// Files of the skeleton whose names begin with a dot in a board: with it, git would apply them to this repository too.
const DOT_FILES: [(&str, &str); 2] = [("gitignore", ".gitignore"), ("gitattributes", ".gitattributes")];

/// A file of a new board.
pub(super) struct BoardFile {
    /// Path below the board's folder.
    pub(super) path: PathBuf,
    /// Its contents.
    pub(super) bytes: &'static [u8],
    /// Whether it belongs to the program: a board that changes it loses that at the next update.
    pub(super) is_programs: bool,
}

/// Lists all files of a new board.
pub(super) fn list_files() -> impl Iterator<Item = BoardFile> {
    let skeleton = files_of(&SKELETON).map(|(path, bytes)| {
        let dotted = DOT_FILES.iter().find(|(name, _)| path == Path::new(name));
        BoardFile { path: dotted.map_or(path, |(_, name)| Path::new(name)).to_owned(), bytes, is_programs: false }
    });
    let is_among = |path: &Path, names: &[&str]| names.iter().any(|name| path == Path::new(name));
    let github = files_of(&GITHUB).filter(move |(path, _)| !is_among(path, &PROJECT_FILES));
    skeleton.chain(github.map(move |(path, bytes)| BoardFile {
        path: Path::new(".github").join(path),
        bytes,
        is_programs: !is_among(path, &FILES_OF_THE_BOARD),
    }))
}

fn files_of(folder: &'static Dir<'static>) -> Box<dyn Iterator<Item = (&'static Path, &'static [u8])>> {
    let files = folder.files().map(|file| (file.path(), file.contents()));
    Box::new(files.chain(folder.dirs().flat_map(files_of)))
}
