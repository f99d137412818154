//! Fast path for simple YAML lines such as `costo: gratuito`, which are most of the front matter. All other lines
//! go to the YAML parser, which otherwise takes a third of the time of a check. The tests compare both results for
//! every content file of the repository.

use std::borrow::Cow;
use std::ops::Range;

use super::node::{Key, Node, Yaml};

/// Front matter divided into parsed entries and remaining text.
pub(super) struct Divided<'s> {
    /// Entries parsed here, in order.
    pub(super) entries: Vec<(Key<'s>, Node<'s>)>,
    /// Remaining lines, with comments in place of parsed lines between them, and their start offset in the front
    /// matter; `None` if everything was parsed.
    pub(super) rest: Option<(usize, String)>,
}

/// Initial capacity for fields: the usual number in a file.
const USUAL_FIELD_COUNT: usize = 24;

/// Divides front matter; `base` is added to every span. `None` on a duplicate key, or a carriage return alone, at which YAML
/// ends a line and this does not.
pub(super) fn divide(text: &str, base: usize) -> Option<Divided<'_>> {
    let ends_line_alone = |at: usize| text.as_bytes().get(at + 1) != Some(&b'\n');
    if memchr::memchr_iter(b'\r', text.as_bytes()).any(ends_line_alone) {
        return None;
    }
    let mut entries: Vec<(Key<'_>, Node<'_>)> = Vec::with_capacity(USUAL_FIELD_COUNT);
    let mut lines = Vec::new();
    let mut rest: Option<(usize, String)> = None;
    let mut at = 0;
    while let Some(here) = text.get(at..).filter(|here| !here.is_empty()) {
        let line = first_line(here);
        let start = at;
        at += line.len();
        if is_blank(line) || line.starts_with('#') {
            continue;
        }
        // Indented lines below belong to this entry.
        while let Some(below) = text.get(at..).filter(|below| below.starts_with([' ', '\t', '-', '\n', '\r'])) {
            at += first_line(below).len();
        }
        let whole = text.get(start..at).unwrap_or_default();
        if let Some((key, node)) = parse_top_level(whole, start + base, &mut lines) {
            if entries.iter().any(|(earlier, _)| earlier.text == key.text) {
                return None;
            }
            entries.push((key, node));
        } else {
            let (from, copy) = rest.get_or_insert_with(|| (start, String::new()));
            // A comment as long as the lines it replaces, because blank lines would continue a folded text above them.
            if *from + copy.len() + 1 < start {
                copy.push('#');
            }
            while *from + copy.len() + 1 < start {
                copy.push(' ');
            }
            if *from + copy.len() < start {
                copy.push('\n');
            }
            copy.push_str(whole);
        }
    }
    Some(Divided { entries, rest })
}

/// First line of a text, with its line end.
fn first_line(text: &str) -> &str {
    memchr::memchr(b'\n', text.as_bytes()).and_then(|end| text.get(..=end)).unwrap_or(text)
}

/// One line: start offset, indentation in bytes, trimmed text.
#[derive(Clone, Copy)]
struct Line<'s> {
    start: usize,
    indent: usize,
    text: &'s str,
}

/// Parses a top-level field with its indented lines; `lines` is a reusable buffer.
fn parse_top_level<'s>(whole: &'s str, start: usize, lines: &mut Vec<Line<'s>>) -> Option<(Key<'s>, Node<'s>)> {
    lines.clear();
    let mut at = start;
    for line in super::lines(whole) {
        let text = line.trim_start_matches(' ');
        let indent = line.len() - text.len();
        let text = text.trim_end_matches(['\n', '\r']).trim_end_matches(' ');
        if !text.is_empty() {
            lines.push(Line { start: at + indent, indent, text });
        } else if at == start {
            return None;
        }
        at += line.len();
    }
    let mut next = 0;
    let entry = parse_field(lines, &mut next)?;
    (next == lines.len()).then_some(entry)
}

/// Parses `key: value`, or `key:` with indented lines.
fn parse_field<'s>(lines: &[Line<'s>], next: &mut usize) -> Option<(Key<'s>, Node<'s>)> {
    let line = *lines.get(*next)?;
    let length = line.text.bytes().position(|byte| !(byte.is_ascii_lowercase() || byte == b'_'))?;
    let key = line.text.get(..length).filter(|key| !key.is_empty())?;
    let key = Key { text: Cow::Borrowed(key), span: line.start..line.start + length };
    let after = line.text.get(length..)?;
    *next += 1;
    let below = lines.get(*next).filter(|below| below.indent > line.indent);
    if after == ":" {
        let indent = below?.indent;
        return Some((key, parse_block(lines, next, indent)?));
    }
    // A plain value may continue on the next line: leave it to the YAML parser.
    let value = after.strip_prefix(": ").filter(|_| below.is_none())?.trim_start_matches(' ');
    let start = line.start + line.text.len() - value.len();
    Some((key, parse_value(value, start)?))
}

