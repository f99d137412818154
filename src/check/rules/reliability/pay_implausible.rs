//! Finds pay far outside of what is paid in Italy: a slip of the keyboard, exploitation, or bait.

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::{ContractKind, FieldPath, Kind, Money, PayPeriod};
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
            if report_low_hourly_pay(board, item, field, cents, findings) {
                return;
            }
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

/// Weeks in a month.
const WEEKS_PER_MONTH: f64 = 52.0 / 12.0;

/// Reports a month's pay of `cents` that is less for each hour than an hour is paid at least; of work under a contract
/// only, since internships, civil service and volunteering have allowances.
fn report_low_hourly_pay(
    board: &Board,
    item: &Item,
    field: FieldPath,
    cents: i64,
    findings: &mut Findings<'_>,
) -> bool {
    let is_monthly = item.facts.pay.value().is_some_and(|pay| pay.per == Some(PayPeriod::Month));
    let [contract] = item.facts.contract.value().map(|contracts| &**contracts).unwrap_or_default() else {
        return false;
    };
    let has_allowance = matches!(
        contract.kind.value(),
        None | Some(ContractKind::Internship | ContractKind::CivilService | ContractKind::Volunteering)
    );
    let (Some(hours), Some([least, _])) = (contract.weekly_hours, board.config.paghe.range(PayPeriod::Hour)) else {
        return false;
    };
    let month = f64::from(hours) * WEEKS_PER_MONTH;
    let euro = cents / 100;
    #[expect(clippy::cast_precision_loss, reason = "a month's pay is far below 2^52")]
    let hourly = euro as f64 / month;
    if !is_monthly || has_allowance || hourly >= f64::from(least) {
        return false;
    }
    let written = format!("{hourly:.2}").replace('.', ",");
    findings
        .report_at_field(
            item,
            field,
            localized!(
                "{euro} euro al mese per le ore scritte fanno {written} euro l'ora",
                "{euro} euro a month for the hours that are written make {written} euro an hour"
            ),
            localized!(
                "guarda la cifra e `ore_settimana`; se sono giuste, quella paga è sotto ogni contratto nazionale: non si pubblica",
                "look at the sum and `ore_settimana`; if they are right, this pay is below every national agreement: it is not published"
            ),
        )
        .ask(localized!(
            "C'è scritto {euro} euro al mese: è giusto, con quelle ore alla settimana? Con quale contratto?",
            "It says {euro} euro a month: is that right for those hours a week? Under which contract?"
        ));
    true
}
