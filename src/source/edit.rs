//! Sets and removes facts in the text of a file, and leaves every other byte as it is: comments, quotes, line ends, order.

use std::ops::Range;

use super::{Document, Node, Yaml, line_at, parse, split_text};

/// One change of the front matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactEdit<'e> {
    /// Keys from the root to the fact; an entry of a list is its number, from 0.
    pub path: &'e [&'e str],
    /// What happens to it.
    pub action: EditAction,
}

/// What happens to a fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EditAction {
    /// It gets this value, a text of one line. One that the file does not have is written below the first of the keys in
    /// `below` that it has, else below all facts; only at the top.
    Set {
        /// The value, which needs no quotes.
        value: String,
        /// Keys below which a new one stands.
        below: &'static [&'static str],
    },
    /// It is taken out with its line; only at the top.
    Remove,
}

/// Applies edits to the text of a content file. `None` if the result would not be the same facts with these edits and nothing
/// else, as in front matter that has errors or writes several facts on a line: then somebody has to do it by hand.
///
/// ```
/// use bacheca::source::{EditAction, FactEdit, edit_facts};
///
/// let text = "---\ntipo: evento # una festa\nstato: annullato\n---\n";
/// let edit = FactEdit { path: &["stato"], action: EditAction::Remove };
/// assert_eq!(edit_facts(text, &[edit]).as_deref(), Some("---\ntipo: evento # una festa\n---\n"));
/// ```
#[must_use]
pub fn edit_facts(text: &str, edits: &[FactEdit<'_>]) -> Option<String> {
    edits.iter().try_fold(text.to_owned(), |text, edit| apply_edit(&text, edit))
}

/// Whether the front matter of a text has a fact at a path, as [`FactEdit::path`].
#[must_use]
pub fn has_fact(text: &str, path: &[&str]) -> bool {
    let document = split_text("", text.to_owned()).ok();
    let root = document.as_ref().and_then(|document| parse(document, &mut Vec::new()));
    root.is_some_and(|root| find(&root, path).is_some())
}

fn apply_edit(text: &str, edit: &FactEdit<'_>) -> Option<String> {
    let document = split_text("", text.to_owned()).ok()?;
    let root = parse_without_problems(&document)?;
    let replacements = match (&edit.action, find(&root, edit.path)) {
        (EditAction::Set { value, .. }, Some(node)) if node.is_empty() && is_unwritten(text, node) => {
            vec![write_value(text, &root, edit.path, value)?]
        }
        (EditAction::Set { value, .. }, Some(node)) => vec![replace_value(text, node, value)?],
        (EditAction::Set { value, below }, None) => insert_line(&document, &root, edit.path, value, below)?,
        (EditAction::Remove, Some(_)) => vec![remove_lines(text, &root, edit.path)?],
        (EditAction::Remove, None) => return Some(text.to_owned()),
    };
    let mut results = replacements.into_iter().filter_map(|(range, new)| {
        let (before, after) = (text.get(..range.start)?, text.get(range.end..)?);
        Some([before, &new, after].concat())
    });
    results.find(|result| is_only_change(&document, &root, result, edit))
}

/// Tree of a front matter that has no errors.
fn parse_without_problems(document: &Document) -> Option<Node<'_>> {
    let mut problems = Vec::new();
    parse(document, &mut problems).filter(|_| problems.is_empty())
}

fn find<'n>(root: &'n Node<'n>, path: &[&str]) -> Option<&'n Node<'n>> {
    path.iter().try_fold(root, |node, step| match &node.yaml {
        Yaml::List(entries) => entries.get(step.parse::<usize>().ok()?),
        Yaml::Map(_) => node.get(step),
        Yaml::Scalar(..) => None,
    })
}

/// Replacement of a value by another, in the quotes that it has.
fn replace_value(text: &str, node: &Node<'_>, value: &str) -> Option<(Range<usize>, String)> {
    let Yaml::Scalar(..) = node.yaml else { return None };
    let written = text.get(node.span.clone())?;
    let quote = written.chars().next().filter(|first| matches!(first, '"' | '\'') && written.ends_with(*first));
    let quote = quote.map(String::from).unwrap_or_default();
    Some((node.span.clone(), format!("{quote}{value}{quote}")))
}

