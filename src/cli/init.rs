//! `bacheca init`: creates a board with everything that a repository on GitHub needs, and keeps that up to date.

mod board_files;
mod program_file;
mod update;

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::Args;

use super::{Context, Error, Outcome};
use crate::files::create_file_below;
use crate::localized;
use crate::text::visible::{show_name, show_path};
use board_files::{BoardFile, list_files};

/// Files that a repository may have before it has a board: a forge offers to make them. They are left as they are.
const FILES_OF_A_NEW_REPOSITORY: [&str; 4] = ["README.md", "LICENSE", ".gitignore", ".gitattributes"];

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The folder: new, or with nothing but .git, README.md, LICENSE
    #[arg(required_unless_present = "update", conflicts_with = "update")]
    folder: Option<PathBuf>,
    /// Show how the workflows and guides of this board differ from those of this version of the program
    #[arg(long)]
    update: bool,
    /// Write them, in place of the board's
    #[arg(long, requires = "update")]
    write: bool,
    /// Only this file; may be given several times
    #[arg(long, requires = "update", value_name = "FILE")]
    only: Vec<String>,
}

pub(super) fn run(context: &Context, arguments: &Arguments) -> Result<Outcome, Error> {
    match &arguments.folder {
        Some(folder) => create_board(context, folder),
        None => update::run(&context.root, arguments.write, &arguments.only),
    }
}

fn create_board(context: &Context, folder: &Path) -> Result<Outcome, Error> {
    if let Some(other) = find_stranger(folder).map_err(|error| Error::read(folder, &error))? {
        let (folder, other) = (show_path(folder), show_name(&other));
        return Err(Error::Message(localized!(
            "{folder}: la cartella non è vuota ({other}); scegline una nuova, o con solo README.md e LICENSE (per aggiornare una bacheca: bacheca init --update)",
            "{folder}: the folder is not empty ({other}); choose a new one, or one with README.md and LICENSE alone (to update a board: bacheca init --update)"
        )));
    }
    let (there, missing): (Vec<BoardFile>, Vec<BoardFile>) =
        list_files().partition(|file| folder.join(&file.path).symlink_metadata().is_ok());
    for file in &missing {
        create_file_below(folder, &file.path, file.bytes)
            .map_err(|error| Error::write(&folder.join(&file.path), &error))?;
    }
    let shown = show_path(folder);
    let mut out = io::stdout().lock();
    for file in &there {
        writeln!(out, "{}: c'era già, e resta com'è", show_path(&folder.join(&file.path)))?;
    }
    writeln!(out, "{} file in {shown}", missing.len())?;
    drop(out);
    context.advise(&format!(
        "Adesso:\n\n  \
         1. apri {shown}/site.toml e scrivi il nome e l'indirizzo della bacheca\n  \
         2. guarda com'è: bacheca --root {shown} serve\n  \
         3. leggi {shown}/README.md\n  \
         4. prima di metterla su GitHub: {shown}/.github/program.env dice da dove si prende il programma"
    ))?;
    Ok(Outcome::Done)
}

/// Name of something in the folder that is not part of a new repository; `None` if the folder may become a board.
fn find_stranger(folder: &Path) -> io::Result<Option<String>> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    for entry in entries {
        let name = entry?.file_name();
        if name != ".git" && !FILES_OF_A_NEW_REPOSITORY.iter().any(|known| name == *known) {
            return Ok(Some(name.to_string_lossy().into_owned()));
        }
    }
    Ok(None)
}
