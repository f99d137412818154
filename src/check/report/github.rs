//! Findings as GitHub workflow commands, shown beside the lines of a pull request.
//!
//! <https://docs.github.com/actions/reference/workflow-commands-for-github-actions>

use std::io::{self, Write};

use super::Report;
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Position;
use crate::text::visible::{escape_control_characters, show_name};

pub(super) fn write(out: &mut dyn Write, report: &Report<'_>) -> io::Result<()> {
    for problem in report.diagnostics {
        writeln!(out, "{}", format_command(report, problem))?;
    }
    Ok(())
}

fn format_command(report: &Report<'_>, problem: &Diagnostic) -> String {
    let source = report.sources.get(&problem.file);
    let position = |offset| source.map_or(Position { line: 1, column: 1 }, |source| source.position(offset));
    let (start, end) = (position(problem.span.start), position(problem.span.end));
    let level = match problem.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    // GitHub rejects columns for ranges of several lines.
    let columns = if start.line == end.line {
        format!(",col={},endColumn={}", start.column, end.column.max(start.column))
    } else {
        String::new()
    };
    let mut message = problem.message.in_language(report.language).to_owned();
    if let Some(hint) = &problem.hint {
        message.push('\n');
        message.push_str(hint.in_language(report.language));
    }
    let corrected = report.sources.corrected(problem, report.diagnostics);
    if let Some(line) = corrected {
        message.push_str("\n→ ");
        message.push_str(&line);
    }
    message.push('\n');
    message.push_str(&report.rule_url(problem.rule));
    format!(
        "::{level} file={},line={},endLine={}{columns},title={}::{}",
        escape_property(&show_name(&problem.file)),
        start.line,
        end.line,
        escape_property(problem.rule),
        escape_data(&escape_control_characters(&message))
    )
}

fn escape_data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn escape_property(text: &str) -> String {
    escape_data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn github_commands_escape_special_characters() {
        assert_eq!(escape_data("100 %\nfine"), "100 %25%0Afine");
        assert_eq!(escape_property("a:b,c%"), "a%3Ab%2Cc%25");
    }
}
