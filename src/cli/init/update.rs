//! `init --update`: how the workflows and guides of a board differ from those of this version of the program.

use std::io::{self, ErrorKind, Write};
use std::path::Path;

use similar::TextDiff;

use super::board_files::{BoardFile, list_files};
use crate::cli::terminal::PlainOutput;
use crate::cli::{Error, Outcome};
use crate::files::{MAX_TEXT_BYTES, read_file_below, replace_file_below};
use crate::localized;
use crate::text::visible::{show_name, show_path};

/// Unchanged lines shown around each change.
const CONTEXT_LINES: usize = 2;

/// Prints a diff of each of the program's files that is missing or differs in the board at `root`, and writes them if
/// `write`. [`Outcome::ContentErrors`] if some differ and nothing is written.
///
/// # Errors
/// If there is no board, or a file cannot be read or written.
pub(super) fn run(root: &Path, write: bool) -> Result<Outcome, Error> {
    if !root.join(crate::config::FILE).is_file() {
        let folder = show_path(root);
        return Err(Error::Message(localized!(
            "{folder}: qui non c'è una bacheca (site.toml); per farne una: bacheca init CARTELLA",
            "{folder}: there is no board here (site.toml); to make one: bacheca init FOLDER"
        )));
    }
    let mut out = PlainOutput::lock();
    let mut count = 0;
    for file in list_files().filter(|file| file.is_programs) {
        let Some(found) = read_differing(root, &file)? else { continue };
        count += 1;
        print_diff(&mut out, &file, &found)?;
        if write {
            let path = root.join(&file.path);
            replace_file_below(root, &file.path, file.bytes).map_err(|error| Error::write(&path, &error))?;
        }
    }
    writeln!(out, "{}", summary(count, write))?;
    Ok(if count > 0 && !write { Outcome::ContentErrors } else { Outcome::Done })
}

/// What the board has at the path of a file, empty if nothing, where that is not the program's.
fn read_differing(root: &Path, file: &BoardFile) -> Result<Option<Vec<u8>>, Error> {
    let found = match read_file_below(root, &file.path, MAX_TEXT_BYTES) {
        Ok(found) => found,
        Err(error) if error.kind() == ErrorKind::NotFound => Vec::new(),
        Err(error) => return Err(Error::read(&root.join(&file.path), &error)),
    };
    // git may end the lines of a working copy as Windows does.
    let same = found.iter().filter(|byte| **byte != b'\r').eq(file.bytes.iter().filter(|byte| **byte != b'\r'));
    Ok((!same).then_some(found))
}

fn print_diff(out: &mut impl Write, file: &BoardFile, found: &[u8]) -> io::Result<()> {
    let name = show_name(&file.path.to_string_lossy());
    let (Ok(before), Ok(after)) = (std::str::from_utf8(found), std::str::from_utf8(file.bytes)) else {
        return writeln!(out, "{name}: {} → {} byte", found.len(), file.bytes.len());
    };
    if before.is_empty() {
        return writeln!(out, "{name}: nuovo, {} righe", after.lines().count());
    }
    let before = before.replace('\r', "");
    let diff = TextDiff::from_lines(before.as_str(), after);
    write!(out, "{}", diff.unified_diff().context_radius(CONTEXT_LINES).header(&name, &name))
}

fn summary(count: usize, write: bool) -> String {
    let version = env!("CARGO_PKG_VERSION");
    let files = if count == 1 { "1 file".to_owned() } else { format!("{count} file") };
    match (count, write) {
        (0, _) => format!("i file del programma sono quelli della versione {version}"),
        (_, true) => {
            format!("{files} come nella versione {version}: guarda con «git diff» che cosa hai perso di tuo")
        }
        (_, false) => format!(
            "{files} da aggiornare alla versione {version} (le righe con «-» sono della bacheca, quelle con «+» del programma): \
             per scriverli, «bacheca init --update --write»"
        ),
    }
}
