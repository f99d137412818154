//! Why something could not be done, in both languages of messages: what was tried, on what, what to do now.
//!
//! What is wrong with a board's content is a [`Diagnostic`](crate::diagnostic::Diagnostic); an [`Error`] is everything
//! else that stops a command: the disk, the theme, the network, a word on the command line.

use std::fmt::{self, Display};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use crate::diagnostic::{LocalizedString, MessageLanguage};
use crate::localized;

/// Why something could not be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Error {
    /// What is wrong and what to do about it, in words of its own.
    Message(LocalizedString),
    /// The system refused to read or write a file or a folder.
    File {
        /// What was tried.
        task: FileTask,
        /// On what.
        path: PathBuf,
        /// Why it was refused.
        cause: Cause,
    },
    /// Standard input or output failed; [`ErrorKind::BrokenPipe`] where the reader went away.
    Terminal(Cause),
    /// It happened in this part of the work: a publisher, a page.
    Within(String, Box<Self>),
    /// A bug: something that always holds does not.
    Internal(String),
}

/// What was tried on a file or folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileTask {
    /// To read it, list it, or watch it.
    Read,
    /// To write, replace or delete it.
    Write,
    /// The same, below the folder of the site (`--out`).
    WriteSite,
}

/// What the system gave as its reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cause {
    /// Its kind.
    pub kind: ErrorKind,
    /// The reason in the system's words, for kinds that we have no words for.
    system: String,
}

impl Error {
    /// `path` could not be read.
    #[must_use]
    pub fn read(path: &Path, error: &io::Error) -> Self {
        Self::File { task: FileTask::Read, path: path.to_owned(), cause: Cause::of(error) }
    }

    /// `path` could not be written, replaced or deleted.
    #[must_use]
    pub fn write(path: &Path, error: &io::Error) -> Self {
        Self::File { task: FileTask::Write, path: path.to_owned(), cause: Cause::of(error) }
    }

    /// `path`, a part of the site, could not be written, replaced or deleted.
    #[must_use]
    pub fn write_site(path: &Path, error: &io::Error) -> Self {
        Self::File { task: FileTask::WriteSite, path: path.to_owned(), cause: Cause::of(error) }
    }

    /// A bug: `what` failed, which never should.
    #[must_use]
    pub fn internal(what: &str, reason: impl Display) -> Self {
        Self::Internal(format!("{what}: {reason}"))
    }

    /// The same error, with the part of the work in which it happened in front.
    #[must_use]
    pub fn within(self, part: impl Into<String>) -> Self {
        Self::Within(part.into(), Box::new(self))
    }

    /// Whether whoever reads our output went away.
    #[must_use]
    pub fn is_broken_pipe(&self) -> bool {
        matches!(self, Self::Terminal(Cause { kind: ErrorKind::BrokenPipe, .. }))
    }

    /// The error in both languages.
    #[must_use]
    pub fn localized(&self) -> LocalizedString {
        match self {
            Self::Message(message) => message.clone(),
            Self::File { task, path, cause } => describe_file_error(*task, path, cause),
            Self::Terminal(cause) => {
                let LocalizedString { it, en } = cause.localized();
                localized!(
                    "il terminale non si può leggere o scrivere: {it}",
                    "the terminal cannot be read or written: {en}"
                )
            }
            Self::Within(part, error) => {
                let LocalizedString { it, en } = error.localized();
                localized!("{part}: {it}", "{part}: {en}")
            }
            Self::Internal(what) => localized!(
                "errore interno di bacheca: manda queste parole a chi la sviluppa: {what}",
                "internal error of bacheca: send these words to its developers: {what}"
            ),
        }
    }

    /// The error in one language.
    #[must_use]
    pub fn in_language(&self, language: MessageLanguage) -> String {
        self.localized().in_language(language).to_owned()
    }
}

