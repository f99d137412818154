//! Finds job announcements that ask candidates for money.

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings, Phrase, Prose, payments};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::{Cost, Kind};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "payment-asked-of-candidate",
        severity: Severity::Error,
        group: RuleGroup::Accessibility,
        summary: text("nessuno paga per candidarsi", "nobody pays to apply"),
        explanation: text(
            "Il canale esclude gli annunci di lavoro con richieste di denaro: chi chiede soldi per un posto, una pratica o una «regolarizzazione» di solito truffa. Bolli e bollettini dello Stato non contano.",
            "The channel excludes job offers that ask for money: anyone who wants to be paid for a place, paperwork or a «regularisation» is usually a swindler. Stamp duties and state fees do not count.",
        ),
        wrong: "tipo: lavoro\n---\nPer attivare la pratica bisogna versare 700 euro.",
        right: "tipo: lavoro\n---\nNon bisogna pagare niente. Per il contratto serve una marca da bollo da 16 euro.",
        origin: "linee guida del canale, paragrafo 4, «Opportunità di lavoro»",
    },
    function: CheckFunction::Phrases(&payments::PAYMENTS, on_match),
};

fn on_match(_: &Board, item: &Item, _: &Prose<'_>, phrase: &Phrase<'_>, findings: &mut Findings<'_>) {
    // For jobs declared free, `free-but-paid` reports the phrase.
    let is_free = item.facts.cost.value().is_some_and(Cost::is_free);
    // The price of something («una stanza costa 400 euro») is not asked of the candidate.
    let is_price = phrase.note == payments::NEEDS_AMOUNT_CLOSE_AFTER && !phrase.form.starts_with("si pag");
    if item.kind() != Kind::Job || is_free || is_price || !payments::asks_for_money(phrase) {
        return;
    }
    let (range, written) = payments::extend_to_amount(phrase);
    findings
        .report_in_passage(
            &item.document,
            &phrase.passage,
            range,
            localized!("a chi si candida si chiede denaro: «{written}»", "candidates are asked for money: «{written}»"),
            localized!(
                "il canale non pubblica lavori che si pagano; se è un costo dello Stato (marca da bollo), scrivilo così",
                "the channel does not publish jobs that candidates pay for; if it is a state fee (stamp duty), say so"
            ),
        )
        .ask(localized!(
        "Nel testo c'è «{written}»: chi si candida deve pagare qualcosa? A chi e perché?",
        "The text says «{written}»: must candidates pay anything? To whom, and why?"
    ));
}
