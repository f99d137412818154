//! Finds starts after their end: projects, contracts, stages, regulations, applications, extensions.

use chrono::NaiveDate;

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::FieldPath;
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
    let mut compare = |path: FieldPath, start: Option<NaiveDate>, end: Option<NaiveDate>| {
        let Some((start, end)) = start.zip(end).filter(|(start, end)| start > end) else { return };
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
    let first = |date: Option<crate::model::PartialDate>| date.map(crate::model::PartialDate::first_day);
    let last = |date: Option<crate::model::PartialDate>| date.map(crate::model::PartialDate::last_day);
    compare(path![fine], first(facts.start.value().copied()), last(facts.end.value().copied()));
    if let Some(contract) = facts.contract.value() {
        compare(path![contratto.fine], first(contract.start), last(contract.end));
    }
    for (index, phase) in facts.phases.iter().enumerate() {
        compare(path![fasi[index]], first(phase.start), last(phase.end));
    }
    compare(path![vigore_al], facts.in_force_from, facts.in_force_until);
    let deadline = facts.deadline.value().and_then(|deadline| deadline.date());
    compare(path![aperto_dal], facts.opens, deadline);
    compare(path![prorogata_dal], facts.extended_from, deadline);
}
