//! Two columns of running text side by side, which are read one after the other.

use std::ops::Range;

use super::fragment::{Fragment, Line, PARAGRAPH_GAP};

/// Fewest lines on each side of two columns.
const MIN_COLUMN_LINES: usize = 3;
/// Fewest letters of a usual line of a column of running text, and of one whose sentences go on from line to line.
const MIN_COLUMN_LETTERS: usize = 18;
const MIN_LETTERS_OF_WRAPPED: usize = 8;
/// One line in so many goes on with the sentence of the line before, in a column of short lines.
const LINES_PER_WRAPPED: usize = 4;
/// Most lines in which the same gap is looked for.
const MAX_COLUMN_LINES: usize = 400;
/// Most gaps of a line that may part columns.
const MAX_GAPS: usize = 6;

/// Number of lines from the first on that one gap parts into two columns of running text, and the gap.
pub(super) fn find_columns(lines: &[Line]) -> Option<(usize, Range<f64>)> {
    let first = lines.first()?;
    let mut gaps: Vec<Range<f64>> =
        first.windows(2).filter_map(|pair| Some(pair.first()?.end..pair.get(1)?.start)).collect();
    gaps.push(f64::NEG_INFINITY..first.first()?.start);
    gaps.push(first.last()?.end..f64::INFINITY);
    if gaps.len() > MAX_GAPS {
        return None;
    }
    let found = gaps.into_iter().filter_map(|gap| follow_gap(lines, gap));
    found.max_by_key(|(count, _)| *count)
}

/// Lines and letters on one side of a gap.
#[derive(Default)]
struct Side {
    lines: usize,
    letters: usize,
    /// Lines that go on with the sentence of the line before.
    wrapped: usize,
}

impl Side {
    fn add(&mut self, fragments: &[&Fragment]) {
        let Some(first) = fragments.first() else { return };
        self.lines += 1;
        self.letters += fragments.iter().map(|fragment| fragment.text.chars().count()).sum::<usize>();
        self.wrapped += usize::from(first.text.trim_start().starts_with(char::is_lowercase));
    }

    fn has_lines_of(&self, letters: usize) -> bool {
        self.lines >= MIN_COLUMN_LINES && self.letters >= letters * self.lines
    }

    /// Whether its lines are too long for labels, or go on from one to the next, which labels do not.
    fn is_first_column(&self) -> bool {
        let is_wrapped = self.wrapped > 1 && self.wrapped * LINES_PER_WRAPPED >= self.lines;
        self.has_lines_of(MIN_COLUMN_LETTERS) || is_wrapped && self.has_lines_of(MIN_LETTERS_OF_WRAPPED)
    }
}

/// Whether two sides are columns of running text, not labels and what they say.
fn are_columns(left: &Side, right: &Side) -> bool {
    left.is_first_column() && right.has_lines_of(MIN_LETTERS_OF_WRAPPED)
}

/// Follows a gap down the lines, as long as it stays open; `None` if what it parts are no two columns.
fn follow_gap(lines: &[Line], mut gap: Range<f64>) -> Option<(usize, Range<f64>)> {
    let (mut left, mut right) = (Side::default(), Side::default());
    let mut count = 0;
    let mut before: Option<&Fragment> = None;
    for line in lines.iter().take(MAX_COLUMN_LINES) {
        let Some(narrowed) = line.iter().try_fold(gap.clone(), narrow_gap) else { break };
        let (on_left, on_right): (Vec<&Fragment>, Vec<&Fragment>) =
            line.iter().partition(|fragment| fragment.end <= narrowed.start);
        let is_one_sided = on_left.is_empty() || on_right.is_empty();
        let is_far = before
            .zip(line.first())
            .is_some_and(|(before, first)| first.y - before.y > PARAGRAPH_GAP * 1.5 * first.size);
        // What comes on one side after a large gap is no longer part of the columns.
        if is_one_sided && is_far {
            break;
        }
        gap = narrowed;
        left.add(&on_left);
        right.add(&on_right);
        count += 1;
        before = line.first();
    }
    (gap.start.is_finite() && gap.end.is_finite() && are_columns(&left, &right)).then_some((count, gap))
}

/// The part of a gap that a fragment leaves open; `None` if it is narrower than a letter.
fn narrow_gap(gap: Range<f64>, fragment: &Fragment) -> Option<Range<f64>> {
    let before = gap.start..gap.end.min(fragment.start);
    let after = gap.start.max(fragment.end)..gap.end;
    let width = |range: &Range<f64>| range.end - range.start;
    // Beside the outermost fragment the page is open without end: what counts is on its other side.
    let left = match (gap.start.is_finite(), gap.end.is_finite()) {
        (true, false) if width(&before) >= fragment.size => before,
        (false, true) if width(&after) >= fragment.size => after,
        _ if width(&before) > width(&after) => before,
        _ => after,
    };
    (width(&left) >= fragment.size).then_some(left)
}

/// Parts the fragments of lines into those left of a gap and those right of it.
pub(super) fn split_columns(lines: &[Line], gap: &Range<f64>) -> (Vec<Line>, Vec<Line>) {
    let mut sides = (Vec::new(), Vec::new());
    for line in lines {
        let (left, right): (Line, Line) = line.iter().cloned().partition(|fragment| fragment.end <= gap.start);
        if !left.is_empty() {
            sides.0.push(left);
        }
        if !right.is_empty() {
            sides.1.push(right);
        }
    }
    sides
}