/// Maximum indentation in spaces; deeper nesting is left to the YAML parser, which limits it.
const MAX_INDENT: usize = 24;

/// Parses lines of one indentation into a list or a map.
fn parse_block<'s>(lines: &[Line<'s>], next: &mut usize, indent: usize) -> Option<Node<'s>> {
    if indent > MAX_INDENT {
        return None;
    }
    let first = lines.get(*next)?;
    let start = first.start;
    if !first.text.starts_with("- ") {
        let mut entries: Vec<(Key<'s>, Node<'s>)> = Vec::new();
        while let Some(line) = lines.get(*next).filter(|line| line.indent >= indent) {
            if line.indent != indent {
                return None;
            }
            let (key, node) = parse_field(lines, next)?;
            if entries.iter().any(|(earlier, _)| earlier.text == key.text) {
                return None;
            }
            entries.push((key, node));
        }
        let end = entries.last()?.1.span.end;
        return Some(Node { span: start..end, yaml: Yaml::Map(entries) });
    }
    let mut items = Vec::new();
    while let Some(line) = lines.get(*next).filter(|line| line.indent >= indent) {
        let text = line.text.strip_prefix("- ").filter(|_| line.indent == indent)?;
        if text.starts_with([' ', '-']) {
            return None;
        }
        let inner = Line { start: line.start + 2, indent: indent + 2, text };
        let below = lines.get(*next + 1).is_some_and(|below| below.indent > indent);
        if let Some(node) = parse_value(text, inner.start).filter(|_| !below) {
            items.push(node);
            *next += 1;
            continue;
        }
        // The first field of a map is on the line of the dash.
        let rest = lines.get(*next + 1..)?;
        let children = rest.iter().take_while(|line| line.indent > indent).copied();
        let item_lines: Vec<Line<'s>> = std::iter::once(inner).chain(children).collect();
        let mut within = 0;
        items.push(parse_block(&item_lines, &mut within, inner.indent)?);
        if within != item_lines.len() {
            return None;
        }
        *next += within;
    }
    let end = items.last()?.span.end;
    Some(Node { span: start..end, yaml: Yaml::List(items) })
}

fn is_blank(line: &str) -> bool {
    line.trim_ascii().is_empty()
}

/// Parses a scalar, a `[list]` or a `{map}`.
fn parse_value(value: &str, start: usize) -> Option<Node<'_>> {
    match value.as_bytes().first()? {
        b'{' => parse_flow_map(value, start),
        _ => parse_scalar_or_list(value, start),
    }
}

/// Parses a scalar or a `[list]` of scalars.
fn parse_scalar_or_list(value: &str, start: usize) -> Option<Node<'_>> {
    match value.as_bytes().first()? {
        b'[' => parse_flow_list(value, start),
        _ => parse_scalar(value, start),
    }
}

/// Parses a plain or double-quoted scalar.
fn parse_scalar(value: &str, start: usize) -> Option<Node<'_>> {
    let quoted = value.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    let (text, plain) = match quoted {
        Some(inner) => {
            (Some(inner).filter(|inner| contains_none(inner, |_, byte| matches!(byte, b'"' | b'\\'))), false)
        }
        None => (Some(value).filter(|value| is_plain(value)), true),
    };
    Some(Node { span: start..start + value.len(), yaml: Yaml::Scalar(Cow::Borrowed(text?), plain) })
}

/// Parses a flow list: `[lun, "a@b.it"]`.
fn parse_flow_list(value: &str, start: usize) -> Option<Node<'_>> {
    let inner = value.strip_prefix('[')?.strip_suffix(']')?;
    let mut items = Vec::new();
    let mut at = start + 1;
    for part in split_at_commas(inner)? {
        let item = part.trim_matches(' ');
        let from = at + (part.len() - part.trim_start_matches(' ').len());
        let node = parse_scalar(item, from)?;
        match &node.yaml {
            Yaml::Scalar(text, plain) if !(*plain && text.contains(['[', ']', '{', '}'])) => items.push(node),
            _ => return None,
        }
        at += part.len() + 1;
    }
    // Like the YAML parser, exclude the closing bracket from the span.
    let end = items.last().map_or(start, |item| item.span.end);
    Some(Node { span: start..end, yaml: Yaml::List(items) })
}

