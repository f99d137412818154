//! Parts a message that holds several announcements.

use std::ops::Range;

use super::clean::{CleanText, is_rule};
use super::contacts::find_contacts;
use super::days::{Role, find_days};
use super::kind::find_kind;
use super::lines::split_units;
use crate::text::emoji::is_emoji_modifier;

/// Bytes of an announcement in a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) own: Range<usize>,
    /// Paragraph at the end that holds for all announcements: «Per tutto: …».
    pub(super) shared: Option<Range<usize>>,
}

/// Parts of a message: the whole message unless two or more parts of it are announcements of their own.
pub(super) fn split_announcements(message: &str, clean: &CleanText, today: chrono::NaiveDate) -> Vec<Part> {
    let shared = shared_paragraph(&clean.text);
    let end = shared.as_ref().map_or(message.len(), |shared| shared.start);
    let lists =
        [(rule_starts(message), false), (number_starts(&clean.text), false), (heading_starts(&clean.text), true)];
    for (starts, is_loose) in
        lists.into_iter().filter(|(starts, _)| (2..=4 * MAX_ANNOUNCEMENTS).contains(&starts.len()))
    {
        let starts: Vec<usize> = starts.into_iter().filter(|start| *start < end).collect();
        let ends = starts.iter().skip(1).copied().chain([end]);
        let parts: Vec<Range<usize>> = starts.iter().zip(ends).map(|(start, end)| *start..end).collect();
        let (own, rest): (Vec<_>, Vec<_>) =
            parts.into_iter().partition(|part| is_announcement(clean, part, shared.is_some(), is_loose, today));
        // What is no announcement of its own may be the end of one, so that it could not be told whose it is.
        let small =
            rest.iter().all(|part| clean.text.get(part.clone()).is_some_and(|text| text.trim().chars().count() < 200));
        if own.len() >= 2 && small && own.len() <= MAX_ANNOUNCEMENTS {
            return own.into_iter().map(|own| Part { own, shared: shared.clone() }).collect();
        }
    }
    vec![Part { own: 0..message.len(), shared: None }]
}

/// The last paragraph, if it says that it holds for all announcements.
fn shared_paragraph(text: &str) -> Option<Range<usize>> {
    let trimmed = text.trim_end();
    let start = trimmed.rfind("\n\n")? + 2;
    let first: Vec<String> = trimmed
        .get(start..)?
        .split_whitespace()
        .take(4)
        .map(|word| word.trim_end_matches([':', ',']).to_lowercase())
        .collect();
    let holds = first.iter().any(|word| matches!(word.as_str(), "tutto" | "tutti" | "tutte" | "entrambi" | "entrambe"));
    holds.then_some(start..text.len())
}

/// Most announcements of one message.
const MAX_ANNOUNCEMENTS: usize = 12;

/// Where parts start that are separated by lines of dashes or signs.
fn rule_starts(message: &str) -> Vec<usize> {
    let mut starts = vec![0];
    let mut at = 0;
    for line in message.split_inclusive('\n') {
        at += line.len();
        if is_rule(line.trim()) && line.trim() != "--" {
            starts.push(at);
        }
    }
    starts
}

/// Where parts start that are numbered: `1)`, `2.`, `3️⃣` at the beginning of a line.
fn number_starts(text: &str) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let trimmed = line.trim_start();
        let expected = (starts.len() + 1).to_string();
        let numbered = trimmed.strip_prefix(expected.as_str()).is_some_and(|rest| {
            rest.starts_with([')', '.', '-'])
                && !rest.get(1..).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
                || rest.starts_with(is_emoji_modifier)
                || rest.starts_with("      ")
        });
        if numbered {
            starts.push(at);
        }
        at += line.len();
    }
    starts
}

/// Where paragraphs start that begin with a heading: a line of its own after an empty one.
fn heading_starts(text: &str) -> Vec<usize> {
    let mut starts = Vec::new();
    let (mut at, mut after_empty) = (0, true);
    for line in text.split_inclusive('\n') {
        let trimmed = line.trim();
        let heading = (8..=130).contains(&trimmed.chars().count())
            && !trimmed.contains(": ")
            && !super::lines::is_labelled(line)
            && super::kind::names_kind(trimmed);
        if after_empty && heading {
            starts.push(at);
        }
        after_empty = trimmed.is_empty();
        at += line.len();
    }
    starts
}

/// Whether a part says what it is, when, and whom to ask or where to go.
fn is_announcement(
    clean: &CleanText,
    part: &Range<usize>,
    is_reached: bool,
    is_loose: bool,
    today: chrono::NaiveDate,
) -> bool {
    let units = split_units(clean, part);
    let days = find_days(&units, today, None);
    if units.is_empty() || find_kind(&units, None, &days).is_none() {
        return false;
    }
    let dated = days.iter().any(|group| matches!(group.role, Role::Held | Role::Deadline));
    let timed = units.iter().any(|unit| !super::times::find_slots(unit, &[]).is_empty());
    let reached =
        is_reached || units.iter().any(|unit| !find_contacts(unit).is_empty() || super::place::has_address(unit));
    // Paragraphs are weaker evidence than numbers and lines of dashes.
    (if is_loose { dated && timed } else { dated || timed }) && reached
}
