//! Reports where git left two versions of a text, in any file of a board.

use std::ops::Range;

use super::Problem;
use crate::source::{self, Source, Spanned, find_conflicts};

/// Reports where git left two versions of a text; returns whether the `facts` cannot be read because of it. `keeps_both`
/// says that no version takes the other's place.
pub(super) fn report_conflicts(
    source: &Source,
    facts: &Range<usize>,
    keeps_both: bool,
    problems: &mut Vec<Problem>,
) -> bool {
    let conflicts = find_conflicts(&source.text, facts);
    let is_in_facts = conflicts.iter().any(|conflict| conflict.span.start < facts.end);
    problems.extend(conflicts.into_iter().map(|conflict| {
        let both = conflict.both.filter(|_| keeps_both);
        let both = both.map(|text| source::Replacement { span: conflict.span, text });
        Problem::in_file(&source.path, Spanned::new(conflict.marker, source::Problem::Conflict { both }))
    }));
    is_in_facts
}
