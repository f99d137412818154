//! How findings are written: one file a form.

mod json;
mod terminal;

use std::collections::BTreeMap;
use std::io::{self, Write};

use crate::board::Loaded;
use crate::diagnostic::{Diagnostic, MessageLanguage};
use crate::source::Source;

/// The forms of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Format {
    /// For people: lines and carets, in colour where the terminal has it.
    #[default]
    Terminal,
    /// For programs: the versioned JSON of the manual.
    Json,
}

/// Everything a report needs beside the findings.
pub struct Report<'r> {
    /// The findings, sorted.
    pub problems: &'r [Diagnostic],
    /// How many files were looked at.
    pub files: usize,
    /// Their texts, by path.
    pub sources: Sources<'r>,
    /// The language of messages.
    pub language: MessageLanguage,
    /// Whether to colour.
    pub colour: bool,
}

/// Texts of files, by path.
pub struct Sources<'r>(BTreeMap<&'r str, &'r Source>);

impl<'r> Sources<'r> {
    /// The sources that some findings point into.
    #[must_use]
    pub fn of(loaded: &'r Loaded, problems: &[Diagnostic]) -> Self {
        let mut sources = BTreeMap::new();
        for source in loaded.board.texts().map(|document| &document.source).chain(&loaded.unreadable) {
            if problems.iter().any(|problem| problem.file == source.path) {
                sources.insert(source.path.as_str(), source);
            }
        }
        Self(sources)
    }

    /// One file that could not be loaded any further.
    #[must_use]
    pub fn one(source: &'r Source) -> Self {
        Self(BTreeMap::from([(source.path.as_str(), source)]))
    }

    /// The line on which a finding starts, from 1.
    #[must_use]
    pub fn line(&self, problem: &Diagnostic) -> Option<usize> {
        self.get(&problem.file).map(|source| source.position(problem.span.start).line)
    }

    fn get(&self, path: &str) -> Option<&'r Source> {
        self.0.get(path).copied()
    }
}

/// Writes a report.
///
/// # Errors
/// What the writer says.
pub fn write(out: &mut dyn Write, report: &Report<'_>, format: Format) -> io::Result<()> {
    match format {
        Format::Terminal => terminal::write(out, report),
        Format::Json => json::write(out, report),
    }
}
