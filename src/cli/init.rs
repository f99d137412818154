//! `bacheca init`: creates a board with everything that a repository on GitHub needs.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::Args;
use include_dir::{Dir, include_dir};

use super::{Error, Outcome};
use crate::files::create_file_below;
use crate::localized;
use crate::text::visible::show_path;

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

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The folder: new, or empty but for .git
    folder: PathBuf,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome, Error> {
    let folder = &arguments.folder;
    if has_entries(folder).map_err(|error| Error::read(folder, &error))? {
        let folder = show_path(folder);
        return Err(Error::Message(localized!(
            "{folder}: la cartella non è vuota; scegline una nuova",
            "{folder}: the folder is not empty; choose a new one"
        )));
    }
    let mut count = 0;
    for (path, bytes) in list_files() {
        create_file_below(folder, &path, bytes).map_err(|error| Error::write(&folder.join(&path), &error))?;
        count += 1;
    }
    let shown = show_path(folder);
    writeln!(
        io::stdout(),
        "{count} file in {shown}. Adesso:\n\n  \
         1. apri {shown}/site.toml e scrivi il nome e l'indirizzo della bacheca\n  \
         2. guarda com'è: bacheca --root {shown} serve\n  \
         3. leggi {shown}/README.md"
    )?;
    Ok(Outcome::Done)
}

/// Lists all files of a new board: path and bytes.
fn list_files() -> impl Iterator<Item = (PathBuf, &'static [u8])> {
    let skeleton = embedded_files(&SKELETON).map(|(path, bytes)| {
        // Named `gitignore` in the skeleton, because git would apply `.gitignore` to this repository too.
        (if path == Path::new("gitignore") { PathBuf::from(".gitignore") } else { path.to_owned() }, bytes)
    });
    let github = embedded_files(&GITHUB)
        .filter(|(path, _)| !PROJECT_FILES.iter().any(|own| *path == Path::new(own)))
        .map(|(path, bytes)| (Path::new(".github").join(path), bytes));
    skeleton.chain(github)
}

fn embedded_files(folder: &'static Dir<'static>) -> Box<dyn Iterator<Item = (&'static Path, &'static [u8])>> {
    let files = folder.files().map(|file| (file.path(), file.contents()));
    Box::new(files.chain(folder.dirs().flat_map(embedded_files)))
}

fn has_entries(folder: &Path) -> io::Result<bool> {
    match fs::read_dir(folder) {
        Ok(entries) => {
            for entry in entries {
                if entry?.file_name() != ".git" {
                    return Ok(true);
                }
            }
            Ok(false)
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}
