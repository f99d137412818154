//! Finds announcements that contradict the contact point at the same address: another house number, a telephone number
//! with another digit, enrolment at hours at which it is closed.

use crate::board::{Board, ContentFile, Item};
use crate::check::phones::{differs_slightly, national_digits};
use crate::check::street::{Street, find_addresses, is_same_street};
use crate::check::{Check, CheckFunction, Findings, tokenize};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::{
    ContactPoint, Contacts, Enrolment, FieldPath, HoursOfDay, OpeningHours, Organiser, Phone, TimeOfDay, TimeSlot,
    Weekday,
};
use crate::path;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "contact-point-disagrees",
        severity: Severity::Warning,
        group: RuleGroup::Clarity,
        summary: text(
            "un annuncio dice lo stesso del centro allo stesso indirizzo",
            "an announcement says the same as the contact point at the same address",
        ),
        explanation: text(
            "Il centro che sta nello stesso posto ha un altro numero civico, un telefono quasi uguale, o è chiuso quando l'annuncio dice di andarci: uno dei due è vecchio o copiato male.",
            "The contact point at the same place has another house number, almost the same telephone number, or is closed when the announcement says to go there: one of the two is old or copied wrongly.",
        ),
        wrong: "iscrizione: {canale: a mano, indirizzo: \"via Appia 12, Borgo\", giorni: [sab], orari: \"9:00-13:00\"}\n-- content/centri/vicino.md --\n---\nnome: Sportello vicino\ntipo: sportello\nindirizzo: via Appia 12, Borgo\norari: [{giorni: [lun], ore: \"9:00-13:00\"}]\nverificato: 2026-11-02\n---\n",
        right: "iscrizione: {canale: a mano, indirizzo: \"via Appia 12, Borgo\", giorni: [lun], orari: \"9:00-13:00\"}\n-- content/centri/vicino.md --\n---\nnome: Sportello vicino\ntipo: sportello\nindirizzo: via Appia 12, Borgo\norari: [{giorni: [lun], ore: \"9:00-13:00\"}]\nverificato: 2026-11-02\n---\n",
        origin: "linee guida del canale, paragrafo 5, criterio «Qualità e affidabilità»",
    },
    function: CheckFunction::Board(check),
};

/// A contact point with the streets of its address.
struct Desk<'b> {
    file: &'b ContentFile<ContactPoint>,
    streets: Vec<Street>,
}

fn check(board: &Board, findings: &mut Findings<'_>) {
    let desks = board.contact_points.values().filter_map(|file| {
        let streets = streets_of(file.facts.address.as_deref()?);
        (!streets.is_empty()).then_some(Desk { file, streets })
    });
    let desks: Vec<Desk<'_>> = desks.collect();
    if desks.is_empty() {
        return;
    }
    for (index, item) in board.items.iter().enumerate() {
        if findings.scope().has_item(index) && item.status.is_open() && !item.facts.is_archived() {
            check_item(item, &desks, findings);
        }
    }
}

fn streets_of(address: &str) -> Vec<Street> {
    find_addresses(&tokenize(address, &(0..address.len())))
}

fn check_item(item: &Item, desks: &[Desk<'_>], findings: &mut Findings<'_>) {
    let mut there: Vec<&Desk<'_>> = Vec::new();
    for (index, place) in item.facts.places().iter().enumerate() {
        there.extend(find_desk(item, place.address.as_deref(), path![luogo[index].indirizzo], desks, findings));
    }
    for (index, edition) in item.facts.editions().iter().enumerate() {
        let address = edition.place.as_ref().and_then(|place| place.address.as_deref());
        there.extend(find_desk(item, address, path![edizioni[index].luogo.indirizzo], desks, findings));
    }
    let ways = if item.facts.enrolment.value().is_some() { path![iscrizione] } else { path![candidatura] };
    for (index, way) in item.facts.enrolment_ways().iter().enumerate() {
        let path = ways.item(index);
        if let Some(desk) = find_desk(item, way.address.as_deref(), path.field("indirizzo"), desks, findings) {
            check_phones(item, way.telephone.iter(), path.field("telefono"), desk, findings);
            check_hours(item, way, path, desk, findings);
            there.push(desk);
        }
    }
    // The contacts of an announcement are compared once, however often it names the address.
    for desk in desks.iter().filter(|desk| there.iter().any(|other| std::ptr::eq(*other, *desk))) {
        let contacts = item.facts.contacts.value();
        check_phones(item, contacts.into_iter().flat_map(phones), path![contatti.telefono], desk, findings);
    }
}

/// The contact point at an address; if there is none, reports the one of the same organisation that is in the same street.
fn find_desk<'d, 'b>(
    item: &Item,
    address: Option<&str>,
    path: FieldPath,
    desks: &'d [Desk<'b>],
    findings: &mut Findings<'_>,
) -> Option<&'d Desk<'b>> {
    let streets = streets_of(address?);
    let in_street =
        |desk: &&Desk<'_>| desk.streets.iter().any(|other| streets.iter().any(|street| is_same_street(street, other)));
    let is_there = |desk: &&Desk<'_>| {
        let numbers = desk.streets.iter().flat_map(|street| &street.numbers);
        numbers.into_iter().any(|number| streets.iter().any(|street| street.numbers.contains(number)))
    };
    if let Some(desk) = desks.iter().filter(in_street).find(is_there) {
        return Some(desk);
    }
    let own = |desk: &&Desk<'_>| match (item.facts.organisation.value(), &desk.file.facts.organisation) {
        (Some(Organiser::Known(organiser)), Some(organisation)) => organiser == organisation,
        _ => false,
    };
    let desk = desks.iter().filter(in_street).find(own)?;
    let (name, file) = (&desk.file.facts.name, &desk.file.document.source.path);
    let other = desk.file.facts.address.as_deref()?;
    findings
        .report_at_field(
            item,
            path,
            localized!("«{name}» è in «{other}»: il numero è un altro", "`{name}` is at `{other}`: another number"),
            localized!("correggi quello sbagliato, qui o in {file}", "correct the wrong one, here or in {file}"),
        )
        .ask(localized!("Qual è il numero civico giusto?", "Which is the right house number?"));
    None
}

