//! Finds dates too far from the publication: over before it, or more than two years after it.

use chrono::{Days, NaiveDate};

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::{FieldPath, Kind, PartialDate};
use crate::path;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "date-implausible",
        severity: Severity::Warning,
        group: RuleGroup::Clarity,
        summary: text("le date sono vicine alla pubblicazione", "dates are near the publication"),
        explanation: text(
            "Un'attività finita prima di essere annunciata, o una scadenza fra più di due anni, di solito ha l'anno sbagliato. Lo stesso vale per un atto che ha una data dopo il nostro annuncio, e per la fase di un progetto che continua quando il progetto è finito.",
            "Something that was over before it was announced, or a deadline more than two years ahead, usually has the wrong year. So does an act that is dated after our announcement, and a stage of a project that goes on when the project is over.",
        ),
        wrong: "pubblicato: 2026-11-20\nscadenza: 2062-12-04",
        right: "pubblicato: 2026-11-20\nscadenza: 2026-12-04",
        origin: "linee guida del canale, paragrafo 5, criterio «Chiarezza delle informazioni»",
    },
    function: CheckFunction::Item(check),
};

fn check(_: &Board, item: &Item, findings: &mut Findings<'_>) {
    let facts = &item.facts;
    check_stages(item, findings);
    let Some(PartialDate::Day(published)) = facts.published.value().copied() else { return };
    check_act_date(item, published, findings);
    let Some(latest) = published.checked_add_days(Days::new(730)) else { return };
    let mut far = |path: FieldPath, day: NaiveDate| {
        if day > latest {
            findings
                .report_at_field(
                    item,
                    path,
                    localized!(
                        "{day} è a più di due anni dalla pubblicazione",
                        "{day} is more than two years after publication"
                    ),
                    localized!("controlla l'anno", "check the year"),
                )
                .ask(localized!(
                    "La data {day} è giusta, anno compreso?",
                    "Is the date {day} right, its year included?"
                ));
        }
    };
    if let Some(day) = facts.deadline.value().and_then(|deadline| deadline.date()) {
        far(path![scadenza], day);
    }
    let ends = facts.editions().iter().map(|edition| edition.dates.value().map(crate::model::Dates::end));
    let offered = matches!(item.kind(), Kind::Training | Kind::Event | Kind::News);
    let mut over = offered && !facts.editions().is_empty() && !facts.is_archived();
    for (index, end) in ends.enumerate() {
        match end {
            Some(end) => {
                far(path![edizioni[index].date], end.first_day());
                over &= end.last_day() < published;
            }
            None => over = false,
        }
    }
    if over {
        findings.report_at_field(
            item,
            path![pubblicato],
            localized!("è stato pubblicato quando era già finito", "it was published when it was over"),
            localized!(
                "controlla gli anni; se entra adesso in archivio, aggiungi `archiviato:` con la data di oggi",
                "check the years; if it enters the archive now, add `archiviato:` with today's date"
            ),
        );
    }
}

/// Reports project stages that end after their project.
fn check_stages(item: &Item, findings: &mut Findings<'_>) {
    let Some(over) = item.facts.project_end() else { return };
    for (index, phase) in item.facts.phases.iter().enumerate() {
        // A stage that ends in the month of the project's last day is not after it.
        let Some(end) = phase.end.or(phase.start).filter(|end| end.first_day() > over.last_day()) else { continue };
        let name = &phase.name;
        findings
            .report_at_field(
                item,
                path![fasi[index]],
                localized!(
                    "la fase «{name}» arriva a {end}, ma il progetto finisce il {over}",
                    "the stage «{name}» goes on to {end}, but the project ends on {over}"
                ),
                localized!("correggi la fase o la fine del progetto", "correct the stage or the end of the project"),
            )
            .ask(localized!(
                "La fase «{name}» ({end}) va oltre la fine del progetto ({over}): quale data è giusta?",
                "The stage «{name}» ({end}) goes beyond the project's end ({over}): which date is right?"
            ));
    }
}

/// Reports acts dated after the item's publication.
fn check_act_date(item: &Item, published: NaiveDate, findings: &mut Findings<'_>) {
    let acts = item.facts.acts.iter().enumerate();
    let mut later =
        acts.filter_map(|(index, act)| Some((index, act.date.filter(|date| date.first_day() > published)?)));
    let Some((index, day)) = later.next() else { return };
    findings
        .report_at_field(
            item,
            path![atto[index].data],
            localized!(
                "l'atto è del {day}, ma ne parliamo già il {published}",
                "the act is dated {day}, but we write about it on {published}"
            ),
            localized!("controlla le due date", "check the two dates"),
        )
        .ask(localized!("Di che giorno è l'atto: {day}?", "Is the act dated {day}?"));
}
