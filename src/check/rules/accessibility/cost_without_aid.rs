//! Reports paid opportunities without financial aid, which the guidelines exclude.

use crate::board::Problem;
use crate::check::{Check, CheckFunction, problem_words::finding};
use crate::diagnostic::{Diagnostic, Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::CostWithoutAid;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "cost-without-aid",
        severity: Severity::Error,
        group: RuleGroup::Accessibility,
        summary: text("ciò che si paga prevede un'agevolazione", "if there is a price, there is aid"),
        explanation: text(
            "Il canale pubblica solo opportunità gratuite, o con borse di studio e agevolazioni per chi è in difficoltà. Se l'agevolazione c'è, scrivi quale e per chi: pagare a rate non lo è, e un contributo alto è un prezzo. Bolli e bollettini dello Stato non contano.",
            "The channel publishes only what is free, or comes with scholarships or discounts for people in difficulty. If there is aid, write which and for whom: paying in instalments is not aid, and a high fee is a price. Stamp duties and state fees do not count.",
        ),
        wrong: "costo: {tipo: a pagamento, importo: 2.300}",
        right: "costo: {tipo: a pagamento, importo: 2.300, agevolazione: gratuito per 5 persone rifugiate}",
        origin: "linee guida del canale, paragrafo 5, criterio «Accessibilità»",
    },
    function: CheckFunction::LoadingProblem,
};

pub(in crate::check) fn describe(at: &Problem, problem: CostWithoutAid) -> Diagnostic {
    let message = match problem {
        CostWithoutAid::NotAnAid => localized!(
            "è a pagamento, e quella che c'è scritta non è un'agevolazione",
            "it is paid for, and what is written is not aid"
        ),
        CostWithoutAid::NoAid => {
            localized!("è a pagamento e non prevede agevolazioni", "it is paid for and comes without aid")
        }
        CostWithoutAid::FeeIsPrice(amount) => {
            let amount = amount.to_italian();
            localized!(
                "un contributo di {amount} è un prezzo, e non ci sono agevolazioni",
                "a fee of {amount} is a price, and there is no aid"
            )
        }
        CostWithoutAid::UnknownTerms => localized!(
            "si paga dopo, ma non si sa quanto, quando e con quale aiuto",
            "payment is deferred, but amount, date and aid are not stated"
        ),
    };
    finding(&const { CHECK.rule.brief() }, at, message)
        .hint(localized!(
            "il canale pubblica solo ciò che è gratuito o prevede borse o sconti: aggiungi `agevolazione:`",
            "the channel publishes only what is free or comes with scholarships or discounts: add `agevolazione:`"
        ))
        .question(localized!(
            "Si paga: ci sono borse di studio, sconti o posti gratuiti per chi è in difficoltà?",
            "It is paid for: are there scholarships, discounts or free places for people in difficulty?"
        ))
}
