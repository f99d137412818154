//! Finds deadlines before the day of publication.

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::PartialDate;
use crate::path;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "deadline-before-publication",
        severity: Severity::Error,
        group: RuleGroup::Clarity,
        summary: text("la scadenza viene dopo la pubblicazione", "the deadline comes after the publication"),
        explanation: text(
            "Nessuno può iscriversi prima di sapere che c'è qualcosa. Di solito l'anno è sbagliato.",
            "Nobody can enrol before hearing of it. Usually the year is wrong.",
        ),
        wrong: "pubblicato: 2026-11-20\nscadenza: 2026-11-15",
        right: "pubblicato: 2026-11-20\nscadenza: 2026-12-04",
        origin: "linee guida del canale, paragrafo 5, criterio «Chiarezza delle informazioni»",
    },
    function: CheckFunction::Item(check),
};

fn check(_: &Board, item: &Item, findings: &mut Findings<'_>) {
    let (Some(PartialDate::Day(published)), Some(deadline)) =
        (item.facts.published.value(), item.facts.deadline.value().and_then(|deadline| deadline.date()))
    else {
        return;
    };
    if deadline < *published {
        let finding = findings.report_at_field(
            item,
            path![scadenza],
            localized!(
                "la scadenza ({deadline}) viene prima della pubblicazione ({published})",
                "the deadline ({deadline}) comes before the publication ({published})"
            ),
            localized!("controlla le due date: forse l'anno è sbagliato", "check the two dates: the year may be wrong"),
        );
        finding.ask(localized!(
            "La scadenza sarebbe il {deadline}, prima che l'annuncio uscisse ({published}): fino a quale giorno c'è tempo?",
            "The deadline would be {deadline}, before the announcement was out ({published}): until which day is there time?"
        ));
    }
}
