//! Finds no-break spaces (U+00A0).

use std::sync::LazyLock;

use memchr::memmem;

use crate::board::Board;
use crate::check::{Check, CheckFunction, Findings};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::source::structural_spaces;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "non-breaking-space",
        severity: Severity::Warning,
        group: RuleGroup::Syntax,
        summary: text("gli spazi sono spazi", "spaces are spaces"),
        explanation: text(
            "Copiando da Word o da un sito restano spazi speciali (NBSP). Sembrano spazi ma non lo sono: una parola cercata non si trova, e un campo non si legge. `bacheca check --fix` li cambia.",
            "Copying from Word or a site leaves special spaces (NBSP). They look like spaces but are not: searches do not find words next to them, and a field is not read. `bacheca check --fix` changes them.",
        ),
        wrong: "titolo: Corso\u{a0}di\u{a0}italiano",
        right: "titolo: Corso di italiano",
        origin: "formato dei contenuti",
    },
    function: CheckFunction::Board(check),
};

static SPACE_FINDER: LazyLock<memmem::Finder<'static>> = LazyLock::new(|| memmem::Finder::new("\u{a0}"));

fn check(board: &Board, findings: &mut Findings<'_>) {
    for document in board.texts() {
        // French puts one before punctuation, so translations may have them.
        let translation = document.source.path.matches('.').count() > 1;
        let text = &document.source.text;
        if translation || SPACE_FINDER.find(text.as_bytes()).is_none() {
            continue;
        }
        // Where YAML needs a space it is an error of syntax.
        let start = document.facts.start;
        let reported: Vec<usize> = structural_spaces(document.facts()).map(|span| span.start + start).collect();
        for (at, space) in text.match_indices('\u{a0}').filter(|(at, _)| !reported.contains(at)) {
            let span = at..at + space.len();
            findings
                .report_at_span(
                    document,
                    span.clone(),
                    localized!(
                        "qui c'è uno spazio speciale (NBSP), non uno spazio",
                        "this is a special space (NBSP), not a space"
                    ),
                    localized!(
                        "cancellalo e premi la barra spaziatrice; `bacheca check --fix` lo fa da solo",
                        "delete it and press the space bar; `bacheca check --fix` does so by itself"
                    ),
                )
                .correct(span, " ".to_owned(), true);
        }
    }
}
