//! Finds ways to enrol without what they need: a place for «a mano», a number for «telefono», and so on.

use crate::board::{Board, Item};
use crate::check::placeholders::find_placeholders;
use crate::check::{Check, CheckFunction, Findings};
use crate::diagnostic::{LocalizedString, Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::{Contacts, Enrolment, EnrolmentWay, FieldPath, Kind, TO_ASK};
use crate::path;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "enrolment-without-address",
        severity: Severity::Error,
        group: RuleGroup::Clarity,
        summary: text(
            "si dice dove andare, a che numero o a che indirizzo",
            "the announcement says where to go, which number to call or which address to write to",
        ),
        explanation: text(
            "«A mano» senza un posto, «telefono» o «WhatsApp» senza un numero, «email» o «pec» senza un indirizzo non servono a nessuno. Se il recapito è già nei contatti dell'annuncio o dell'ente, o se il posto è nel luogo, non occorre ripeterlo.",
            "«A mano» without a place, «telefono» or «WhatsApp» without a number, «email» or «pec» without an address are of no use. An address in the contacts of the announcement or the organisation, or in the place, need not be repeated.",
        ),
        wrong: "modalita: online\n# luogo:\niscrizione: a mano",
        right: "modalita: online\n# luogo:\niscrizione: {canale: a mano, indirizzo: \"via Roma 1, Borgo\", orari: \"9:00-13:00\"}",
        origin: "linee guida del canale, paragrafo 5, «Modalità di iscrizione»",
    },
    function: CheckFunction::Item(check),
};

fn check(board: &Board, item: &Item, findings: &mut Findings<'_>) {
    let ways = item.facts.enrolment_ways();
    if ways.is_empty() || item.facts.is_archived() {
        return;
    }
    let key = if item.kind() == Kind::Job { "candidatura" } else { "iscrizione" };
    // In a draft the address may be what is still to be asked.
    let enrolment = path![].field(key);
    let is_to_ask = |(path, _): (FieldPath, _)| path.is_within(&enrolment) || path.is_within(&path![contatti]);
    if find_placeholders(item, TO_ASK).any(is_to_ask) {
        return;
    }
    for (index, way) in ways.iter().enumerate() {
        let Some((message, hint, question)) = describe_missing_address(board, item, way) else { continue };
        let path = path![].field(key).item(index);
        findings.report_at_field(item, path, message, hint).ask(question);
    }
}

/// Message, hint and question for a way to enrol that lacks its address; `None` if it is usable.
fn describe_missing_address(
    board: &Board,
    item: &Item,
    way: &Enrolment,
) -> Option<(LocalizedString, LocalizedString, LocalizedString)> {
    let contacts_have = |has: fn(&Contacts) -> bool| {
        let editions = item.facts.editions().iter().filter_map(|edition| edition.contacts.as_ref());
        board.contacts_of(item).into_iter().chain(editions).any(has)
    };
    // A note explains how to enrol better than a field could.
    let note_contains = |sign: fn(char) -> bool| way.note.as_deref().is_some_and(|note| note.contains(sign));
    match way.channel? {
        EnrolmentWay::ByHand => {
            let placed = item.facts.place.value().is_some()
                || item.facts.editions().iter().any(|edition| edition.place.is_some());
            (way.address.is_none() && way.note.is_none() && !placed).then(|| {
                (
                    localized!("a mano, ma non si sa dove", "by hand, but nobody says where"),
                    localized!(
                        "aggiungi il posto: `{{canale: a mano, indirizzo: \"via …, Roma\", orari: \"9:00-13:00\"}}`",
                        "add the place: `{{canale: a mano, indirizzo: \"via …, Roma\", orari: \"9:00-13:00\"}}`"
                    ),
                    localized!(
                        "A quale indirizzo si va, e in quali giorni e orari?",
                        "At which address, and on which days and at what hours?"
                    ),
                )
            })
        }
        channel @ (EnrolmentWay::Telephone | EnrolmentWay::Whatsapp) => {
            let number = way.telephone.is_some()
                || contacts_have(|contacts| !contacts.telephone.is_empty() || !contacts.whatsapp.is_empty())
                || note_contains(|c| c.is_ascii_digit());
            let word = channel.word();
            (!number).then(|| {
                (
                    localized!("«{word}», ma il numero non c'è", "`{word}`, but there is no number"),
                    localized!(
                        "aggiungi il numero: `{{canale: {word}, telefono: \"06 5733 9332\"}}`",
                        "add the number: `{{canale: {word}, telefono: \"06 5733 9332\"}}`"
                    ),
                    localized!("A quale numero si chiama o si scrive?", "Which number should people call or write to?"),
                )
            })
        }
        channel @ (EnrolmentWay::Email | EnrolmentWay::CertifiedEmail) => {
            let address = way.email.is_some()
                || way.address.is_some()
                || contacts_have(|contacts| !contacts.email.is_empty() || !contacts.certified_email.is_empty())
                || note_contains(|c| c == '@');
            let word = channel.word();
            (!address).then(|| {
                (
                    localized!("«{word}», ma l'indirizzo non c'è", "`{word}`, but there is no address"),
                    localized!(
                        "aggiungi l'indirizzo: `{{canale: {word}, email: corsi@example.org}}`",
                        "add the address: `{{canale: {word}, email: corsi@example.org}}`"
                    ),
                    localized!("Qual è l'indirizzo a cui scrivere?", "Which is the address to write to?"),
                )
            })
        }
        EnrolmentWay::RegisteredMail => (way.address.is_none() && way.note.is_none()).then(|| {
            (
                localized!("raccomandata, ma l'indirizzo non c'è", "by registered mail, but there is no address"),
                localized!(
                    "aggiungi `indirizzo:` con via, numero e CAP",
                    "add `indirizzo:` with street, number and postal code"
                ),
                localized!(
                    "A quale indirizzo si manda la raccomandata?",
                    "Which address should the letter be sent to?"
                ),
            )
        }),
        _ => None,
    }
}
