//! «A mano» is nowhere without a place, «telefono» nobody without a number.

use crate::board::{Board, Item};
use crate::check::{Check, Findings, Look};
use crate::diagnostic::{Group, Rule, Severity, Words, text};
use crate::model::{Channel, Contacts, Enrolment, Kind};
use crate::source::Step;
use crate::words;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "enrolment-without-address",
        severity: Severity::Error,
        group: Group::Clarity,
        summary: text(
            "si dice dove andare, a che numero o a che indirizzo",
            "it is said where to go, which number to call, which address to write to",
        ),
        explanation: text(
            "«A mano» senza un posto, «telefono» o «WhatsApp» senza un numero, «email» o «pec» senza un indirizzo non servono a nessuno. Se il recapito è già nei contatti dell'annuncio o dell'ente, o se il posto è nel luogo, non occorre ripeterlo.",
            "«A mano» without a place, «telefono» or «WhatsApp» without a number, «email» or «pec» without an address are of no use. What stands in the contacts of the announcement or the organisation, or in its place, need not be repeated.",
        ),
        wrong: "modalita: online\n# luogo:\niscrizione: a mano",
        right: "modalita: online\n# luogo:\niscrizione: {canale: a mano, indirizzo: \"via Roma 1, Borgo\", orari: \"9:00-13:00\"}",
        origin: "linee guida del canale, paragrafo 5, «Modalità di iscrizione»",
    },
    look: Look::Item(look),
};

fn look(board: &Board, item: &Item, findings: &mut Findings<'_>) {
    let ways = item.facts.ways_in();
    if ways.is_empty() || item.facts.archived.is_some() {
        return;
    }
    let key = if item.kind() == Kind::Job { "candidatura" } else { "iscrizione" };
    for (index, way) in ways.iter().enumerate() {
        let Some((message, hint, question)) = lacking(board, item, way) else { continue };
        let path = [Step::Key(key), Step::Item(index)];
        findings.at(&item.document, &path, message, hint).ask(question);
    }
}

/// What a way in lacks, what to add, and what to ask.
fn lacking(board: &Board, item: &Item, way: &Enrolment) -> Option<(Words, Words, Words)> {
    let known = |has: fn(&Contacts) -> bool| {
        let editions = item.facts.editions().iter().filter_map(|edition| edition.contacts.as_ref());
        board.contacts_of(item).into_iter().chain(editions).any(has)
    };
    // Whoever explains it in a note has said more than a field could.
    let said = |sign: fn(char) -> bool| way.note.as_deref().is_some_and(|note| note.contains(sign));
    match way.channel? {
        Channel::ByHand => {
            let placed = item.facts.place.value().is_some()
                || item.facts.editions().iter().any(|edition| edition.place.is_some());
            (way.address.is_none() && way.note.is_none() && !placed).then(|| {
                (
                    words!("a mano, ma non si sa dove", "by hand, but nobody says where"),
                    words!(
                        "aggiungi il posto: `{{canale: a mano, indirizzo: \"via …, Roma\", orari: \"9:00-13:00\"}}`",
                        "add the place: `{{canale: a mano, indirizzo: \"via …, Roma\", orari: \"9:00-13:00\"}}`"
                    ),
                    words!(
                        "A quale indirizzo si va, e in quali giorni e orari?",
                        "At which address, and on which days and at what hours?"
                    ),
                )
            })
        }
        channel @ (Channel::Telephone | Channel::Whatsapp) => {
            let number = way.telephone.is_some()
                || known(|contacts| !contacts.telephone.is_empty() || !contacts.whatsapp.is_empty())
                || said(|c| c.is_ascii_digit());
            let word = channel.word();
            (!number).then(|| {
                (
                    words!("«{word}», ma il numero non c'è", "`{word}`, but there is no number"),
                    words!(
                        "aggiungi il numero: `{{canale: {word}, telefono: \"06 5733 9332\"}}`",
                        "add the number: `{{canale: {word}, telefono: \"06 5733 9332\"}}`"
                    ),
                    words!("A quale numero si chiama o si scrive?", "Which number does one call or write to?"),
                )
            })
        }
        channel @ (Channel::Email | Channel::CertifiedEmail) => {
            let address = way.email.is_some()
                || way.address.is_some()
                || known(|contacts| !contacts.email.is_empty() || !contacts.certified_email.is_empty())
                || said(|c| c == '@');
            let word = channel.word();
            (!address).then(|| {
                (
                    words!("«{word}», ma l'indirizzo non c'è", "`{word}`, but there is no address"),
                    words!(
                        "aggiungi l'indirizzo: `{{canale: {word}, email: corsi@example.org}}`",
                        "add the address: `{{canale: {word}, email: corsi@example.org}}`"
                    ),
                    words!("Qual è l'indirizzo a cui scrivere?", "Which is the address to write to?"),
                )
            })
        }
        Channel::RegisteredMail => (way.address.is_none() && way.note.is_none()).then(|| {
            (
                words!("raccomandata, ma l'indirizzo non c'è", "by registered mail, but there is no address"),
                words!(
                    "aggiungi `indirizzo:` con via, numero e CAP",
                    "add `indirizzo:` with street, number and postal code"
                ),
                words!("A quale indirizzo si manda la raccomandata?", "To which address is the letter sent?"),
            )
        }),
        _ => None,
    }
}
