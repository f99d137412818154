//! Parses front matter into a tree: simple lines directly, all others with the YAML parser.

use std::borrow::Cow;
use std::ops::Range;

use granit_parser::{Event, Options, Parser, Placement, ScalarStyle, ScanError, Span};

use super::node::{Key, Node, Yaml};
use super::plain_lines::{borrow_from_original, divide};
use super::repair::RepairedText;
use super::spacing::{WrongSpacing, missing_spaces, special_spacing};
use super::{Document, Problem, Replacement, Spanned, SyntaxFault, line_at, split_text};

/// Maximum nesting of lists and maps; the model needs five levels.
const MAX_DEPTH: usize = 16;

/// Parses the front matter of a document. Reports every problem, and continues where the text can be repaired in
/// memory. `None` if the result is not a map.
pub fn parse<'d>(document: &'d Document, problems: &mut Vec<Spanned<Problem>>) -> Option<Node<'d>> {
    parse_root(document, Root::Map, problems)
}

/// Parses the facts of a document that are a list, as [`parse`] does a map; nothing at all is an empty list.
pub fn parse_list<'d>(document: &'d Document, problems: &mut Vec<Spanned<Problem>>) -> Option<Node<'d>> {
    parse_root(document, Root::List, problems)
}

/// What the facts of a file are as a whole.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Root {
    Map,
    List,
}

fn parse_root<'d>(document: &'d Document, root: Root, problems: &mut Vec<Spanned<Problem>>) -> Option<Node<'d>> {
    let special = special_spacing(document.facts());
    let mut found = Vec::new();
    if special.is_empty() {
        if root == Root::Map
            && let Some(node) = read_plain_first(document.facts(), document.facts.start)
        {
            return Some(node);
        }
        match build_tree(document.facts(), document.facts.start, &mut found) {
            Ok(node) if found.is_empty() => return require_root(node, root, problems),
            Ok(node) if !found.iter().any(cuts_off_text) => {
                problems.append(&mut found);
                return require_root(node, root, problems);
            }
            _ => {}
        }
    }
    // The text has a syntax error: repair one line at a time and parse again.
    let mut fixed = RepairedText::new(document.facts());
    let start = document.facts.start;
    problems.extend(fixed.repair_spacing(special).into_iter().map(|wrong| spacing_problem(wrong, start, true)));
    if build_tree(fixed.text(), 0, &mut Vec::new()).is_err() {
        let missing = missing_spaces(fixed.text());
        problems.extend(fixed.repair_spacing(missing).into_iter().map(|wrong| spacing_problem(wrong, start, false)));
    }
    loop {
        found.clear();
        let outcome = build_tree(fixed.text(), 0, &mut found);
        let swallowed = found.iter().find(|found| cuts_off_text(found));
        let (offset, detail) = match (&outcome, swallowed) {
            (Err(error), _) => (error.marker().byte_offset().unwrap_or_default(), Some(error.info())),
            (Ok(_), Some(found)) => (found.span.start, None),
            (Ok(_), None) => break,
        };
        match fixed.repair_at(offset) {
            Some(mend) => {
                problems.push(mend.into_problem(detail.is_none(), document, detail.as_deref().unwrap_or_default()));
            }
            None => {
                let at = document.facts.start + fixed.original_offset(offset);
                let (start, line) = line_at(&document.source.text, at);
                let problem = match detail {
                    Some(detail) => Problem::YamlSyntax(SyntaxFault::UnreadableLine { detail }),
                    None => Problem::CommentSwallowsText { quoted: None },
                };
                problems.push(Spanned::new(start..start + line.len(), problem));
                return None;
            }
        }
    }
    let shift = |span: Range<usize>| {
        document.facts.start + fixed.original_offset(span.start)..document.facts.start + fixed.original_offset(span.end)
    };
    let node = build_tree(fixed.text(), 0, &mut Vec::new()).ok()??.into_owned(&shift);
    problems.extend(found.into_iter().map(|found| Spanned::new(shift(found.span), found.problem)));
    require_root(Some(node), root, problems)
}

/// Texts of the comments in the front matter of a file, without `#`, as far as it can be read.
#[must_use]
pub fn comments_in_facts(text: &str) -> Vec<String> {
    let Ok(document) = split_text("x.md", text.to_owned()) else { return Vec::new() };
    let events = Parser::new_from_str_with_options(document.facts(), Options::default());
    let comments = events.map_while(Result::ok).filter_map(|(event, _)| match event {
        Event::Comment(comment, _) => Some(comment.trim().to_owned()),
        _ => None,
    });
    // The line that links the schema is for editors.
    comments.filter(|comment| !comment.is_empty() && !comment.starts_with("yaml-language-server:")).collect()
}

/// Problem of wrong spaces or colons; `start` is added to the offsets.
fn spacing_problem(wrong: WrongSpacing, start: usize, certain: bool) -> Spanned<Problem> {
    let span = start + wrong.span.start..start + wrong.span.end;
    let correction = Replacement { span: span.clone(), text: wrong.problem.text };
    Spanned::new(span, Problem::YamlSyntax(SyntaxFault::Spacing { correction, certain }))
}

fn cuts_off_text(found: &Spanned<Problem>) -> bool {
    matches!(found.problem, Problem::CommentSwallowsText { .. })
}

