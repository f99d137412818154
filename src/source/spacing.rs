//! Spaces and colons of front matter that look right and are not: `titolo:Corso`, a no-break space before a key.

use std::ops::Range;

use super::{Replacement, Spanned};

/// Problem of one key: the range of its wrong part, and how the part has to be written.
pub(super) type WrongSpacing = Spanned<Replacement>;

/// Characters that look like a space and that YAML takes for letters.
fn is_special_space(ch: char) -> bool {
    matches!(ch, '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}')
}

fn is_space(ch: char) -> bool {
    ch == ' ' || is_special_space(ch)
}

/// Byte ranges of special spaces that stand where YAML needs spaces: indentation, around the dash of a list, the key and
/// its colon. Those within values are letters of a text.
pub fn structural_spaces(facts: &str) -> impl Iterator<Item = Range<usize>> {
    head_chars(facts).filter(|(_, ch)| is_special_space(*ch)).map(|(at, ch)| at..at + ch.len_utf8())
}

/// Characters with offsets of the heads of lines: everything before the value.
fn head_chars(facts: &str) -> impl Iterator<Item = (usize, char)> {
    let mut start = 0;
    super::lines(facts).flat_map(move |line| {
        let from = start;
        start += line.len();
        let length = if line.is_ascii() { 0 } else { head_length(line) };
        line.get(..length).unwrap_or_default().char_indices().map(move |(at, ch)| (from + at, ch))
    })
}

/// Length of the head of a line: indentation, `- `, key, colon and the spaces around; without a key, indentation and dash.
fn head_length(line: &str) -> usize {
    let rest = line.trim_start_matches(is_space);
    let rest = rest.strip_prefix('-').map_or(rest, |rest| rest.trim_start_matches(is_space));
    let before = line.len() - rest.len();
    let key = rest.bytes().take_while(|byte| byte.is_ascii_lowercase() || *byte == b'_').count();
    let behind = rest.get(key..).unwrap_or_default();
    let colon = behind.trim_start_matches(is_space);
    match colon.strip_prefix([':', '：']).filter(|_| key > 0) {
        Some(value) => line.len() - value.trim_start_matches(is_space).len(),
        None => before,
    }
}

/// Special spaces and full-width colons of the heads of lines, with the plain ones in their place, in order.
pub(super) fn special_spacing(facts: &str) -> Vec<WrongSpacing> {
    // The first bytes of all such characters; accented letters begin with others.
    let bytes = facts.as_bytes();
    if memchr::memchr3(0xc2, 0xe2, 0xef, bytes).is_none() && memchr::memchr2(0xe1, 0xe3, bytes).is_none() {
        return Vec::new();
    }
    let wrong = head_chars(facts).filter_map(|(at, ch)| {
        let text = match ch {
            '：' => ": ",
            ch if is_special_space(ch) && is_stray(facts, at, ch) => "",
            ch if is_special_space(ch) => " ",
            _ => return None,
        };
        let span = at..at + ch.len_utf8();
        Some(Spanned { span: span.clone(), problem: Replacement { span, text: text.to_owned() } })
    });
    wrong.collect()
}

/// Whether a special space alone stands before a key that nothing is nested in: below a line that is not indented and does
/// not end in a colon.
fn is_stray(facts: &str, at: usize, ch: char) -> bool {
    let (before, rest) = facts.split_at_checked(at).unwrap_or_default();
    let above = before.trim_end_matches(['\r', '\n']).rsplit('\n').next().unwrap_or_default();
    let starts_line = before.is_empty() || before.ends_with('\n');
    let is_alone = rest.get(ch.len_utf8()..).is_some_and(|rest| rest.starts_with(|ch: char| ch.is_ascii_lowercase()));
    starts_line && is_alone && !above.starts_with(is_space) && !above.trim_end().ends_with(':')
}

/// Keys with a colon and no space behind it, at the start of a line: `titolo:Corso`. Only for texts that YAML refuses:
/// in a right text such a word is a value. Addresses (`https://…`, `mailto:…`) are never keys.
pub(super) fn missing_spaces(facts: &str) -> Vec<WrongSpacing> {
    let mut start = 0;
    let keys = super::lines(facts).filter_map(|line| {
        let from = start;
        start += line.len();
        let rest = line.trim_start_matches([' ', '-']);
        let key = rest.bytes().take_while(|byte| byte.is_ascii_lowercase() || *byte == b'_').count();
        let name = rest.get(..key).filter(|name| name.len() > 1 && !matches!(*name, "mailto" | "tel"))?;
        let behind = rest.get(key..)?;
        let colon = behind.trim_start_matches(' ');
        let value = colon.strip_prefix(':')?;
        let first = value.chars().next()?;
        if first.is_whitespace() || value.starts_with("//") {
            return None;
        }
        let at = from + line.len() - rest.len();
        let span = at..at + key + behind.len() - value.len();
        Some(Spanned { span: span.clone(), problem: Replacement { span, text: format!("{name}: ") } })
    });
    keys.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn corrected(text: &str, problems: Vec<WrongSpacing>) -> String {
        let mut text = text.to_owned();
        for problem in problems.into_iter().rev() {
            text.replace_range(problem.span, &problem.problem.text);
        }
        text
    }

    #[test]
    fn special_spaces_are_found_where_yaml_needs_spaces() {
        let wrong = "titolo:\u{a0}Corso\u{a0}di\u{2009}italiano\n\u{a0} - nome：Uno\ncosto\u{202f}: gratuito\n-\u{a0}uno\u{a0}due\n\u{a0}ente: x\n";
        let right = "titolo: Corso\u{a0}di\u{2009}italiano\n  - nome: Uno\ncosto : gratuito\n- uno\u{a0}due\nente: x\n";
        assert_eq!(corrected(wrong, special_spacing(wrong)), right);
        assert_eq!(structural_spaces(wrong).count(), 5);
    }

    #[test]
    fn colon_without_space_is_found_at_the_start_of_a_line() {
        let wrong = "titolo:Corso\nfonte:\n  - https://a.org\n  - nome:Uno\n  mailto:a@b.it\ndate:{inizio: 2026-12-01}\norari: 10:00\ncosto :gratuito\n";
        let right = "titolo: Corso\nfonte:\n  - https://a.org\n  - nome: Uno\n  mailto:a@b.it\ndate: {inizio: 2026-12-01}\norari: 10:00\ncosto: gratuito\n";
        assert_eq!(corrected(wrong, missing_spaces(wrong)), right);
    }
}
