//! Finds opportunities declared free whose text asks for a fee, a deposit or a share of income.

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings, Phrase, Prose, payments};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::{Cost, Money};
use crate::path;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "free-but-paid",
        severity: Severity::Error,
        group: RuleGroup::Accessibility,
        summary: text("ciò che è gratuito non si paga in un altro modo", "what is free is not paid for in another way"),
        explanation: text(
            "Il costo dice «gratuito», ma il testo parla di una quota, una cauzione, una rata o di una parte dello stipendio da restituire dopo. Chi ha poco denaro lo scopre troppo tardi. Scrivi il costo vero: `contributo`, `a pagamento` con l'agevolazione, o `differito`.",
            "The cost says free, but the text mentions a fee, a deposit, an instalment, or a share of the wage to be paid back later. People with little money find out too late. Write the real cost: `contributo`, `a pagamento` with its aid, or `differito`.",
        ),
        wrong: "costo: gratuito\n---\nPer confermare il posto serve una cauzione di 50 euro.",
        right: "costo: gratuito\n---\nNon serve nessuna cauzione. Porta una marca da bollo da 16 euro.",
        origin: "linee guida del canale, paragrafo 5, criterio «Accessibilità»",
    },
    function: CheckFunction::Several(&[
        CheckFunction::Phrases(&payments::PAYMENTS, on_match),
        CheckFunction::Item(check_declared_cost),
    ]),
};

fn check_declared_cost(_: &Board, item: &Item, findings: &mut Findings<'_>) {
    let Some(cost) = item.facts.cost.value().filter(|cost| cost.is_free()) else { return };
    let Some(Money(cents)) = cost.amount.filter(|amount| *amount > Money(0)) else { return };
    let amount = cents / 100;
    findings
        .report_at_field(
            item,
            path![costo.importo],
            localized!("il costo è «gratuito», ma l'importo è di {amount} euro", "the cost is «gratuito», but the amount is {amount} euro"),
            localized!(
                "se si paga: `tipo: contributo`, o `a pagamento` con `agevolazione:`; se è davvero gratuito togli `importo`",
                "if there is a fee: `tipo: contributo`, or `a pagamento` with `agevolazione:`; if it is really free delete `importo`"
            ),
        )
        .ask(localized!(
            "È gratuito, o si pagano {amount} euro? Per che cosa?",
            "Is it free, or does it cost {amount} euro? What for?"
        ));
}

fn on_match(_: &Board, item: &Item, _: &Prose<'_>, phrase: &Phrase<'_>, findings: &mut Findings<'_>) {
    let is_free = item.facts.cost.value().is_some_and(Cost::is_free);
    if !is_free || !payments::asks_for_money(phrase) {
        return;
    }
    let (range, written) = payments::extend_to_amount(phrase);
    findings
        .report_in_passage(
            &item.document,
            &phrase.passage,
            range,
            localized!("il costo è «gratuito», ma qui c'è «{written}»", "the cost is «gratuito», but the text says «{written}»"),
            localized!(
                "scrivi il costo vero: `costo: {{tipo: contributo, importo: …}}`, `a pagamento` con `agevolazione:`, o `differito`",
                "write the real cost: `costo: {{tipo: contributo, importo: …}}`, `a pagamento` with `agevolazione:`, or `differito`"
            ),
        )
        .ask(localized!(
        "C'è scritto che è gratuito, ma anche «{written}»: che cosa si paga, quanto e quando?",
        "It says free, but also «{written}»: what is paid, how much and when?"
    ));
}
