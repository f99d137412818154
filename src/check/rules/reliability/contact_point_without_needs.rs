//! Finds contact points that do not say what they help with.

use crate::board::Board;
use crate::check::{Check, CheckFunction, Findings};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::Need;
use crate::path;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "contact-point-without-needs",
        severity: Severity::Warning,
        group: RuleGroup::Reliability,
        summary: text("uno sportello dice per quali bisogni", "a contact point says what it helps with"),
        explanation: text(
            "Chi legge sceglie un bisogno («Documenti», «Salute», «Dove dormire») e trova gli sportelli che lo dicono in `bisogni`. `servizi` sono parole libere e non bastano: uno sportello senza `bisogni` non si trova da lì. Scrivi prima il più importante; per tutto il resto c'è `altro`.",
            "Readers choose a need (“Documents”, “Health”, “Where to sleep”) and find the contact points that name it in `bisogni`. `servizi` are free words and not enough: a contact point without `bisogni` is not found there. Write the most important first; for all the rest there is `altro`.",
        ),
        wrong: "-- content/centri/senza-bisogni.md --\n---\nnome: Sportello nuovo\ntipo: sportello\nindirizzo: via Roma 1, Borgo\nverificato: 2026-11-02\n---\n",
        right: "-- content/centri/senza-bisogni.md --\n---\nnome: Sportello nuovo\ntipo: sportello\nindirizzo: via Roma 1, Borgo\nbisogni: [documenti, lavoro]\nverificato: 2026-11-02\n---\n",
        origin: "linee guida del canale, paragrafo 5, criterio «Chiarezza delle informazioni»",
    },
    function: CheckFunction::Board(check),
};

fn check(board: &Board, findings: &mut Findings<'_>) {
    let words: Vec<&str> = Need::ALL.iter().map(|need| need.word()).collect();
    let words = words.join(", ");
    let real = board.contact_points.values().filter(|contact_point| !contact_point.facts.example);
    for contact_point in real.filter(|contact_point| contact_point.facts.needs.is_empty()) {
        findings
            .report_at_field(
                contact_point,
                path![bisogni],
                localized!(
                    "manca `bisogni`: per che cosa si va qui?",
                    "`bisogni` is missing: what do people go there for?"
                ),
                localized!(
                    "scrivi uno o più di questi, prima il più importante: {words}",
                    "write one or more of these, the most important first: {words}"
                ),
            )
            .ask(localized!("Per che cosa ci si può rivolgere a voi?", "What can people come to you for?"));
    }
}
