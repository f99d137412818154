//! An internship pays at least what the region asks for.

use crate::board::{Board, Item};
use crate::check::{Check, Findings, Look};
use crate::diagnostic::{Group, Rule, Severity, text};
use crate::model::{BenefitKind, ContractKind, Kind, Money, Per};
use crate::source::Step;
use crate::words;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "internship-allowance-low",
        severity: Severity::Warning,
        group: Group::Accessibility,
        summary: text(
            "l'indennità di un tirocinio raggiunge il minimo della regione",
            "the allowance of an internship reaches the region's minimum",
        ),
        explanation: text(
            "Ogni regione fissa un'indennità minima per i tirocini extracurriculari (site.toml, `tirocinio_minimo`). Sotto quella cifra l'annuncio è vecchio, riguarda un'altra regione o un altro tipo di tirocinio: chiedi, e scrivilo.",
            "Every region sets a least allowance for internships (site.toml, `tirocinio_minimo`). Below it the announcement is old, of another region, or another kind of internship: ask, and say so.",
        ),
        wrong: "tipo: lavoro\ncontratto: tirocinio\nretribuzione: {importo: 500, unita: mese}",
        right: "tipo: lavoro\ncontratto: tirocinio\nretribuzione: {importo: 800, unita: mese}",
        origin: "linee guida nazionali sui tirocini, 25 maggio 2017; legge regionale (per il Lazio D.G.R. 576/2019)",
    },
    look: Look::Item(look),
};

fn look(board: &Board, item: &Item, findings: &mut Findings<'_>) {
    let Some(minimum) = board.config.territorio.tirocinio_minimo else { return };
    let facts = &item.facts;
    let contract = facts.contract.value().and_then(|contract| contract.kind.value());
    let title = item.title().to_lowercase();
    let internship = contract == Some(&ContractKind::Internship)
        || (item.kind() == Kind::Training && (title.contains("tirocin") || title.contains("stage")));
    if !internship || facts.archived.is_some() {
        return;
    }
    let monthly = |per: Option<Per>| matches!(per, Some(Per::Month) | None);
    let pay = facts.pay.value().filter(|pay| monthly(pay.per)).and_then(|pay| Some(("retribuzione", 0, pay.amount?)));
    let benefit = facts.benefits.iter().enumerate().find_map(|(index, benefit)| {
        let allowance = matches!(benefit.kind, Some(BenefitKind::Allowance | BenefitKind::Pay));
        (allowance && benefit.per == Some(Per::Month)).then_some(("benefici", index, benefit.amount?))
    });
    let Some((key, index, Money(cents))) = pay.or(benefit) else { return };
    if cents >= i64::from(minimum) * 100 {
        return;
    }
    let amount = cents / 100;
    let region = board.config.territorio.regione.as_deref().unwrap_or("questa regione");
    findings
        .at(
            &item.document,
            &[Step::Key(key), Step::Item(index), Step::Key("importo")],
            words!(
                "{amount} euro al mese per un tirocinio: il minimo in {region} è {minimum}",
                "{amount} euro a month for an internship: the minimum in {region} is {minimum}"
            ),
            words!("controlla la cifra, o scrivi nel testo perché è più bassa", "check the sum, or say in the text why it is lower"),
        )
        .ask(words!(
        "L'indennità di {amount} euro al mese è sotto il minimo di {minimum}: è giusta? Per quale tipo di tirocinio?",
        "The allowance of {amount} euro a month is below the minimum of {minimum}: is it right? For what kind of internship?"
    ));
}