/// Whether a key has nothing behind its colon: the range of such a value is empty, and somewhere behind it.
fn is_unwritten(text: &str, node: &Node<'_>) -> bool {
    text.get(node.span.clone()).is_none_or(|written| written.trim().is_empty())
}

/// Insertion of a value behind the colon of a key at the top.
fn write_value(text: &str, root: &Node<'_>, path: &[&str], value: &str) -> Option<(Range<usize>, String)> {
    let [key] = path else { return None };
    let (key, _) = root.entry(key)?;
    let at = key.span.end + text.get(key.span.end..)?.find(':')? + 1;
    Some((at..at, format!(" {value}")))
}

/// Insertions of a line with a new fact, the first choice first.
fn insert_line(
    document: &Document,
    root: &Node<'_>,
    path: &[&str],
    value: &str,
    below: &[&str],
) -> Option<Vec<(Range<usize>, String)>> {
    let [key] = path else { return None };
    let text = &document.source.text;
    let end = if document.facts().contains("\r\n") { "\r\n" } else { "\n" };
    let anchor = below.iter().find_map(|key| root.get(key)).filter(|node| ends_on_its_line(text, node));
    let anchor = anchor.and_then(|node| end_of_line(text, node.span.end));
    let line = format!("{key}: {value}{end}");
    let places = anchor.into_iter().chain([document.facts.end]);
    Some(places.map(|at| (at..at, line.clone())).collect())
}

/// Whether the brackets of a value are closed on the line where its last entry is: the range of a list ends before them.
fn ends_on_its_line(text: &str, node: &Node<'_>) -> bool {
    let end = end_of_line(text, node.span.end);
    let written = end.and_then(|end| text.get(node.span.start..end)).unwrap_or_default();
    let count = |brackets: [char; 2]| written.matches(brackets).count();
    !written.starts_with(['[', '{']) || count(['[', '{']) == count([']', '}'])
}

/// Removal of the lines of a fact at the top.
fn remove_lines(text: &str, root: &Node<'_>, path: &[&str]) -> Option<(Range<usize>, String)> {
    let [key] = path else { return None };
    let (key, node) = root.entry(key)?;
    let (start, _) = line_at(text, key.span.start);
    Some((start..end_of_line(text, node.span.end.max(key.span.end))?, String::new()))
}

/// Offset behind the line end of the line that an offset is in.
fn end_of_line(text: &str, offset: usize) -> Option<usize> {
    Some(offset + text.get(offset..)?.find('\n')? + 1)
}

/// Whether a text is the document with this edit, and with no other difference that a reader of its facts can see.
fn is_only_change(document: &Document, root: &Node<'_>, result: &str, edit: &FactEdit<'_>) -> bool {
    let Ok(new) = split_text("", result.to_owned()) else { return false };
    let Some(new_root) = parse_without_problems(&new) else { return false };
    let (mut old_leaves, mut new_leaves) = (leaves(root), leaves(&new_root));
    let path = edit.path.join("\0");
    old_leaves.retain(|(of, _)| *of != path);
    let mut changed = Vec::new();
    new_leaves.retain(|leaf| {
        let is_other = leaf.0 != path;
        if !is_other {
            changed.push(leaf.1.clone());
        }
        is_other
    });
    let is_as_meant = match &edit.action {
        EditAction::Set { value, .. } => changed == [Some(value.clone())],
        EditAction::Remove => changed.is_empty(),
    };
    is_as_meant && old_leaves == new_leaves && document.body() == new.body()
}

