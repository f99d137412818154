//! Problems found while a board is loaded, as data, each with its file.

use std::ops::Range;

use super::{GlossaryProblem, OutlinesProblem, Unfinished};
use crate::error::Cause;
use crate::model::Slug;
use crate::source::Spanned;
use crate::{config, model, source, theme};

/// A problem of one file; `check` turns it into a message.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    /// Path below the board's root, with `/`.
    pub file: String,
    /// Byte range in the file's text.
    pub span: Range<usize>,
    /// Kind of problem.
    pub kind: ProblemKind,
}

/// Kind of problem of a file. Each variant is reported by one rule of `check`.
#[derive(Debug, Clone, PartialEq)]
pub enum ProblemKind {
    /// File that cannot be read.
    UnreadableFile {
        /// Error of the system.
        cause: Cause,
    },
    /// Link in place of a content file or folder.
    LinkNotFollowed,
    /// File below `content/` that nothing reads, and where it would be read.
    NotRead {
        /// Path that it would be read under, if its name or folder is nearly right.
        meant: Option<String>,
    },
    /// File by which git treats other files differently.
    GitAttributes,
    /// Folder that the program makes, but that is part of the repository.
    OutputInRepository {
        /// Name of the folder below the board's root.
        folder: &'static str,
        /// Number of files in it that git keeps.
        files: usize,
    },
    /// File name that is not a valid slug.
    InvalidFileName {
        /// File name without `.md`.
        stem: String,
    },
    /// File name already used by another item, organisation, centre or page.
    DuplicateSlug {
        /// Slug.
        slug: Slug,
        /// Path of the other file.
        other: String,
    },
    /// Translation that is not published yet.
    UnfinishedTranslation(Unfinished),
    /// Problem of the glossary.
    Glossary(GlossaryProblem),
    /// Problem of the outlines of districts.
    Outlines(OutlinesProblem),
    /// Problem of `site.toml`.
    Config(config::Problem),
    /// Problem of the board's theme.
    Theme(theme::Problem),
    /// Problem of encoding, front matter or YAML.
    Source(source::Problem),
    /// Problem of a field or its value.
    Model(model::Problem),
}

impl From<config::Problem> for ProblemKind {
    fn from(problem: config::Problem) -> Self {
        match problem {
            // As in every other file.
            config::Problem::Conflict => Self::Source(source::Problem::Conflict { both: None }),
            problem => Self::Config(problem),
        }
    }
}

impl From<Unfinished> for ProblemKind {
    fn from(reason: Unfinished) -> Self {
        Self::UnfinishedTranslation(reason)
    }
}

impl From<GlossaryProblem> for ProblemKind {
    fn from(problem: GlossaryProblem) -> Self {
        Self::Glossary(problem)
    }
}

impl From<OutlinesProblem> for ProblemKind {
    fn from(problem: OutlinesProblem) -> Self {
        Self::Outlines(problem)
    }
}

impl From<source::Problem> for ProblemKind {
    fn from(problem: source::Problem) -> Self {
        Self::Source(problem)
    }
}

impl From<model::Problem> for ProblemKind {
    fn from(problem: model::Problem) -> Self {
        Self::Model(problem)
    }
}

impl Problem {
    /// Creates a problem at a byte range of a file.
    pub fn new(file: &str, span: Range<usize>, kind: ProblemKind) -> Self {
        Self { file: file.to_owned(), span, kind }
    }

    /// Adds the file to a problem of its text.
    pub fn in_file(file: &str, found: Spanned<impl Into<ProblemKind>>) -> Self {
        Self::new(file, found.span, found.problem.into())
    }
}