/// Parses simple lines directly and the rest with the YAML parser. `None` on any problem: the caller then parses the
/// whole text again to report it.
fn read_plain_first(facts: &str, base: usize) -> Option<Node<'_>> {
    let divided = divide(facts, base)?;
    let mut entries = divided.entries;
    if let Some((from, rest)) = &divided.rest {
        let mut found = Vec::new();
        let node = build_tree(rest, base + from, &mut found).ok()??;
        // Nodes must borrow from the file, because the copy is dropped here.
        let Yaml::Map(others) = borrow_from_original(node, facts, base).yaml else { return None };
        if !found.is_empty() || others.iter().any(|(key, _)| entries.iter().any(|(plain, _)| plain.text == key.text)) {
            return None;
        }
        entries.extend(others);
        entries.sort_by_key(|(key, _)| key.span.start);
    }
    let span = entries.first()?.0.span.start..entries.last()?.1.span.end;
    Some(Node { span, yaml: Yaml::Map(entries) })
}

fn require_root<'d>(node: Option<Node<'d>>, root: Root, problems: &mut Vec<Spanned<Problem>>) -> Option<Node<'d>> {
    match (node, root) {
        (None, Root::List) => Some(Node { span: 0..0, yaml: Yaml::List(Vec::new()) }),
        (Some(node), Root::Map) if matches!(node.yaml, Yaml::Map(_)) => Some(node),
        (Some(node), Root::List) if matches!(node.yaml, Yaml::List(_)) => Some(node),
        (other, _) => {
            let span = other.map_or(0..0, |node| node.span);
            let fault = if root == Root::Map { SyntaxFault::NotAMap } else { SyntaxFault::NotAList };
            problems.push(Spanned::new(span, Problem::YamlSyntax(fault)));
            None
        }
    }
}

/// A list or map whose children are still being parsed.
enum Open<'s> {
    List(usize, Vec<Node<'s>>),
    Map(usize, Vec<(Key<'s>, Node<'s>)>, Option<Key<'s>>),
}

/// Builds the tree in one pass over the parser's events; `base` is added to every span.
fn build_tree<'s>(
    text: &'s str,
    base: usize,
    problems: &mut Vec<Spanned<Problem>>,
) -> Result<Option<Node<'s>>, ScanError> {
    let mut options = Options::default();
    options.emit_unresolved_aliases = true;
    options.block_nesting_limit = MAX_DEPTH;
    options.flow_nesting_limit = MAX_DEPTH;
    let bytes = |span: &Span| {
        let range = span.byte_range().unwrap_or_default();
        range.start + base..range.end + base
    };
    let mut open: Vec<Open<'s>> = Vec::new();
    let mut root = None;
    for next in Parser::new_from_str_with_options(text, options) {
        let (event, span) = next?;
        let at = bytes(&span);
        if event.tag().is_some() || event.anchor_id().is_some_and(|id| id != 0) {
            problems.push(Spanned::new(at.clone(), Problem::YamlFeature));
        }
        let node = match event {
            Event::Scalar(value, style, ..) => {
                // A block ends with its line ends, which what stands below it begins behind.
                let written = text.get(at.start - base..at.end - base).map_or(0, |written| written.trim_end().len());
                let span = at.start..at.start + written;
                Node { span, yaml: Yaml::Scalar(value, style == ScalarStyle::Plain) }
            }
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                problems.push(Spanned::new(at.clone(), Problem::YamlFeature));
                Node { span: at, yaml: Yaml::Scalar(Cow::Borrowed(""), true) }
            }
            Event::SequenceStart(..) => {
                open.push(Open::List(at.start, Vec::new()));
                continue;
            }
            Event::MappingStart(..) => {
                open.push(Open::Map(at.start, Vec::new(), None));
                continue;
            }
            Event::SequenceEnd | Event::MappingEnd => match open.pop() {
                Some(Open::List(start, items)) => {
                    let end = items.last().map_or(at.end, |node| node.span.end.max(at.end.min(node.span.end)));
                    Node { span: start..end.max(start), yaml: Yaml::List(items) }
                }
                Some(Open::Map(start, entries, _)) => {
                    let end = entries.last().map_or(at.end, |(_, node)| node.span.end);
                    Node { span: start..end.max(start), yaml: Yaml::Map(entries) }
                }
                None => continue,
            },
            Event::Comment(comment, Placement::Right) if is_probably_text(&comment) => {
                problems.push(Spanned::new(at, Problem::CommentSwallowsText { quoted: None }));
                continue;
            }
            _ => continue,
        };
        match open.last_mut() {
            None => root = Some(node),
            Some(Open::List(_, items)) => items.push(node),
            Some(Open::Map(_, entries, key)) => match key.take() {
                None => *key = Some(into_key(node)),
                Some(key) => {
                    if entries.iter().any(|(earlier, _)| earlier.text == key.text) {
                        problems.push(Spanned::new(key.span, Problem::DuplicateKey { key: key.text.into_owned() }));
                    } else {
                        entries.push((key, node));
                    }
                }
            },
        }
    }
    Ok(root)
}

fn into_key(node: Node<'_>) -> Key<'_> {
    match node.yaml {
        Yaml::Scalar(text, _) => Key { text, span: node.span },
        _ => Key { text: Cow::Borrowed("?"), span: node.span },
    }
}

/// Whether a comment is probably meant as text: `#1` and `#Integrazione`, but not `# a comment`.
fn is_probably_text(comment: &str) -> bool {
    comment.chars().next().is_some_and(|first| !first.is_whitespace() && first != '#')
}

#[cfg(test)]
mod tests;