fn phones(contacts: &Contacts) -> impl Iterator<Item = &Phone> {
    contacts.telephone.iter().chain(&contacts.whatsapp)
}

/// Reports the first number that differs from one of the contact point by a digit or two.
fn check_phones<'p>(
    item: &Item,
    written: impl Iterator<Item = &'p Phone>,
    path: FieldPath,
    desk: &Desk<'_>,
    findings: &mut Findings<'_>,
) {
    let known: Vec<&Phone> = desk.file.facts.contacts.iter().flat_map(phones).collect();
    let mut unknown =
        written.filter(|phone| known.iter().all(|other| national_digits(other) != national_digits(phone)));
    let pair = unknown.find_map(|phone| {
        let other = known.iter().find(|other| differs_slightly(national_digits(phone), national_digits(other)))?;
        Some((phone.as_written(), other.as_written()))
    });
    let Some((phone, other)) = pair else { return };
    let (name, file) = (&desk.file.facts.name, &desk.file.document.source.path);
    findings
        .report_at_field(
            item,
            path,
            localized!(
                "«{phone}» è quasi «{other}», il numero di «{name}»",
                "`{phone}` is almost `{other}`, that of `{name}`"
            ),
            localized!("correggi quello sbagliato, qui o in {file}", "correct the wrong one, here or in {file}"),
        )
        .ask(localized!(
            "Qual è il numero giusto: {phone} o {other}?",
            "Which is the right number: {phone} or {other}?"
        ));
}

/// Reports the first day on which one should go to the contact point at hours at which it is closed.
fn check_hours(item: &Item, way: &Enrolment, path: FieldPath, desk: &Desk<'_>, findings: &mut Findings<'_>) {
    let Some(OpeningHours::Slots(weekly)) = &desk.file.facts.hours else { return };
    let hours_on = |day: Weekday| {
        let slots = weekly.iter().filter(move |slot| slot.days.is_empty() || slot.days.contains(&day));
        slots.flat_map(|slot| &slot.hours).map(|HoursOfDay(hours)| hours)
    };
    // Hours that are not known to the minute contradict nothing.
    let is_known =
        weekly.iter().all(|slot| !slot.hours.is_empty() && slot.hours.iter().all(|hours| hours.0.minutes().is_some()));
    if !is_known {
        return;
    }
    let any_hour = [TimeSlot { days: Vec::new(), start: None, end: None, part: None }];
    let slots = if way.hours.is_empty() { &any_hour[..] } else { &way.hours };
    let wrong = slots.iter().find_map(|slot| {
        let days = if slot.days.is_empty() { &way.days } else { &slot.days };
        let day = days.iter().copied().find(|day| !is_covered(slot, hours_on(*day)))?;
        Some((slot, day))
    });
    let Some((slot, day)) = wrong else { return };
    let open: Vec<String> = hours_on(day).map(ToString::to_string).collect();
    let (day, name, file) = (day.word(), &desk.file.facts.name, &desk.file.document.source.path);
    let (open_it, open_en) = match open.join(", ") {
        open if open.is_empty() => ("è chiuso".to_owned(), "is closed".to_owned()),
        open => (format!("è aperto {open}"), format!("is open {open}")),
    };
    let written = [day.to_owned(), slot.to_string()].join(" ");
    let written = written.trim();
    findings
        .report_at_field(
            item,
            path,
            localized!("{written}: «{name}» {open_it}", "{written}: `{name}` {open_en}"),
            localized!("correggi gli orari sbagliati, qui o in {file}", "correct the wrong hours, here or in {file}"),
        )
        .ask(localized!("Quando si può venire il {day}?", "When can one come on {day}?"));
}

/// Whether a slot lies within opening hours that touch or overlap; one without hours, whether there are any.
fn is_covered<'h>(slot: &TimeSlot, open: impl Iterator<Item = &'h TimeSlot>) -> bool {
    let mut open: Vec<_> = open.filter_map(TimeSlot::minutes).collect();
    open.sort_by_key(|range| range.start);
    let Some(start) = slot.start else { return !open.is_empty() };
    // Of a slot without an end, its start is known.
    let end = slot.end.map_or(start.minutes() + 1, TimeOfDay::minutes);
    let reached = open.iter().fold(start.minutes(), |at, range| if range.contains(&at) { range.end } else { at });
    reached >= end
}
