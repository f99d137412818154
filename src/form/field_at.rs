//! The field of a form at which a finding stands.

use std::ops::Range;

use serde::Serialize;

use crate::source::{Node, Yaml, parse, split};

/// One step to a field: a key, or the position in a list, from 0.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum FieldStep {
    /// Key of a map.
    Key(String),
    /// Position in a list.
    Index(usize),
}

/// Finds the smallest value of a file that holds the start of a range: none for the whole, `testo` for the body. What is
/// missing is reported at the start of the facts or of an edition: `missing` gives its key, told which.
pub(super) fn field_at(
    file: &str,
    span: Range<usize>,
    missing: impl Fn(bool) -> Option<&'static str>,
) -> Vec<FieldStep> {
    let Ok(document) = split("x.md", file.as_bytes().to_vec()) else { return Vec::new() };
    if span.start >= document.body.start {
        return vec![FieldStep::Key("testo".to_owned())];
    }
    let Some(root) = parse(&document, &mut Vec::new()) else { return Vec::new() };
    let mut steps = Vec::new();
    let is_absent = span.is_empty() && span.start <= root.span.start;
    let found = if is_absent { &root } else { descend(&root, span.start, &mut steps) };
    let is_edition = matches!(steps.as_slice(), [FieldStep::Key(key), FieldStep::Index(_)] if key == "edizioni");
    if is_absent || span.is_empty() && is_edition && found.span.start == span.start {
        steps.extend(missing(is_edition).map(|key| FieldStep::Key(key.to_owned())));
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
                    steps.push(FieldStep::Key(key.text.to_string()));
                    descend(value, at, steps)
                }
                None => node,
            }
        }
    }
}
