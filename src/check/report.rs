//! Report formats, one file each.

mod github;
mod json;
mod sarif;
mod terminal;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use super::CheckOutcome;
use crate::board::LoadedBoard;
use crate::diagnostic::{Diagnostic, MessageLanguage};
use crate::source::Source;

/// Format of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Format {
    /// For people: source lines and carets, in colour if the terminal supports it.
    #[default]
    Terminal,
    /// For programs: versioned JSON, documented in the manual.
    Json,
    /// For GitHub: annotations of the changed lines of a pull request.
    Github,
    /// For code scanning: SARIF 2.1.0.
    Sarif,
}

/// Findings and the data needed to write them.
pub struct Report<'r> {
    /// The findings, sorted.
    pub diagnostics: &'r [Diagnostic],
    /// Suppressed findings, with their reasons.
    pub suppressed: &'r [(Diagnostic, String)],
    /// URL of the board with trailing `/`, where the rules are explained.
    pub address: &'r str,
    /// Number of files checked.
    pub files: usize,
    /// Sources of the findings.
    pub sources: Sources<'r>,
    /// Language of the messages.
    pub language: MessageLanguage,
    /// Whether to use colour.
    pub colour: bool,
}

impl<'r> Report<'r> {
    /// Report of a check of a board.
    #[must_use]
    pub fn from_outcome(
        loaded: &'r LoadedBoard,
        checked: &'r CheckOutcome,
        files: usize,
        language: MessageLanguage,
        colour: bool,
    ) -> Self {
        let sources = Sources::of_findings(
            loaded,
            checked.diagnostics.iter().chain(checked.suppressed.iter().map(|(problem, _)| problem)),
        );
        Self {
            diagnostics: &checked.diagnostics,
            suppressed: &checked.suppressed,
            address: &loaded.board.config.bacheca.indirizzo,
            files,
            sources,
            language,
            colour,
        }
    }

    /// Report of an invalid `site.toml`, with which no board can be loaded.
    #[must_use]
    pub fn from_configuration(
        source: &'r Source,
        problem: &'r Diagnostic,
        language: MessageLanguage,
        colour: bool,
    ) -> Self {
        let sources = Sources::from_source(source);
        Self {
            diagnostics: std::slice::from_ref(problem),
            suppressed: &[],
            address: "",
            files: 1,
            sources,
            language,
            colour,
        }
    }

    /// URL of the explanation of a rule.
    fn rule_url(&self, rule: &str) -> String {
        format!("{}regole/{rule}/", self.address)
    }
}

/// Sources by path.
pub struct Sources<'r>(BTreeMap<&'r str, &'r Source>);

impl<'r> Sources<'r> {
    /// Collects the sources of some findings.
    #[must_use]
    pub fn of_findings<'p>(loaded: &'r LoadedBoard, diagnostics: impl IntoIterator<Item = &'p Diagnostic>) -> Self {
        let files: BTreeSet<&str> = diagnostics.into_iter().map(|diagnostic| diagnostic.file.as_str()).collect();
        let mut sources = BTreeMap::new();
        let configuration = loaded.board.config.source.as_ref();
        for source in loaded.board.sources().chain(&loaded.unreadable).chain(configuration) {
            if files.contains(source.path.as_str()) {
                sources.insert(source.path.as_str(), source);
            }
        }
        Self(sources)
    }

    /// A single source.
    #[must_use]
    pub fn from_source(source: &'r Source) -> Self {
        Self(BTreeMap::from([(source.path.as_str(), source)]))
    }

    /// Line on which a finding starts, from 1.
    #[must_use]
    pub fn line(&self, problem: &Diagnostic) -> Option<usize> {
        self.get(&problem.file).map(|source| source.position(problem.span.start).line)
    }

    /// Corrected line of a finding, if it has a correction: with those of the other findings on that line.
    #[must_use]
    pub fn corrected(&self, problem: &Diagnostic, all: &[Diagnostic]) -> Option<String> {
        let text = &self.get(&problem.file)?.text;
        let line_start = text.get(..problem.span.start)?.rfind('\n').map_or(0, |newline| newline + 1);
        let line_end = text.get(problem.span.end..)?.find('\n').map_or(text.len(), |length| problem.span.end + length);
        // Findings are sorted by file and place: only those of the line are looked at.
        let first = all.partition_point(|other| (&other.file, other.span.start) < (&problem.file, line_start));
        let on_line = all.get(first..).unwrap_or_default().iter();
        let on_line = on_line.take_while(|other| other.file == problem.file && other.span.start <= line_end);
        let others = on_line.filter_map(|other| other.correction.as_ref()).filter(|other| !other.text.is_empty());
        problem.correction.as_ref()?.corrected_line(text, others)
    }

    fn get(&self, path: &str) -> Option<&'r Source> {
        self.0.get(path).copied()
    }
}

/// Writes a report.
///
/// # Errors
/// An I/O error of `out`.
pub fn write(out: &mut dyn Write, report: &Report<'_>, format: Format) -> io::Result<()> {
    match format {
        Format::Terminal => terminal::write(out, report),
        Format::Json => json::write(out, report),
        Format::Github => github::write(out, report),
        Format::Sarif => sarif::write(out, report),
    }
}
