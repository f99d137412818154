//! Translations that somebody has begun: they are left out, and nothing else waits for them.

use crate::model::{FieldPath, Problem, Spans, Translation, placeholder};
use crate::path;
use crate::source::{Document, Spanned};

/// Why a translation is not published yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unfinished {
    /// Its file says so (`stato: bozza`).
    Draft,
    /// A field without a value.
    Empty {
        /// Key of the field.
        key: String,
    },
    /// It has no title.
    NoTitle,
    /// A placeholder in place of a text.
    Placeholder {
        /// As written.
        word: String,
    },
}

/// Finds out why a translation is unfinished; `None` if it is finished. Its empty fields are no errors then: they are
/// taken out of `problems`.
pub(super) fn take_unfinished(
    document: &Document,
    facts: &Translation,
    spans: &Spans,
    problems: &mut Vec<Spanned<Problem>>,
) -> Option<Spanned<Unfinished>> {
    let found = find_reason(document, facts, spans, problems)?;
    problems.retain(|found| !matches!(found.problem, Problem::EmptyField { .. }));
    Some(found)
}

fn find_reason(
    document: &Document,
    facts: &Translation,
    spans: &Spans,
    problems: &[Spanned<Problem>],
) -> Option<Spanned<Unfinished>> {
    if facts.state.is_some() {
        return Some(Spanned::new(spans.nearest(&path![stato]), Unfinished::Draft));
    }
    let texts: [FieldPath; 3] = [path![titolo], path![titolo_breve], path![sintesi]];
    for range in texts.iter().filter_map(|field| spans.find(field)) {
        let written = document.source.text.get(range.clone()).unwrap_or_default();
        let word = written.trim_matches(['"', '\'']).trim();
        if placeholder(word).is_some() {
            return Some(Spanned::new(range, Unfinished::Placeholder { word: word.to_owned() }));
        }
    }
    let empty = problems.iter().find_map(|found| match &found.problem {
        Problem::EmptyField { key } => Some(Spanned::new(found.span.clone(), Unfinished::Empty { key: key.clone() })),
        _ => None,
    });
    let no_title = || Spanned::new(spans.nearest(&path![]), Unfinished::NoTitle);
    empty.or_else(|| facts.title.is_none().then(no_title))
}
