//! Places in a text, and findings that point to them.

use std::ops::Range;

use bacheca::board::{Problem, ProblemKind};
use bacheca::check::describe;
use bacheca::check::report::{Format, Report, Sources, write};
use bacheca::diagnostic::{Diagnostic, MessageLanguage};
use bacheca::source::{Node, Source, Spanned, Yaml};

/// The bytes lie in the text, and begin and end between two characters.
pub fn lie_within(text: &str, span: &Range<usize>, what: &str) {
    assert!(span.start <= span.end, "{what}: {span:?} runs backwards");
    assert!(text.get(span.clone()).is_some(), "{what}: {span:?} is no part of {text:?}");
}

/// Every value and every key of a tree lies in the text.
pub fn of_tree(text: &str, root: &Node<'_>) {
    root.visit(&mut |node| {
        lie_within(text, &node.span, "a value");
        if let Yaml::Map(entries) = &node.yaml {
            for (key, _) in entries {
                lie_within(text, &key.span, "a key");
            }
        }
    });
}

/// What was met while a file was read, in words.
pub fn in_words<P: Into<ProblemKind>>(source: &Source, problems: Vec<Spanned<P>>) -> Vec<Diagnostic> {
    problems.into_iter().map(|found| describe(&Problem::in_file(&source.path, found))).collect()
}

/// Every finding points into the text and says something in both languages.
pub fn of_problems(source: &Source, problems: &[Diagnostic]) {
    for problem in problems {
        lie_within(&source.text, &problem.span, problem.rule);
        if let Some(correction) = &problem.correction {
            lie_within(&source.text, &correction.span, problem.rule);
        }
        assert!(!problem.message.it.is_empty() && !problem.message.en.is_empty(), "{} says nothing", problem.rule);
    }
}

/// Every reporter can write these findings of one file.
pub fn told(source: &Source, problems: &[Diagnostic]) {
    of_problems(source, problems);
    for language in [MessageLanguage::Italian, MessageLanguage::English] {
        let sources = Sources::one(source);
        let address = "https://example.org/";
        reported(&Report { problems, silenced: &[], address, files: 1, sources, language, colour: false });
    }
}

/// What the reporters write is what programs and terminals expect.
pub fn reported(report: &Report<'_>) {
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
    // It lists every rule each time: one text of sixteen is enough.
    if report.language == MessageLanguage::English && terminal.len().is_multiple_of(16) {
        json(Format::Sarif);
    }
    // A command of GitHub is one line.
    for line in written(Format::Github).lines() {
        assert!(!line.starts_with("::") || line.starts_with("::error") || line.starts_with("::warning"), "{line:?}");
    }
}
