//! Finds starts after their end: projects, contracts, stages, regulations, applications, extensions.

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::{Dates, FieldPath, PartialDate};
use crate::path;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "start-after-end",
        severity: Severity::Error,
        group: RuleGroup::Clarity,
        summary: text("ogni cosa comincia prima di finire", "everything starts before it ends"),
        explanation: text(
            "Un progetto, un contratto, una fase, una norma finiscono dopo l'inizio; le domande si aprono prima della scadenza, e una proroga è dopo la scadenza di prima. Di solito l'anno è sbagliato, o le date sono scambiate.",
            "A project, a contract, a phase, a regulation end after they start; applications open before the deadline, and an extension comes after the deadline before. Usually the year is wrong, or the dates are swapped.",
        ),
        wrong: "tipo: progetto\ninizio: 2027-12-01\nfine: 2026-11-30",
        right: "tipo: progetto\ninizio: 2026-12-01\nfine: 2027-11-30",
        origin: "linee guida del canale, paragrafo 5, criterio «Chiarezza delle informazioni»",
    },
    function: CheckFunction::Item(check),
};

fn check(_: &Board, item: &Item, findings: &mut Findings<'_>) {
    let facts = &item.facts;
    let mut compare = |path: FieldPath, start: Option<PartialDate>, end: Option<PartialDate>| {
        let is_after = |(start, end): &(PartialDate, PartialDate)| start.first_day() > end.last_day();
        let Some((start, end)) = start.zip(end).filter(is_after) else { return };
        findings
            .report_at_field(
                item,
                path,
                localized!("{start} viene dopo {end}", "{start} comes after {end}"),
                localized!("controlla le due date", "check the two dates"),
            )
            .ask(localized!(
                "Abbiamo due date che non vanno insieme, {start} e {end}: quali sono giuste?",
                "We have two dates that do not fit, {start} and {end}: which are right?"
            ));
    };
    compare(path![fine], facts.start.value().copied(), facts.end.value().copied());
    for (index, contract) in facts.contracts().iter().enumerate() {
        compare(path![contratto[index].fine], contract.start, contract.end);
    }
    for (index, phase) in facts.phases.iter().enumerate() {
        compare(path![fasi[index]], phase.start, phase.end);
    }
    compare(path![vigore_al], facts.in_force_from, facts.in_force_until);
    for (index, edition) in facts.editions().iter().enumerate() {
        let deadline =
            edition.deadline.as_ref().or(facts.deadline.value()).and_then(|deadline| deadline.partial_date());
        let last = edition.dates.value().map(Dates::end);
        compare(path![edizioni[index].aperto_dal], edition.opens, deadline.or(last));
    }
    let deadline = facts.deadline.value().and_then(|deadline| deadline.partial_date());
    compare(path![aperto_dal], facts.opens, deadline);
    compare(path![prorogata_dal], facts.extended_from, deadline);
}
