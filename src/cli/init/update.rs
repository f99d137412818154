//! `init --update`: how the workflows and guides of a board differ from those of this version of the program.

use std::borrow::Cow;
use std::io::{self, ErrorKind, Write};
use std::path::Path;

use similar::TextDiff;

use super::board_files::{BoardFile, list_files};
use super::program_file::{PROGRAM_FILE, ProgramFile};
use crate::cli::git::Repository;
use crate::cli::terminal::PlainOutput;
use crate::cli::{Error, Outcome};
use crate::diagnostic::nearest;
use crate::files::{MAX_TEXT_BYTES, read_file_below, replace_file_below};
use crate::localized;
use crate::text::slash_path::slash_path;
use crate::text::visible::{show_name, show_path};

/// Unchanged lines shown around each change.
const CONTEXT_LINES: usize = 2;

/// A file that the update would write.
struct Change {
    path: String,
    /// What the board has there, empty if nothing.
    before: Vec<u8>,
    after: Cow<'static, [u8]>,
}

/// Prints a diff of each of the program's files that is missing or differs in the board at `root`, and writes them if
/// `write`; of those in `only`, if it names any. [`Outcome::ContentErrors`] if some differ and nothing is written.
///
/// # Errors
/// If there is no board, `only` names what is not the program's, changes that git does not have would be lost, or a file
/// cannot be read or written.
pub(super) fn run(root: &Path, write: bool, only: &[String]) -> Result<Outcome, Error> {
    if !root.join(crate::config::FILE).is_file() {
        let folder = show_path(root);
        return Err(Error::Message(localized!(
            "{folder}: qui non c'è una bacheca (site.toml); per farne una: bacheca init CARTELLA",
            "{folder}: there is no board here (site.toml); to make one: bacheca init FOLDER"
        )));
    }
    let changes = find_changes(root, only)?;
    let mut out = PlainOutput::lock();
    for change in &changes {
        print_diff(&mut out, change)?;
    }
    let repository = Repository::find(root);
    if write {
        refuse_uncommitted(repository.as_ref(), &changes)?;
        for change in &changes {
            replace_file_below(root, &change.path, &change.after)
                .map_err(|error| Error::write(&root.join(&change.path), &error))?;
        }
    }
    writeln!(out, "{}", summary(&changes, write, repository.is_some()))?;
    Ok(if !changes.is_empty() && !write { Outcome::ContentErrors } else { Outcome::Done })
}

/// The program's files that differ, without those that the board keeps as its own, and the file that names the program if
/// it is missing.
fn find_changes(root: &Path, only: &[String]) -> Result<Vec<Change>, Error> {
    let files: Vec<BoardFile> = list_files().filter(|file| file.is_programs).collect();
    let paths: Vec<String> = files.iter().map(|file| slash_path(&file.path)).collect();
    for name in only {
        if name != PROGRAM_FILE && !paths.contains(name) {
            let (shown, known) = (show_name(name), paths.iter().map(String::as_str));
            return Err(Error::Message(match nearest(name, known) {
                Some(meant) => localized!(
                    "«{shown}» non è un file del programma: volevi dire «{meant}»?",
                    "«{shown}» is no file of the program: did you mean `{meant}`?"
                ),
                None => localized!(
                    "«{shown}» non è un file del programma: «bacheca init --update» dice quali sono da aggiornare",
                    "«{shown}» is no file of the program: `bacheca init --update` says which differ"
                ),
            }));
        }
    }
    let is_chosen = |path: &str| only.is_empty() || only.iter().any(|name| name == path);
    let program_file = ProgramFile::read(root)?;
    let mut changes = Vec::new();
    if let ProgramFile::Missing(after) = &program_file
        && is_chosen(PROGRAM_FILE)
    {
        let after = Cow::Owned(after.clone().into_bytes());
        changes.push(Change { path: PROGRAM_FILE.to_owned(), before: Vec::new(), after });
    }
    for (file, path) in files.iter().zip(paths) {
        let is_own = program_file.is_own(&path) && !only.contains(&path);
        if is_own || !is_chosen(&path) {
            continue;
        }
        if let Some(before) = read_differing(root, file)? {
            changes.push(Change { path, before, after: Cow::Borrowed(file.bytes) });
        }
    }
    Ok(changes)
}

/// Refuses to write over what git does not have.
fn refuse_uncommitted(repository: Option<&Repository>, changes: &[Change]) -> Result<(), Error> {
    let written_over: Vec<&str> =
        changes.iter().filter(|change| !change.before.is_empty()).map(|change| change.path.as_str()).collect();
    let Some(repository) = repository.filter(|_| !written_over.is_empty()) else { return Ok(()) };
    let uncommitted = repository.run("status", &["--porcelain", "--untracked-files=all"], &written_over)?;
    let names: Vec<&str> = uncommitted.lines().filter_map(|line| line.get(3..)).collect();
    if names.is_empty() {
        return Ok(());
    }
    let names = names.into_iter().map(show_name).collect::<Vec<_>>().join(", ");
    Err(Error::Message(localized!(
        "qui ci sono modifiche che git non ha ancora, e andrebbero perse: {names}. Prima «git commit», o scegli gli altri file con --only",
        "here are changes that git does not have yet, and they would be lost: {names}. First `git commit`, or choose the other files with --only"
    )))
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

fn print_diff(out: &mut impl Write, change: &Change) -> io::Result<()> {
    let name = show_name(&change.path);
    let (Ok(before), Ok(after)) = (std::str::from_utf8(&change.before), std::str::from_utf8(&change.after)) else {
        return writeln!(out, "{name}: {} → {} byte", change.before.len(), change.after.len());
    };
    if before.is_empty() {
        return writeln!(out, "{name}: nuovo, {} righe", after.lines().count());
    }
    let before = before.replace('\r', "");
    let diff = TextDiff::from_lines(before.as_str(), after);
    write!(out, "{}", diff.unified_diff().context_radius(CONTEXT_LINES).header(&name, &name))
}

fn summary(changes: &[Change], write: bool, has_git: bool) -> String {
    let version = env!("CARGO_PKG_VERSION");
    let files = if changes.len() == 1 { "1 file".to_owned() } else { format!("{} file", changes.len()) };
    let mut text = match (changes.len(), write) {
        (0, _) => format!("i file del programma sono quelli della versione {version}"),
        (_, true) if has_git => {
            format!("{files} come nella versione {version}: guarda con «git diff» che cosa hai perso di tuo")
        }
        (_, true) => format!(
            "{files} come nella versione {version}: qui non c'è git, le righe che hai perso sono solo qui sopra, con «-»"
        ),
        (_, false) => format!(
            "{files} da aggiornare alla versione {version} (le righe con «-» sono della bacheca, quelle con «+» del programma).\n\
             Per scriverli: «bacheca init --update --write», o alcuni soltanto con «--only FILE».\n\
             Quelli che vuoi tenere come sono, o che non ti servono: alla riga OWN di {PROGRAM_FILE}"
        ),
    };
    if changes.iter().any(|change| change.path == PROGRAM_FILE) {
        text.push('\n');
        text.push_str(PROGRAM_FILE);
        text.push_str(" dice quale programma usa la bacheca: controlla SOURCE e VERSION");
    }
    text
}
