//! Findings for terminals, drawn by rustc's renderer and followed by a summary.

use std::borrow::Cow;
use std::io::{self, Write};

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::Report;
use crate::diagnostic::{Diagnostic, MAX_SHOWN_LINE_BYTES, MessageLanguage, Severity};
use crate::text::visible::{defuse_log_commands, escape_control_characters, show_name};

pub(super) fn write(out: &mut dyn Write, report: &Report<'_>) -> io::Result<()> {
    let renderer = if report.colour { Renderer::styled() } else { Renderer::plain() }.decor_style(DecorStyle::Unicode);
    for problem in report.diagnostics {
        let group = build_group(report, problem);
        writeln!(out, "{}\n", defuse_log_commands(&renderer.render(&[group])))?;
    }
    for (problem, reason) in report.suppressed {
        let silenced = if report.language == MessageLanguage::English { "silenced" } else { "silenziato" };
        let (file, reason) = (show_name(&problem.file), show_name(reason));
        let line = format!("{silenced}: {file}: {} («{reason}»)", problem.rule);
        writeln!(out, "{}", defuse_log_commands(&line))?;
    }
    writeln!(out, "{}", format_summary(report))
}

fn build_group<'r>(report: &Report<'r>, problem: &'r Diagnostic) -> Group<'r> {
    let english = report.language == MessageLanguage::English;
    let level = match (problem.severity, english) {
        (Severity::Error, true) => Level::ERROR,
        (Severity::Error, false) => Level::ERROR.with_name("errore"),
        (Severity::Warning, true) => Level::WARNING,
        (Severity::Warning, false) => Level::WARNING.with_name("avviso"),
    };
    let help = || if english { Level::HELP } else { Level::HELP.with_name("aiuto") };
    let mut group = level
        .primary_title(escape_line(problem.message.in_language(report.language)))
        .id(problem.rule)
        .id_url(report.rule_url(problem.rule))
        .elements(Vec::<Snippet<'_, annotate_snippets::Annotation<'_>>>::new());
    group = match report.sources.get(&problem.file) {
        Some(source) if source.line_at(problem.span.start).1.len() > MAX_SHOWN_LINE_BYTES => {
            let position = source.position(problem.span.start);
            let place = Origin::path(show_name(&problem.file)).line(position.line).char_column(position.column);
            group.element(place)
        }
        Some(source) if !source.text.is_empty() => {
            // Only the first line of a finding is shown.
            let (start, line) = source.line_at(problem.span.start);
            // Mark at least one whole character.
            let from = line.floor_char_boundary(problem.span.start.saturating_sub(start));
            let span = from..line.ceil_char_boundary(problem.span.end.saturating_sub(start).max(from + 1));
            group.element(
                Snippet::source(single_line(line))
                    .line_start(source.position(problem.span.start).line)
                    .path(show_name(&problem.file))
                    .annotation(AnnotationKind::Primary.span(span)),
            )
        }
        _ => group.element(Origin::path(show_name(&problem.file))),
    };
    if let Some(hint) = &problem.hint {
        group = group.element(help().message(escape_line(hint.in_language(report.language))));
    }
    if let Some(replacement) = report.sources.corrected(problem, report.diagnostics) {
        let write = if english { "write" } else { "scrivi" };
        group = group.element(help().message(escape_line(&format!("{write}: {replacement}"))));
    }
    group
}

/// Formats a message on one line: a value that it quotes must not begin a line, which GitHub could take for a command.
fn escape_line(text: &str) -> String {
    escape_control_characters(text).replace('\n', " ")
}

/// Replaces C1 controls in a line, keeping byte offsets; the renderer replaces the other control characters.
fn single_line(line: &str) -> Cow<'_, str> {
    // Some terminals interpret these two-byte characters (C1, ECMA-48) as the start of a command.
    let commands = '\u{80}'..='\u{9f}';
    if line.contains(|c| commands.contains(&c)) {
        line.chars().map(|c| if commands.contains(&c) { '·' } else { c }).collect()
    } else {
        line.into()
    }
}

fn format_summary(report: &Report<'_>) -> String {
    let count = |severity| report.diagnostics.iter().filter(|problem| problem.severity == severity).count();
    let (errors, warnings, files) = (count(Severity::Error), count(Severity::Warning), report.files);
    let numbered = |number: usize, one: &str, many: &str| format!("{number} {}", if number == 1 { one } else { many });
    match report.language {
        MessageLanguage::Italian => {
            let files = numbered(files, "file controllato", "file controllati");
            let errors = numbered(errors, "errore", "errori");
            let warnings = numbered(warnings, "avviso", "avvisi");
            format!("{files}: {errors}, {warnings}")
        }
        MessageLanguage::English => {
            let files = numbered(files, "file checked", "files checked");
            let errors = numbered(errors, "error", "errors");
            let warnings = numbered(warnings, "warning", "warnings");
            format!("{files}: {errors}, {warnings}")
        }
    }
}
