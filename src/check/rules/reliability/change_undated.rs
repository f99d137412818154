//! Finds what has changed since it was published or posted on a channel, without the day of the change.

use crate::board::{Board, Item, Status};
use crate::check::{BaseBoard, Check, CheckFunction, Findings};
use crate::diagnostic::{LocalizedString, Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::{Dates, Deadline, Edition, FieldPath, Opportunity, PartialDate, Place, Publication, Weekday};
use crate::path;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "change-undated",
        severity: Severity::Warning,
        group: RuleGroup::Reliability,
        summary: text(
            "quello che cambia dopo essere uscito dice quando è cambiato",
            "what changes after it was published says when it changed",
        ),
        explanation: text(
            "Chi ha letto il messaggio sul canale non rilegge la pagina. Se dopo l'annuncio si annulla, finisce i posti o cambia nelle date, nel luogo, nel prezzo o nel modo di partecipare, scrivi il giorno in `aggiornato`: la pagina lo mostra, e la redazione propone il messaggio che corregge. `bacheca extend`, `cancel`, `full` e `reopen` lo scrivono da soli. Che cosa è cambiato si vede solo con `bacheca check --base`; di ciò che è solo sul sito contano scadenza, date, orari e luogo.",
            "Whoever has read the message on the channel does not read the page again. If the item is cancelled or full after that, or changes its dates, place, price or way to take part, write the day into `aggiornato`: the page shows it, and the desk proposes the message that corrects. `bacheca extend`, `cancel`, `full` and `reopen` write it by themselves. What has changed is seen only with `bacheca check --base`; of what is only on the site deadline, dates, hours and place count.",
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
    let Some(posted) = item.publications().filter_map(Publication::day).min().filter(|_| is_off && is_ahead) else {
        return;
    };
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

/// What is different in a published item that has no newer day of its change: day, hour and place, and all that one acts on
/// if it was posted too.
fn compare(board: &Board, base: &BaseBoard, findings: &mut Findings<'_>) {
    for before in &base.items {
        let Some(item) = before.names.iter().find_map(|name| board.item(name)) else { continue };
        let is_dated = item.facts.updated != before.facts.updated || item.facts.updated == Some(board.today);
        // Who comes from another board is corrected there.
        if is_dated || !board.is_published(item) || !item.status.is_open() || item.permalink_elsewhere().is_some() {
            continue;
        }
        let is_posted = before.was_posted;
        let changed = changed_occasion(&before.facts, &item.facts)
            .or_else(|| changed_fact(&before.facts, &item.facts).filter(|_| is_posted));
        if let Some((LocalizedString { it, en }, path)) = changed {
            let message = if is_posted {
                localized!(
                    "dopo che l'annuncio è uscito sul canale cambia {it}",
                    "{en} changes after the item was posted"
                )
            } else {
                localized!("in un annuncio già pubblicato cambia {it}", "{en} of a published item changes")
            };
            findings.report_at_field(item, path, message, hint(board));
        }
    }
}

fn hint(board: &Board) -> LocalizedString {
    let today = board.today;
    localized!("aggiungi `aggiornato: {today}`", "add `aggiornato: {today}`")
}

/// The first of deadline, days, hours and place that means something else now; other words for the same are no change.
fn changed_occasion(before: &Opportunity, now: &Opportunity) -> Option<(LocalizedString, FieldPath)> {
    let action = |facts: &Opportunity| facts.requested_action.value().and_then(|action| action.deadline).map(moment);
    let deadline = |facts: &Opportunity| facts.deadline.value().copied().map(moment);
    let days = |facts: &Opportunity| -> Vec<_> { facts.editions().iter().map(days_of).collect() };
    let hours = |facts: &Opportunity| -> Vec<_> {
        facts.editions().iter().map(|edition| edition.hours.value().cloned()).collect()
    };
    let places = |facts: &Opportunity| -> Vec<String> {
        let of_editions = facts.editions().iter().filter_map(|edition| edition.place.as_ref());
        facts.places().iter().chain(of_editions).map(plain_address).collect()
    };
    let period = |facts: &Opportunity| (facts.start.value().copied(), facts.project_end());
    let date = if now.editions().len() > 1 { path![edizioni] } else { path![date] };
    let facts = [
        (deadline(before) != deadline(now), localized!("la scadenza", "the deadline"), path![scadenza]),
        (action(before) != action(now), localized!("la scadenza", "the deadline"), path![azione_richiesta.scadenza]),
        (days(before) != days(now), localized!("la data", "the date"), date),
        (hours(before) != hours(now), localized!("l'orario", "the hour"), path![orari]),
        (places(before) != places(now), localized!("il luogo", "the place"), path![luogo]),
        (period(before) != period(now), localized!("il periodo", "the period"), path![inizio]),
        (before.in_force_until != now.in_force_until, localized!("l'ultimo giorno", "the last day"), path![vigore_al]),
    ];
    facts.into_iter().find_map(|(is_other, name, path)| is_other.then_some((name, path)))
}

/// A deadline by what it means: the end of a day is what a day without an hour ends with.
fn moment(deadline: Deadline) -> Deadline {
    match deadline {
        Deadline::On(day, Some(time)) if time.minutes() == 24 * 60 => Deadline::On(day, None),
        other => other,
    }
}

/// Days of an edition and its weekdays; a period of one day is that day.
fn days_of(edition: &Edition) -> (Option<Dates>, Vec<Weekday>) {
    let dates = edition.dates.value().map(|dates| match dates {
        Dates::Period(PartialDate::Day(start), Some(PartialDate::Day(end))) if start == end => {
            Dates::Days(vec![*start])
        }
        other => other.clone(),
    });
    let mut weekdays = edition.weekdays.clone();
    weekdays.sort_unstable();
    (dates, weekdays)
}

/// Letters and digits of an address, else of a name: a comma, a capital letter, a district or the town make no other place.
fn plain_address(place: &Place) -> String {
    let address = place.address.as_deref().or(place.name.as_deref()).unwrap_or_default().to_lowercase();
    let town = place.town.as_deref().unwrap_or_default().to_lowercase();
    let street =
        address.split_once(',').filter(|(_, rest)| rest.trim() == town).map_or(address.as_str(), |(street, _)| street);
    street.chars().filter(|letter| letter.is_alphanumeric()).collect()
}

/// The first other fact that readers act on and that is another now.
fn changed_fact(before: &Opportunity, now: &Opportunity) -> Option<(LocalizedString, FieldPath)> {
    let facts = [
        (before.editions != now.editions, localized!("il giorno, l'ora o il luogo", "day, hour or place"), path![date]),
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
