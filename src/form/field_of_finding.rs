//! The field of a form at which a finding stands.

use std::ops::Range;

use serde::Serialize;

use crate::check::rules;
use crate::diagnostic::Diagnostic;
use crate::source::{Node, Yaml, parse, split_text};

/// One step to a field: a key, or the position in a list, from 0.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum FieldStep {
    /// Key of a map.
    Key(String),
    /// Position in a list.
    Index(usize),
}

impl FieldStep {
    fn key(key: &str) -> Self {
        Self::Key(key.to_owned())
    }
}

/// Finds for each finding the smallest value of the file that holds its start: no step for the whole, `testo` for the body.
/// What is missing is reported at the start of the facts or of an edition, but belongs to the field that is not there.
pub(super) fn fields_of_findings(file: &str, findings: &[Diagnostic]) -> Vec<Vec<FieldStep>> {
    let document = split_text("x.md", file.to_owned()).ok();
    let root = document.as_ref().and_then(|document| parse(document, &mut Vec::new()));
    let (Some(document), Some(root)) = (&document, &root) else { return vec![Vec::new(); findings.len()] };
    let body = document.body.start;
    findings
        .iter()
        .map(
            |finding| {
                if finding.span.start >= body { vec![FieldStep::key("testo")] } else { field_of_finding(root, finding) }
            },
        )
        .collect()
}

fn field_of_finding(root: &Node<'_>, finding: &Diagnostic) -> Vec<FieldStep> {
    let at = finding.span.start;
    let mut steps = Vec::new();
    let is_at_top = finding.span.is_empty() && at <= root.span.start;
    let found = if is_at_top { root } else { descend(root, at, &mut steps) };
    let is_edition = matches!(steps.as_slice(), [FieldStep::Key(key), FieldStep::Index(_)] if key == "edizioni");
    if is_at_top || is_edition && finding.span.is_empty() && found.span.start == at {
        steps.extend(rules::missing_field_of_rule(finding.rule, is_edition).map(FieldStep::key));
    }
    steps
}

fn descend<'n, 'd>(node: &'n Node<'d>, at: usize, steps: &mut Vec<FieldStep>) -> &'n Node<'d> {
    let holds = |range: &Range<usize>| range.start == at || range.contains(&at);
    match &node.yaml {
        Yaml::Scalar(..) => node,
        Yaml::List(items) => match items.iter().enumerate().find(|(_, item)| holds(&item.span)) {
            Some((index, item)) => {
                steps.push(FieldStep::Index(index));
                descend(item, at, steps)
            }
            None => node,
        },
        Yaml::Map(entries) => {
            match entries.iter().find(|(key, value)| holds(&(key.span.start..value.span.end.max(key.span.end)))) {
                Some((key, value)) => {
                    steps.push(FieldStep::key(&key.text));
                    descend(value, at, steps)
                }
                None => node,
            }
        }
    }
}