/// `path: what was tried: why it failed and what to do`.
fn describe_file_error(task: FileTask, path: &Path, cause: &Cause) -> LocalizedString {
    let path = path.display();
    let LocalizedString { it, en } = cause.localized();
    let (it_tail, en_tail) = match (task, cause.kind) {
        (FileTask::WriteSite, ErrorKind::StorageFull | ErrorKind::QuotaExceeded) => {
            ("; il sito resta com'era", "; the site stays as it was")
        }
        (FileTask::WriteSite, ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem) => {
            (", o scegli un'altra cartella con --out", ", or choose another folder with --out")
        }
        _ => ("", ""),
    };
    match task {
        FileTask::Read => localized!("{path}: non si può leggere: {it}", "{path}: cannot be read: {en}"),
        FileTask::Write | FileTask::WriteSite => {
            localized!("{path}: non si può scrivere: {it}{it_tail}", "{path}: cannot be written: {en}{en_tail}")
        }
    }
}

impl Cause {
    /// The reason that an error of the system gives.
    #[must_use]
    pub fn of(error: &io::Error) -> Self {
        let system = error.to_string();
        let system = system.split(" (os error ").next().unwrap_or(&system).to_owned();
        Self { kind: error.kind(), system }
    }

    /// The reason, and where it is known what to do about it.
    #[must_use]
    pub fn localized(&self) -> LocalizedString {
        let system = &self.system;
        match self.kind {
            ErrorKind::NotFound => localized!("non c'è: controlla il nome", "it does not exist: check the name"),
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
                localized!("il disco è pieno: libera spazio e riprova", "the disk is full: make room and try again")
            }
            ErrorKind::PermissionDenied => localized!(
                "manca il permesso: chiedilo a chi cura il computer",
                "permission is missing: ask whoever looks after the computer"
            ),
            ErrorKind::ReadOnlyFilesystem => localized!(
                "questo disco è di sola lettura: usa un altro disco",
                "this disk is read-only: use another disk"
            ),
            ErrorKind::InvalidFilename => localized!(
                "il nome è troppo lungo, o ha caratteri che il disco non accetta: accorcialo",
                "the name is too long, or has characters that the disk refuses: shorten it"
            ),
            ErrorKind::NotADirectory => localized!("non è una cartella", "it is not a folder"),
            ErrorKind::IsADirectory => localized!("è una cartella, non un file", "it is a folder, not a file"),
            ErrorKind::AlreadyExists => localized!("c'è già", "it exists already"),
            ErrorKind::InvalidData => localized!("non è un testo in UTF-8", "it is not a text in UTF-8"),
            _ => localized!("il computer risponde «{system}»", "the computer answers `{system}`"),
        }
    }
}

impl Display for Error {
    /// In Italian, the language of messages where nobody chose another.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.localized().it)
    }
}

impl std::error::Error for Error {}

impl From<LocalizedString> for Error {
    fn from(message: LocalizedString) -> Self {
        Self::Message(message)
    }
}

/// For the terminal alone, on every line of whose output `?` stands: an error of a file names its path.
impl From<io::Error> for Error {
    fn from(error: io::Error) -> Self {
        Self::Terminal(Cause::of(&error))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_error_names_task_path_and_remedy_but_no_number_of_the_system() {
        for number in 1..=40 {
            let system = io::Error::from_raw_os_error(number);
            for error in [Error::read(Path::new("a/b"), &system), Error::write_site(Path::new("a/b"), &system)] {
                let LocalizedString { it, en } = error.localized();
                assert!(it.starts_with("a/b: non si può ") && en.starts_with("a/b: cannot be "), "{it} {en}");
                assert!(!it.contains("os error") && !en.contains("os error"), "{it} {en}");
            }
        }
        let full = Error::write_site(Path::new("public"), &ErrorKind::StorageFull.into()).within("feeds");
        assert_eq!(
            full.to_string(),
            "feeds: public: non si può scrivere: il disco è pieno: libera spazio e riprova; il sito resta com'era"
        );
    }
}
