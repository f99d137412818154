//! Assertions on spans in a text, and on findings and reports that point to them.

use std::ops::Range;

use bacheca::board::{Problem, ProblemKind};
use bacheca::check::report::{Format, Report, Sources, write};
use bacheca::check::to_diagnostic;
use bacheca::diagnostic::{Diagnostic, MessageLanguage};
use bacheca::source::{Node, Source, Spanned, Yaml};

/// Asserts that a span lies in the text and starts and ends on character boundaries.
pub fn assert_span_within(text: &str, span: &Range<usize>, what: &str) {
    assert!(span.start <= span.end, "{what}: {span:?} runs backwards");
    assert!(text.get(span.clone()).is_some(), "{what}: {span:?} is no part of {text:?}");
}

/// Asserts that the spans of all keys and values of a tree lie in the text.
pub fn assert_tree_within(text: &str, root: &Node<'_>) {
    root.visit(&mut |node| {
        assert_span_within(text, &node.span, "a value");
        if let Yaml::Map(entries) = &node.yaml {
            for (key, _) in entries {
                assert_span_within(text, &key.span, "a key");
            }
        }
    });
}

/// Converts problems met while reading a file to findings.
pub fn describe_problems<P: Into<ProblemKind>>(source: &Source, problems: Vec<Spanned<P>>) -> Vec<Diagnostic> {
    problems.into_iter().map(|found| to_diagnostic(&Problem::in_file(&source.path, found))).collect()
}

/// Asserts that every finding points into the text and has a message in both languages.
pub fn assert_findings_within(source: &Source, problems: &[Diagnostic]) {
    for problem in problems {
        assert_span_within(&source.text, &problem.span, problem.rule);
        if let Some(correction) = &problem.correction {
            assert_span_within(&source.text, &correction.span, problem.rule);
        }
        assert!(!problem.message.it.is_empty() && !problem.message.en.is_empty(), "{} says nothing", problem.rule);
    }
}

/// Asserts that every reporter can write these findings of one file.
pub fn assert_findings_reportable(source: &Source, problems: &[Diagnostic]) {
    assert_findings_within(source, problems);
    for language in [MessageLanguage::Italian, MessageLanguage::English] {
        let sources = Sources::from_source(source);
        let address = "https://example.org/";
        assert_reports_valid(&Report {
            diagnostics: problems,
            suppressed: &[],
            address,
            files: 1,
            sources,
            language,
            colour: false,
        });
    }
}

/// Asserts that each report format is valid: no control characters for a terminal, JSON, one GitHub command per line.
pub fn assert_reports_valid(report: &Report<'_>) {
    let written = |format| {
        let mut out = Vec::new();
        write(&mut out, report, format).expect("memory takes everything");
        String::from_utf8(out).expect("a report is UTF-8")
    };
    let terminal = written(Format::Terminal);
    let steers = |c: char| c.is_control() && c != '\n';
    assert!(!terminal.contains(steers), "a report steers the terminal: {terminal:?}");
    let json = |format| serde_json::from_str::<serde_json::Value>(&written(format)).expect("a report is JSON");
    json(Format::Json);
    // SARIF lists every rule each time, which is slow: one report of sixteen is enough.
    if report.language == MessageLanguage::English && terminal.len().is_multiple_of(16) {
        json(Format::Sarif);
    }
    // A GitHub workflow command is one line.
    for line in written(Format::Github).lines() {
        assert!(!line.starts_with("::") || line.starts_with("::error") || line.starts_with("::warning"), "{line:?}");
    }
}
