//! An extension says which deadline it extends.

use crate::board::{Board, Item};
use crate::check::{Check, Findings, Look, Phrase, Prose};
use crate::diagnostic::{Group, Rule, Severity, text};
use crate::source::Step;
use crate::words;

const PHRASES: &str = "\
proroga|prorogata|prorogato|prorogate|prorogati|prorogati i termini|riapertura dei termini|riaperte le iscrizioni|termini riaperti";

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "extension-not-declared",
        severity: Severity::Warning,
        group: Group::Clarity,
        summary: text("una proroga dice la scadenza che aveva prima", "an extension names the deadline it had before"),
        explanation: text(
            "Se la scadenza è stata spostata, `scadenza` è quella nuova e `prorogata_dal` quella vecchia: la pagina mostra tutte e due, e chi ha visto la vecchia capisce. «PROROGA» nel titolo non serve.",
            "If the deadline was moved, `scadenza` is the new one and `prorogata_dal` the old: the page shows both, and whoever saw the old one understands. «PROROGA» in the title is not needed.",
        ),
        wrong: "titolo: \"PROROGA: corso di italiano\"",
        right: "titolo: Corso di italiano\nscadenza: 2026-12-04\nprorogata_dal: 2026-11-27",
        origin: "linee guida del canale, paragrafo 5, «Scadenza per l'iscrizione»",
    },
    look: Look::Phrases(PHRASES, found),
};

fn found(_: &Board, item: &Item, prose: &Prose<'_>, phrase: &Phrase<'_>, findings: &mut Findings<'_>) {
    use crate::model::Kind;
    let of_the_offer = matches!(item.kind(), Kind::Training | Kind::Job | Kind::Housing | Kind::Event | Kind::News);
    // A permit or a contract may be prolonged too: only title and summary speak of the offer itself.
    let title = item.title().to_lowercase().contains(&phrase.written().to_lowercase());
    let summary = prose.summary().text.to_lowercase().contains(&phrase.written().to_lowercase());
    if item.facts.extended_from.is_some() || !of_the_offer || !(title || summary) {
        return;
    }
    let key = if title { "titolo" } else { "sintesi" };
    findings
        .at(
            &item.document,
            &[Step::Key(key)],
            words!("è una proroga, ma non si sa di quale scadenza", "this is an extension, but of which deadline?"),
            words!(
                "scrivi la scadenza di prima: `prorogata_dal: 2026-11-15`; la nuova resta in `scadenza`",
                "write the deadline before: `prorogata_dal: 2026-11-15`; the new one stays in `scadenza`"
            ),
        )
        .ask(words!("Qual era la scadenza prima della proroga?", "Which was the deadline before the extension?"));
}
