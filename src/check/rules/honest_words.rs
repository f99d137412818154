//! Each honest word has its place: `da chiedere` in drafts, `non indicato` in archived items.

use crate::board::{Board, Item};
use crate::check::{Check, Findings, Look};
use crate::diagnostic::Rule;
use crate::model;
use crate::words;

pub(super) const TO_ASK: Check = Check {
    rule: Rule::error(
        "to-ask-outside-draft",
        "«da chiedere» sta solo nelle bozze",
        "`da chiedere` stands only in drafts",
        "linee guida del canale, paragrafo 5, criterio «Chiarezza delle informazioni»",
    ),
    look: Look::Item(to_ask),
};

pub(super) const NOT_STATED: Check = Check {
    rule: Rule::error(
        "not-stated-outside-archive",
        "«non indicato» sta solo negli annunci archiviati, con la loro fonte",
        "`non indicato` stands only in archived items, with their source",
        "linee guida del canale, paragrafo 5, criterio «Chiarezza delle informazioni»",
    ),
    look: Look::Item(not_stated),
};

fn to_ask(_: &Board, item: &Item, findings: &mut Findings<'_>) {
    if item.facts.is_draft() {
        return;
    }
    for span in spans_of(item, model::TO_ASK) {
        findings.span(
            &item.document,
            span,
            words!("«da chiedere» va bene solo in una bozza", "`da chiedere` is for drafts only"),
            words!("scrivi il valore, o aggiungi `stato: bozza`", "write the value, or add `stato: bozza`"),
        );
    }
}

fn not_stated(_: &Board, item: &Item, findings: &mut Findings<'_>) {
    if item.facts.archived.is_some() {
        return;
    }
    for span in spans_of(item, model::NOT_STATED) {
        findings.span(
            &item.document,
            span,
            words!(
                "«non indicato» va bene solo in un annuncio archiviato",
                "`non indicato` is for archived items only"
            ),
            words!(
                "chiedilo all'ente (`stato: bozza` e `da chiedere`), o aggiungi `archiviato:` se era già chiuso",
                "ask the organisation (`stato: bozza` and `da chiedere`), or add `archiviato:` if it was closed already"
            ),
        );
    }
}

/// Where a word stands as a whole value; the file is read again only if it holds the word at all.
fn spans_of(item: &Item, word: &str) -> Vec<std::ops::Range<usize>> {
    if !item.document.facts().contains(word) {
        return Vec::new();
    }
    let mut spans = Vec::new();
    if let Some(root) = crate::source::parse(&item.document, &mut Vec::new()) {
        root.visit(&mut |node| {
            if node.text().map(str::trim) == Some(word) {
                spans.push(node.span.clone());
            }
        });
    }
    spans
}
