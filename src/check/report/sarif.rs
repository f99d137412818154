//! Findings as SARIF 2.1.0 (OASIS), for code scanning.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde_json::{Value as Json, json};

use super::Report;
use crate::check::rules;
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Position;
use crate::text::percent::percent_encode_path;

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

pub(super) fn write(out: &mut dyn Write, report: &Report<'_>) -> io::Result<()> {
    let rules = rules::all();
    let index: BTreeMap<&str, usize> = rules.iter().enumerate().map(|(index, rule)| (rule.name, index)).collect();
    let described: Vec<Json> = rules
        .iter()
        .map(|rule| {
            json!({
                "id": rule.name,
                "shortDescription": {"text": rule.summary.in_language(report.language)},
                "fullDescription": {"text": rule.explanation.in_language(report.language)},
                "helpUri": report.rule_url(rule.name),
                "help": {"text": rule.origin},
                "defaultConfiguration": {"level": sarif_level(rule.severity)},
                "properties": {"tags": [rule.group.title().in_language(report.language)]},
            })
        })
        .collect();
    let found = report.diagnostics.iter().map(|problem| sarif_result(report, problem, &index, None));
    let silenced =
        report.suppressed.iter().map(|(problem, reason)| sarif_result(report, problem, &index, Some(reason)));
    let sarif = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "bacheca",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "informationUri": report.address,
                "rules": described,
            }},
            "columnKind": "unicodeCodePoints",
            "originalUriBaseIds": {"BOARD": {"description": {"text": "the board's folder"}}},
            "results": found.chain(silenced).collect::<Vec<_>>(),
        }],
    });
    serde_json::to_writer(&mut *out, &sarif)?;
    writeln!(out)
}

fn sarif_level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

fn sarif_result(
    report: &Report<'_>,
    problem: &Diagnostic,
    rules: &BTreeMap<&str, usize>,
    silenced: Option<&str>,
) -> Json {
    let source = report.sources.get(&problem.file);
    let position = |offset| source.map_or(Position { line: 1, column: 1 }, |source| source.position(offset));
    let region = |span: &std::ops::Range<usize>| {
        let (start, end) = (position(span.start), position(span.end));
        json!({
            "startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column,
        })
    };
    let artifact = json!({"uri": percent_encode_path(&problem.file), "uriBaseId": "BOARD"});
    let mut text = problem.message.in_language(report.language).to_owned();
    if let Some(hint) = &problem.hint {
        text.push_str(". ");
        text.push_str(hint.in_language(report.language));
    }
    let mut result = json!({
        "ruleId": problem.rule,
        "level": sarif_level(problem.severity),
        "message": {"text": text},
        "locations": [{"physicalLocation": {"artifactLocation": artifact, "region": region(&problem.span)}}],
    });
    let Json::Object(entries) = &mut result else { return result };
    if let Some(index) = rules.get(problem.rule) {
        entries.insert("ruleIndex".into(), json!(index));
    }
    if let Some(correction) = &problem.correction {
        let words = problem.hint.as_ref().unwrap_or(&problem.message).in_language(report.language);
        entries.insert(
            "fixes".into(),
            json!([{
                "description": {"text": words},
                "artifactChanges": [{
                    "artifactLocation": artifact,
                    "replacements": [{"deletedRegion": region(&correction.span), "insertedContent": {"text": correction.text}}],
                }],
            }]),
        );
    }
    if let Some(reason) = silenced {
        entries.insert("suppressions".into(), json!([{"kind": "inSource", "justification": reason}]));
    }
    result
}
