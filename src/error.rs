//! Errors that stop a command, in both languages of messages: what was tried, on what, what to do now.
//!
//! Problems of a board's content are [`Diagnostic`](crate::diagnostic::Diagnostic)s; an [`Error`] is everything else:
//! the disk, the theme, the network, an argument of the command line.

use std::fmt::{self, Display};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use crate::diagnostic::{LocalizedString, MessageLanguage};
use crate::files::Refusal;
use crate::localized;
use crate::text::visible::{show_name, show_path};

/// Reason why a command stopped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Error {
    /// Complete message: what is wrong and how to fix it.
    Message(LocalizedString),
    /// File or folder that could not be read or written.
    File {
        /// Operation that failed.
        task: FileTask,
        /// File or folder.
        path: PathBuf,
        /// Error of the system.
        cause: Cause,
    },
    /// Failure of standard input or output; [`ErrorKind::BrokenPipe`] if the reader closed the pipe.
    Terminal(Cause),
    /// Error in a part of the work: a publisher, a page.
    Within(String, Box<Self>),
    /// Broken invariant: a bug of bacheca.
    Internal(String),
}

/// Operation on a file or folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileTask {
    /// Read, list or watch.
    Read,
    /// Write, replace or delete.
    Write,
    /// Write, replace or delete below the folder of the site (`--out`).
    WriteSite,
}

/// Reason given by the system.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cause {
    /// Kind of I/O error.
    pub kind: ErrorKind,
    /// Message of the system, used for kinds without a message of our own.
    system: String,
    /// Why we ourselves do not read or write the file.
    refusal: Option<Refusal>,
}

impl Error {
    /// Creates the error of a `path` that could not be read.
    #[must_use]
    pub fn read(path: &Path, error: &io::Error) -> Self {
        Self::File { task: FileTask::Read, path: path.to_owned(), cause: Cause::new(error) }
    }

    /// Creates the error of a `path` that could not be written, replaced or deleted.
    #[must_use]
    pub fn write(path: &Path, error: &io::Error) -> Self {
        Self::File { task: FileTask::Write, path: path.to_owned(), cause: Cause::new(error) }
    }

    /// Creates the error of a `path` of the site that could not be written, replaced or deleted.
    #[must_use]
    pub fn write_site(path: &Path, error: &io::Error) -> Self {
        Self::File { task: FileTask::WriteSite, path: path.to_owned(), cause: Cause::new(error) }
    }

    /// Creates the error of an operation `what` that cannot fail unless there is a bug.
    #[must_use]
    pub fn internal(what: &str, reason: impl Display) -> Self {
        Self::Internal(format!("{what}: {reason}"))
    }

    /// Prefixes the error with the part of the work in which it happened.
    #[must_use]
    pub fn in_part(self, part: impl Into<String>) -> Self {
        Self::Within(part.into(), Box::new(self))
    }

    /// Whether the reader of standard output closed the pipe.
    #[must_use]
    pub fn is_broken_pipe(&self) -> bool {
        matches!(self, Self::Terminal(Cause { kind: ErrorKind::BrokenPipe, .. }))
    }

    /// Message in both languages.
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
                let (part, LocalizedString { it, en }) = (show_name(part), error.localized());
                localized!("{part}: {it}", "{part}: {en}")
            }
            Self::Internal(what) => localized!(
                "errore interno di bacheca: manda queste parole a chi la sviluppa: {what}",
                "internal error of bacheca: send these words to its developers: {what}"
            ),
        }
    }

    /// Message in one language.
    #[must_use]
    pub fn in_language(&self, language: MessageLanguage) -> String {
        self.localized().in_language(language).to_owned()
    }
}

/// Formats `path: operation: reason and remedy`.
fn describe_file_error(task: FileTask, path: &Path, cause: &Cause) -> LocalizedString {
    let path = show_path(path);
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

/// Describes why a file is neither read nor written, with the remedy.
fn describe_refusal(refusal: &Refusal) -> LocalizedString {
    match refusal {
        Refusal::Link => localized!(
            "è un collegamento, e i collegamenti non si seguono: metti qui il file stesso",
            "it is a link, and links are not followed: put the file itself here"
        ),
        Refusal::LinkedFolder(folder) => {
            let folder = show_path(folder);
            localized!(
                "{folder} è un collegamento, e i collegamenti non si seguono: metti al suo posto una cartella",
                "{folder} is a link, and links are not followed: put a folder in its place"
            )
        }
        Refusal::SpecialFile => localized!(
            "non è un file ma un dispositivo o una coda: toglilo",
            "it is not a file but a device or a pipe: remove it"
        ),
        Refusal::TooLarge { length, limit } => {
            let (length, limit) = (format_length(*length), format_length(*limit));
            localized!("è di {length}, al massimo {limit}", "it has {length}, {limit} at most")
        }
    }
}

/// Formats a length in KB or MB, rounded up.
fn format_length(bytes: u64) -> String {
    let kilobytes = bytes.div_ceil(1024);
    if kilobytes < 1024 { format!("{kilobytes} KB") } else { format!("{} MB", kilobytes.div_ceil(1024)) }
}

impl Cause {
    /// Takes kind and message from an I/O error.
    #[must_use]
    pub fn new(error: &io::Error) -> Self {
        let system = error.to_string();
        let system = system.split(" (os error ").next().unwrap_or(&system).to_owned();
        Self { kind: error.kind(), system, refusal: Refusal::from_error(error).cloned() }
    }

    /// Reason in both languages, with the remedy if there is a known one.
    #[must_use]
    pub fn localized(&self) -> LocalizedString {
        if let Some(refusal) = &self.refusal {
            return describe_refusal(refusal);
        }
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
    /// Formats the message in Italian, the default language.
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

/// For `?` on terminal output only; errors of files must name the path instead.
impl From<io::Error> for Error {
    fn from(error: io::Error) -> Self {
        Self::Terminal(Cause::new(&error))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_error_names_operation_path_and_remedy() {
        for number in 1..=40 {
            let system = io::Error::from_raw_os_error(number);
            for error in [Error::read(Path::new("a/b"), &system), Error::write_site(Path::new("a/b"), &system)] {
                let LocalizedString { it, en } = error.localized();
                assert!(it.starts_with("a/b: non si può ") && en.starts_with("a/b: cannot be "), "{it} {en}");
                assert!(!it.contains("os error") && !en.contains("os error"), "{it} {en}");
            }
        }
        let full = Error::write_site(Path::new("public"), &ErrorKind::StorageFull.into()).in_part("feeds");
        assert_eq!(
            full.to_string(),
            "feeds: public: non si può scrivere: il disco è pieno: libera spazio e riprova; il sito resta com'era"
        );
    }
}
