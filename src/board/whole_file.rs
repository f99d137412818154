//! Reads the files of a board that are no Markdown, each as a whole.

use super::conflicts::report_conflicts;
use super::file::RawFile;
use super::{Problem, ProblemKind};
use crate::error::Cause;
use crate::files::Refusal;
use crate::source::{self, Source, Spanned};

/// What is wrong with a file, and its source, for findings to quote.
pub(super) type WrongFile<P> = (Source, Vec<Spanned<P>>);

/// What a file holds, or the problems, and the source for findings to quote: without text if it cannot be read.
pub(super) fn read_whole_file<T, P: Into<ProblemKind>>(
    file: RawFile,
    parse: impl FnOnce(Source) -> Result<T, WrongFile<P>>,
) -> (Option<T>, Vec<Problem>, Option<Source>) {
    let path = file.path;
    let kind = match file.bytes.map(String::from_utf8) {
        Ok(Ok(text)) => {
            let (source, mut conflicts) = (Source { path, text }, Vec::new());
            if report_conflicts(&source, &(0..source.text.len()), false, &mut conflicts) {
                return (None, conflicts, Some(source));
            }
            return match parse(source) {
                Ok(content) => (Some(content), Vec::new(), None),
                Err((source, found)) => {
                    let problems = found.into_iter().map(|found| Problem::in_file(&source.path, found)).collect();
                    (None, problems, Some(source))
                }
            };
        }
        Ok(Err(_)) => source::Problem::NotUtf8 { encoding: None }.into(),
        Err(error) => unreadable_kind(&error),
    };
    (None, vec![Problem::new(&path, 0..0, kind)], Some(Source { path, text: String::new() }))
}

/// Why a file was not read.
pub(super) fn unreadable_kind(error: &std::io::Error) -> ProblemKind {
    match Refusal::from_error(error) {
        Some(Refusal::Link) => ProblemKind::LinkNotFollowed,
        Some(Refusal::TooLarge { length, .. }) => source::Problem::FileTooLarge { bytes: *length }.into(),
        _ => ProblemKind::UnreadableFile { cause: Cause::new(error) },
    }
}
