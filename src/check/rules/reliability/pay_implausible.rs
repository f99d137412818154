//! Finds pay far outside of what is paid in Italy: a slip of the keyboard, exploitation, or bait.

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::{Kind, Money};
use crate::path;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "pay-implausible",
        severity: Severity::Error,
        group: RuleGroup::Reliability,
        summary: text("la paga è quella di un lavoro vero", "the pay is that of a real job"),
        explanation: text(
            "Una paga molto sotto i contratti nazionali è sfruttamento, una molto sopra di solito è un'esca. I limiti li ha scelti chi cura il programma, larghi, e non vengono da una statistica; la città li può cambiare in `[paghe]` di site.toml. Se la cifra è giusta, silenzia la regola con il motivo.",
            "Pay far below the national agreements is exploitation, pay far above is usually bait. The limits were chosen by the makers of the program, wide, and come from no statistic; a city can change them in `[paghe]` of site.toml. If the sum is right, suppress the rule with the reason.",
        ),
        wrong: "tipo: lavoro\nretribuzione: {importo: 3, unita: ora}",
        right: "tipo: lavoro\nretribuzione: {importo: 9, unita: ora}",
        origin: "Costituzione, art. 36; codice penale, art. 603-bis",
    },
    function: CheckFunction::Item(check),
};

fn check(board: &Board, item: &Item, findings: &mut Findings<'_>) {
    let Some(pay) = item.facts.pay.value().filter(|_| item.kind() == Kind::Job && !item.facts.is_archived()) else {
        return;
    };
    let Some((unit, [least, most])) = pay.per.and_then(|per| Some((per.word(), board.config.paghe.range(per)?))) else {
        return;
    };
    let written = [(path![retribuzione.importo], pay.amount), (path![retribuzione.massimo], pay.maximum)];
    for (field, Money(cents)) in written.into_iter().filter_map(|(field, amount)| Some((field, amount?))) {
        let euro = cents / 100;
        if (i64::from(least)..=i64::from(most)).contains(&euro) {
            continue;
        }
        findings
            .report_at_field(
                item,
                field,
                localized!("{euro} euro per {unit} non è una paga plausibile", "{euro} euro for each {unit} is no plausible pay"),
                localized!(
                    "guarda la cifra e `unita`: di solito sono da {least} a {most} euro; se è giusta: `silenzia: {{pay-implausible: \"il motivo\"}}`",
                    "look at the sum and `unita`: usually it is {least} to {most} euro; if it is right: `silenzia: {{pay-implausible: \"the reason\"}}`"
                ),
            )
            .ask(localized!(
                "C'è scritto {euro} euro per {unit}: è giusto? Con quale contratto?",
                "It says {euro} euro for each {unit}: is that right? Under which contract?"
            ));
        return;
    }
}