/// Parses a flow map: `{tipo: contributo, importo: "16,50"}`.
fn parse_flow_map(value: &str, start: usize) -> Option<Node<'_>> {
    let inner = value.strip_prefix('{')?.strip_suffix('}')?;
    let mut entries: Vec<(Key<'_>, Node<'_>)> = Vec::new();
    let mut at = start + 1;
    for part in split_at_commas(inner)? {
        let text = part.trim_matches(' ');
        let from = at + (part.len() - part.trim_start_matches(' ').len());
        let colon = text.find(": ")?;
        let key = text.get(..colon)?;
        let written = text.get(colon + 2..)?;
        let value = written.trim_start_matches(' ');
        let place = from + text.len() - value.len();
        let known = !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
        let node = parse_scalar_or_list(value, place).filter(|_| known)?;
        let brackets = matches!(&node.yaml, Yaml::Scalar(text, true) if text.contains(['[', ']', '{', '}']));
        if brackets || entries.iter().any(|(earlier, _)| earlier.text == key) {
            return None;
        }
        entries.push((Key { text: Cow::Borrowed(key), span: from..from + key.len() }, node));
        at += part.len() + 1;
    }
    let end = entries.last()?.1.span.end;
    Some(Node { span: start..end, yaml: Yaml::Map(entries) })
}

/// Splits at commas outside quotes and brackets.
fn split_at_commas(inner: &str) -> Option<Vec<&str>> {
    let (mut parts, mut from, mut quoted, mut depth) = (Vec::new(), 0, false, 0_u32);
    for (at, byte) in inner.bytes().enumerate() {
        match byte {
            b'\\' => return None,
            b'"' => quoted = !quoted,
            b'[' if !quoted => depth += 1,
            b']' if !quoted => depth = depth.checked_sub(1)?,
            b',' if !quoted && depth == 0 => {
                parts.push(inner.get(from..at)?);
                from = at + 1;
            }
            _ => {}
        }
    }
    parts.push(inner.get(from..)?);
    (!quoted && depth == 0).then_some(parts)
}

/// Whether a text is a plain YAML scalar without doubt: it starts with a letter or a digit and contains no `: `,
/// no ` #` and no invisible character.
fn is_plain(value: &str) -> bool {
    value.starts_with(char::is_alphanumeric)
        && !value.ends_with(':')
        && contains_none(value, |before, byte| matches!((before, byte), (b':', b' ') | (b' ', b'#')))
}

/// Whether no byte of a text is `refused` (called with the previous byte too) and no character is one that YAML
/// forbids: controls and noncharacters.
fn contains_none(value: &str, refused: impl Fn(u8, u8) -> bool) -> bool {
    let (mut before, mut all) = (0, 0);
    for byte in value.bytes() {
        if byte < 0x20 || byte == 0x7f || refused(before, byte) {
            return false;
        }
        before = byte;
        all |= byte;
    }
    all < 0x80
        || value
            .chars()
            .all(|c| !c.is_control() && !matches!(c, '\u{feff}' | '\u{fffe}' | '\u{ffff}' | '\u{2028}' | '\u{2029}'))
}

/// Converts a node parsed from the blanked copy to one that borrows from the front matter where the bytes are equal.
pub(super) fn borrow_from_original<'s>(node: Node<'_>, text: &'s str, base: usize) -> Node<'s> {
    let again = |read: Cow<'_, str>, span: &Range<usize>| -> Cow<'s, str> {
        let written = span.start.checked_sub(base).and_then(|start| text.get(start..start + (span.end - span.start)));
        match written.filter(|written| *written == read) {
            Some(written) => Cow::Borrowed(written),
            None => {
                // A quoted scalar: the text is between the quotes.
                let inner = written.and_then(|written| written.get(1..written.len().checked_sub(1)?));
                match inner.filter(|inner| *inner == read) {
                    Some(inner) => Cow::Borrowed(inner),
                    None => Cow::Owned(read.into_owned()),
                }
            }
        }
    };
    let yaml = match node.yaml {
        Yaml::Scalar(read, plain) => Yaml::Scalar(again(read, &node.span), plain),
        Yaml::List(items) => Yaml::List(items.into_iter().map(|item| borrow_from_original(item, text, base)).collect()),
        Yaml::Map(entries) => Yaml::Map(
            entries
                .into_iter()
                .map(|(key, node)| {
                    (Key { text: again(key.text, &key.span), span: key.span }, borrow_from_original(node, text, base))
                })
                .collect(),
        ),
    };
    Node { span: node.span, yaml }
}
