//! Findings as versioned JSON.

use std::io::{self, Write};

use serde::Serialize;

use super::Report;
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Position;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct JsonReport<'r> {
    version: u32,
    files: usize,
    errors: usize,
    warnings: usize,
    diagnostics: Vec<JsonDiagnostic<'r>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    silenced: Vec<JsonSilenced<'r>>,
}

#[derive(Serialize)]
struct JsonSilenced<'r> {
    rule: &'r str,
    file: &'r str,
    reason: &'r str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct JsonDiagnostic<'r> {
    rule: &'r str,
    severity: &'r str,
    file: &'r str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    message: &'r str,
    #[serde(skip_serializing_if = "Option::is_none")]
    hint: Option<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    replacement: Option<String>,
}

pub(super) fn write(out: &mut dyn Write, report: &Report<'_>) -> io::Result<()> {
    let count = |severity| report.diagnostics.iter().filter(|problem| problem.severity == severity).count();
    let json = JsonReport {
        version: 1,
        files: report.files,
        errors: count(Severity::Error),
        warnings: count(Severity::Warning),
        diagnostics: report.diagnostics.iter().map(|problem| to_json(report, problem)).collect(),
        silenced: report
            .suppressed
            .iter()
            .map(|(problem, reason)| JsonSilenced { rule: problem.rule, file: &problem.file, reason })
            .collect(),
    };
    serde_json::to_writer(&mut *out, &json)?;
    writeln!(out)
}

fn to_json<'r>(report: &Report<'r>, problem: &'r Diagnostic) -> JsonDiagnostic<'r> {
    let source = report.sources.get(&problem.file);
    let position = |offset| source.map_or(Position { line: 1, column: 1 }, |source| source.position(offset));
    let (start, end) = (position(problem.span.start), position(problem.span.end));
    JsonDiagnostic {
        rule: problem.rule,
        severity: problem.severity.as_str(),
        file: &problem.file,
        line: start.line,
        column: start.column,
        end_line: end.line,
        end_column: end.column,
        message: problem.message.in_language(report.language),
        hint: problem.hint.as_ref().map(|hint| hint.in_language(report.language)),
        replacement: report.sources.corrected(problem, report.diagnostics),
    }
}
