//! What was wrong while a board was read, as facts, each with its file.

use std::ops::Range;

use crate::error::Cause;
use crate::model::Slug;
use crate::source::Spanned;
use crate::{config, model, source};

/// A problem of one file; `check` says it in words.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    /// Path below the board's root, with `/`.
    pub file: String,
    /// Bytes in the file's text.
    pub span: Range<usize>,
    /// What is wrong there.
    pub kind: ProblemKind,
}

/// What can be wrong with a file. Each kind of problem belongs to one rule of `check`.
#[derive(Debug, Clone, PartialEq)]
pub enum ProblemKind {
    /// The system does not let us read it.
    UnreadableFile {
        /// Why not.
        cause: Cause,
    },
    /// Its name cannot be an address.
    InvalidFileName {
        /// The name without `.md`.
        stem: String,
    },
    /// Its name is that of another item.
    DuplicateSlug {
        /// The name.
        slug: Slug,
        /// The path of the other.
        other: String,
    },
    /// `site.toml` is not as it should be.
    Config(config::Problem),
    /// Bytes, front matter or YAML.
    Source(source::Problem),
    /// A field or its value.
    Model(model::Problem),
}

impl From<config::Problem> for ProblemKind {
    fn from(problem: config::Problem) -> Self {
        Self::Config(problem)
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
    /// A problem at some bytes of a file.
    pub fn new(file: &str, span: Range<usize>, kind: ProblemKind) -> Self {
        Self { file: file.to_owned(), span, kind }
    }

    /// A problem that was met while a file was read.
    pub fn in_file(file: &str, found: Spanned<impl Into<ProblemKind>>) -> Self {
        Self::new(file, found.span, found.problem.into())
    }
}