/// Texts of a tree with the keys that lead to them, in the order of the file; an empty list or map has none.
fn leaves(root: &Node<'_>) -> Vec<(String, Option<String>)> {
    fn collect(node: &Node<'_>, path: &str, out: &mut Vec<(String, Option<String>)>) {
        let below = |step: &str| if path.is_empty() { step.to_owned() } else { format!("{path}\0{step}") };
        match &node.yaml {
            Yaml::Scalar(text, _) => out.push((path.to_owned(), Some(text.to_string()))),
            Yaml::List(entries) if entries.is_empty() => out.push((path.to_owned(), None)),
            Yaml::Map(entries) if entries.is_empty() => out.push((path.to_owned(), None)),
            Yaml::List(entries) => {
                entries.iter().enumerate().for_each(|(index, node)| collect(node, &below(&index.to_string()), out));
            }
            Yaml::Map(entries) => entries.iter().for_each(|(key, node)| collect(node, &below(&key.text), out)),
        }
    }
    let mut out = Vec::new();
    collect(root, "", &mut out);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(text: &str, path: &[&str], value: &str) -> Option<String> {
        let action = EditAction::Set { value: value.to_owned(), below: &["scadenza", "titolo"] };
        edit_facts(text, &[FactEdit { path, action }])
    }

    fn remove(text: &str, key: &str) -> Option<String> {
        edit_facts(text, &[FactEdit { path: &[key], action: EditAction::Remove }])
    }

    #[test]
    fn a_value_is_replaced_in_its_quotes_and_beside_its_comment() {
        for (before, after) in [
            ("scadenza: 2026-12-11 # alle 12?", "scadenza: 2026-12-18 # alle 12?"),
            ("scadenza:   '2026-12-11'", "scadenza:   '2026-12-18'"),
            ("\"scadenza\": \"2026-12-11\"  ", "\"scadenza\": \"2026-12-18\"  "),
            ("scadenza:", "scadenza: 2026-12-18"),
            ("scadenza: # da vedere", "scadenza: 2026-12-18 # da vedere"),
        ] {
            for end in ["\n", "\r\n"] {
                let file = |line: &str| format!("---{end}# a{end}{line}{end}posti: 3{end}---{end}Testo: a{end}");
                assert_eq!(set(&file(before), &["scadenza"], "2026-12-18"), Some(file(after)), "{before}");
            }
        }
    }

    #[test]
    fn a_value_within_others_is_replaced() {
        let flow = "---\nazione_richiesta: {testo: \"vai, e chiedi\", scadenza: 2026-12-11}\n---\n";
        let path = ["azione_richiesta", "scadenza"];
        assert_eq!(set(flow, &path, "2026-12-18"), Some(flow.replace("12-11", "12-18")));
        let block = "---\nedizioni:\n- date:\n    inizio: 2026-12-01\n    fine: 2026-12-11\n---\n";
        assert_eq!(set(block, &["edizioni", "0", "date", "fine"], "2026-12-18"), Some(block.replace("12-11", "12-18")));
        assert_eq!(set(block, &["edizioni", "0", "posti"], "3"), None);
    }

    #[test]
    fn a_new_line_stands_below_the_fact_that_it_belongs_to() {
        let text = "---\ntitolo: Uno\nscadenza: 2026-12-11  # ieri\n# fine\n---\n";
        assert_eq!(set(text, &["posti"], "3"), Some(text.replace("ieri\n", "ieri\nposti: 3\n")));
        // Where the line below would be a part of the value it stands below all facts.
        let text = "---\ntitolo: [a,\n  b\n]\nluogo: x\n---\n";
        assert_eq!(set(text, &["posti"], "3"), Some(text.replace("x\n", "x\nposti: 3\n")));
    }

    #[test]
    fn a_line_is_removed_whole() {
        let text = "---\r\ntitolo: Uno\r\nstato: posti esauriti # da ieri\r\n# resta\r\n---\r\n";
        assert_eq!(remove(text, "stato"), Some(text.replace("stato: posti esauriti # da ieri\r\n", "")));
        assert_eq!(remove(text, "posti"), Some(text.to_owned()));
    }

    #[test]
    fn what_cannot_be_changed_alone_is_left_alone() {
        assert_eq!(remove("---\n{titolo: Uno, stato: annullato}\n---\n", "stato"), None);
        assert_eq!(remove("---\nstato: annullato\ntitolo: a: b\n---\n", "stato"), None);
        assert_eq!(set("---\nscadenza:\n- 2026-12-11\n---\n", &["scadenza"], "2026-12-18"), None);
        // What is written must be read back as it was meant.
        assert_eq!(set("---\nscadenza: 2026-12-11\n---\n", &["scadenza"], "a: b"), None);
    }
}
