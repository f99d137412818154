//! Finds what has changed since it was posted on a channel, without the day of the change.

use crate::board::{Board, Item, Status};
use crate::check::{BaseBoard, Check, CheckFunction, Findings};
use crate::diagnostic::{LocalizedString, Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::{FieldPath, Opportunity, Publication};
use crate::path;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "change-undated",
        severity: Severity::Warning,
        group: RuleGroup::Reliability,
        summary: text(
            "quello che cambia dopo essere andato sul canale dice quando è cambiato",
            "what changes after it was posted says when it changed",
        ),
        explanation: text(
            "Chi ha letto il messaggio sul canale non rilegge la pagina. Se dopo l'annuncio si annulla, finisce i posti o cambia nelle date, nel luogo, nel prezzo o nel modo di partecipare, scrivi il giorno in `aggiornato`: la pagina lo mostra, e la redazione propone il messaggio che corregge. Che cosa è cambiato si vede solo con `bacheca check --base`.",
            "Whoever has read the message on the channel does not read the page again. If the item is cancelled or full after that, or changes its dates, place, price or way to take part, write the day into `aggiornato`: the page shows it, and the desk proposes the message that corrects. What has changed is seen only with `bacheca check --base`.",
        ),
        wrong: "stato: annullato\npubblicazioni: [{canale: whatsapp, quando: \"2026-11-20T10:00\"}]",
        right: "stato: annullato\naggiornato: 2026-11-21\npubblicazioni: [{canale: whatsapp, quando: \"2026-11-20T10:00\"}]",
        origin: "linee guida del canale, paragrafo 5, criterio «Qualità e affidabilità»",
    },
    function: CheckFunction::Several(&[CheckFunction::Item(check), CheckFunction::Change(compare)]),
};

fn check(board: &Board, item: &Item, findings: &mut Findings<'_>) {
    let is_off = matches!(item.status, Status::Cancelled(_) | Status::Full(_));
    let is_ahead = item.status.closing().is_none_or(|closing| closing.day >= board.today);
    let Some(posted) = item.publications().filter_map(Publication::day).min().filter(|_| is_off && is_ahead) else { return };
    if item.facts.updated.is_none_or(|updated| updated < posted) {
        let (message, hint) = (
            localized!(
                "è già uscito sul canale, e poi è cambiato: da quando non si sa",
                "it was posted, and has changed since: nobody knows when"
            ),
            hint(board),
        );
        findings.report_at_field(item, path![stato], message, hint);
    }
}

/// What is different in a posted item that has no newer day of its change.
fn compare(board: &Board, base: &BaseBoard, findings: &mut Findings<'_>) {
    for before in base.items.iter().filter(|before| before.was_posted) {
        let Some(item) = before.names.iter().find_map(|name| board.item(name)) else { continue };
        let is_dated = item.facts.updated != before.facts.updated || item.facts.updated == Some(board.today);
        let changed = changed_fact(&before.facts, &item.facts).filter(|_| !is_dated && item.status.is_open());
        if let Some((LocalizedString { it, en }, path)) = changed {
            let message = localized!(
                "dopo che l'annuncio è uscito sul canale cambia {it}",
                "{en} changes after the item was posted"
            );
            findings.report_at_field(item, path, message, hint(board));
        }
    }
}

fn hint(board: &Board) -> LocalizedString {
    let today = board.today;
    localized!("aggiungi `aggiornato: {today}`", "add `aggiornato: {today}`")
}

/// The first fact that readers act on and that is another now.
fn changed_fact(before: &Opportunity, now: &Opportunity) -> Option<(LocalizedString, FieldPath)> {
    let facts = [
        (before.deadline != now.deadline, localized!("la scadenza", "the deadline"), path![scadenza]),
        (before.editions != now.editions, localized!("il giorno, l'ora o il luogo", "day, hour or place"), path![date]),
        (before.place != now.place, localized!("il luogo", "the place"), path![luogo]),
        (before.after != now.after, localized!("la regola di adesso", "the rule as it is now"), path![dopo]),
        (before.cost != now.cost, localized!("il costo", "the cost"), path![costo]),
        (before.pay != now.pay, localized!("la paga", "the pay"), path![retribuzione]),
        (before.audience != now.audience, localized!("chi può partecipare", "who can take part"), path![destinatari]),
        (before.enrolment != now.enrolment, localized!("come iscriversi", "how to enrol"), path![iscrizione]),
        (before.application != now.application, localized!("come candidarsi", "how to apply"), path![candidatura]),
        (before.contacts != now.contacts, localized!("a chi chiedere", "whom to ask"), path![contatti]),
        (before.steps != now.steps, localized!("che cosa fare", "what to do"), path![cosa_fare]),
    ];
    facts.into_iter().find_map(|(is_other, name, path)| is_other.then_some((name, path)))
}
